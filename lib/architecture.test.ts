import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { acts } from '@/db/policies/matrix';
import { checkContents } from '@/scripts/architecture/contents';
import { checkEntryPoints, routePattern } from '@/scripts/architecture/entry-points';
import { checkLayers } from '@/scripts/architecture/layers';
import { checkNames } from '@/scripts/architecture/names';
import { type Checker, type Source, type Violation, parseSource, readSources } from '@/scripts/architecture/source';

const actNames = Object.keys(acts);
const checkers: Record<string, Checker> = {
  layers: checkLayers,
  names: checkNames,
  entryPoints: (sources) => checkEntryPoints(sources, actNames),
  contents: checkContents,
};

describe('the product keeps to its architecture', () => {
  const sources = readSources(fileURLToPath(new URL('..', import.meta.url)));

  it('and all of it was read', () => {
    const known = ['lib/architecture.test.ts', 'db/policies/matrix.ts', 'components/ui/button.tsx'];
    expect(sources.map(({ path }) => path)).toEqual(expect.arrayContaining(known));
    expect(actNames.length).toBeGreaterThan(0);
  });

  it.each(Object.keys(checkers))('in its %s', (name) => {
    expect(describeAll(checkers[name]?.(sources) ?? [])).toEqual([]);
  });
});

function describeAll(violations: Violation[]): string[] {
  return violations.map(({ at, rule, fix }) => `${at}\n    rule: ${rule}\n    fix:  ${fix}`);
}

/** The rules that a small project made of these files breaks. */
function rulesBroken(files: Record<string, string>): string[] {
  const sources: Source[] = Object.entries(files).map(([path, text]) => parseSource(path, text));
  return Object.values(checkers).flatMap((check) => check(sources).map(({ rule }) => rule));
}

const server = "import 'server-only';\n";
const page = 'export default async function Page() { await requireActor(); return <h1>Plan</h1>; }';

