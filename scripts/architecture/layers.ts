import { builtinModules } from 'node:module';
import { type Import, type Source, type Violation, isTest } from './source';

/** The features, in the order in which they may build on each other: each may import those before it. */
export const features = ['partnership', 'groups', 'reviews', 'recommendations', 'plan', 'learning', 'assurance'];

/** Plumbing that may build on all other plumbing. The first five speak to the database themselves. */
export const plumbingWithTables = ['access', 'history', 'drafts', 'jobs', 'notifications', 'search'];
export const upperPlumbing = [...plumbingWithTables, 'files', 'reports'];

/** Plumbing that knows nothing but itself. */
export const basePlumbing = ['dates', 'forms', 'errors', 'env', 'log'];

type Verdict = { rule: string; fix: string } | null;
type Judge = (source: Source, it: Import) => Verdict;

/** Which file may import which: see the diagram in lib/README.md. */
export function checkLayers(sources: Source[]): Violation[] {
  return sources.flatMap((source) =>
    source.imports.flatMap((it) => {
      const verdict = judgesFor(source).reduce<Verdict>((found, judge) => found ?? judge(source, it), null);
      return verdict ? [{ at: `${source.path}:${it.line} imports ${it.target}`, ...verdict }] : [];
    }),
  );
}

function judgesFor(source: Source): Judge[] {
  if (isTest(source.path)) return source.path.startsWith('e2e/') ? [judgeE2e] : [judgeClient];
  const [top] = source.path.split('/');
  if (top === 'app') return [judgeScreen, judgeApp];
  if (top === 'components') return source.path.startsWith('components/ui/') ? [judgeScreen, judgeDesignSystem] : [judgeScreen, judgeComponent];
  if (top === 'lib') return [judgeClient, judgeLib, judgePureFile];
  if (top === 'db') return [judgeDb];
  if (top === 'e2e') return [judgeE2e];
  return [judgeScripts];
}

/** For app and components: nothing that speaks to the database. */
const judgeScreen: Judge = (_source, it) => {
  if (isDatabase(it.target)) {
    return { rule: 'Screens never touch the database', fix: 'Read through lib/<feature>/queries, write through lib/<feature>/server-actions' };
  }
  if (isFileCalled(it.target, 'commands')) {
    return { rule: 'Screens never call a command', fix: 'Post to the server function in lib/<feature>/server-actions that wraps it' };
  }
  return null;
};

const appMayUse = ['queries', 'server-actions', 'labels', 'rules', 'policy'];

