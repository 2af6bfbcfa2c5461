-- What the database keeps in step by itself, so that no code path can forget it. Owned by crt_gate.

-- Every save raises the version that forms carry. Columns a trigger derives, which the arguments name, do not count as a save.
create or replace function app.raise_version() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  derived text[] := coalesce(tg_argv::text[], '{}') || 'version'::text;
begin
  if to_jsonb(new) - derived is distinct from to_jsonb(old) - derived then
    new.version := old.version + 1;
  else
    new.version := old.version;
  end if;
  return new;
end
$$;

create or replace function app.refuse_change() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception '% is never changed or removed', tg_table_name using errcode = '42501';
end
$$;

create or replace function app.keep_mode() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'DELETE' or new.mode is distinct from old.mode then raise exception 'what a database was made for is never changed' using errcode = '42501'; end if;
  return new;
end
$$;

-- Scope columns are copied to every child, so that its policy needs no join.
create or replace function app.copy_review_of_source() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  select s.review_id into new.review_id from app.sources s where s.id = new.source_id;
  return new;
end
$$;

create or replace function app.copy_review_of_recommendation() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  select r.review_id into new.review_id from app.recommendations r where r.id = new.recommendation_id;
  return new;
end
$$;

create or replace function app.copy_scope_of_decision() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  select d.review_id, d.matter into new.review_id, new.matter from app.decisions d where d.id = new.decision_id;
  return new;
end
$$;

-- Which review a decision is about, and whether that is an invented one: by what it is about.
create or replace function app.copy_subject_of_decision() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if new.recommendation_id is not null then
    select r.review_id, r.example into new.review_id, new.example from app.recommendations r where r.id = new.recommendation_id;
  elsif new.action_id is not null then
    new.review_id := null;
    select a.example into new.example from app.actions a where a.id = new.action_id;
  else
    select s.example into new.example from app.sources s where s.id = new.review_id;
  end if;
  return new;
end
$$;

create or replace function app.copy_group_of_meeting() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  select m.group_id into new.group_id from app.meetings m where m.id = new.meeting_id;
  return new;
end
$$;

-- An action that serves a recommendation hangs on the recommendation's source too.
create or replace function app.link_source_of_recommendation() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  insert into app.action_sources (id, action_id, source_id, review_id)
    select gen_random_uuid(), new.action_id, r.source_id, r.review_id from app.recommendations r where r.id = new.recommendation_id
    on conflict (action_id, source_id) do nothing;
  return null;
end
$$;

-- A finding that repeats an earlier one is repeated by none of those before it.
create or replace function app.keep_repeats() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if new.removed_on is not null then return new; end if;
  -- One at a time, so that two links at once cannot close a ring.
  perform pg_advisory_xact_lock(hashtext('app.finding_repeats'));
  if exists (
       with recursive before_it as (
         select new.earlier_id as id
         union
         select r.earlier_id from before_it b join app.finding_repeats r on r.finding_id = b.id and r.removed_on is null and r.id <> new.id
       )
       select 1 from before_it where id = new.finding_id) then
    raise exception 'a finding does not repeat itself' using errcode = '23514', constraint = 'finding_repeats_ring';
  end if;
  return new;
end
$$;

-- Only a theme in use becomes something else, and only one in use is what another becomes; in the order of the days. So every chain of
-- merges ends.
create or replace function app.keep_theme_changes() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  ended boolean;
begin
  -- Both as they stand, whoever else changes them.
  perform 1 from app.themes t where t.id in (new.theme_id, new.into_id) order by t.id for update;
  select coalesce((select c.kind <> 'restored' from app.theme_changes c where c.theme_id = new.theme_id order by c.changed_on desc, c.recorded_at desc limit 1), false) into ended;
  if ended and new.kind = 'split' then
    -- The further parts of one split.
    select not exists (select 1 from app.theme_changes c where c.theme_id = new.theme_id and c.kind = 'split' and c.changed_on = new.changed_on and c.recorded_at = new.recorded_at) into ended;
  end if;
  if ended <> (new.kind = 'restored') then
    raise exception 'only a theme in use is ended, and only an ended one is restored' using errcode = '23514', constraint = 'theme_changes_in_use';
  end if;
  if new.into_id is not null and coalesce((select c.kind <> 'restored' from app.theme_changes c where c.theme_id = new.into_id order by c.changed_on desc, c.recorded_at desc limit 1), false) then
    raise exception 'a theme becomes one that is in use' using errcode = '23514', constraint = 'theme_changes_into_used';
  end if;
  if exists (select 1 from app.theme_changes c where (c.theme_id in (new.theme_id, new.into_id) or c.into_id in (new.theme_id)) and c.changed_on > new.changed_on) then
    raise exception 'what becomes of a theme is recorded in the order of the days' using errcode = '23514', constraint = 'theme_changes_in_order';
  end if;
  return new;
end
$$;

create or replace function app.copy_published_to_review() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update app.reviews r set is_published = (new.published_from is not null) where r.id = new.id and r.is_published <> (new.published_from is not null);
  return null;
end
$$;

create or replace function app.copy_published_of_source() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  select s.published_from is not null into new.is_published from app.sources s where s.id = new.id;
  return new;
end
$$;

-- How far a review has come, on its spine: see the columns' note in the schema. What a document says it came to stands as it was
-- loaded, where nothing was decided here.
create or replace function app.keep_stage() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  standing record;
begin
  if tg_table_name <> 'reviews' then
    update app.reviews set outcome = outcome where id = new.review_id;
    return null;
  end if;
  new.notified_on := (select n.sent_on from app.notifications n where n.review_id = new.id);
  select r.opened_on, r.sent_to_panel_on into new.opened_on, new.sent_to_panel_on from app.rapid_reviews r where r.review_id = new.id;
  select d.opened_on, d.decided_from, d.outcome into standing from app.decisions d
   where d.review_id = new.id and d.matter = 'rapid_review_outcome' and not exists (select 1 from app.decisions later where later.supersedes_id = d.id);
  if found or session_user = 'crt_app' then
    new.outcome := case when found then standing.outcome when tg_op = 'UPDATE' then old.outcome end;
  end if;
  new.put_on := standing.opened_on;
  new.decided_on := standing.decided_from;
  return new;
end
$$;

