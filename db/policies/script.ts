import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { guardArgument, guardedTables } from './act-columns';
import { historyTables } from './history-columns';
import { permissionRows } from './matrix';
import { searchArgument, searchedTables } from './searched';
import { applicationFunctions, gateGrants, policyFunctions, resolverTables, tablePolicies, type TablePolicies } from './tables';

/**
 * Everything about the database that is not a table: functions, triggers, policies and grants, as one script that a migration
 * applies whole whenever its text has changed. Dropping and making anew keeps one picture of the rules, not a pile of changes.
 */

const text = (name: string) => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');
const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`;

/** Whose functions are whose: everything in `resolver.sql` belongs to crt_resolver, all else to crt_gate. */
function owned(sqlText: string, owner: string): string {
  const names = [...sqlText.matchAll(/create or replace function app\.(\w+)\(/g)].map((match) => match[1]!);
  return names
    .map((name) => `do $own$ declare f regprocedure; begin
      for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' and p.proname = '${name}' loop
        execute format('alter function %s owner to ${owner}', f);
      end loop; end $own$;`)
    .join('\n');
}

/** Clears what an earlier version of this script made, so that a renamed or changed function leaves nothing behind. */
const clear = `do $clear$ declare t record; begin
    for t in select tg.tgname, c.relname from pg_trigger tg join pg_class c on c.oid = tg.tgrelid join pg_namespace n on n.oid = c.relnamespace
              where n.nspname = 'app' and not tg.tgisinternal loop
      execute format('drop trigger %I on app.%I', t.tgname, t.relname);
    end loop;
    for t in select p.policyname, p.tablename from pg_policies p where p.schemaname = 'app' loop
      execute format('drop policy %I on app.%I', t.policyname, t.tablename);
    end loop;
    for t in select p.oid::regprocedure as f from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app' loop
      execute format('drop function %s', t.f);
    end loop; end $clear$;`;

function trigger(table: string, name: string, when: string, call: string): string {
  return `create trigger ${name} ${when} on app.${table} for each row execute function app.${call};`;
}

const versioned = [
  'settings', 'agencies', 'persons', 'posts', 'groups', 'meetings', 'meeting_attendances', 'meeting_decisions', 'challenges', 'accounts', 'memberships', 'covers', 'review_places', 'list_removals', 'conflicts_of_interest', 'sources', 'reviews', 'notifications',
  'identities', 'rapid_reviews', 'criteria_tests', 'agency_requests', 'clocks', 'decisions', 'decision_views', 'recommendations', 'themes', 'findings', 'actions', 'action_agencies', 'action_requests', 'evidence',
];

/** What triggers derive in a table is no save of it. */
const derived: Record<string, string[]> = {
  actions: ['rag_fixed', 'red_from', 'amber_from', 'is_over', 'party_ids', 'agencies_behind', 'escalated_to', 'executive_closes', 'next_check_on'],
  reviews: ['notified_on', 'opened_on', 'put_on', 'decided_on', 'outcome', 'sent_to_panel_on'],
};

const neverChanged = ['history', 'history_seals', 'history_sealed', 'record_views', 'record_view_reviews', 'denials', 'theme_changes', 'updates', 'checks', 'due_moves', 'files'];

function triggers(): string {
  const lines = [
    ...versioned.map((table) => trigger(table, 'b_version', 'before update', `raise_version(${(derived[table] ?? []).map(quoted).join(', ')})`)),
    ...neverChanged.flatMap((table) => [
      trigger(table, 'a_never_changed', 'before update or delete', 'refuse_change()'),
      `create trigger a_never_emptied before truncate on app.${table} execute function app.refuse_change();`,
    ]),
    trigger('installation', 'a_mode', 'before update or delete', 'keep_mode()'),
    trigger('recommendations', 'a_review', 'before insert or update of source_id', 'copy_review_of_source()'),
    trigger('findings', 'a_review', 'before insert or update of source_id', 'copy_review_of_source()'),
    trigger('finding_repeats', 'a_repeats', 'before insert or update', 'keep_repeats()'),
    trigger('theme_changes', 'a_themes', 'before insert', 'keep_theme_changes()'),
    trigger('action_sources', 'a_review', 'before insert', 'copy_review_of_source()'),
    trigger('action_recommendations', 'a_review', 'before insert', 'copy_review_of_recommendation()'),
    trigger('action_recommendations', 'c_source', 'after insert', 'link_source_of_recommendation()'),
    trigger('decisions', 'a_subject', 'before insert or update of review_id, recommendation_id, action_id', 'copy_subject_of_decision()'),
    trigger('decision_views', 'a_scope', 'before insert or update of decision_id, review_id, matter', 'copy_scope_of_decision()'),
    trigger('meeting_attendances', 'a_group', 'before insert or update of meeting_id, group_id', 'copy_group_of_meeting()'),
    trigger('meeting_decisions', 'a_group', 'before insert or update of meeting_id, group_id', 'copy_group_of_meeting()'),
    trigger('challenges', 'a_challenge', 'before insert or update', 'keep_challenge()'),
    trigger('sources', 'c_published', 'after update of published_from', 'copy_published_to_review()'),
    trigger('reviews', 'a_published', 'before insert or update of is_published', 'copy_published_of_source()'),
    trigger('reviews', 'a_stage', 'before insert or update of notified_on, opened_on, put_on, decided_on, outcome, sent_to_panel_on', 'keep_stage()'),
    trigger('notifications', 'c_stage', 'after insert or update of sent_on', 'keep_stage()'),
    trigger('rapid_reviews', 'c_stage', 'after insert or update of opened_on, sent_to_panel_on', 'keep_stage()'),
    trigger('decisions', 'c_stage', 'after insert or update of opened_on, decided_from, outcome, supersedes_id', 'keep_stage()'),
    trigger('reviews', 'c_place', 'after insert', 'place_recorder_on_list()'),
    trigger('actions', 'a_rag', 'before insert or update', 'keep_rag()'),
    trigger('actions', 'a_parties', 'before insert or update', 'keep_parties()'),
    trigger('action_agencies', 'b_parties', 'after insert or update of action_id, agency_id, contribution', 'keep_parties()'),
    trigger('actions', 'c_scopes', 'after insert or update of owner_agency_id, owner_person_id, accountable_group_id', 'keep_action_scopes()'),
    ...['action_agencies', 'action_sources', 'action_recommendations'].map((table) => trigger(table, 'c_scopes', 'after insert or update', 'keep_action_scopes()')),
    ...Object.entries(searchedTables).map(([table, searched]) => trigger(table, 'c_searched', 'after insert or update', `keep_searched(${quoted(searchArgument(searched))})`)),
    trigger('settings', 'c_rags', 'after update of rag_due_soon_days, rag_quiet_days, rag_moves_for_red, second_check_months', 'keep_rags_after_settings()'),
    trigger('memberships', 'a_grants', 'before insert or update', 'keep_grants()'),
    trigger('covers', 'a_grants', 'before insert or update', 'keep_covers()'),
    trigger('review_places', 'a_places', 'before insert or update', 'keep_places()'),
    trigger('sources', 'c_places', 'after update of completed_from', 'end_places_after_closure()'),
    trigger('list_removals', 'a_removals', 'before insert', 'keep_removals()'),
    trigger('conflicts_of_interest', 'a_interests', 'before insert or update', 'keep_interests()'),
    trigger('decision_views', 'b_stepped_back', 'before insert or update', "keep_stepped_back('given_by_id')"),
    trigger('decisions', 'b_stepped_back', 'before update of outcome, chaired_by_id', "keep_stepped_back('chaired_by_id')"),
    trigger('recommendations', 'b_stepped_back', 'before update of acceptance', "keep_stepped_back('acceptance_recorded_by_id')"),
    trigger('findings', 'b_stepped_back', 'before update of agreement', "keep_stepped_back('decision_recorded_by_id')"),
    trigger('accounts', 'a_accounts', 'before update', 'keep_accounts()'),
    trigger('actions', 'a_owners', 'before insert or update of owner_person_id', 'keep_owners()'),
    trigger('actions', 'a_judgement', 'before update of aside, worsened_to, worsened_because', 'keep_judgement()'),
    trigger('action_requests', 'a_request', 'before insert or update', 'keep_request()'),
    trigger('action_requests', 'c_carry_out', 'after insert or update', 'carry_out_request()'),
    trigger('checks', 'c_second', 'after insert', 'carry_out_second_check()'),
    trigger('actions', 'a_word', 'before update of complete_on, complete_said_by_id', 'keep_word()'),
    trigger('actions', 'a_checker', 'before update of complete_on, checked_on, checked_by_id', 'keep_checker()'),
    trigger('decisions', 'a_outcome', 'before update of outcome, chaired_by_id', 'keep_outcome()'),
    trigger('checks', 'a_checker', 'before insert', 'keep_checker()'),
    trigger('files', 'a_upload', 'before insert', 'attach_upload()'),
    trigger('evidence', 'a_checker', 'before update of checked_on, checked_by_id, declined_on, declined_by_id', 'keep_checker()'),
    ...Object.entries(guardedTables).map(([table, guarded]) => trigger(table, 'a_acts', 'before insert or update', `keep_acts(${quoted(guardArgument(guarded))})`)),
    ...Object.entries(historyTables).map(([table, tags]) =>
      trigger(table, 'z_history', 'after insert or update or delete',
        `record_history(${[tags.family, tags.root, tags.rootColumn, tags.scope ?? '', tags.value.join(','), (tags.digest ?? []).join(',')].map(quoted).join(', ')})`)),
  ];
  return lines.join('\n');
}

/** One changes and removes only what one sees. PostgreSQL asks that by itself only of a statement that reads a column of the row. */
const whereSeen = ({ see = 'false' }: TablePolicies, rule: string) => `(${see}) and (${rule})`;

function policies(): string {
  const lines: string[] = [];
  for (const [table, rules] of Object.entries(tablePolicies)) {
    const grants: string[] = [];
    if (rules.see) { grants.push('select'); lines.push(`create policy app_see on app.${table} for select to crt_app using (${rules.see});`); }
    if (rules.add) { grants.push('insert'); lines.push(`create policy app_add on app.${table} for insert to crt_app with check (${rules.add});`); }
    if (rules.change) {
      const change = whereSeen(rules, rules.change);
      grants.push('update');
      lines.push(`create policy app_change on app.${table} for update to crt_app using (${change}) with check (${change});`);
    }
    if (rules.remove) { grants.push('delete'); lines.push(`create policy app_remove on app.${table} for delete to crt_app using (${whereSeen(rules, rules.remove)});`); }
    if (grants.length > 0) lines.push(`grant ${grants.join(', ')} on app.${table} to crt_app;`);
  }
  for (const table of resolverTables) {
    lines.push(`create policy resolver_sees on app.${table} for select to crt_resolver using (true);`, `grant select on app.${table} to crt_resolver;`);
  }
  for (const [table, grants] of Object.entries(gateGrants)) {
    lines.push(`create policy gate_works on app.${table} to crt_gate using (true) with check (true);`, `grant ${grants} on app.${table} to crt_gate;`);
  }
  return `do $rls$ declare t record; begin
    for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'app' and c.relkind in ('r', 'p') loop
      execute format('revoke all on app.%I from public, crt_app, crt_resolver, crt_gate, crt_reporting', t.relname);
      execute format('alter table app.%I enable row level security', t.relname);
      execute format('alter table app.%I force row level security', t.relname);
      execute format('create policy owner_works on app.%I to crt_owner using (true) with check (true)', t.relname);
    end loop; end $rls$;\n${lines.join('\n')}`;
}

function cells(): string {
  const rows = permissionRows().map((row) => `(${[row.family, row.membership, row.operation, row.reach].map(quoted).join(', ')})`);
  return `delete from app.permission_cells;\ninsert into app.permission_cells (family, membership, operation, reach) values\n${rows.join(',\n')};`;
}

/** Only the functions a statement of the application's calls itself, or that a policy names. */
function functionGrants(): string {
  return `revoke all on all functions in schema app from public, crt_app;
    grant usage on schema app to crt_app, crt_resolver, crt_gate;
    grant execute on all functions in schema app to crt_resolver, crt_gate;
    revoke execute on function app.set_actor(text, uuid, uuid, uuid, text), app.gate_signature(text) from crt_resolver;
    do $calls$ declare f regprocedure; begin
      for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'app'::regnamespace and p.proname = any (array[${[...policyFunctions, ...applicationFunctions].map(quoted).join(', ')}]) loop
        execute format('grant execute on function %s to crt_app', f);
      end loop; end $calls$;`;
}

/** What was there before its table could be searched, or before its columns were. */
function searchEntries(): string {
  return Object.entries(searchedTables).map(([table, searched]) =>
    `select app.keep_search_entry(${quoted(table)}, ${quoted(searchArgument(searched))}, to_jsonb(t)) from app.${table} t;`).join('\n');
}

export function policyScript(): { sql: string; digest: string } {
  const gate = text('gate.sql');
  const resolver = text('resolver.sql');
  const triggerFunctions = text('triggers.sql');
  const sql = [
    'set local check_function_bodies = off;',
    clear,
    'grant usage, create on schema app to crt_gate, crt_resolver;',
    resolver, gate, triggerFunctions,
    owned(resolver, 'crt_resolver'), owned(gate, 'crt_gate'), owned(triggerFunctions, 'crt_gate'),
    'revoke create on schema app from crt_gate, crt_resolver;',
    policies(), triggers(), cells(), searchEntries(), functionGrants(),
    // The signing secret: two random identifiers, made once.
    `insert into app.gate_secrets (secret) values (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')) on conflict do nothing;`,
  ].join('\n\n');
  return { sql, digest: createHash('sha256').update(sql).digest('hex').slice(0, 16) };
}
