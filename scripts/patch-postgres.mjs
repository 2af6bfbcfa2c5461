// Mends the PostgreSQL driver, postgres.js 3.4.9. It sends small messages a moment later; when the connection is lost in that moment, the
// delayed write throws outside any query and ends the process, and the connection, opened anew, believes a write is still to come and
// sends nothing more: its queries hang. Both are reported to the driver's project and not yet corrected there.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const knownVersion = '3.4.9';
const files = ['src/connection.js', 'cjs/src/connection.js'];

// Each is [what the driver says, what it says afterwards].
const changes = [
  [
    '  function nextWrite(fn) {\n    const x = socket.write(chunk, fn)\n',
    '  function nextWrite(fn) {\n    if (!socket) {\n      chunk = nextWriteTimer = null\n      return false\n    }\n    const x = socket.write(chunk, fn)\n',
  ],
  [
    '    clearImmediate(nextWriteTimer)\n    if (socket) {\n',
    '    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    if (socket) {\n',
  ],
  [
    '    clearImmediate(nextWriteTimer)\n    socket.removeListener(',
    '    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket.removeListener(',
  ],
];

const installed = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', 'postgres');

/** Makes the change where it is not made yet. Throws where the driver is not the one that the change was written for. */
export function patchPostgres(folder = installed) {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (version !== knownVersion) {
    throw new Error(
      `The change to the PostgreSQL driver in scripts/patch-postgres.mjs was written for postgres ${knownVersion}, and ${version} is installed. ` +
        'See whether that version still needs it, then change or remove it.',
    );
  }
  for (const file of files) {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    let after = before;
    for (const [from, to] of changes) {
      if (after.includes(to)) continue;
      if (after.split(from).length !== 2) throw new Error(`${file} of the PostgreSQL driver does not read as scripts/patch-postgres.mjs expects.`);
      after = after.replace(from, () => to);
    }
    if (after !== before) writeFileSync(path, after);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    patchPostgres();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