describe('the layers', () => {
  it.each<[string, string, string]>([
    ['app/plan/list.tsx', "import { plan } from '@/db/schema';", 'Screens never touch the database'],
    ['app/plan/list.tsx', "import type { Row } from '@/db/schema';", 'Screens never touch the database'],
    ['app/plan/list.tsx', "import { eq } from 'drizzle-orm';", 'Screens never touch the database'],
    ['components/plan/table.tsx', "import postgres from 'postgres';", 'Screens never touch the database'],
    ['components/plan/table.tsx', "export { x } from '../../db/schema/plan';", 'Screens never touch the database'],
    ['app/plan/list.tsx', "import { closeAction } from '../../lib/plan/commands';", 'Screens never call a command'],
    ['app/plan/list.tsx', "const x = await import('@/lib/plan/commands');", 'Screens never call a command'],
    ['app/plan/list.tsx', "import { x } from '@/lib/plan/input';", 'Pages use only queries'],
    ['app/plan/list.tsx', "import { x } from '@/e2e/plan/start';", 'The product does not import its tests'],
    ['components/plan/table.tsx', "import { listActions } from '@/lib/plan/queries';", 'Components fetch nothing'],
    ['components/plan/table.tsx', "import { type Row } from '@/lib/plan/queries';", 'Components fetch nothing'],
    ['components/plan/table.tsx', "import { x } from '@/app/plan/list';", 'Components know no pages'],
    ['components/plan/table.tsx', "import { readAs } from '@/lib/access/context';", 'Components ask the database nothing'],
    ['components/ui/table.tsx', "import { x } from '@/lib/plan/labels';", 'The design system knows no feature'],
    ['components/ui/table.tsx', "import type { Row } from '@/lib/plan/rules';", 'The design system knows no feature'],
    ['components/ui/table.tsx', "import { x } from '../plan/table';", 'The design system knows no feature'],
    ['lib/reviews/rules.ts', "import { x } from '@/lib/plan/rules';", 'A feature imports only itself and those before it'],
    ['lib/partnership/rules.ts', "import type { X } from '../groups/rules';", 'A feature imports only itself and those before it'],
    ['lib/access/actor.ts', "import { x } from '@/lib/plan/rules';", 'Plumbing knows no feature'],
    ['lib/dates/clock.ts', "import { x } from '../reviews/rules';", 'Plumbing knows no feature'],
    ['lib/forms/state.ts', "import { x } from '@/lib/access/actor';", 'import only each other'],
    ['lib/errors/neutral.ts', "import { x } from '@/db/schema';", 'never touch the database'],
    ['lib/plan/ageing/queries.ts', `${server}import { readAs } from '@/components/plan/x';`, 'lib knows no screens'],
    ['lib/plan/rules.ts', "import { x } from '@/db/schema';", 'Only queries and commands touch the database'],
    ['lib/files/store.ts', "import { x } from '@/db/schema';", 'Only queries and commands touch the database'],
    ['lib/plan/queries.ts', `${server}import { x } from '@/db/policies/matrix';`, 'import only db/schema'],
    ['lib/plan/queries.ts', `${server}import { pool } from '@/db/client';`, 'Only lib/access/context imports db/client'],
    ['lib/access/sessions.ts', "import { pool } from '@/db/client';", 'Only lib/access/context imports db/client'],
    ['lib/plan/commands.db.test.ts', "import { pool } from '@/db/client';", 'Only lib/access/context imports db/client'],
    ['lib/plan/policy.ts', "import { readFileSync } from 'node:fs';", 'are pure'],
    ['lib/plan/labels.ts', "import { readFileSync } from 'fs';", 'are pure'],
    ['lib/plan/rules.ts', "import { closeAction } from './commands';", 'are pure'],
    ['lib/plan/input.ts', "import 'server-only';", 'are pure'],
    ['db/schema/plan.ts', "import { x } from '@/lib/plan/labels';", 'db imports nothing of ours'],
    ['db/schema/plan.ts', "import { addDays } from '@/lib/dates/calendar-date';", 'db imports nothing of ours'],
    ['e2e/plan/close.spec.ts', "import { x } from '@/lib/plan/rules';", 'e2e imports only'],
    ['e2e/plan/close.spec.ts', "import { x } from '@/db/client';", 'e2e imports only'],
    ['scripts/start.ts', "import { x } from '@/lib/plan/commands';", 'Scripts import db'],
  ])('%s may not say %s', (path, text, rule) => {
    expect(rulesBroken({ [path]: text })).toContainEqual(expect.stringContaining(rule));
  });

  it.each<[string, string]>([
    ['app/plan/list.tsx', "import { listActions } from '@/lib/plan/queries';\nimport { readAs } from '@/lib/access/context';"],
    ['app/plan/list.tsx', "import { submitCloseAction } from '@/lib/plan/server-actions';\nimport { PlanTable } from '@/components/plan/table';"],
    ['components/plan/table.tsx', "import type { ActionRow } from '@/lib/plan/queries';\nimport { ragLabels } from '@/lib/plan/labels';"],
    ['components/ui/form.tsx', "import { untouched } from '@/lib/forms/state';\nimport { formatDate } from '@/lib/dates/calendar-date';"],
    ['lib/plan/rules.ts', "import { x } from '@/lib/reviews/rules';\nimport { addWorkingDays } from '@/lib/dates/working-days';"],
    ['lib/plan/queries.ts', `${server}import { actions } from '@/db/schema';\nimport { eq } from 'drizzle-orm';`],
    ['lib/access/context.ts', "import { pool } from '@/db/client';"],
    ['db/seed/year.ts', "import { addDays } from '@/lib/dates/calendar-date';"],
    ['db/schema/plan.ts', "import type { CalendarDate } from '@/lib/dates/calendar-date';"],
    ['e2e/plan/close.spec.ts', "import { routes } from '@/app/routes';\nimport { anAction } from '@/db/testing/builders';"],
    ['scripts/verify.ts', "import { pool } from '@/db/client';\nimport { settings } from '@/lib/env';"],
  ])('%s may say %s', (path, text) => {
    expect(rulesBroken({ [path]: text })).toEqual([]);
  });
});