const judgeApp: Judge = (_source, it) => {
  const feature = featureOf(it.target);
  if (feature && !appMayUse.includes(baseOf(it.target))) {
    return { rule: `Pages use only ${appMayUse.join(', ')} of a feature`, fix: 'Move what the page needs into one of those files' };
  }
  if (/^(e2e|scripts)\//.test(it.target)) return { rule: 'The product does not import its tests or scripts', fix: 'Move the shared part to lib' };
  return null;
};

const judgeComponent: Judge = (_source, it) => {
  if (it.target.startsWith('app/')) return { rule: 'Components know no pages', fix: 'Pass what is needed as a property' };
  if (!it.target.startsWith('lib/') || it.typeOnly) return null;
  if (isFileCalled(it.target, 'queries')) {
    return { rule: 'Components fetch nothing', fix: 'Let the page read and pass rows as a property; `import type` of a row is fine' };
  }
  if (/^lib\/access\/(context|guard)$/.test(it.target)) {
    return { rule: 'Components ask the database nothing', fix: 'Let the page read and pass what it found as a property' };
  }
  return null;
};

const judgeDesignSystem: Judge = (_source, it) => {
  const ours = /^(app|components|lib|e2e|scripts)\//.test(it.target);
  if (!ours || /^(components\/ui\/|lib\/forms\/state$|lib\/dates\/)/.test(it.target)) return null;
  return {
    rule: 'The design system knows no feature: only components/ui, lib/forms/state and lib/dates',
    fix: 'Take it as a property, or move the component to components/<feature>',
  };
};

/** The pool is held in one place, so that no query can run without somebody to be. */
const judgeClient: Judge = (source, it) => {
  if (it.target !== 'db/client' || source.path === 'lib/access/context.ts') return null;
  if (/^(db|scripts)\//.test(source.path) || (isTest(source.path) && source.path.startsWith('lib/access/'))) return null;
  return { rule: 'Only lib/access/context imports db/client', fix: 'Use the ctx that readAs or writeAs gives; in a test, what db/testing offers' };
};

const base = `lib/{${basePlumbing.join(',')}}`;

const judgeLib: Judge = (source, it) => {
  const folder = source.path.split('/')[1] ?? '';
  const target = it.target.startsWith('lib/') ? (it.target.split('/')[1] ?? '') : null;
  const targetFeature = featureOf(it.target);

  if (/^(app|components|e2e|scripts)\//.test(it.target)) {
    return { rule: 'lib knows no screens, tests or scripts', fix: 'Turn it round: let the screen import from lib' };
  }
  if (features.includes(folder)) {
    if (targetFeature && features.indexOf(targetFeature) > features.indexOf(folder)) {
      return {
        rule: `A feature imports only itself and those before it: ${features.join(' → ')}`,
        fix: `Move what ${folder} needs out of ${targetFeature}, or let ${targetFeature} do the work`,
      };
    }
    return judgeTables(source, it, false);
  }
  if (targetFeature) return { rule: 'Plumbing knows no feature', fix: 'Pass it in from the feature, or register it from there' };
  if (basePlumbing.includes(folder)) {
    if (target !== null && !basePlumbing.includes(target)) {
      return { rule: `${base} import only each other`, fix: 'Move the code that needs both into lib/access or the plumbing it serves' };
    }
    return isDatabase(it.target) ? { rule: `${base} never touch the database`, fix: 'Move the read or write into lib/access' } : null;
  }
  return judgeTables(source, it, plumbingWithTables.includes(folder));
};

function judgeTables(source: Source, it: Import, anyFile: boolean): Verdict {
  if (!isDatabase(it.target)) return null;
  if (anyFile) return null;
  const readsOrWrites = ['queries', 'commands'].includes(baseOf(source.path.replace(/\.tsx?$/, '')));
  if (!readsOrWrites) return { rule: 'Only queries and commands touch the database', fix: 'Move the read to queries.ts or the write to commands.ts' };
  if (it.target.startsWith('db/') && !/^db\/schema(\/|$)/.test(it.target)) {
    return { rule: 'Queries and commands import only db/schema from db', fix: 'Ask through lib/access' };
  }
  return null;
}

const pureFiles = ['rules', 'policy', 'labels', 'input'];

/** In a feature these four are thought, not deed: they can be read, tested and shown in a browser without a server. */
const judgePureFile: Judge = (source, it) => {
  if (!featureOf(source.path) || !pureFiles.includes(baseOf(source.path.replace(/\.tsx?$/, '')))) return null;
  const impure =
    it.target.startsWith('node:') ||
    builtinModules.includes(it.target) ||
    /^(server-only|next|next-auth|react-dom)(\/|$)/.test(it.target) ||
    (!it.typeOnly && ['queries', 'commands', 'server-actions'].includes(baseOf(it.target)));
  return impure || isDatabase(it.target)
    ? { rule: `${pureFiles.join(', ')} are pure: no database, no Node, no server`, fix: 'Take what is needed as an argument' }
    : null;
};

const judgeDb: Judge = (source, it) => {
  if (!/^(app|components|lib|e2e|scripts)\//.test(it.target)) return null;
  const dates = it.target.startsWith('lib/dates/');
  if (dates && (it.typeOnly || /^db\/(seed|testing)\//.test(source.path))) return null;
  // What the demonstration seals must open with the application's own seal.
  if (it.target === 'lib/access/sealing' && source.path.startsWith('db/seed/')) return null;
  return {
    rule: 'db imports nothing of ours, except lib/dates (its types anywhere, its functions in db/seed and db/testing) and lib/access/sealing in db/seed',
    fix: 'Take it as an argument, or move the code that needs both to lib/access',
  };
};

const judgeE2e: Judge = (_source, it) => {
  if (!/^(app|components|lib|db|scripts)\//.test(it.target)) return null;
  if (/^(db\/(testing|seed)(\/|$)|db\/policies\/matrix$|lib\/dates\/|app\/routes$)/.test(it.target)) return null;
  return {
    rule: 'e2e imports only db/testing, db/seed, db/policies/matrix, lib/dates and app/routes',
    fix: 'Do it the way a person would, through the browser, or prepare it with db/testing',
  };
};

const judgeScripts: Judge = (_source, it) => {
  if (!/^(app|components|e2e)\//.test(it.target) && !featureOf(it.target)) return null;
  return { rule: 'Scripts import db, lib plumbing and scripts only', fix: 'Move the work into lib plumbing, or let a job of the feature do it' };
};

function isDatabase(target: string): boolean {
  return /^(db|drizzle-orm|postgres)(\/|$)/.test(target);
}

function isFileCalled(target: string, name: string): boolean {
  return target.startsWith('lib/') && baseOf(target) === name;
}

function baseOf(target: string): string {
  return target.split('/').at(-1) ?? '';
}

function featureOf(path: string): string | null {
  const [top, folder] = path.split('/');
  return top === 'lib' && folder !== undefined && features.includes(folder) ? folder : null;
}