-- Whoever records a review is on its list from that moment.
create or replace function app.place_recorder_on_list() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  who text[] := app.actor();
begin
  -- In whose name they act: a deputy records for the case review lead they cover.
  if who[1] = 'person' then
    insert into app.review_places (id, review_id, person_id, capacity, reason, from_on)
      select gen_random_uuid(), new.id, h.person_id, 'CL', 'Recorded the notification', app.today()
        from app.held() h where h.membership = 'CL' order by (h.person_id = who[2]::uuid) desc limit 1;
  end if;
  return null;
end
$$;

-- Whose an action is, on its own row: a contributing agency that is added changes it as well, and one that moves changes both. Beside it,
-- how many of the contributing agencies are behind.
create or replace function app.keep_parties() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_table_name = 'action_agencies' then
    update app.actions a set party_ids = party_ids, agencies_behind = (select count(*) from app.action_agencies x where x.action_id = a.id and x.contribution = 'behind')
     where id in (new.action_id, old.action_id) and (tg_op = 'UPDATE' or new.contribution = 'behind' or new.agency_id <> all (party_ids));
    return null;
  end if;
  if session_user = 'crt_app' then
    new.agencies_behind := (select count(*) from app.action_agencies x where x.action_id = new.id and x.contribution = 'behind');
  end if;
  new.party_ids := array(
    select p.id from (values (new.owner_person_id), (new.owner_agency_id), (new.accountable_group_id)) p (id) where p.id is not null
    union select x.agency_id from app.action_agencies x where x.action_id = new.id);
  return new;
end
$$;

-- The keys to an action, and what each of them opens: see the table's note in the schema.
create or replace function app.keep_action_scopes() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  of_action uuid;
  of_actions uuid[];
begin
  if tg_table_name = 'actions' then of_actions := array[new.id]; else of_actions := array[new.action_id]; end if;
  -- A link that moved leaves nothing open where it was.
  if tg_op = 'UPDATE' and tg_table_name <> 'actions' then
    if old.action_id <> new.action_id then of_actions := of_actions || old.action_id; end if;
  end if;
  foreach of_action in array of_actions loop
    if tg_op = 'UPDATE' then delete from app.action_scopes where by_action_id = of_action; end if;
    insert into app.action_scopes (opened_id, key, by_action_id)
      select opened.id, keys.id, of_action
        from (select of_action as id
              union all select l.source_id from app.action_sources l where l.action_id = of_action
              union all select r.recommendation_id from app.action_recommendations r where r.action_id = of_action) opened
       cross join (select unnest(a.party_ids) as id from app.actions a where a.id = of_action
                   union all select l.source_id from app.action_sources l where l.action_id = of_action) keys
      on conflict do nothing;
  end loop;
  return null;
end
$$;