describe('the names', () => {
  it.each([
    ['lib/plan/utils.ts', 'No file or folder is called utils'],
    ['components/helpers/x.tsx', 'No file or folder is called helpers'],
    ['db/types.ts', 'No file or folder is called types'],
    ['lib/dates/constants.ts', 'No file or folder is called constants'],
    ['lib/access/service.ts', 'No file or folder is called service'],
    ['lib/plan/index.ts', 'No barrels'],
    ['components/plan/index.ts', 'No barrels'],
    ['components/plan/PlanTable.tsx', 'kebab-case'],
    ['lib/plan/close.ts', 'A feature, or a folder one level below it, holds only'],
    ['lib/plan/ageing/deep/rules.ts', 'A feature, or a folder one level below it, holds only'],
    ['lib/money/rules.ts', 'neither a feature nor plumbing'],
    ['lib/clock.ts', 'lib holds folders only'],
    ['lib/notifications/letter.tsx', 'lib holds no markup'],
  ])('%s is refused', (path, rule) => {
    expect(rulesBroken({ [path]: 'const x = 1;' })).toContainEqual(expect.stringContaining(rule));
  });

  it('a file that only passes others on is a barrel by any name', () => {
    const text = "export * from './actor';\nexport { x } from './context';";
    expect(rulesBroken({ 'lib/access/everything.ts': text })).toContainEqual(expect.stringContaining('No barrels'));
  });

  it.each([
    'lib/env/index.ts',
    'db/schema/index.ts',
    'lib/plan/rules.ts',
    'lib/reviews/information-reports/rules.test.ts',
    'lib/access/form-action.ts',
    'app/(signed-in)/plan/[reference]/list.tsx',
  ])('%s is fine', (path) => {
    expect(rulesBroken({ [path]: "export * from 'zod';\nconst x = 1;" })).toEqual([]);
  });
});

