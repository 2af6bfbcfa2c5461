import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedStore, type Store } from '../db/store/embedded';
import { findBrowser } from './browser';
import { build, buildIsStale } from './build';
import { project } from './prepare.mjs';
import { add, countPlaywright, countStep, countVitest, inOneLine, type Counts } from './test-counts';

const steps = ['types', 'lint', 'unit', 'database', 'build', 'e2e', 'faults'] as const;
type Step = (typeof steps)[number];

const titles: Record<Step, string> = {
  types: 'Types',
  lint: 'Lint',
  unit: 'Architecture and unit tests',
  database: 'Database tests',
  build: 'Build',
  e2e: 'Browser tests',
  faults: 'Fault tests',
};

const children = new Set<ChildProcess>();
let stopped = false;

/** Runs every check there is, or those of --only=types,lint,unit,database,build,e2e,faults, and ends with one line of counts. */
export async function test(words: string[]): Promise<void> {
  const chosen = chooseSteps(words);
  const reports = mkdtempSync(join(tmpdir(), 'case-review-tracker-test-'));
  // The throwaway database below runs as another account where root tests, and has to be able to enter.
  chmodSync(reports, 0o755);
  let store: Store | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stopped = true;
      for (const child of children) child.kill('SIGTERM');
    });
  }

  const counts: Counts[] = [];
  const failures: string[] = [];
  try {
    const env = testEnvironment();
    if (chosen.includes('database') || chosen.includes('e2e')) {
      say('Starting a throwaway database');
      store = await startEmbeddedStore({ dataDir: join(reports, 'store'), durable: false, log: say });
      Object.assign(env, storeEnvironment(store));
    }
    let built = true;
    for (const step of chosen) {
      if (stopped) break;
      if ((step === 'e2e' || step === 'faults') && !built) {
        say(`${titles[step]} are left out: there is no build to test`);
        continue;
      }
      const count = await run(step, env, reports);
      if (step === 'build') built = count.failed === 0;
      if (count.failed > 0) failures.push(titles[step]);
      counts.push(count);
    }
  } catch (error) {
    console.error((error as Error).message);
    failures.push('what the tests need');
    counts.push(countStep(1));
  } finally {
    await store?.stop();
    rmSync(reports, { recursive: true, force: true });
  }

  if (stopped) {
    console.error('The tests were stopped before they were through.');
    process.exit(130);
  }
  const sum = add(counts);
  console.log(failures.length > 0 ? `\nFailed: ${failures.join(', ')}` : '');
  console.log(inOneLine(sum));
  process.exit(sum.failed > 0 ? 1 : 0);
}

async function run(step: Step, env: NodeJS.ProcessEnv, reports: string): Promise<Counts> {
  console.log(`\n── ${titles[step]} ──`);
  const report = join(reports, `${step}.json`);
  switch (step) {
    case 'types': {
      // Pages removed since the last build would otherwise still be looked for.
      const generated = await runTool('next/dist/bin/next', ['typegen'], env);
      return countStep(generated === 0 ? await runTool('typescript/bin/tsc', ['--noEmit'], env) : generated);
    }
    case 'lint':
      return countStep(await runTool('eslint/bin/eslint.js', ['.', '--max-warnings=0'], env));
    case 'unit':
    case 'database':
    case 'faults': {
      const which = step === 'faults' ? ['--config', 'scripts/faults/vitest.config.ts'] : ['--project', step];
      const words = ['run', ...which, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const code = await runTool('vitest/vitest.mjs', words, env);
      return countVitest(readJson(report), code);
    }
    case 'build': {
      if (!buildIsStale()) say('The pages are built already');
      return countStep(!buildIsStale() || (await build({ show: 'all', started: keep })) ? 0 : 1);
    }
    case 'e2e': {
      const { executablePath } = await findBrowser(say);
      const words = ['test', '--reporter=list,json', '--pass-with-no-tests'];
      const code = await runTool('@playwright/test/cli.js', words, { ...env, CRT_BROWSER: executablePath, PLAYWRIGHT_JSON_OUTPUT_NAME: report });
      return countPlaywright(readJson(report), code);
    }
  }
}

function chooseSteps(words: string[]): Step[] {
  const only = words.find((word) => word.startsWith('--only='))?.slice('--only='.length).split(',');
  const unknown = [...words.filter((word) => !word.startsWith('--only=')), ...(only ?? []).filter((name) => !(steps as readonly string[]).includes(name))];
  if (unknown.length > 0) {
    console.error(`There is no "${unknown.join(' ')}". Say npm test, or a part of it: npm test -- --only=${steps.join(',')}`);
    process.exit(1);
  }
  return only ? steps.filter((step) => only.includes(step)) : [...steps];
}

// The settings of whoever runs the tests are not for the tests, which would write to the database they name.
function testEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  for (const name of Object.keys(env)) {
    if (/^(DATABASE_|CRT_|NEXTAUTH_|PG|PORT$|HOST$|NODE_ENV$)/.test(name) && name !== 'CRT_BROWSER') Reflect.deleteProperty(env, name);
  }
  return env;
}

function storeEnvironment({ adminUrl, ownerUrl, appUrl }: Store) {
  return {
    CRT_TEST_ADMIN_URL: adminUrl,
    CRT_TEST_OWNER_PASSWORD: new URL(ownerUrl).password,
    CRT_TEST_APP_PASSWORD: new URL(appUrl).password,
  };
}

function runTool(tool: string, words: string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  const child = spawn(process.execPath, [join(project, 'node_modules', tool), ...words], { cwd: project, env, stdio: ['ignore', 'inherit', 'inherit'] });
  keep(child);
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.once('error', () => resolve(1));
  });
}

function keep(child: ChildProcess) {
  children.add(child);
  child.once('exit', () => children.delete(child));
}

function readJson<T>(path: string): T | null {
  try {
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : null;
  } catch {
    return null;
  }
}

function say(line: string) {
  console.log(`${line} …`);
}