-- The words by which a record is found, as `searched.ts` says of its table: words joined by hyphens together and one by one, and the number
-- of its reference without the zeros before it. A record that nobody is to find has no entry.
create or replace function app.keep_search_entry(of_table text, told jsonb, of_row jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  found text[];
begin
  if coalesce((of_row ->> (told ->> 'unless'))::boolean, false) then
    delete from app.search_entries e where e.table_name = of_table and e.record_id = (of_row ->> 'id')::uuid;
    return;
  end if;
  select app.words_in(string_agg(of_row ->> name, ' ')) into found from jsonb_array_elements_text(told -> 'columns') name;
  insert into app.search_entries as e (table_name, record_id, family, scope_id, review_id, at, words)
    values (
      of_table, (of_row ->> 'id')::uuid,
      case when (told ->> 'withoutReview') is not null and (of_row ->> 'review_id') is null then told ->> 'withoutReview'
           when (told ->> 'stage') is not null and (of_row ->> (told ->> 'stage')) is not null then told ->> 'staged'
           else told ->> 'family' end,
      coalesce(of_row ->> (told ->> 'scope'), of_row ->> 'id')::uuid,
      case when (told ->> 'hasReview')::boolean then (of_row ->> 'review_id')::uuid end,
      (of_row ->> 'recorded_at')::timestamptz,
      array_to_tsvector(found || app.words_in(regexp_replace(of_row ->> 'reference', '\D+0*', ' ', 'g'))
        || array(select part from unnest(found) word cross join lateral string_to_table(word, '-') part where part not in (word, ''))))
    on conflict (table_name, record_id) do update set family = excluded.family, scope_id = excluded.scope_id, review_id = excluded.review_id, words = excluded.words
      where (e.family, e.scope_id, e.review_id, e.words) is distinct from (excluded.family, excluded.scope_id, excluded.review_id, excluded.words);
end
$$;

create or replace function app.keep_searched() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform app.keep_search_entry(tg_table_name, tg_argv[0]::jsonb, to_jsonb(new));
  return null;
end
$$;

-- What makes an action's RAG on a given day, and whether it is over: see the columns' notes in the schema, and the rules in words in lib/plan/rules.ts.
-- Beside them, whether the Executive's chair closes it: one that was red when it was said to be complete, or with which the Executive was asked
-- to help; and when a complete action is next looked at again.
create or replace function app.keep_rag() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  t record;
  red_from date := new.due_on + 1;
begin
  select rag_due_soon_days, rag_quiet_days, rag_moves_for_red, second_check_months into t from app.settings;
  if new.owner_agency_id is null or new.moves >= t.rag_moves_for_red or new.worsened_to = 'red' then red_from := date '0001-01-01'; end if;
  new.executive_closes := coalesce(new.checked_on is not null and red_from <= new.complete_on, false)
    or exists (select 1 from app.action_requests r where r.action_id = new.id and r.escalated_to = 'executive');
  new.next_check_on := case when new.checked_on is not null and new.aside is null then (
    select min(new.complete_on + make_interval(months => m))::date from unnest(t.second_check_months) m
     where m > coalesce((select max(c.after_months) from app.checks c where c.action_id = new.id and c.checked_on >= new.checked_on), 0)) end;
  new.is_over := new.closed_on is not null or new.checked_on is not null or coalesce(new.aside in ('superseded', 'not_accepted', 'transferred'), false);
  new.rag_fixed := case
    when new.closed_on is not null then 'blue'
    when new.checked_on is not null then 'green'
    when new.aside is not null then 'grey'
    when new.record_basis <> 'worked_here' and new.due_on is null then 'not_stated'
    when new.agreed_on is null then 'grey'
  end;
  if new.rag_fixed is not null then
    new.red_from := null;
    new.amber_from := null;
    return new;
  end if;
  new.red_from := red_from;
  new.amber_from := case
    when new.moves >= 1 or new.agencies_behind > 0 or new.worsened_to = 'amber' then date '0001-01-01'
    else greatest(new.due_on - t.rag_due_soon_days, coalesce(new.last_update_on, new.agreed_on) + t.rag_quiet_days)
  end;
  if new.due_on is null and new.moves = 0 and new.agencies_behind = 0 and new.worsened_to is distinct from 'amber' then new.amber_from := null; end if;
  return new;
end
$$;

create or replace function app.keep_rags_after_settings() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update app.actions set rag_fixed = rag_fixed where closed_on is null or new.second_check_months <> old.second_check_months;
  return null;
end
$$;

-- Who may hold what with what, and who may give it. Rules of permissions.md, kept where no path can pass them by.
create or replace function app.keep_grants() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  who uuid := nullif((app.actor())[2], '')::uuid;
  held text[];
begin
  -- One person at a time, so that two grants at once cannot pass each other by.
  perform 1 from app.persons p where p.id = new.person_id for no key update;
  if exists (select 1 from app.memberships m where m.person_id = new.person_id and m.id <> new.id
               and (m.membership = 'SA') <> (new.membership = 'SA')
               and (m.to_on is null or m.to_on >= app.today()) and (new.to_on is null or new.to_on >= app.today())) then
    raise exception 'a system administrator holds nothing else' using errcode = '23514', constraint = 'memberships_sa_alone';
  end if;
  if new.membership = 'SA' and (new.to_on is null or new.to_on >= app.today())
     and (exists (select 1 from app.covers c where c.by_person_id = new.person_id and (c.to_on is null or c.to_on >= app.today()))
       or exists (select 1 from app.review_places p where p.person_id = new.person_id and (p.to_on is null or p.to_on >= app.today()))
       or exists (select 1 from app.action_scopes a where a.key = new.person_id)) then
    raise exception 'a system administrator acts for nobody and owns nothing' using errcode = '23514', constraint = 'memberships_sa_alone';
  end if;
  if session_user <> 'crt_app' or (app.actor())[1] = 'visitor' then return new; end if;
  select coalesce(array_agg(h.membership), '{}') into held from app.held() h;
  if tg_op = 'INSERT' then
    if new.person_id = who or new.granted_by_id is distinct from who or new.confirmed_at is not null then
      raise exception 'nobody grants to themselves or for another' using errcode = '42501';
    end if;
    if new.membership in ('BU', 'EX', 'SA') and not new.needs_second then
      -- At set-up the administrator grants the first of each alone, until somebody who holds it has signed in.
      if not ('SA' = any (held)) or new.membership = 'SA' or exists (
           select 1 from app.memberships m join app.accounts a on a.person_id = m.person_id join app.sessions s on s.account_id = a.id
            where m.membership = new.membership) then
        raise exception 'this membership is given by two people' using errcode = '42501';
      end if;
    elsif new.membership not in ('BU', 'EX', 'SA') and not ('BU' = any (held)) then
      raise exception 'not yours to grant' using errcode = '42501';
    end if;
  else
    if new.person_id is distinct from old.person_id or new.membership is distinct from old.membership or new.granted_by_id is distinct from old.granted_by_id
       or new.agency_id is distinct from old.agency_id or new.group_id is distinct from old.group_id or new.source_id is distinct from old.source_id
       or new.votes_for_agency_id is distinct from old.votes_for_agency_id or new.includes_below is distinct from old.includes_below or new.from_on is distinct from old.from_on
       or (old.confirmed_at is not null and (new.confirmed_at, new.confirmed_by_id) is distinct from (old.confirmed_at, old.confirmed_by_id))
       or (old.needs_second and not new.needs_second) or (old.to_on is not null and (new.to_on is null or new.to_on > old.to_on)) then
      raise exception 'what was granted is not changed; it is ended and given anew' using errcode = '42501';
    end if;
    if new.confirmed_at is not null and old.confirmed_at is null and (new.confirmed_by_id is distinct from who or old.granted_by_id = who or old.person_id = who) then
      raise exception 'a grant is confirmed by a second person' using errcode = '42501';
    end if;
    -- Whoever may grant it may end it, in their own name.
    if (new.to_on, new.ended_by_id, new.ended_reason) is distinct from (old.to_on, old.ended_by_id, old.ended_reason)
       and (new.ended_by_id is distinct from who or not (held && case when new.membership in ('BU', 'EX', 'SA') then array['BU', 'EX', 'SA'] else array['BU'] end)) then
      raise exception 'not yours to end' using errcode = '42501';
    end if;
  end if;
  return new;
end
$$;

create or replace function app.keep_covers() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform 1 from app.persons p where p.id = new.by_person_id for no key update;
  if (new.to_on is null or new.to_on >= app.today()) and exists (
       select 1 from app.memberships m where m.person_id = new.by_person_id and m.membership = 'SA' and (m.to_on is null or m.to_on >= app.today())) then
    raise exception 'a system administrator acts for nobody' using errcode = '23514', constraint = 'covers_sa_alone';
  end if;
  if session_user <> 'crt_app' then return new; end if;
  -- What two people grant, one cannot hand on: only its holder names who covers it.
  if tg_op = 'INSERT' and new.membership in ('BU', 'EX') and new.person_id::text is distinct from (app.actor())[2] then
    raise exception 'cover for this membership is set by who holds it' using errcode = '42501';
  end if;
  if tg_op = 'UPDATE' and ((new.person_id, new.by_person_id, new.membership, new.from_on, new.set_by_id) is distinct from (old.person_id, old.by_person_id, old.membership, old.from_on, old.set_by_id)
       or (old.to_on is not null and (new.to_on is null or new.to_on > old.to_on))) then
    raise exception 'cover is ended and set anew' using errcode = '42501';
  end if;
  return new;
end
$$;

-- A place on a list is ended or made shorter; whose it is, on which review and why never changes.
create or replace function app.keep_places() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (select 1 from app.memberships m where m.person_id = new.person_id and m.membership = 'SA' and (m.to_on is null or m.to_on >= app.today())) then
    raise exception 'a system administrator is on no list' using errcode = '23514', constraint = 'review_places_sa_alone';
  end if;
  if session_user <> 'crt_app' then return new; end if;
  -- A lead reviewer gives places on the panel; who leads, records and runs a review is the business unit's to say. The place
  -- of whoever records a review is given by nobody.
  if tg_op = 'INSERT' then
    if new.granted_by_id is not null and new.capacity not in ('RP', 'ER') and not ('all' = any (app.reach('places', 'add'))) then
      raise exception 'not yours to give' using errcode = '42501';
    end if;
    return new;
  end if;
  if ((new.review_id, new.person_id, new.capacity, new.reason, new.from_on, new.granted_by_id, new.ends_at)
       is distinct from (old.review_id, old.person_id, old.capacity, old.reason, old.from_on, old.granted_by_id, old.ends_at)
       or (old.to_on is not null and (new.to_on is null or new.to_on > old.to_on))) then
    raise exception 'a place is ended and given anew' using errcode = '42501';
  end if;
  return new;
end
$$;

-- A place without an end ends thirty days after its review is closed, so that the list is that of those who still need to know.
create or replace function app.end_places_after_closure() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if new.review_id is not null and new.completed_from is not null and old.completed_from is null then
    update app.review_places set to_on = greatest(new.completed_from, app.today()) + 30 where review_id = new.review_id and to_on is null;
  end if;
  return null;
end
$$;

-- Taken off a list is a member of the business unit: everybody else is on one by a place, which ends.
create or replace function app.keep_removals() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if session_user = 'crt_app' and not exists (
       select 1 from app.memberships m where m.person_id = new.person_id and m.membership = 'BU' and (m.to_on is null or m.to_on >= app.today())
       union all
       select 1 from app.covers c where c.by_person_id = new.person_id and c.membership = 'BU' and (c.to_on is null or c.to_on >= app.today())) then
    raise exception 'only a member of the business unit is taken off a list' using errcode = '42501';
  end if;
  return new;
end
$$;

-- A conflict of interest is declared today. What somebody else declares, and is more than noted, the chair of the Executive and the
-- decision-maker of a safeguarding partner confirm: two people, neither of them the one it is about, nor the second the one who declared it.
create or replace function app.keep_interests() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  chairs boolean := exists (select 1 from app.held() h join app.groups g on g.id = h.group_id and g.kind = 'executive' where h.membership = 'CH');
  votes boolean := exists (select 1 from app.held() h where h.votes_for_agency_id is not null);
  chair_before uuid := case when tg_op = 'UPDATE' then old.chair_confirmed_by_id end;
  partner_before uuid := case when tg_op = 'UPDATE' then old.partner_confirmed_by_id end;
begin
  if session_user <> 'crt_app' then return new; end if;
  if tg_op = 'INSERT' and (new.from_on <> app.today()
       or (new.person_id = new.declared_by_id or new.outcome = 'stays') <> (new.confirm_by is null)
       or new.confirm_by not between app.today() and app.today() + 14) then
    raise exception 'a conflict that somebody else declares holds until a day in the next two weeks, unless it is confirmed' using errcode = '42501';
  end if;
  if (new.chair_confirmed_by_id, new.partner_confirmed_by_id) is distinct from (chair_before, partner_before)
     and (new.confirm_by is null or new.confirm_by < app.today() or new.ended_by_id is not null) then
    raise exception 'there is nothing to confirm any more' using errcode = '42501';
  end if;
  if new.chair_confirmed_by_id is distinct from chair_before and not chairs then
    raise exception 'the chair of the Executive confirms it' using errcode = '42501';
  end if;
  if new.partner_confirmed_by_id is distinct from partner_before and (not votes or new.partner_confirmed_by_id = new.declared_by_id) then
    raise exception 'the decision-maker of a safeguarding partner confirms it' using errcode = '42501';
  end if;
  return new;
end
$$;

-- Whoever stepped back from deciding on a review, or is excluded from it, decides nothing there, however it is recorded: their deputy does.
create or replace function app.keep_stepped_back() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  row jsonb := to_jsonb(new);
  decider uuid := (row ->> tg_argv[0])::uuid;
  of_action uuid := (row ->> 'action_id')::uuid;
  of_reviews uuid[];
begin
  if session_user <> 'crt_app' or decider is null then return new; end if;
  -- What a group decided and the business unit records is not the recorder's own.
  if tg_table_name = 'recommendations' and coalesce(row ->> 'acceptance_how', 'in_person') <> 'in_person' then return new; end if;
  if tg_table_name = 'findings' and coalesce(row ->> 'decided_how', 'in_person') <> 'in_person' then return new; end if;
  if tg_table_name = 'decision_views' then select d.action_id into of_action from app.decisions d where d.id = new.decision_id; end if;
  select array_agg(s.review_id) || (row ->> 'review_id')::uuid into of_reviews from app.action_sources s where s.action_id = of_action and s.review_id is not null;
  if of_reviews && app.in_conflict(decider, '{steps_back,excluded}') then
    raise exception 'whoever stepped back does not decide' using errcode = '42501';
  end if;
  return new;
end
$$;

-- Whose an account is never changes, nor where it is reached: an account is closed, and another opened.
create or replace function app.keep_accounts() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if session_user = 'crt_app' and (new.person_id, new.email) is distinct from (old.person_id, old.email) then
    raise exception 'an account stays with its person' using errcode = '42501';
  end if;
  return new;
end
$$;

-- Which act gives or takes each column, and who may do it: from act-columns.ts. Whoever reaches a row changes only what is theirs to. What
-- another trigger carries out was somebody's to do.
create or replace function app.keep_acts() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  rules jsonb := tg_argv[0]::jsonb;
  was jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}' end;
  becomes jsonb := to_jsonb(new);
  col text;
  way text;
