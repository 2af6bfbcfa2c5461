import ts from 'typescript';
import { basePlumbing, features, upperPlumbing } from './layers';
import { type Source, type Violation, isTest } from './source';

const featureFiles = ['input', 'labels', 'rules', 'policy', 'queries', 'commands', 'server-actions'];
const emptyWords = ['utils', 'util', 'helpers', 'helper', 'types', 'constants', 'service', 'services', 'common', 'misc'];
const foldersWithIndex = ['lib/env', 'db/schema', 'db/seed'];

/** Where files are and what they are called, so that the name alone says where to look. */
export function checkNames(sources: Source[]): Violation[] {
  return sources.flatMap((source) => [...checkEmptyWords(source), ...checkBarrel(source), ...checkCase(source), ...checkLibFolder(source)]);
}

function checkEmptyWords({ path }: Source): Violation[] {
  const word = path.split('/').map((step) => step.split('.')[0] ?? '').find((step) => emptyWords.includes(step));
  return word === undefined ? [] : [{ at: path, rule: `No file or folder is called ${word}`, fix: 'Name it for what it does' }];
}

function checkBarrel({ path, tree }: Source): Violation[] {
  const folder = path.split('/').slice(0, -1).join('/');
  if (foldersWithIndex.includes(folder)) return [];
  const isIndex = /(^|\/)index\.(ts|tsx|mts|mjs|js|jsx)$/.test(path);
  const onlyPassesOn =
    tree.statements.length > 0 && tree.statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined);
  if (!isIndex && !onlyPassesOn) return [];
  return [{ at: path, rule: `No barrels: an index only in ${foldersWithIndex.join(', ')}`, fix: 'Import from the file that holds it' }];
}

function checkCase({ path }: Source): Violation[] {
  const odd = path
    .split('/')
    .map((step) => step.replace(/^[[(@]+(\.\.\.)?|[\])]+$/g, ''))
    .find((step) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(step));
  return odd === undefined ? [] : [{ at: path, rule: 'Files and folders are kebab-case', fix: `Rename ${odd}` }];
}

function checkLibFolder({ path }: Source): Violation[] {
  const [top, folder, ...rest] = path.split('/');
  if (top !== 'lib' || folder === undefined) return [];
  const file = rest.at(-1);
  if (file === undefined) {
    if (path === 'lib/architecture.test.ts') return [];
    return [{ at: path, rule: 'lib holds folders only', fix: 'Put it in the feature or the plumbing it belongs to' }];
  }
  if (path.endsWith('.tsx') && !isTest(path)) return [{ at: path, rule: 'lib holds no markup', fix: 'Move it to components/<feature>' }];
  if (![...features, ...upperPlumbing, ...basePlumbing].includes(folder)) {
    const fix = 'Put it where it belongs, or add the word to scripts/architecture/layers.ts and lib/README.md';
    return [{ at: path, rule: `lib/${folder} is neither a feature nor plumbing`, fix }];
  }
  if (!features.includes(folder) || isTest(file)) return [];
  if (rest.length <= 2 && featureFiles.some((name) => file === `${name}.ts`)) return [];
  return [
    {
      at: path,
      rule: `A feature, or a folder one level below it, holds only ${featureFiles.map((name) => `${name}.ts`).join(', ')} and tests`,
      fix: 'Move each part to the file of its kind; a concern of its own is a sub-folder with the same names',
    },
  ];
}
