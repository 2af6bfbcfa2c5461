// Adds invented actions to the demonstration that runs: npx tsx scripts/fill.ts 20000
import { findRunningStore } from '../db/store/embedded';
import { checkSettings, settingsMessage } from '../lib/env';
import { fillPlan } from './bench/fill-plan';

const actions = Number(process.argv[2] ?? 20_000);
const checked = checkSettings(process.env);
try {
  if (!Number.isInteger(actions) || actions < 1 || actions > 100_000) throw new Error('Say how many actions: a whole number from 1 to 100000.');
  if (!checked.ok) throw new Error(settingsMessage(checked.problems));
  const running = findRunningStore(checked.settings.dataDir);
  if (!running) throw new Error('Nothing runs to be filled. Start the product with npm start first.');
  await fillPlan(running.ownerUrl, { actions, sources: Math.ceil(actions / 12) });
  console.log(`${actions} invented actions have been added to the plan.`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
