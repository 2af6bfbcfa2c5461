// Runs the built pages (or, with "dev", the pages as they are edited) until the process that asked for it ends: were that one killed, a
// server left behind would hold the port, without a database.
import { createRequire } from 'node:module';
import { answerFailuresInPlainHtml } from './outage-page.mjs';

const [kind = 'start'] = process.argv.slice(2);
const { HOST: host = '127.0.0.1', PORT: port = '3000' } = process.env;

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(0), 3_000).unref();
});

if (kind === 'start') answerFailuresInPlainHtml();

const require = createRequire(import.meta.url);
const next = require.resolve('next/dist/bin/next');
process.argv = [process.argv[0], next, kind, '-H', host, '-p', port];
require(next);
