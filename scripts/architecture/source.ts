import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** One import or re-export. `target` is a path from the top of the project without its ending (`lib/plan/rules`), or a package. */
export type Import = { target: string; typeOnly: boolean; line: number };

export type Source = { path: string; text: string; tree: ts.SourceFile; imports: Import[] };

/** What is wrong, which rule says so, and what to do about it. */
export type Violation = { at: string; rule: string; fix: string };

export type Checker = (sources: Source[]) => Violation[];

export const sourceFolders = ['app', 'components', 'lib', 'db', 'e2e', 'scripts'];

/** Reads every TypeScript and JavaScript file of the product, below the given top folder. */
export function readSources(top: string): Source[] {
  return sourceFolders
    .filter((folder) => existsSync(join(top, folder)))
    .flatMap((folder) => filesBelow(top, folder))
    .filter((path) => /\.(ts|tsx|mts|mjs|js|jsx)$/.test(path) && !path.endsWith('.d.ts'))
    .sort()
    .map((path) => parseSource(path, readFileSync(join(top, path), 'utf8')));
}

export function parseSource(path: string, text: string): Source {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return { path, text, tree, imports: importsOf(path, tree) };
}

/** A test may reach further than what it tests. */
export function isTest(path: string): boolean {
  return /\.(test|spec)\.tsx?$/.test(path);
}

/** Every node of a tree, depth first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

export function lineOf(source: Source, node: ts.Node): string {
  return `${source.path}:${source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree)).line + 1}`;
}

export function isExported(node: ts.Node): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
}

/** The expression without `as const`, `satisfies X` and brackets around it. */
export function bare(expression: ts.Expression): ts.Expression {
  if (ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression) || ts.isParenthesizedExpression(expression)) {
    return bare(expression.expression);
  }
  return expression;
}

/** The names by which a file's exports can be imported. */
export function exportedNames(source: Source): string[] {
  return source.tree.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      return statement.exportClause.elements.map((element) => element.name.text);
    }
    if (!isExported(statement)) return [];
    if (ts.isFunctionDeclaration(statement)) return statement.name ? [statement.name.text] : [];
    if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => namesBoundBy(name));
    return [];
  });
}

function filesBelow(top: string, folder: string): string[] {
  return readdirSync(join(top, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(top, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}

function importsOf(path: string, tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const line = tree.getLineAndCharacterOfPosition(specifier.getStart(tree)).line + 1;
    found.push({ target: targetOf(path, specifier.text), typeOnly, line });
  };
  for (const node of nodesOf(tree)) {
    // `import { type A }` still loads the file (verbatimModuleSyntax): only `import type` does not.
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    if (ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText(tree) === 'require')) {
      add(node.arguments[0], false);
    }
  }
  return found;
}

function targetOf(path: string, specifier: string): string {
  const withoutEnding = specifier.replace(/\.(ts|tsx|mts|js|jsx|mjs)$/, '');
  if (withoutEnding.startsWith('@/')) return tidyPath(withoutEnding.slice(2).split('/'));
  if (withoutEnding.startsWith('.')) return tidyPath([...path.split('/').slice(0, -1), ...withoutEnding.split('/')]);
  return specifier;
}

function tidyPath(steps: string[]): string {
  const kept: string[] = [];
  for (const step of steps) {
    if (step === '..') kept.pop();
    else if (step !== '.' && step !== '') kept.push(step);
  }
  return kept.join('/');
}

function namesBoundBy(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesBoundBy(element.name) : []));
}
