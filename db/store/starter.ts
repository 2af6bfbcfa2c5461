// Starts a store in a process of its own and says where it is: what the store's tests kill.
import { startEmbeddedStore } from './embedded';

const [dataDir, kind] = process.argv.slice(2);

startEmbeddedStore({ dataDir: dataDir!, durable: kind !== 'throwaway', log: () => {} }).then(
  ({ pid, port, ownerUrl }) => {
    process.stdout.write(`${JSON.stringify({ pid, port, ownerUrl })}\n`);
    setInterval(() => {}, 60_000);
  },
  (error: unknown) => {
    process.stdout.write(`${JSON.stringify({ refused: (error as Error).message })}\n`);
    process.exitCode = 1;
  },
);
