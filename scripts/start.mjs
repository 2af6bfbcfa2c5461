// npm start, and npm run dev with the word "dev".
import { prepare } from './prepare.mjs';

await prepare();
const { start } = await import('./start.ts');
await start(process.argv.includes('dev') ? 'dev' : 'start');
