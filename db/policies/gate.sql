-- The gate: functions that say who is here. They belong to crt_gate, which can sign nobody in by itself and owns no table.
-- Each checks what it is given and sets the actor for this transaction in one call, signed so that a setting written by
-- anybody else counts for nothing.

create or replace function app.gate_signature(payload text) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select encode(sha256(convert_to(s.secret || encode(sha256(convert_to(s.secret || payload || pg_backend_pid()::text || transaction_timestamp()::text, 'UTF8')), 'hex'), 'UTF8')), 'hex')
  from app.gate_secrets s
$$;

create or replace function app.set_actor(kind text, person uuid, account uuid, session uuid, job text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  payload text := kind || '|' || coalesce(person::text, '') || '|' || coalesce(account::text, '') || '|' || coalesce(session::text, '') || '|' || coalesce(job, '');
begin
  perform set_config('app.actor', payload || '#' || app.gate_signature(payload), true);
end
$$;

-- The actor of this transaction as {kind, person, account, session, job}; all empty where nobody has entered.
create or replace function app.actor() returns text[]
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  setting text := current_setting('app.actor', true);
  payload text;
begin
  if setting is null or setting = '' then return array['', '', '', '', '']; end if;
  payload := split_part(setting, '#', 1);
  if split_part(setting, '#', 2) is distinct from app.gate_signature(payload) then
    return array['', '', '', '', ''];
  end if;
  return string_to_array(payload, '|');
end
$$;

create or replace function app.today() returns date
  language sql stable set search_path = pg_catalog, pg_temp
as $$ select (now() at time zone 'Europe/London')::date $$;

-- Enters the person whose browser holds this token. Nothing comes back where the session has ended, timed out, or its account
-- is disabled: that is the check that ends a session at once. Whoever holds nothing enters, and finds their own account and drafts.
create or replace function app.enter_session(token text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  here record;
begin
  select s.id, s.account_id, a.person_id, p.name, a.email, s.last_seen_at, s.expires_at, s.strength, t.idle_minutes, t.partnership_name, t.partnership_short_name, i.mode
    into here
    from app.sessions s
    join app.accounts a on a.id = s.account_id
    join app.persons p on p.id = a.person_id
    cross join app.settings t
    cross join app.installation i
   where s.token_hash = token
     and s.ended_at is null
     and s.expires_at > now()
     and s.last_seen_at > now() - make_interval(mins => t.idle_minutes)
     and a.disabled_at is null;
  if not found then return null; end if;
  perform app.set_actor('person', here.person_id, here.account_id, here.id, null);
  return jsonb_build_object(
    'person', here.person_id, 'account', here.account_id, 'session', here.id, 'name', here.name, 'email', here.email,
    'strength', here.strength, 'seen', here.last_seen_at,
    'ends', least(here.expires_at, here.last_seen_at + make_interval(mins => here.idle_minutes)),
    'idleMinutes', here.idle_minutes, 'partnership', here.partnership_name, 'partnershipShort', here.partnership_short_name, 'mode', here.mode,
    'memberships', coalesce((
      select jsonb_agg(jsonb_build_object('membership', h.membership, 'agency', h.agency_id, 'group', h.group_id, 'source', h.source_id,
                                          'groupName', g.name, 'groupKind', g.kind, 'review', h.review_id, 'votesFor', h.votes_for_agency_id, 'person', h.person_id))
        from app.held() h left join app.groups g on g.id = h.group_id), '[]'::jsonb));
end
$$;

create or replace function app.enter_job(job text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if job not in ('seal-history', 'clear-limits', 'clear-drafts', 'clear-uploads') then raise exception 'no such job' using errcode = '42501'; end if;
  perform app.set_actor('job', null, null, null, job);
end
$$;

create or replace function app.enter_visitor() returns void
  language sql security definer set search_path = pg_catalog, pg_temp
as $$ select app.set_actor('visitor', null, null, null, null) $$;

create or replace function app.touch_session(token text) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
as $$
  update app.sessions s set last_seen_at = now()
    from app.settings t
   where s.token_hash = token and s.ended_at is null and s.expires_at > now()
     and s.last_seen_at > now() - make_interval(mins => t.idle_minutes)
$$;

-- How many tries are left under a key: takes one and says how many seconds to wait, 0 where it may go on.
create or replace function app.take_try(limit_key text, allowed integer, within_seconds integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  row record;
begin
  insert into app.limits as l (key, used, resets_at) values (limit_key, 1, now() + make_interval(secs => within_seconds))
    on conflict (key) do update
      set used = case when l.resets_at <= now() then 1 else l.used + 1 end,
          resets_at = case when l.resets_at <= now() then now() + make_interval(secs => within_seconds) else l.resets_at end
    returning used, resets_at into row;
  if row.used <= allowed then return 0; end if;
  return greatest(1, ceil(extract(epoch from row.resets_at - now()))::integer);
end
$$;

-- The only ways to credentials.
create or replace function app.find_sign_in(address text) returns table (account_id uuid, password_hash text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select a.id, c.password_hash from app.accounts a join app.credentials c on c.account_id = a.id
   where lower(a.email) = lower(address) and a.disabled_at is null
$$;

create or replace function app.begin_session(account uuid, token text, session_strength text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if session_strength = 'demonstration' and not exists (select 1 from app.installation i where i.mode = 'demonstration') then return false; end if;
  insert into app.sessions (id, account_id, token_hash, expires_at, strength)
    select gen_random_uuid(), a.id, token, now() + make_interval(hours => t.session_hours), session_strength
      from app.accounts a cross join app.settings t
     where a.id = account and a.disabled_at is null;
  return found;
end
$$;

create or replace function app.end_session(token text) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
as $$ update app.sessions set ended_at = now() where token_hash = token and ended_at is null $$;

-- Ends every session of an account: one's own, or anybody's where one may change accounts.
create or replace function app.end_sessions(account uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  ended integer;
begin
  if account::text is distinct from (app.actor())[3] and not ('all' = any(app.reach('accounts', 'change'))) then
    raise exception 'not yours to end' using errcode = '42501';
  end if;
  update app.sessions set ended_at = now() where account_id = account and ended_at is null;
  get diagnostics ended = row_count;
  return ended;
end
$$;

-- A one-time link by which somebody sets their own password. Started by somebody who may change accounts, never for themselves.
create or replace function app.start_sign_in_link(account uuid, token text, minutes integer) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not ('all' = any(app.reach('accounts', 'add'))) or account::text = (app.actor())[3] then raise exception 'not yours to start' using errcode = '42501'; end if;
  -- An invitation, for an account that has no password yet. Whoever starts a link could use it: one that replaces a password
  -- would let them take over an account that is in use.
  if exists (select 1 from app.credentials c where c.account_id = account) then raise exception 'this account is in use' using errcode = '42501'; end if;
  update app.sign_in_links set used_at = now() where account_id = account and used_at is null;
  insert into app.sign_in_links (id, account_id, token_hash, started_by_id, expires_at)
    values (gen_random_uuid(), account, token, nullif((app.actor())[2], '')::uuid, now() + make_interval(mins => minutes));
end
$$;

-- Whether an account has a password already: then a link would take it over.
create or replace function app.account_is_in_use(account uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select 'all' = any (app.reach('accounts', 'add')) and exists (select 1 from app.credentials c where c.account_id = account) $$;

create or replace function app.sign_in_link_is_good(token text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select exists (select 1 from app.sign_in_links l join app.accounts a on a.id = l.account_id
                  where l.token_hash = token and l.used_at is null and l.expires_at > now() and a.disabled_at is null)
$$;

-- Sets the password, spends the link and ends every session of the account.
create or replace function app.use_sign_in_link(token text, new_hash text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  account uuid;
begin
  if not app.sign_in_link_is_good(token) then return null; end if;
  perform app.begin_command('set-password', null, null);
  update app.sign_in_links l set used_at = now()
    from app.accounts a
   where l.token_hash = token and l.used_at is null and l.expires_at > now() and a.id = l.account_id and a.disabled_at is null
   returning l.account_id into account;
  if account is null then return null; end if;
  insert into app.credentials (account_id, password_hash) values (account, new_hash)
    on conflict (account_id) do update set password_hash = excluded.password_hash, set_at = now();
  update app.sessions set ended_at = now() where account_id = account and ended_at is null;
  return account;
end
$$;

-- Demonstration only: who one can try it as.
create or replace function app.demonstration_people() returns table (account_id uuid, name text, held jsonb)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select a.id, p.name, coalesce(
           (select jsonb_agg(jsonb_build_object('membership', h.membership, 'of', h.of, 'for', h.covered) order by h.kind, h.at, h.id)
              from (select 1 as kind, m.membership, coalesce(g.name, n.name) as of, null as covered, m.recorded_at as at, m.id
                      from app.memberships m left join app.groups g on g.id = m.group_id
                      left join app.agency_names n on n.agency_id = coalesce(m.agency_id, m.votes_for_agency_id) and n.to_on is null
                     where m.person_id = p.id and (m.to_on is null or m.to_on >= app.today())
                    union all
                    select 2, c.membership, null, o.name, c.recorded_at, c.id
                      from app.covers c join app.persons o on o.id = c.person_id where c.by_person_id = p.id and (c.to_on is null or c.to_on >= app.today())) h),
           (select jsonb_build_array(jsonb_build_object('membership', r.capacity)) from app.review_places r where r.person_id = p.id and r.capacity in ('LR', 'RP') order by r.recorded_at limit 1),
           '[{"membership": "AO"}]')
    from app.accounts a join app.persons p on p.id = a.person_id
   where exists (select 1 from app.installation i where i.mode = 'demonstration') and a.disabled_at is null and p.example
   order by p.name
$$;

-- A live installation's first visit: a code from the log makes the partnership and its first administrator, once.
create or replace function app.offer_set_up_code(code text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (select 1 from app.accounts) or not exists (select 1 from app.installation i where i.mode = 'live' and i.set_up_at is null) then return false; end if;
  delete from app.set_up_codes;
  insert into app.set_up_codes (code_hash) values (code);
  return true;
end
$$;

create or replace function app.awaits_set_up() returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select exists (select 1 from app.installation i where i.mode = 'live' and i.set_up_at is null) $$;

create or replace function app.set_up(code text, partnership text, short_name text, person_name text, address text, password text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  person uuid := gen_random_uuid();
  account uuid := gen_random_uuid();
begin
  -- Two first visits at once: one waits here and then finds it done.
  perform 1 from app.installation i where i.mode = 'live' and i.set_up_at is null for update;
  if not found then return null; end if;
  update app.set_up_codes set used_at = now() where code_hash = code and used_at is null;
  if not found then return null; end if;
  perform app.set_actor('visitor', null, null, null, null);
  perform app.begin_command('set-up-installation', null, null);
  update app.settings set partnership_name = partnership, partnership_short_name = short_name;
  insert into app.persons (id, name) values (person, person_name);
  insert into app.accounts (id, person_id, email) values (account, person, address);
  insert into app.credentials (account_id, password_hash) values (account, password);
  insert into app.memberships (id, person_id, membership, from_on, needs_second) values (gen_random_uuid(), person, 'SA', app.today(), false);
  update app.installation set set_up_at = now();
  return account;
end
$$;

-- One command row: history points to it. The same form key from the same account gives back the first one's outcome.
create or replace function app.begin_command(name text, key uuid, digest text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  who text[] := app.actor();
  new_id uuid := gen_random_uuid();
  earlier record;
begin
  if who[1] = '' and session_user = 'crt_app' then raise exception 'nobody has entered' using errcode = '42501'; end if;
  insert into app.commands (id, command, actor_kind, person_id, account_id, form_key, body_digest)
    values (new_id, name, coalesce(nullif(who[1], ''), 'owner'), nullif(who[2], '')::uuid, nullif(who[3], '')::uuid, key, digest)
    on conflict (account_id, form_key) do nothing;
  if not found then
    select c.id, c.command, c.body_digest, c.result_path into earlier from app.commands c where c.account_id = who[3]::uuid and c.form_key = key;
    return jsonb_build_object('earlier', true, 'same', earlier.body_digest is not distinct from digest and earlier.command = name, 'path', earlier.result_path);
  end if;
  perform set_config('app.command', new_id::text, true);
  return jsonb_build_object('earlier', false, 'id', new_id);
end
$$;

create or replace function app.finish_command(of_command uuid, path text) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
as $$ update app.commands set result_path = path where id = of_command and account_id is not distinct from nullif((app.actor())[3], '')::uuid $$;

-- The text of a form whose session had ended, kept for the same account only. The token opens nothing; a session that ended
-- days ago, or a closed account, keeps nothing; and what was saved after the session's end is not replaced.
create or replace function app.park_draft(token text, form_name text, sealed_text text, sealed_with text, place text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  account uuid;
  ended timestamptz;
begin
  if length(sealed_text) > 600000 or length(form_name) > 200 or length(place) > 500 then return false; end if;
  select s.account_id, least(now(), coalesce(s.ended_at, least(s.expires_at, s.last_seen_at + make_interval(mins => t.idle_minutes)))) into account, ended
    from app.sessions s join app.accounts a on a.id = s.account_id cross join app.settings t
   where s.token_hash = token and a.disabled_at is null;
  if account is null or ended < now() - interval '2 days' then return false; end if;
  if app.take_try('park:' || account::text, 30, 3600) > 0 then return false; end if;
  insert into app.drafts as d (id, account_id, form, sealed, key_id, page, saved_at)
    values (gen_random_uuid(), account, form_name, sealed_text, sealed_with, place, ended)
    on conflict (account_id, form) do update set sealed = excluded.sealed, key_id = excluded.key_id, page = excluded.page, saved_at = excluded.saved_at
      where d.saved_at <= excluded.saved_at;
  return found;
end
$$;

-- A place for 72 hours that a member of the business unit takes for themselves on a list they were taken off, where nobody who could give
-- it is there. The chair of the Executive and the scrutineer are told at once. Never for somebody excluded: for them, as for anybody
-- whom the reference says nothing, there is no such review, and false comes back.
create or replace function app.take_emergency_place(of_reference text, because text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  who uuid := nullif((app.actor())[2], '')::uuid;
  of_review uuid;
begin
  if not exists (select 1 from app.held() h where h.membership = 'BU') then raise exception 'not yours to take' using errcode = '42501'; end if;
  select s.review_id into of_review from app.sources s
   where s.reference = of_reference and s.review_id = any (app.my_removals()) and s.review_id <> all (app.my_exclusions());
  if of_review is null then return false; end if;
  insert into app.review_places (id, review_id, person_id, capacity, reason, from_on, to_on, ends_at)
    values (gen_random_uuid(), of_review, who, 'BU', because, app.today(), ((now() + interval '72 hours') at time zone 'Europe/London')::date, now() + interval '72 hours');
  insert into app.outbox (id, to_person_id, message, record_name, record_id, path)
    select gen_random_uuid(), told.person_id, of_reference || ': somebody of the business unit took an emergency place on its list', 'review', of_review, '/reviews/' || of_reference || '/history'
      from (select m.person_id from app.memberships m left join app.groups g on g.id = m.group_id
             where (m.membership = 'IS' or (m.membership = 'CH' and g.kind = 'executive')) and m.from_on <= app.today() and (m.to_on is null or m.to_on >= app.today())
            union
            select c.by_person_id from app.covers c join app.memberships m on m.person_id = c.person_id and m.membership = c.membership left join app.groups g on g.id = m.group_id
             where (m.membership = 'IS' or (m.membership = 'CH' and g.kind = 'executive')) and c.from_on <= app.today() and (c.to_on is null or c.to_on >= app.today())) told
     where told.person_id <> who;
  return true;
end
$$;

create or replace function app.record_denial(attempted text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if app.take_try('denial:' || coalesce(nullif((app.actor())[2], ''), 'visitor'), 600, 3600) > 0 then return; end if;
  insert into app.denials (person_id, attempt) values (nullif((app.actor())[2], '')::uuid, left(attempted, 200));
end
$$;

-- Whether a view was noted by the person who entered: only they add the reviews it showed.
create or replace function app.is_own_view(view bigint) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select exists (select 1 from app.record_views v where v.id = view and v.person_id = nullif((app.actor())[2], '')::uuid) $$;

create or replace function app.next_number(run text) returns bigint
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  number bigint;
begin
  insert into app.counters as c (name, next) values (run, 2) on conflict (name) do update set next = c.next + 1 returning c.next - 1 into number;
  return number;
end
$$;

-- Whether the database is at the schema and the policies this build expects, for the health check and the start.
create or replace function app.schema_state() returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select coalesce((select string_agg(v.name || '=' || v.digest, ',' order by v.name) from app.schema_versions v), '') $$;
