// npm run bench: what the plan costs as it grows, what row security costs, and how much is sent. On a database of its own, over the
// loopback address alone. What counts is the ratio of two things measured in turns; a time by itself says how fast this machine is.
import { openDatabase } from '../db/client';
import { fillPlan, leadAgency } from './bench/fill-plan';
import { closeConnections, getPage, requestsPerSecond } from './bench/requests';
import { weighScripts } from './bench/scripts-sent';
import { freePorts, newSecrets, startServer, type Server } from './bench/server';
import { signInAs } from './bench/session';
import { median, table } from './bench/statistics';
import { letAllRowsBeSeen, onConnection, openOwnStore, type OwnStore } from './bench/stores';
import { build, buildIsStale } from './build';

const short = 200;
const long = 20_000;
/** An action in twelve is the first of its review, audit or line of enquiry, in a short plan as in a long one. */
const perSource = 12;
/** Rounds of one page: as many as fit into the time, once the fewest are done. */
const warmUps = 10;
const rounds = { most: 80, fewest: 20, milliseconds: 12_000 };
const goals = { growth: 1.3, rowSecurity: 1.2, scripts: 110 };

type Places = { short: Server; long: Server; open: Server };
type Medians = Record<keyof Places | 'again', number>;

const begun: { stop(): Promise<void> }[] = [];
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void endAll().then(() => process.exit(130)));

try {
  await bench();
} finally {
  await endAll();
}

async function bench() {
  if (buildIsStale()) {
    say('Building the pages');
    if (!(await build({ show: 'failure' }))) throw new Error('The pages could not be built; what went wrong is above.');
  }
  const secrets = newSecrets();
  say(`Making a database with ${short} and one with ${long.toLocaleString('en-GB')} actions`);
  const own = await openOwnStore({ durable: false, secrets });
  begun.push(own);
  const { cookies, agency, known } = await lookAround(own, secrets);
  await own.copy('short');
  await own.copy('long');
  await fillPlan(own.ownerUrl('short'), { actions: short, sources: Math.ceil(short / perSource) });
  await fillPlan(own.ownerUrl('long'), { actions: long, sources: Math.ceil(long / perSource) });
  await own.copy('open', 'long');
  await letAllRowsBeSeen(own.ownerUrl('open'));

  say('Starting three servers');
  const ports = await freePorts(3);
  const serve = async (database: string, place: number) => {
    const server = await startServer({ databaseUrl: own.appUrl(database), dataDir: own.dataDir, port: ports[place]!, secrets });
    begun.push(server);
    return server;
  };
  const places: Places = { short: await serve('short', 0), long: await serve('long', 1), open: await serve('open', 2) };

  const pages: [name: string, path: string, who: keyof typeof cookies][] = [
    ['By colour', '/plan?rag=red', 'unit'],
    ['By agency', `/plan?agency=${agency}`, 'unit'],
    ['By colour and agency', `/plan?rag=red&agency=${agency}`, 'unit'],
    ['By colour and agency, as an agency lead', `/plan?rag=red&agency=${agency}`, 'lead'],
    ['By words', '/plan?q=neglect+tool', 'unit'],
  ];
  const rows: string[][] = [['Filtered plan page, median in ms', `${short + known}`, (long + known).toLocaleString('en-GB'), 'ratio', 'policies off', 'ratio', 'the same twice']];
  for (const [name, path, who] of pages) {
    say(`Measuring: ${name.toLowerCase()}`);
    try {
      const found = await inTurns(places, path, cookies[who]);
      rows.push([name, ms(found.short), ms(found.long), ratio(found.long / found.short), ms(found.open), ratio(found.long / found.open), ratio(found.again / found.long)]);
    } catch (error) {
      rows.push([name, (error as Error).message]);
      process.exitCode = 1;
    }
  }
  rows.push(['Goal', '', '', `≤ ${goals.growth}`, '', `≤ ${goals.rowSecurity}`, '1.00']);

  const page = pages[2]![1];
  say('Measuring: ten people at once');
  const speeds = { short: await tenPeople(places.short), long: await tenPeople(places.long) };
  const [shortPage, longPage] = [await getPage(places.short.url + page, cookies.unit), await getPage(places.long.url + page, cookies.unit)];
  const sent = await weighScripts(places.long.url, longPage.body);

  console.log(`\n${table(rows)}\n`);
  console.log(
    table([
      ['The page by colour and agency', `${short + known}`, (long + known).toLocaleString('en-GB'), 'goal'],
      ['Requests a second, ten people at once', speeds.short.toFixed(1), speeds.long.toFixed(1), ''],
      ['Bytes of HTML', bytes(shortPage.bytes), bytes(longPage.bytes), ''],
      [`JavaScript, ${sent.all.files} files, bytes`, '', bytes(sent.all.bytes), ''],
      ['JavaScript, bytes with gzip', '', bytes(sent.all.gzip), `≤ ${bytes(goals.scripts * 1000)}`],
      [`  the framework's, ${sent.framework.files} files`, '', bytes(sent.framework.gzip), ''],
      [`  our own, ${sent.own.files} files`, '', bytes(sent.own.gzip), ''],
    ]),
  );

  async function tenPeople(server: Server) {
    return requestsPerSecond(server.url + page, cookies.unit, { people: 10, seconds: 5 });
  }
}

/** Who asks and what for: the same in every copy of the database, since they are made from this one. */
async function lookAround(own: OwnStore, secrets: ReturnType<typeof newSecrets>) {
  const { database, close } = openDatabase(own.ownerUrl(), { max: 1 });
  try {
    const cookies = { unit: await signInAs(database, 'Priya Nair', secrets), lead: await signInAs(database, 'Joanne Hargreaves', secrets) };
    const found = await onConnection(own.ownerUrl(), (sql) => sql<{ agency: string; actions: number }[]>`
      select (select agency_id from app.agency_names where name = ${leadAgency}) as agency, (select count(*)::integer from app.actions) as actions`);
    return { cookies, agency: found[0]!.agency, known: found[0]!.actions };
  } finally {
    await close();
  }
}

/** Each place once in every round, and the long one twice, beginning with another one each time: what slows the machine slows them alike. */
async function inTurns(places: Places, path: string, cookie: string): Promise<Medians> {
  const turns: [keyof Medians, Server][] = [['short', places.short], ['long', places.long], ['open', places.open], ['again', places.long]];
  const times: Record<keyof Medians, number[]> = { short: [], long: [], open: [], again: [] };
  const enoughAt = performance.now() + rounds.milliseconds;
  for (let round = -warmUps; round < rounds.fewest || (round < rounds.most && performance.now() < enoughAt); round += 1) {
    for (let turn = 0; turn < turns.length; turn += 1) {
      const [name, server] = turns[(turn + round + warmUps) % turns.length]!;
      const { milliseconds } = await getPage(server.url + path, cookie);
      if (round >= 0) times[name].push(milliseconds);
    }
  }
  return { short: median(times.short), long: median(times.long), open: median(times.open), again: median(times.again) };
}

async function endAll() {
  closeConnections();
  for (const one of begun.splice(0).reverse()) await one.stop();
}

function ms(value: number): string {
  return value.toFixed(1);
}

function ratio(value: number): string {
  return value.toFixed(2);
}

function bytes(value: number): string {
  return value.toLocaleString('en-GB');
}

function say(line: string) {
  console.log(`${line} …`);
}
