import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

// Apart from the other tests, and one file after the other: each has a server and a PostgreSQL of its own, and kills them.
export default defineConfig({
  root,
  resolve: { alias: { '@': root, 'server-only': `${root}/db/testing/server-only.ts` } },
  test: { name: 'faults', include: ['scripts/faults/*.fault.ts'], fileParallelism: false, testTimeout: 600_000, hookTimeout: 120_000 },
});
