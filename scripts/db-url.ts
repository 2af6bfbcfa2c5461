// npm run -s db:url: the address of the running embedded store, as the owner of its tables; with -- --role app, as the application.
import { findRunningStore } from '../db/store/embedded';
import { checkSettings, settingsMessage } from '../lib/env';

const words = process.argv.slice(2).join(' ').replace('=', ' ');
const checked = checkSettings(process.env);
const store = checked.ok ? findRunningStore(checked.settings.dataDir) : null;

if (!/^(--role (owner|app))?$/.test(words)) refuse('Say npm run -s db:url for the address of the owner, or npm run -s db:url -- --role app for that of the application.');
else if (!checked.ok) refuse(settingsMessage(checked.problems));
else if (checked.settings.store === 'external') refuse('The settings name a database of your own in DATABASE_URL; this is for the embedded one.');
else if (!store) refuse(`No database runs on the data folder ${checked.settings.dataDir}. Start the product with npm start, and ask again while it runs.`);
else console.log(words === '--role app' ? store.appUrl : store.ownerUrl);

function refuse(message: string) {
  console.error(message);
  process.exitCode = 1;
}
