// npm test.
import { prepare } from './prepare.mjs';

await prepare();
const { test } = await import('./test.ts');
await test(process.argv.slice(2));
