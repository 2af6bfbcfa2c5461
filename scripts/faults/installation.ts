import { openDatabase } from '../../db/client';
import { fillPlan } from '../bench/fill-plan';
import { freePorts, newSecrets, startServer, type Secrets, type Server } from '../bench/server';
import { signInAs } from '../bench/session';
import { onConnection, openOwnStore, type OwnStore } from '../bench/stores';
import { build, buildIsStale } from '../build';
import type { Where } from './writers';

export type Installation = { own: OwnStore; secrets: Secrets; where: Where; ports: number[]; serve(port: number): Promise<Server>; stop(): Promise<void> };

/** The product as it is installed: its built pages, and a PostgreSQL that forces every commit to disk. With people who have signed in. */
export async function install({ people, servers }: { people: number; servers: number }): Promise<Installation> {
  if (buildIsStale() && !(await build({ show: 'failure' }))) throw new Error('There is no build to test: the pages could not be built');
  const secrets = newSecrets();
  const own = await openOwnStore({ durable: true, secrets });
  try {
    await fillPlan(own.ownerUrl(), { actions: 200, sources: 10 });
    const [councils, actions] = await onConnection(own.ownerUrl(), async (sql) => [
      await sql<{ id: string }[]>`select a.id::text from app.agencies a where a.kind = 'safeguarding_partner' and a.example and exists (select from app.agency_names n where n.agency_id = a.id and n.name like '%Council')`,
      await sql<{ reference: string }[]>`select reference from app.actions where example and agreed_on is not null and checked_on is null and aside is null order by reference`,
    ] as const);
    const where: Where = { councilId: councils[0]!.id, actions: actions.map(({ reference }) => reference), cookies: [] };
    const { database, close } = openDatabase(own.ownerUrl(), { max: 1 });
    for (let person = 0; person < people; person += 1) where.cookies.push(await signInAs(database, 'Priya Nair', secrets));
    await close();
    const serve = (port: number) => startServer({ databaseUrl: own.appUrl(), dataDir: own.dataDir, port, secrets });
    return { own, secrets, where, ports: await freePorts(servers), serve, stop: own.stop };
  } catch (error) {
    await own.stop();
    throw error;
  }
}
