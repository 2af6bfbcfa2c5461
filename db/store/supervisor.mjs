// Runs PostgreSQL for as long as the process that asked for it lives. It is a process of its own because a process that is killed cannot
// tidy up after itself: the channel to the parent closes in every case, and that is the sign to stop.
import { spawn } from 'node:child_process';
import { openSync, closeSync, readFileSync, rmSync, writeSync, fstatSync, readSync } from 'node:fs';
import { join } from 'node:path';

const plan = JSON.parse(process.argv[2]);

const fastStop = 10_000;
const immediateStop = 5_000;
const restartsWithin = 60_000;
const restartsAllowed = 100;

let postgres = null;
let stopping = false;
let everReady = false;
let restarts = [];

function run() {
  const log = openSync(plan.log, 'a+', 0o600);
  const from = fstatSync(log).size;
  const child = spawn(plan.program, plan.args, {
    cwd: plan.cluster,
    env: plan.env,
    stdio: ['ignore', log, log],
    ...(plan.account ? { uid: plan.account.uid, gid: plan.account.gid } : {}),
  });
  postgres = child;
  const watch = setInterval(() => {
    if (isReady(child.pid)) {
      clearInterval(watch);
      everReady = true;
      tell({ ready: child.pid });
    }
  }, 20);
  let ended = false;
  const end = (reason) => {
    if (ended) return;
    ended = true;
    clearInterval(watch);
    const said = reason ?? textSince(log, from);
    closeSync(log);
    ranOut(said);
  };
  child.on('error', (error) => end(error.message));
  child.on('exit', () => end());
}

function ranOut(said) {
  postgres = null;
  if (stopping) return leave(0);

  // Killed server processes hold the shared memory for a moment longer than their parent.
  const willPass =
    /pre-existing shared memory|lock file ".*" already exists/.test(said) || (!plan.portIsNew && /could not bind/.test(said));
  const now = Date.now();
  restarts = restarts.filter((at) => now - at < restartsWithin);
  if ((everReady || willPass) && restarts.length < restartsAllowed) {
    restarts.push(now);
    setTimeout(() => (stopping ? leave(0) : run()), restarts.length === 1 ? 20 : 100);
    return;
  }
  tell({ failed: said.slice(-2_000) });
  leave(1);
}

// PostgreSQL writes its state on the eighth line of this file, which is also where pg_ctl looks.
function isReady(pid) {
  try {
    const lines = readFileSync(join(plan.cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

function stop() {
  if (stopping) return;
  stopping = true;
  if (!postgres) return leave(0);
  // A store that is thrown away needs no orderly end.
  signal(plan.throwAway ? 'SIGQUIT' : 'SIGINT');
  setTimeout(() => signal('SIGQUIT'), fastStop).unref();
  setTimeout(() => signal('SIGKILL'), fastStop + immediateStop).unref();
}

function signal(name) {
  try {
    postgres?.kill(name);
  } catch {
    // It has just ended.
  }
}

function leave(code) {
  for (const path of plan.throwAway ?? []) rmSync(path, { recursive: true, force: true });
  process.exit(code);
}

function tell(message) {
  if (process.connected) process.send(message, () => {});
}

function textSince(log, from) {
  const size = fstatSync(log).size - from;
  if (size <= 0) return '';
  const text = Buffer.alloc(Math.min(size, 16_384));
  readSync(log, text, 0, text.length, from + size - text.length);
  return text.toString('utf8');
}

process.on('disconnect', stop);
process.on('message', (message) => message === 'stop' && stop());
for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(name, stop);
process.on('uncaughtException', (error) => {
  try {
    const log = openSync(plan.log, 'a', 0o600);
    writeSync(log, `supervisor: ${error.stack}\n`);
  } catch {
    // There is nowhere left to say it.
  }
  stop();
});

if (!process.connected) leave(0);
else run();
