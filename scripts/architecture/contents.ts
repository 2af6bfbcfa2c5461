import ts from 'typescript';
import { features } from './layers';
import { type Source, type Violation, exportedNames, lineOf, nodesOf } from './source';

const LONGEST_PAGE = 80;

/** What a file of a kind must and must not hold. */
export function checkContents(sources: Source[]): Violation[] {
  return sources.flatMap((source) => [
    ...checkServerOnly(source),
    ...checkPage(source),
    ...checkCommands(source),
    ...checkInlineStyle(source),
    ...checkUnfinished(source),
  ]);
}

function checkServerOnly({ path, imports }: Source): Violation[] {
  if (!/^lib\/.*\/(queries|commands)\.ts$/.test(path) || imports.some(({ target }) => target === 'server-only')) return [];
  return [{ at: path, rule: 'Queries and commands never reach a browser', fix: "Begin with import 'server-only'" }];
}

function checkPage({ path, text }: Source): Violation[] {
  if (!path.startsWith('app/')) return [];
  const found: Violation[] = [];
  if (/(^|\/)loading\.(tsx|jsx|ts|js)$/.test(path)) {
    found.push({ at: path, rule: 'No loading file: once a page streams, a hidden record answers 200 instead of 404', fix: 'Delete it' });
  }
  const lines = text.trimEnd().split('\n').length;
  if (/(^|\/)page\.tsx$/.test(path) && lines > LONGEST_PAGE) {
    found.push({ at: path, rule: `A page has at most ${LONGEST_PAGE} lines, and this has ${lines}`, fix: 'Move what it looks like to components/<feature>' });
  }
  return found;
}

/** Exported async functions of a feature's commands.ts take `(ctx, input)`. */
function checkCommands(source: Source): Violation[] {
  const [top, folder] = source.path.split('/');
  if (top !== 'lib' || !features.includes(folder ?? '') || !source.path.endsWith('/commands.ts')) return [];
  const exported = exportedNames(source);
  return source.tree.statements.flatMap((statement) =>
    functionsIn(statement)
      .filter(({ name }) => exported.includes(name))
      .filter(({ node }) => (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword))
      .filter(({ node }) => !takesCtxAndInput(source, node.parameters))
      .map(({ node, name }) => ({
        at: `${lineOf(source, node)} ${name}`,
        rule: 'A command takes (ctx, input)',
        fix: 'Name them so, and put everything else into input; a step that is not a command is not exported',
      })),
  );
}

type FunctionNode = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;

function functionsIn(statement: ts.Statement): { node: FunctionNode; name: string }[] {
  if (ts.isFunctionDeclaration(statement)) return [{ node: statement, name: statement.name?.text ?? 'default' }];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
    initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)) ? [{ node: initializer, name: name.getText() }] : [],
  );
}

function takesCtxAndInput(source: Source, parameters: ts.NodeArray<ts.ParameterDeclaration>): boolean {
  const [ctx, input, ...others] = parameters;
  if (!ctx || !input || others.length > 0 || ctx.name.getText(source.tree) !== 'ctx') return false;
  return ts.isObjectBindingPattern(input.name) || ['input', '_input'].includes(input.name.getText(source.tree));
}

function checkInlineStyle(source: Source): Violation[] {
  if (!/^(app|components)\/.*\.tsx$/.test(source.path)) return [];
  return [...nodesOf(source.tree)]
    .filter((node) => ts.isJsxAttribute(node) && node.name.getText(source.tree) === 'style')
    .map((node) => ({
      at: lineOf(source, node),
      rule: 'No style attribute: the content security policy drops it',
      fix: 'Use a class; in a drawing, attributes such as x and width',
    }));
}

function checkUnfinished({ path, text }: Source): Violation[] {
  const mark = new RegExp(`\\b(${['TO', 'FIX'].map((start, index) => `${start}${['DO', 'ME'][index]}`).join('|')})\\b`);
  return text
    .split('\n')
    .flatMap((line, index) => (mark.test(line) ? [`${path}:${index + 1}`] : []))
    .map((at) => ({ at, rule: 'Nothing unfinished lands', fix: 'Do it now, or write it down where work is planned' }));
}
