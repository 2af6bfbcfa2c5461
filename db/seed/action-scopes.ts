import { sql } from 'drizzle-orm';
import type { Loading } from './loading';

/**
 * Whose the actions are, written once for all of them: the trigger that keeps it for each saved action stands aside while
 * many are loaded. In the same transaction, so that nobody ever sees an action without it.
 */
export async function loadingActions(loading: Loading, load: () => Promise<void>): Promise<void> {
  const { tx } = loading;
  await tx.execute(sql`alter table app.actions disable trigger c_scopes`);
  await tx.execute(sql`alter table app.action_agencies disable trigger c_scopes`);
  await load();
  await tx.execute(sql`insert into app.action_scopes (action_id, person_id, agency_id, group_id)
    select id, owner_person_id, null::uuid, null::uuid from app.actions where owner_person_id is not null
    union all select id, null, owner_agency_id, null from app.actions where owner_agency_id is not null
    union all select id, null, null, accountable_group_id from app.actions where accountable_group_id is not null
    union all select action_id, null, agency_id, null from app.action_agencies`);
  await tx.execute(sql`alter table app.actions enable trigger c_scopes`);
  await tx.execute(sql`alter table app.action_agencies enable trigger c_scopes`);
}