describe('the ways in', () => {
  const actions = 'lib/plan/server-actions.ts';

  it.each([
    ["'use server';\nexport async function submitClose() {}", 'exports nothing but'],
    ["'use server';\nexport const submitClose = closeAction;", 'exports nothing but'],
    ["'use server';\nexport const submitClose = wrap({ act: 'check-action' });", 'exports nothing but'],
    ["'use server';\nexport { closeAction } from './commands';", 'exports nothing but'],
    ["'use server';\nexport default formAction({ act: 'check-action' });", 'exports nothing but'],
    ["'use server';\nexport const submitClose = formAction({ schema, command });", 'Every server function says who may use it'],
    ["'use server';\nexport const submitClose = formAction({ act: 'close-anything', schema, command });", 'Every server function says who may use it'],
    ["'use server';\nexport const submitClose = formAction({ act: someAct, schema, command });", 'Every server function says who may use it'],
    ["'use server';\nexport const submitClose = formAction(schema, command, { act: 'visitor' });", 'Every server function says who may use it'],
    ["'use server';\nexport const submitSignIn = visitorAction(schema, handler, { act: 'check-action' });", 'Every server function says who may use it'],
    ['export const submitClose = 1;', "'use server' is the first line"],
  ])('a server function is refused: %s', (text, rule) => {
    expect(rulesBroken({ [actions]: text })).toContainEqual(expect.stringContaining(rule));
  });

  it('a server function stands in no other file, and not inside a component', () => {
    const refused = "'use server' is the first line of a server-actions.ts, and stands nowhere else";
    expect(rulesBroken({ 'lib/access/leave.ts': "'use server';\nexport const x = formAction({ act: 'own-session' });" })).toContain(refused);
    expect(rulesBroken({ 'components/plan/form.tsx': "function F() { async function post() { 'use server'; } return post; }" })).toContain(refused);
  });

  it('a form that carries a version can show both texts, and no other form says it can', () => {
    const input = "import { z } from 'zod';\nexport const closeInput = z.object({ reference, version }).refine(isDated);\nexport const addInput = z.object({ reference });";
    const posts = (line: string) => rulesBroken({ 'lib/plan/input.ts': input, [actions]: `'use server';\nimport { addInput, closeInput } from '@/lib/plan/input';\n${line}` });
    const rule = expect.stringContaining('A form that carries a version says what to set beside');
    expect(posts("export const submitClose = formAction(closeInput, close, { act: 'check-action', theirs: theirAction });")).toEqual([]);
    expect(posts("export const submitAdd = formAction(addInput, add, { act: 'check-action' });")).toEqual([]);
    expect(posts("export const submitClose = formAction(closeInput, close, { act: 'check-action' });")).toEqual([rule]);
    expect(posts("export const submitAdd = formAction(addInput, add, { act: 'check-action', theirs: theirAction });")).toEqual([rule]);
  });

  it('a server function that declares an act of the matrix is fine', () => {
    const text = `'use server';
      export const submitCheck = formAction(checkInput, checkAction, { act: 'check-action', name: 'check-action' });
      export const saveDraft = serverFunction(draftInput, keepDraft, { act: 'own-session' });
      export const submitSignOut = serverFunction(signOut, { act: 'visitor' });
      export const submitSignIn = visitorAction(signInInput, signIn, { act: 'visitor' });`;
    expect(rulesBroken({ [actions]: text })).toEqual([]);
  });

  const routes = (entries: string) => ({ 'app/routes.ts': `export const routes = { ${entries} } as const satisfies Record<string, string>;` });

  it('a page is listed once with a rule of the matrix, and asks who is there', () => {
    const at = 'app/(signed-in)/plan/[reference]/page.tsx';
    const asks = (act: string) => `export default async function Page() { return readAs(await requireActor(), work, { act: '${act}' }); }`;
    expect(routePattern(at)).toBe('/plan/[reference]');
    expect(routePattern('app/page.tsx')).toBe('/');
    expect(rulesBroken({ ...routes("'/plan/[reference]': 'signed-in'"), [at]: page })).toEqual([]);
    expect(rulesBroken({ ...routes("'/plan/[reference]': 'see-assurance'"), [at]: asks('see-assurance') })).toEqual([]);
    expect(rulesBroken({ ...routes("'/sign-in': 'visitor'"), 'app/sign-in/page.tsx': 'export default function Page() {}' })).toEqual([]);

    const untrue = 'What app/routes.ts says about a route is what its readAs asks for';
    expect(rulesBroken({ ...routes("'/plan/[reference]': 'see-assurance'"), [at]: page })).toEqual([untrue]);
    expect(rulesBroken({ ...routes("'/plan/[reference]': 'see-assurance'"), [at]: asks('see-year') })).toEqual([untrue]);
    expect(rulesBroken({ ...routes("'/plan/[reference]': 'signed-in'"), [at]: asks('see-year') })).toEqual([untrue]);

    expect(rulesBroken({ [at]: page })).toEqual(['app/routes.ts says who may use each route']);
    expect(rulesBroken({ ...routes(''), [at]: page })).toEqual(['Every page and handler says who may use it']);
    expect(rulesBroken({ ...routes("'/plan': 'signed-in'") })).toEqual(['app/routes.ts lists only routes that exist']);
    expect(rulesBroken({ ...routes("'/': 'signed-in', '/': 'anyone'"), 'app/page.tsx': page })).toEqual(['A route is listed once']);
    expect(rulesBroken({ ...routes("'/': 'whoever'"), 'app/page.tsx': page })).toContainEqual(expect.stringContaining('The rule of a route'));
    expect(rulesBroken({ ...routes("'/': rule"), 'app/page.tsx': page })).toContainEqual(expect.stringContaining('The rule of a route'));
    expect(rulesBroken({ ...routes("'/': 'signed-in'"), 'app/page.tsx': 'export default function Page() {}' })).toContainEqual(
      expect.stringContaining('A route that is not for everyone calls requireActor'),
    );
  });

  it('a handler asks who is there, and one that takes posts also where they come from', () => {
    const get = 'export async function GET() { await requireActor(); }';
    const post = 'export const POST = async () => { await requireActor(); };';
    const checked = 'export async function POST() { if (!(await isOwnOrigin())) return refuse(); await requireActor(); }';
    const handler = (text: string) => rulesBroken({ ...routes("'/drafts': 'signed-in'"), 'app/drafts/route.ts': text });
    expect(handler(get)).toEqual([]);
    expect(handler(checked)).toEqual([]);
    expect(handler('export async function GET() {}')).toContainEqual(expect.stringContaining('calls requireActor'));
    // One that takes files asks both by its receiver, in the name of the same act as its address.
    const receives = (act: string) => rulesBroken({ ...routes("'/drafts': 'close-action'"), 'app/drafts/route.ts': `export const POST = async (request) => receiveForm(request, submit, { act: '${act}', page: '/' });` });
    expect(receives('see-assurance')).toContainEqual(expect.stringContaining('is what its readAs asks for'));
    expect(handler(post)).toContainEqual(expect.stringContaining('checks where they come from'));
    expect(handler('async function take() { await requireActor(); }\nexport { take as PUT };')).toContainEqual(
      expect.stringContaining('checks where they come from'),
    );
  });
});