begin
  if session_user <> 'crt_app' or pg_trigger_depth() > 1 then return new; end if;
  for col in select b.key from jsonb_each(becomes) b where b.value is distinct from coalesce(was -> b.key, 'null') and not (rules -> 'kept') ? b.key loop
    way := case when becomes -> col = 'null' then 'takes' else 'gives' end;
    if not (case when tg_op = 'INSERT' then (rules -> 'new') ? col
                 else (rules -> 'free') ? col or exists (
                   select 1 from jsonb_array_elements(rules -> 'acts') a
                    where (a -> way) ? col and coalesce(was -> (a ->> 'until'), 'null') = 'null'
                      and app.reaches_row(array(select jsonb_array_elements_text(a -> 'may')), array(select jsonb_array_elements_text(rules -> 'families')), was)) end) then
      raise exception '% of % is not theirs to change', col, tg_table_name using errcode = '42501';
    end if;
    if (rules -> 'self') ? col and way = 'gives' and becomes ->> col is distinct from (app.actor())[2] then
      raise exception '% of % is whoever does it', col, tg_table_name using errcode = '42501';
    end if;
  end loop;
  return new;
end
$$;

-- What is done to a challenge, and by whom: the agency that is asked answers it, whoever raised it escalates and closes it, the business unit
-- does either for them. What was asked stands, and so does all of it once it is closed.
create or replace function app.keep_challenge() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  who text := (app.actor())[2];
  answering text[] := array['answer', 'answered_on', 'answered_by_id', 'how', 'how_note', 'answer_recorded_by_id'];
  closing text[] := array['stage', 'due_on', 'outcome', 'outcome_reason', 'changed_for_children', 'closed_on', 'closed_by_id'];
  kept text[] := array['version'];
  was jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}' end;
  becomes jsonb := to_jsonb(new);
  is_unit boolean;
