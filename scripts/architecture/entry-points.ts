import ts from 'typescript';
import { type Source, type Violation, bare, exportedNames, isExported, lineOf, nodesOf } from './source';

/** Rules of a route beside the acts of the matrix: any signed-in person (rows decide the rest), someone signing in, the public. */
const openRules = ['signed-in', 'visitor', 'anyone'];

/** What may make a server function, and whether somebody who has not signed in may be let use it. */
const serverFunctionMakers = ['formAction', 'serverFunction', 'visitorAction'];
const makersForVisitors = ['serverFunction', 'visitorAction'];
const makersForMembers = ['formAction', 'serverFunction'];
const guard = 'requireActor';
const originCheck = 'isOwnOrigin';
/** Takes a form with a file: asks where it comes from, who it is and whether they may before it reads on, and keeps what is typed by somebody who has signed out. */
const receiver = 'receiveForm';
const writingMethods = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** Every way in declares who may use it: server functions in their own call, pages and handlers in app/routes.ts. */
export function checkEntryPoints(sources: Source[], acts: string[]): Violation[] {
  return [...sources.flatMap((source) => checkServerFunctions(source, acts)), ...sources.flatMap((source) => checkConflicts(source, sources)), ...checkRoutes(sources, acts)];
}

/** A form that carries a version can be an older one than what is recorded: then both texts are shown, and that takes both. */
function checkConflicts(source: Source, sources: Source[]): Violation[] {
  if (!/(^|\/)server-actions\.ts$/.test(source.path)) return [];
  const calls = [...nodesOf(source.tree)].filter((node): node is ts.CallExpression => ts.isCallExpression(node) && node.expression.getText(source.tree) === 'formAction');
  return calls.flatMap((call) => {
    const [schema, , options] = call.arguments.map(bare);
    if (!schema || !ts.isIdentifier(schema)) return [];
    const hasVersion = declarationsOf(schema.text, source, sources).some((declaration) => [...nodesOf(declaration)].some((node) => isPropertyNamed(node, 'version')));
    const hasTheirs = options !== undefined && ts.isObjectLiteralExpression(options) && options.properties.some((property) => isPropertyNamed(property, 'theirs'));
    if (hasVersion === hasTheirs) return [];
    return [{
      at: `${lineOf(source, call)} ${schema.text}`,
      rule: 'A form that carries a version says what to set beside what was typed when it is an older one, and no other form does',
      fix: hasVersion ? 'Give it `theirs: ...`, which compares every field of the form' : 'Give the form a `version`, or take `theirs` out',
    }];
  });
}

const isPropertyNamed = (node: ts.Node, name: string) =>
  (ts.isShorthandPropertyAssignment(node) || ts.isPropertyAssignment(node)) && ts.isIdentifier(node.name) && node.name.text === name;

/** Where a schema is written: in this file, or in the one it is imported from. */
function declarationsOf(name: string, source: Source, sources: Source[]): ts.Node[] {
  const paths = [source.path, ...source.imports.map((one) => `${one.target}.ts`)];
  return sources.filter(({ path }) => paths.includes(path)).flatMap(({ tree }) =>
    [...nodesOf(tree)].filter((node): node is ts.VariableDeclaration => ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.name.text === name),
  );
}

function checkServerFunctions(source: Source, acts: string[]): Violation[] {
  const directive = [...nodesOf(source.tree)].filter(
    (node): node is ts.ExpressionStatement => ts.isExpressionStatement(node) && ts.isStringLiteral(node.expression) && node.expression.text === 'use server',
  );
  const [first] = source.tree.statements;
  const wholeFile = first !== undefined && directive.some((statement) => statement === first);
  const named = /(^|\/)server-actions\.ts$/.test(source.path);

  if (directive.length === 0 && !named) return [];
  if (!wholeFile || !named) {
    return [
      {
        at: source.path,
        rule: "'use server' is the first line of a server-actions.ts, and stands nowhere else",
        fix: 'Move the server function to lib/<feature>/server-actions.ts',
      },
    ];
  }
  return source.tree.statements.flatMap((statement) => {
    const exportsSomething = isExported(statement) || ts.isExportDeclaration(statement) || ts.isExportAssignment(statement);
    if (!exportsSomething) return [];
    const declarations = ts.isVariableStatement(statement) ? [...statement.declarationList.declarations] : [];
    if (declarations.length === 0) return [notAServerFunction(source, statement)];
    return declarations.flatMap((declaration) => checkServerFunction(source, declaration, acts));
  });
}

function checkServerFunction(source: Source, declaration: ts.VariableDeclaration, acts: string[]): Violation[] {
  const call = declaration.initializer && bare(declaration.initializer);
  if (!call || !ts.isCallExpression(call) || !serverFunctionMakers.includes(call.expression.getText(source.tree))) {
    return [notAServerFunction(source, declaration)];
  }
  const act = call.arguments.map(bare).filter(ts.isObjectLiteralExpression).flatMap((options) => [...options.properties]).find(
    (property): property is ts.PropertyAssignment => ts.isPropertyAssignment(property) && property.name.getText(source.tree) === 'act',
  );
  const value = act && bare(act.initializer);
  const maker = call.expression.getText(source.tree);
  const known = [...(makersForMembers.includes(maker) ? acts : []), ...(makersForVisitors.includes(maker) ? ['visitor'] : [])];
  if (value && ts.isStringLiteralLike(value) && known.includes(value.text)) return [];
  return [
    {
      at: `${lineOf(source, declaration)} ${declaration.name.getText(source.tree)}`,
      rule: "Every server function says who may use it: act: '...' naming an act of the matrix, or 'visitor' where the maker allows it",
      fix: 'Give the act as a plain string; a new one is added to `acts` in db/policies/matrix.ts first',
    },
  ];
}