describe('what a file holds', () => {
  it('queries and commands never reach a browser', () => {
    expect(rulesBroken({ 'lib/plan/queries.ts': 'export const x = 1;' })).toEqual(['Queries and commands never reach a browser']);
    expect(rulesBroken({ 'lib/reviews/rapid/commands.ts': 'export const x = 1;' })).toEqual(['Queries and commands never reach a browser']);
    expect(rulesBroken({ 'lib/plan/queries.ts': server })).toEqual([]);
  });

  it.each(['(context, input)', '(ctx, reference)', '(ctx)', '(input, ctx)', '(ctx, input, version)', '()'])('a command does not take %s', (parameters) => {
    expect(rulesBroken({ 'lib/plan/commands.ts': `${server}export async function close${parameters} {}` })).toEqual(['A command takes (ctx, input)']);
    expect(rulesBroken({ 'lib/plan/commands.ts': `${server}export const close = async ${parameters} => {};` })).toEqual(['A command takes (ctx, input)']);
    expect(rulesBroken({ 'lib/plan/commands.ts': `${server}async function close${parameters} {}\nexport { close };` })).toEqual(['A command takes (ctx, input)']);
  });

  it('a command takes (ctx, input), and its own steps what they like', () => {
    const text = `${server}export async function close(ctx: X, input: Y) {}
      export async function check(ctx: X, { reference }: Y) {}
      async function save(a, b, c) {}`;
    expect(rulesBroken({ 'lib/plan/commands.ts': text })).toEqual([]);
  });

  it('a page has at most 80 lines', () => {
    const route = { 'app/routes.ts': "export const routes = { '/': 'signed-in' };" };
    const long = (lines: number) => `${page}${'\n// more'.repeat(lines - 1)}\n`;
    expect(rulesBroken({ ...route, 'app/page.tsx': long(80) })).toEqual([]);
    expect(rulesBroken({ ...route, 'app/page.tsx': long(81) })).toEqual(['A page has at most 80 lines, and this has 81']);
  });

  it('nothing streams above the check of who may see it, nothing carries a style, nothing is left undone', () => {
    expect(rulesBroken({ 'app/plan/loading.tsx': 'export default 1;' })).toContainEqual(expect.stringContaining('No loading file'));
    expect(rulesBroken({ 'components/plan/bar.tsx': "const x = <i style={{ width: '3px' }} />;" })).toContainEqual(expect.stringContaining('No style attribute'));
    expect(rulesBroken({ 'lib/plan/rules.ts': `// TO${'DO'} later` })).toEqual(['Nothing unfinished lands']);
    expect(rulesBroken({ 'e2e/plan/x.spec.ts': `// FIX${'ME'}: later` })).toEqual(['Nothing unfinished lands']);
  });
});