begin
  if session_user <> 'crt_app' then return new; end if;
  if tg_op = 'INSERT' then
    if new.raised_by_id::text is distinct from who or new.answer is not null or new.closed_on is not null then raise exception 'a challenge is raised in one''s own name' using errcode = '42501'; end if;
    return new;
  end if;
  is_unit := exists (select 1 from app.held() h where h.membership = 'BU');
  if was - answering - closing - kept <> becomes - answering - closing - kept or (old.closed_on is not null and was - kept <> becomes - kept) then
    raise exception 'what was asked stands, and so does what is closed' using errcode = '42501';
  end if;
  if exists (select 1 from unnest(answering) col where was -> col <> becomes -> col) then
    if not (is_unit or new.about_agency_id = any (app.my_agencies('challenges', 'change'))) or new.answer is null or new.answer_recorded_by_id::text is distinct from who
       or (new.answered_by_id::text is distinct from who and not (is_unit and new.how <> 'in_person')) then
      raise exception 'the agency that is asked answers' using errcode = '42501';
    end if;
  end if;
  if exists (select 1 from unnest(closing) col where was -> col <> becomes -> col) then
    if not (is_unit or new.raised_by_id::text = who) or (new.closed_on is not null and new.closed_by_id::text is distinct from who) then
      raise exception 'whoever raised it escalates and closes it' using errcode = '42501';
    end if;
  end if;
  return new;
end
$$;

-- An action is complete by the word of somebody who answers for it, said on a day on which they did: an update of theirs holds it.
create or replace function app.keep_word() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if session_user <> 'crt_app' or (new.complete_on, new.complete_said_by_id) is not distinct from (old.complete_on, old.complete_said_by_id) then return new; end if;
  if (new.complete_on is null) <> (new.complete_said_by_id is null) or (new.complete_on is not null and not exists (
       select 1 from app.updates u cross join lateral app.who_answers(u.action_id, u.said_on) a
        where u.action_id = new.id and u.said_by_id = new.complete_said_by_id and u.recorded_by_id::text = (app.actor())[2]
          and a.person_id = u.said_by_id and a.completes)) then
    raise exception 'whoever says that it is complete answers for it' using errcode = '42501';
  end if;
  return new;
end
$$;

-- A decision is settled by the same view of every safeguarding partner; or by the chair of the Executive, in their own name, for whom the
-- business unit may record it.
create or replace function app.keep_outcome() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if session_user <> 'crt_app' or (new.outcome, new.chaired_by_id) is not distinct from (old.outcome, old.chaired_by_id) then return new; end if;
  if new.chaired_by_id is null then
    if exists (
         select 1 from app.agencies a
          where a.example = new.example and a.kind = 'safeguarding_partner' and (a.to_on is null or a.to_on >= app.today())
            and not exists (select 1 from app.decision_views v where v.decision_id = new.id and v.agency_id = a.id and v.view = new.outcome)) then
      raise exception 'the safeguarding partners have not agreed on this' using errcode = '42501';
    end if;
  elsif not exists (
         select 1 from app.held() h left join app.groups g on g.id = h.group_id
          where h.membership = 'BU' or (h.membership = 'CH' and g.kind = 'executive' and new.chaired_by_id::text = (app.actor())[2])) then
    raise exception 'the chair of the Executive settles it in their own name' using errcode = '42501';
  end if;
  return new;
end
$$;

-- A file is what its uploader sent, all of which had arrived and nothing was wrong with; attached once.
create or replace function app.attach_upload() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  sent record;
begin
  update app.uploads u set attached_at = clock_timestamp()
   where u.id = new.id and u.ready_at is not null and u.attached_at is null and (session_user <> 'crt_app' or u.person_id::text = (app.actor())[2])
   returning * into sent;
  if not found then raise exception 'not there to be attached' using errcode = '42501'; end if;
  new.name := sent.name;
  new.media_type := sent.media_type;
  new.size := sent.size;
  new.sha256 := sent.sha256;
  new.uploaded_by_id := sent.person_id;
  new.uploaded_at := sent.arrived_at;
  select e.action_id into new.action_id from app.evidence e where e.id = new.evidence_id;
  return new;
end
$$;

-- Nobody checks what is their own: an action they own or cover the owner of, or that they said is complete; evidence of such an action.
create or replace function app.keep_checker() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  who text := (app.actor())[2];
  row jsonb := to_jsonb(new);
  checked record;
begin
  if session_user <> 'crt_app' or pg_trigger_depth() > 1 or (tg_op = 'UPDATE' and to_jsonb(old) = row) then return new; end if;
  -- Returned to its owner, or checked; an action that is only said to be complete is neither.
  if tg_table_name = 'actions' and row ->> 'checked_on' is null and row ->> 'complete_on' is not null then return new; end if;
  select a.owner_person_id, a.complete_said_by_id into checked from app.actions a
   where a.id = (row ->> case when tg_table_name = 'actions' then 'id' else 'action_id' end)::uuid;
  if checked.owner_person_id in (select h.person_id from app.held() h where h.membership = 'AO')
     or (tg_table_name <> 'evidence' and checked.complete_said_by_id::text = who) then
    raise exception 'nobody checks what is their own' using errcode = '42501';
  end if;
  return new;