function notAServerFunction(source: Source, node: ts.Node): Violation {
  return {
    at: lineOf(source, node),
    rule: `A 'use server' file exports nothing but constants made by ${serverFunctionMakers.map((maker) => `${maker}(...)`).join(' or ')}`,
    fix: 'Anything exported there can be called by anyone: move it to another file, or wrap it',
  };
}

function checkRoutes(sources: Source[], acts: string[]): Violation[] {
  const entries = sources.filter(({ path }) => /^app\/(.*\/)?(page\.tsx|route\.ts)$/.test(path));
  const list = sources.find(({ path }) => path === 'app/routes.ts');
  if (!list) {
    if (entries.length === 0) return [];
    const fix = "Add it: export const routes = { '/plan/[reference]': 'signed-in' } as const";
    return [{ at: 'app', rule: 'app/routes.ts says who may use each route', fix }];
  }
  const declared = routesIn(list);
  const patterns = new Map(entries.map((source) => [source, routePattern(source.path)]));
  const stale = declared.filter(({ pattern }) => ![...patterns.values()].includes(pattern));
  const twice = declared.filter(({ pattern }, index) => declared.findIndex((other) => other.pattern === pattern) !== index);
  return [
    ...stale.map(({ pattern }) => ({ at: `app/routes.ts ${pattern}`, rule: 'app/routes.ts lists only routes that exist', fix: 'Take the line out' })),
    ...twice.map(({ pattern }) => ({ at: `app/routes.ts ${pattern}`, rule: 'A route is listed once', fix: 'Take one of the lines out' })),
    ...declared
      .filter(({ rule }) => rule === null || ![...acts, ...openRules].includes(rule))
      .map(({ pattern }) => ({
        at: `app/routes.ts ${pattern}`,
        rule: `The rule of a route is an act of the matrix, or ${openRules.join(', ')}, as a plain string`,
        fix: 'Correct the word; a new act is added to `acts` in db/policies/matrix.ts first',
      })),
    ...[...patterns].flatMap(([source, pattern]) => {
      const entry = declared.find((route) => route.pattern === pattern);
      if (!entry) return [{ at: source.path, rule: 'Every page and handler says who may use it', fix: `Add '${pattern}' to app/routes.ts` }];
      return checkGuard(source, acts, entry.rule);
    }),
  ];
}

function checkGuard(source: Source, acts: string[], rule: string | null): Violation[] {
  const calls = [...nodesOf(source.tree)].filter(ts.isCallExpression);
  const called = new Set(calls.map((call) => call.expression.getText(source.tree)));
  const found: Violation[] = [];
  if (rule !== 'visitor' && rule !== 'anyone' && !called.has(guard) && !called.has(receiver)) {
    found.push({
      at: source.path,
      rule: `A route that is not for everyone calls ${guard} itself: a layout or a proxy can be passed by`,
      fix: `Call ${guard}() first`,
    });
  }
  const asked = calls.filter((call) => ['readAs', receiver].includes(call.expression.getText(source.tree))).flatMap((call) => actsNamedIn(source, call));
  const declared = rule !== null && acts.includes(rule) ? [rule] : [];
  if (declared.some((act) => !asked.includes(act)) || asked.some((act) => !declared.includes(act))) {
    found.push({
      at: source.path,
      rule: 'What app/routes.ts says about a route is what its readAs asks for',
      fix: `Give readAs { act: '${declared[0] ?? asked[0]}' } here and the same word in app/routes.ts, or neither`,
    });
  }
  // The sign-in library checks its own posts.
  const handler = source.path.endsWith('/route.ts') && !source.path.startsWith('app/api/auth/');
  if (handler && exportedNames(source).some((name) => writingMethods.includes(name)) && !called.has(originCheck) && !called.has(receiver)) {
    found.push({
      at: source.path,
      rule: 'A handler that takes posts checks where they come from: Next does so for server functions only',
      fix: `Ask ${originCheck}() first, or let ${receiver}() take a form with a file`,
    });
  }
  return found;
}

function actsNamedIn(source: Source, call: ts.CallExpression): string[] {
  return call.arguments.map(bare).filter(ts.isObjectLiteralExpression).flatMap((options) =>
    options.properties.flatMap((property) =>
      ts.isPropertyAssignment(property) && property.name.getText(source.tree) === 'act' && ts.isStringLiteralLike(property.initializer)
        ? [property.initializer.text]
        : [],
    ),
  );
}

/** The address of a page or handler: groups in brackets and slots are no part of it. */
export function routePattern(path: string): string {
  const steps = path.split('/').slice(1, -1).filter((step) => !/^\(.*\)$/.test(step) && !step.startsWith('@'));
  return `/${steps.join('/')}`;
}

function routesIn(list: Source): { pattern: string; rule: string | null }[] {
  const declaration = [...nodesOf(list.tree)].find(
    (node): node is ts.VariableDeclaration => ts.isVariableDeclaration(node) && node.name.getText(list.tree) === 'routes',
  );
  const value = declaration?.initializer && bare(declaration.initializer);
  if (!value || !ts.isObjectLiteralExpression(value)) return [];
  return value.properties.map((property) => {
    const initializer = ts.isPropertyAssignment(property) ? bare(property.initializer) : null;
    const name = property.name;
    return {
      pattern: name && ts.isStringLiteralLike(name) ? name.text : property.getText(list.tree),
      rule: initializer && ts.isStringLiteralLike(initializer) ? initializer.text : null,
    };
  });
}