end
$$;

-- Owners who have left, on a day: their posts in an agency have all ended; or, in any agency, their account is closed.
create or replace function app.people_gone(on_day date) returns table (person_id uuid, agency_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp rows 20
as $$
  with gone as (
    select p.person_id, p.agency_id from app.posts p group by p.person_id, p.agency_id having max(coalesce(p.to_on, 'infinity')) < on_day
    union all
    select a.person_id, null from app.accounts a group by a.person_id having bool_and(a.disabled_at is not null and a.disabled_at::date <= on_day)
  )
  select g.person_id, g.agency_id from gone g
   where 'person' = (select (app.actor())[1]) and exists (select 1 from app.actions o where o.owner_person_id = g.person_id)
$$;

-- Whose word an action is told by on a day: its owner's, its task-and-finish group's, theirs who cover them. Where no person is named
-- as its owner, the post is, and whoever holds a post in the owning agency answers; where its owner has left, who leads the owning agency.
-- Only its owner, or who answers in their place, and the group's chair say that it is complete. Told in full to the business unit, which records for others; to anybody else, whether they are among them.
create or replace function app.who_answers(of_action uuid, on_day date) returns table (person_id uuid, completes boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp rows 5
as $$
  with recursive owned as materialized (
    select a.owner_person_id, a.owner_agency_id, a.accountable_group_id,
           exists (select 1 from app.people_gone(on_day) g where g.person_id = a.owner_person_id and (g.agency_id is null or g.agency_id = a.owner_agency_id)) as left
      from app.actions a where a.id = of_action
  ), above as (
    select o.owner_agency_id as id, true as own from owned o where o.left
    union all
    select x.parent_id, false from above b join app.agencies x on x.id = b.id where x.parent_id is not null
  ), standing as (
    select o.owner_person_id as person_id, 'AO' as membership, true as completes from owned o where o.owner_person_id is not null and not o.left
    union all
    select m.person_id, 'AL', true from above b join app.memberships m on m.membership = 'AL' and m.agency_id = b.id and (b.own or m.includes_below)
     where m.from_on <= on_day and (m.to_on is null or m.to_on >= on_day) and (not m.needs_second or m.confirmed_at is not null)
    union all
    select p.person_id, 'AO', true from owned o join app.posts p on p.agency_id = o.owner_agency_id
     where o.owner_person_id is null and p.from_on <= on_day and (p.to_on is null or p.to_on >= on_day)
    union all
    select m.person_id, m.membership, m.membership = 'TC' from owned o join app.memberships m on m.group_id = o.accountable_group_id and m.membership in ('TF', 'TC')
     where m.from_on <= on_day and (m.to_on is null or m.to_on >= on_day) and (not m.needs_second or m.confirmed_at is not null)
  ), answering as (
    select s.person_id, s.completes from standing s
    union all
    select c.by_person_id, s.completes from standing s
      join app.covers c on c.person_id = s.person_id and c.membership = s.membership and c.from_on <= on_day and (c.to_on is null or c.to_on >= on_day)
  )
  select a.person_id, bool_or(a.completes) from answering a
   where a.person_id::text = (app.actor())[2] or exists (select 1 from app.held() h where h.membership = 'BU')
   group by a.person_id
$$;

-- A proposal is not accepted, and nothing else; what has been agreed is put aside in another way. What somebody has made worse, they take
-- back, or who chairs the group does; anybody may only make it worse still.
create or replace function app.keep_judgement() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  who uuid := nullif((app.actor())[2], '')::uuid;
begin
  if session_user <> 'crt_app' or pg_trigger_depth() > 1 then return new; end if;
  if new.aside is not null and new.aside is distinct from old.aside and (new.aside = 'not_accepted') <> (old.agreed_on is null) then
    raise exception 'a proposal is accepted or not; an action is put aside otherwise' using errcode = '42501';
  end if;
  if old.worsened_to is not null and (new.worsened_to, new.worsened_because) is distinct from (old.worsened_to, old.worsened_because)
     and not (old.worsened_to = 'amber' and new.worsened_to is not distinct from 'red')
     and old.worsened_by_id is distinct from who and who not in (select c.person_id from app.who_chairs(new.accountable_group_id, false, app.today()) c) then
    raise exception 'it is taken back by who made it worse, or by who chairs the group' using errcode = '42501';
  end if;
  return new;
end
$$;

-- Who may ask for what, and who decides it: see "Decisions" in the permissions. In their own name, or recorded by the business unit.
create or replace function app.keep_request() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  who uuid := nullif((app.actor())[2], '')::uuid;
  is_unit boolean := exists (select 1 from app.held() h where h.membership = 'BU');
  of_executive boolean;
  a record;
begin
  if session_user <> 'crt_app' then return new; end if;
  select * into a from app.actions where id = new.action_id;
  if tg_op = 'INSERT' then
    if not (new.asked_by_id = who or (new.kind = 'date' and is_unit and new.how <> 'in_person')) or not (case new.kind
      when 'date' then a.agreed_on is not null and a.due_on is not null and a.complete_on is null and a.closed_on is null and a.aside is null
        and new.asked_by_id in (select w.person_id from app.who_answers(new.action_id, new.asked_on) w where w.completes)
      when 'escalation' then a.agreed_on is not null and a.closed_on is null
      when 'closing' then a.checked_on is not null and a.closed_on is null and a.aside is null
        and (is_unit or exists (select 1 from app.held() h where h.membership = 'ER' or (h.membership = 'TC' and h.group_id = a.accountable_group_id)))
        and not exists (select 1 from app.held() h where h.membership = 'AO' and h.person_id = a.owner_person_id)
        and case new.basis
          when 'own_evidence' then exists (select 1 from app.evidence e where e.action_id = a.id and e.checked_on is not null and e.level <> 'done')
          when 'recommendation' then exists (select 1 from app.action_recommendations l join app.recommendations r on r.id = l.recommendation_id
            where l.action_id = a.id and r.id = new.recommendation_id and r.acceptance in ('accepted', 'partly'))
          when 'exception' then exists (select 1 from app.decisions d where d.action_id = a.id and d.matter = 'closed_without_impact' and d.outcome = 'agreed'
            and not exists (select 1 from app.decisions later where later.supersedes_id = d.id)) end
    end) then
      raise exception 'not theirs to ask' using errcode = '42501';
    end if;
    return new;
  end if;
  of_executive := case new.kind when 'closing' then a.executive_closes when 'escalation' then new.escalated_to = 'executive' else false end;
  if new.result is distinct from old.result and (
       new.answered_by_id is not distinct from a.owner_person_id
       or (new.answer_how = 'in_person' and (new.answered_by_id is distinct from who
         or not ((new.kind = 'date' and is_unit) or who in (select c.person_id from app.who_chairs(a.accountable_group_id, of_executive, app.today()) c))))
       or (new.answer_how <> 'in_person' and not (is_unit and new.answered_by_id in (select c.person_id from app.who_chairs(a.accountable_group_id, of_executive, new.answered_on) c)))) then
    raise exception 'not theirs to decide' using errcode = '42501';
  end if;
  if new.undone_on is distinct from old.undone_on and (
       a.closed_on is null or who is not distinct from a.owner_person_id
       or not (is_unit or who in (select c.person_id from app.who_chairs(a.accountable_group_id, a.executive_closes, app.today()) c))) then
    raise exception 'not theirs to open again' using errcode = '42501';
  end if;
  return new;
end
$$;

-- What was asked for and granted happens, in the same moment and in no other way: a date is moved, an action closed or opened again. Help
-- that is asked for stands on the action until it is answered.
create or replace function app.carry_out_request() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  granted boolean := tg_op = 'UPDATE' and new.result is not distinct from 'granted' and (to_jsonb(old) ->> 'result') is null;
begin
  if new.kind = 'escalation' then
    update app.actions a set escalated_to = (select r.escalated_to from app.action_requests r where r.action_id = a.id and r.kind = 'escalation' and r.result is null) where a.id = new.action_id;
  elsif granted and new.kind = 'date' then
    insert into app.due_moves (id, action_id, from_on, to_on, reason, moved_on, asked_by_id, granted_by_id)
      select gen_random_uuid(), a.id, a.due_on, new.wanted_on, new.reason, new.answered_on, new.asked_by_id, new.answered_by_id from app.actions a where a.id = new.action_id;
    update app.actions set due_on = new.wanted_on, moves = moves + 1 where id = new.action_id;
  elsif granted and new.kind = 'closing' then
    update app.actions set closed_on = new.answered_on, closed_by_id = new.answered_by_id, reopened_on = null, reopened_because = null where id = new.action_id;
  end if;
  if tg_op = 'UPDATE' and new.undone_on is not null and (to_jsonb(old) ->> 'undone_on') is null then
    perform app.open_again(new.action_id, new.undone_on, new.undone_because);
  end if;
  return null;
end
$$;

-- A second check that finds that it has slipped opens the action again; one that finds it in place sets the day of the next.
create or replace function app.carry_out_second_check() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if new.result = 'slipped' then perform app.open_again(new.action_id, new.checked_on, new.reason);
  elsif new.result = 'in_place' then update app.actions set next_check_on = next_check_on where id = new.action_id;
  end if;
  return null;
end
$$;

-- In progress once more, with the date it had.
create or replace function app.open_again(of_action uuid, on_day date, because text) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
as $$
  update app.actions set closed_on = null, closed_by_id = null, checked_on = null, checked_by_id = null, complete_on = null, complete_said_by_id = null, reopened_on = on_day, reopened_because = because
   where id = of_action
$$;

-- Whether the safeguarding partners let an action be closed without evidence of impact. For those who do not see what they decided on, the
-- word of it: only of actions within the reader's reach.
create or replace function app.exception_of(of_action uuid) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(d.outcome, 'waiting') from app.decisions d
   where d.action_id = of_action and d.matter = 'closed_without_impact' and not exists (select 1 from app.decisions later where later.supersedes_id = d.id)
     and of_action <> all ((select app.hidden_actions())::uuid[])
     and ((select 'all' = any (app.reach('actions', 'see')))
       or exists (select 1 from app.action_scopes o where o.opened_id = of_action and o.key = any ((select app.my_keys('actions', 'see'))::uuid[])))
$$;

-- An owner is somebody who may hold something beside; and whom an agency lead names has a post in that agency.
create or replace function app.keep_owners() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if new.owner_person_id is not null and exists (select 1 from app.memberships m where m.person_id = new.owner_person_id and m.membership = 'SA' and (m.to_on is null or m.to_on >= app.today())) then
    raise exception 'a system administrator owns no action' using errcode = '23514', constraint = 'actions_sa_alone';
  end if;
  if session_user = 'crt_app' and tg_op = 'UPDATE' and new.owner_person_id is not null and new.owner_person_id is distinct from (to_jsonb(old) ->> 'owner_person_id')::uuid
     and not exists (select 1 from app.held() h where h.membership = 'BU')
     and not exists (select 1 from app.posts p where p.person_id = new.owner_person_id and p.agency_id = new.owner_agency_id and p.from_on <= app.today() and (p.to_on is null or p.to_on >= app.today())) then
    raise exception 'an agency lead names somebody of the agency' using errcode = '42501';
  end if;
  return new;
end
$$;

-- What changed in one row. Arguments: family, root name, root column, scope column, value columns, digest columns.
create or replace function app.record_history() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  one jsonb := coalesce(new_row, old_row);
  was jsonb := '{}';
  becomes jsonb := '{}';
  col text;
  who text[] := app.actor();
  cmd uuid := nullif(current_setting('app.command', true), '')::uuid;
  cmd_name text;
  of_family text := tg_argv[0];
  previous text;
  stamp timestamptz := clock_timestamp();
  content text;
  digest text;
  rid text := coalesce(one ->> 'id', one ->> 'account_id');
begin
  foreach col in array string_to_array(tg_argv[4], ',') loop
    if old_row -> col is distinct from new_row -> col then
      if coalesce(old_row -> col, 'null') <> 'null' then was := was || jsonb_build_object(col, old_row -> col); end if;
      if coalesce(new_row -> col, 'null') <> 'null' then becomes := becomes || jsonb_build_object(col, new_row -> col);
      elsif tg_op = 'UPDATE' then becomes := becomes || jsonb_build_object(col, null); end if;
    end if;
  end loop;
  foreach col in array string_to_array(tg_argv[5], ',') loop
    if old_row -> col is distinct from new_row -> col then
      if coalesce(old_row -> col, 'null') <> 'null' then was := was || jsonb_build_object(col, jsonb_build_object('digest', encode(sha256(convert_to((old_row -> col)::text, 'UTF8')), 'hex'))); end if;
      if coalesce(new_row -> col, 'null') <> 'null' then becomes := becomes || jsonb_build_object(col, jsonb_build_object('digest', encode(sha256(convert_to((new_row -> col)::text, 'UTF8')), 'hex'))); end if;
    end if;
  end loop;
  if tg_op = 'UPDATE' and was = '{}' and becomes = '{}' then return null; end if;

  if cmd is not null then
    -- Begun by the same person in this very transaction.
    select c.command into cmd_name from app.commands c
     where c.id = cmd and c.person_id is not distinct from nullif(who[2], '')::uuid and c.started_at = now();
  end if;
  if cmd_name is null then
    if session_user = 'crt_app' then raise exception 'a change without a command' using errcode = '42501'; end if;
    cmd := null;
    cmd_name := coalesce(nullif(current_setting('app.owner_command', true), ''), 'migration');
  end if;

  -- What a draft or an unpublished spine said stays *case* when the record has become *learning*.
  if tg_table_name = 'recommendations' and one ->> 'acceptance' is null then of_family := 'draft_recommendation'; end if;
  if tg_table_name = 'findings' and one ->> 'agreement' is distinct from 'agreed' then of_family := 'draft_finding'; end if;
  if tg_table_name = 'sources' and one ->> 'review_id' is not null and one ->> 'published_from' is null then of_family := 'case_spine'; end if;

  -- Held until the commit is seen by all: nobody else has it, so nobody waits, but the sealing can tell whether an entry is still to come.
  perform pg_advisory_xact_lock_shared(hashtext('app.history'));
  select h.hash into previous from app.history h where h.table_name = tg_table_name and h.record_id = rid order by h.id desc limit 1;
  content := coalesce(was::text, '') || '>' || coalesce(becomes::text, '');
  digest := encode(sha256(convert_to(content, 'UTF8')), 'hex');
  insert into app.history (at, table_name, record_id, root_name, root_id, family, scope_id, operation, command_id, command, actor_kind, person_id, before, after, content_digest, previous_hash, hash)
  values (stamp, tg_table_name, rid, tg_argv[1], coalesce(one ->> tg_argv[2], rid), of_family, nullif(one ->> nullif(tg_argv[3], ''), '')::uuid,
          lower(tg_op), cmd, cmd_name, coalesce(nullif(who[1], ''), 'owner'), nullif(who[2], '')::uuid,
          nullif(was, '{}'), nullif(becomes, '{}'), digest, previous,
          app.history_hash(tg_table_name, rid, stamp, lower(tg_op), cmd, cmd_name, coalesce(nullif(who[1], ''), 'owner'), nullif(who[2], '')::uuid, digest, previous));
  return null;
end
$$;

-- The hash of one entry: over a digest of its content, so that disposal may empty the content while the chain still verifies.
create or replace function app.history_hash(of_table text, of_record text, happened timestamptz, done text, by_command uuid, command_name text, kind text, person uuid, digest text, previous text) returns text
  language sql immutable set search_path = pg_catalog, pg_temp
as $$
  select encode(sha256(convert_to(concat_ws('|', of_table, of_record, to_char(happened at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), done,
    coalesce(by_command::text, '-'), command_name, kind, coalesce(person::text, '-'), digest, coalesce(previous, '-')), 'UTF8')), 'hex')
$$;

-- Binds what was committed since the last seal into the chain of seals. Gives how many entries it sealed. Entries are numbered
-- before they are committed, so a higher one can be sealed before a lower one is there: only up to what was the last entry at a moment
-- when nobody was writing is everything known to be there, and the next seal looks no further back than that.
create or replace function app.seal_history(at_most integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  last record;
  bound record;
  quiet bigint;
  stamp timestamptz := clock_timestamp();
  own_number bigint;
begin
  if (app.actor())[5] is distinct from 'seal-history' and session_user = 'crt_app' then raise exception 'not yours to seal' using errcode = '42501'; end if;
  if not pg_try_advisory_xact_lock(hashtext('app.seal_history')) then return 0; end if;
  select number, hash, sealed_through into last from app.history_seals order by number desc limit 1;
  own_number := coalesce(last.number, 0) + 1;
  if pg_try_advisory_lock(hashtext('app.history')) then
    select max(h.id) into quiet from app.history h;
    perform pg_advisory_unlock(hashtext('app.history'));
  end if;
  with batch as materialized (
    select h.id, h.hash from app.history h
     where h.id > coalesce(last.sealed_through, 0) and not exists (select 1 from app.history_sealed x where x.history_id = h.id) order by h.id limit at_most
  )
  select count(*)::integer as entries, array_agg(id order by id) as ids, encode(sha256(convert_to(string_agg(id::text || ':' || hash, ',' order by id), 'UTF8')), 'hex') as digest,
         greatest(coalesce(last.sealed_through, 0), case when quiet is not null then least(quiet, max(id)) end) as through
    into bound from batch;
  if bound.entries = 0 then return 0; end if;
  insert into app.history_seals (number, sealed_at, entries, entries_digest, previous_hash, hash, sealed_through)
    values (own_number, stamp, bound.entries, bound.digest, last.hash, app.seal_hash(own_number, stamp, bound.entries, bound.digest, last.hash), bound.through);
  insert into app.history_sealed (history_id, seal_number) select x, own_number from unnest(bound.ids) x;
  return bound.entries;
end
$$;

create or replace function app.seal_hash(number bigint, sealed timestamptz, entries bigint, digest text, previous text) returns text
  language sql immutable set search_path = pg_catalog, pg_temp
as $$
  select encode(sha256(convert_to(concat_ws('|', number::text, to_char(sealed at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), entries::text, digest, coalesce(previous, '-')), 'UTF8')), 'hex')
$$;
