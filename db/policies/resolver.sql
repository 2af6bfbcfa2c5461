-- The resolver: what policies ask about memberships, lists, conflicts and links. It belongs to crt_resolver, which may read
-- those tables and nothing else. Each answer is fetched once in a statement, so a list of thousands costs one look-up.

-- What the person who entered holds today: their own memberships in force, those they cover, their places on lists, and
-- "action owner" for anyone named on an action.
create or replace function app.held() returns table (membership text, agency_id uuid, includes_below boolean, group_id uuid, source_id uuid, review_id uuid, votes_for_agency_id uuid, person_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp rows 4
as $$
  with me as materialized (select nullif((app.actor())[2], '')::uuid as id, app.today() as day),
  standing as materialized (
    select me.id as person_id, null::text as only from me where me.id is not null
    union all
    select c.person_id, c.membership from me join app.covers c on c.by_person_id = me.id and c.from_on <= me.day and (c.to_on is null or c.to_on >= me.day)
  )
  select m.membership, m.agency_id, m.includes_below, m.group_id, m.source_id, null::uuid, m.votes_for_agency_id, m.person_id
    from standing s cross join me
    join app.memberships m on m.person_id = s.person_id and (s.only is null or s.only = m.membership)
   where m.from_on <= me.day and (m.to_on is null or m.to_on >= me.day) and (not m.needs_second or m.confirmed_at is not null)
  union all
  select p.capacity, null, false, null, null, p.review_id, null, p.person_id
    from standing s cross join me
    join app.review_places p on p.person_id = s.person_id and (s.only is null or s.only = p.capacity)
   where p.capacity in ('LR', 'RP') and p.from_on <= me.day and (p.to_on is null or p.to_on >= me.day)
     and p.review_id <> all ((select app.my_exclusions())::uuid[])
  union all
  select 'AO', null, false, null, null, null, null, s.person_id
    from standing s
   where (s.only is null or s.only = 'AO') and exists (select 1 from app.action_scopes a where a.key = s.person_id)
$$;

-- Whether one of these memberships reaches this row: by its cell for changing, and where that asks for a list, an owner, an agency or a
-- group, by what the row says; an action is of the lists of the reviews it hangs on. A recommendation or a finding that comes from no
-- review is the group's that accepts it, the Engine Room.
create or replace function app.reaches_row(by_memberships text[], of_families text[], of_row jsonb) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select exists (
    select 1 from app.held() h
      join app.permission_cells c on c.membership = h.membership and c.family = any (of_families) and c.operation = 'change'
     where h.membership = any (by_memberships)
       and case c.reach
             when 'all' then true
             when 'own' then h.person_id = (of_row ->> 'owner_person_id')::uuid
             when 'source' then h.source_id = (of_row ->> 'source_id')::uuid
             when 'group' then h.group_id in ((of_row ->> 'accountable_group_id')::uuid, (of_row ->> 'group_id')::uuid)
               or (c.family in ('recommendationsElsewhere', 'findingsElsewhere') and exists (select 1 from app.groups g where g.id = h.group_id and g.kind = 'engine_room'))
             when 'agency' then (of_row ->> 'owner_agency_id')::uuid = any (app.my_agencies(c.family, 'change'))
             when 'list' then exists (
               select 1 from app.review_places p
                where p.person_id = h.person_id and p.capacity = h.membership
                  and (p.review_id = (of_row ->> 'review_id')::uuid
                    or (c.family = 'actions' and exists (select 1 from app.action_sources s where s.action_id = (of_row ->> 'id')::uuid and s.review_id = p.review_id)))
                  and p.from_on <= app.today() and (p.to_on is null or p.to_on >= app.today()))
             else false
           end)
$$;

-- How far the person's memberships reach in one family for one operation: {all, list, agency, …}, empty for not at all.
create or replace function app.reach(of_family text, for_operation text) returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(distinct c.reach), '{}')
    from app.held() h join app.permission_cells c on c.membership = h.membership and c.family = of_family and c.operation = for_operation
$$;

-- The reviews with which somebody has a conflict of interest of one of these outcomes. By the word of somebody else alone it holds
-- for the days in which it can be confirmed.
create or replace function app.in_conflict(who uuid, with_outcomes text[]) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with recursive conflicted as (
    select c.review_id as id from app.conflicts_of_interest c
     where c.person_id = who and c.outcome = any (with_outcomes) and c.from_on <= app.today() and (c.to_on is null or c.to_on >= app.today())
       and (c.confirm_by is null or c.confirm_by >= app.today() or (c.chair_confirmed_by_id is not null and c.partner_confirmed_by_id is not null))
    union
    -- The same child: a conflict follows from the rapid review to its practice review, and back.
    select case when o.review_id = x.id then o.origin_review_id else o.review_id end
      from conflicted x join app.review_origins o on o.review_id = x.id or o.origin_review_id = x.id
  )
  select coalesce(array_agg(id), '{}') from conflicted
$$;

create or replace function app.my_exclusions() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select app.in_conflict(nullif((app.actor())[2], '')::uuid, '{excluded}') $$;

-- The reviews on which the person sees and does not decide.
create or replace function app.my_stepping_back() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select app.in_conflict(nullif((app.actor())[2], '')::uuid, '{steps_back}') $$;

-- The reviews whose list the person was taken off, and has no place on since: given by somebody else, or taken in an emergency.
create or replace function app.my_removals() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(r.review_id), '{}') from app.list_removals r
   where r.person_id = nullif((app.actor())[2], '')::uuid and r.from_on <= app.today() and (r.to_on is null or r.to_on >= app.today())
     and not exists (
       select 1 from app.review_places p
        where p.review_id = r.review_id and p.person_id = r.person_id and p.capacity = 'BU'
          and p.from_on <= app.today() and (p.to_on is null or p.to_on >= app.today()) and (p.ends_at is null or p.ends_at > now()))
$$;

-- Whether the person reaches what is *case* or *named* of one review in this family: of every review, or on its list.
create or replace function app.reaches_case(of_family text, for_operation text, of_review uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select of_review <> all (app.my_exclusions())
     and (('all' = any (app.reach(of_family, for_operation)) and of_review <> all (app.my_removals())) or of_review = any (app.my_reviews(of_family, for_operation)))
$$;

-- What the person reaches in this family, one row for each identifier: themselves, their groups and enquiries, their agencies (the
-- node, and those below it where the membership says so), and the reviews on whose list they are in a capacity that they still hold.
create or replace function app.my_ends(of_family text, for_operation text) returns table (reach text, id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp rows 4
as $$
  with recursive mine as materialized (
    select h.membership, h.person_id, h.agency_id, h.includes_below, h.group_id, h.source_id, h.review_id, c.reach from app.held() h
      join app.permission_cells c on c.membership = h.membership and c.family = of_family and c.operation = for_operation
     where c.reach in ('own', 'group', 'source', 'agency', 'list')
  ),
  own as (
    select m.agency_id as id, m.includes_below as below from mine m where m.reach = 'agency' and m.agency_id is not null
    union
    select a.id, true from own join app.agencies a on a.parent_id = own.id where own.below
  )
  select 'own', m.person_id from mine m where m.reach = 'own'
  union all
  select 'group', m.group_id from mine m where m.reach = 'group' and m.group_id is not null
  union all
  select 'source', m.source_id from mine m where m.reach = 'source' and m.source_id is not null
  union all
  select 'agency', o.id from own o
  union all
  select 'list', p.review_id
    from mine m join app.review_places p on p.person_id = m.person_id and p.capacity = m.membership and (m.review_id is null or m.review_id = p.review_id)
   where m.reach = 'list' and p.from_on <= app.today() and (p.to_on is null or p.to_on >= app.today())
     and p.review_id <> all ((select app.my_exclusions())::uuid[])
$$;

create or replace function app.my_reviews(of_family text, for_operation text) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select coalesce(array_agg(distinct e.id), '{}') from app.my_ends(of_family, for_operation) e where e.reach = 'list' $$;

create or replace function app.my_agencies(of_family text, for_operation text) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select coalesce(array_agg(distinct e.id), '{}') from app.my_ends(of_family, for_operation) e where e.reach = 'agency' $$;

-- The keys to actions that the person holds; and those of them that a list or an enquiry gives, of which no action's row knows.
create or replace function app.my_keys(of_family text, for_operation text) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select coalesce(array_agg(distinct e.id), '{}') from app.my_ends(of_family, for_operation) e $$;

create or replace function app.my_source_keys(of_family text, for_operation text) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select coalesce(array_agg(distinct e.id), '{}') from app.my_ends(of_family, for_operation) e where e.reach in ('source', 'list') $$;

-- The groups by which the person reaches in this family, and their kinds: an Engine Room member's is the Engine Room, and its chair is
-- whoever chairs a group of that kind.
create or replace function app.my_groups(of_family text, for_operation text) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(distinct g.id), '{}') from app.held() h
    join app.permission_cells c on c.membership = h.membership and c.family = of_family and c.operation = for_operation and c.reach = 'group'
    join app.groups g on g.id = h.group_id or (h.membership = 'ER' and g.kind = 'engine_room')
$$;

create or replace function app.my_group_kinds(of_family text, for_operation text) returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select coalesce(array_agg(distinct g.kind), '{}') from app.groups g where g.id = any (app.my_groups(of_family, for_operation)) $$;

-- Actions whose every source is a review the person is excluded from: they are not there for them.
create or replace function app.hidden_actions() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  excluded uuid[] := app.my_exclusions();
begin
  if excluded = '{}' then return '{}'; end if;
  return coalesce((
    select array_agg(distinct s.action_id) from app.action_sources s
     where s.review_id = any (excluded)
       and not exists (select 1 from app.action_sources o where o.action_id = s.action_id and (o.review_id is null or o.review_id <> all (excluded)))), '{}');
end
$$;

-- Actions that come from a review the person is excluded from, whatever else they come from.
create or replace function app.conflicted_actions() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select coalesce(array_agg(distinct s.action_id), '{}') from app.action_sources s where s.review_id = any ((select app.my_exclusions())::uuid[]) $$;

-- Actions of a review from which their owner is excluded: somebody else has to own them. For the business unit, and for nobody else.
create or replace function app.actions_of_excluded_owners() returns table (action_id uuid, person_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select distinct s.action_id, k.key
    from (select distinct c.person_id from app.conflicts_of_interest c where c.outcome = 'excluded') e
    cross join lateral unnest(app.in_conflict(e.person_id, '{excluded}')) x (review_id)
    join app.action_sources s on s.review_id = x.review_id
    join app.action_scopes k on k.opened_id = s.action_id and k.by_action_id = s.action_id and k.key = e.person_id
   where exists (select 1 from app.held() h where h.membership = 'BU')
$$;

-- How many reviews each of these actions hangs on, leaving out those the reader is excluded from (not there for them) and
-- actions that are not the reader's to see. A page that shows fewer says "a review not yet published" for the rest.
create or replace function app.count_review_sources(of_actions uuid[]) returns table (action_id uuid, reviews integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select s.action_id, count(*)::integer from app.action_sources s
   where s.action_id = any (of_actions) and s.review_id is not null
     and s.review_id <> all ((select app.my_exclusions())::uuid[])
     and ((select 'all' = any (app.reach('actions', 'see')))
       or exists (select 1 from app.action_scopes o where o.opened_id = s.action_id and o.key = any ((select app.my_keys('actions', 'see'))::uuid[])))
   group by s.action_id
$$;

-- A text as the search knows it: its distinct words in small letters, without apostrophes. A hyphen inside a word is part of it.
create or replace function app.words_in(of_text text) returns text[]
  language sql immutable set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(distinct w.word), '{}')
    from regexp_split_to_table(translate(lower(of_text), '''’', ''), '[^[:alnum:]-]+') p (part) cross join lateral (select left(btrim(p.part, '-'), 200)) w (word)
   where w.word <> ''
$$;

-- What was typed as the search asks for it: each word begins a word, in any order. Nothing where nothing typed is a word.
create or replace function app.words_wanted(typed text) returns tsquery
  language sql immutable set search_path = pg_catalog, pg_temp
as $$ select string_agg(quote_literal(word) || ':*', ' & ')::tsquery from unnest(app.words_in(typed)) word $$;

-- The actions in which each of the words typed begins a word, in any order; none where nothing typed is a word. Only those that
-- are the reader's to see, so that it says no more to whoever calls it than the list of actions does. The policy decides again.
create or replace function app.search_actions(typed text) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with wanted as materialized (select app.words_wanted(typed) as words)
  select coalesce(array_agg(e.record_id), '{}') from wanted join app.search_entries e on e.words @@ wanted.words
   where e.table_name = 'actions'
     and ((select 'all' = any (app.reach('actions', 'see')))
       or exists (select 1 from app.action_scopes o where o.opened_id = e.record_id and o.key = any ((select app.my_keys('actions', 'see'))::uuid[])))
     and e.record_id <> all ((select app.hidden_actions())::uuid[])
$$;

-- The latest records of any kind in which each of the words typed begins a word, as far as they are within the reader's reach: a family they see
-- whole, a review on whose list they are, or what a key of theirs opens. Their own policies decide again. The words are written into the
-- statement, so that the planner knows whether they are rare, and looks by the words, or common, and looks from the latest back.
create or replace function app.search_records(typed text, at_most integer) returns table (table_name text, record_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  wanted tsquery := app.words_wanted(typed);
  whole text[]; by_list text[]; by_key text[];
  excluded uuid[] := app.my_exclusions();
  keys uuid[];
begin
  if wanted is null or cardinality(app.actor()) = 0 then return; end if;
  select coalesce(array_agg(f.family) filter (where 'all' = any (f.reaches)), '{}'),
         coalesce(array_agg(f.family) filter (where 'all' <> all (f.reaches) and 'list' = any (f.reaches)), '{}'),
         coalesce(array_agg(f.family) filter (where 'all' <> all (f.reaches) and f.reaches && '{own,group,agency,source,linked,list}'), '{}')
    into whole, by_list, by_key
    from (select c.family, app.reach(c.family, 'see') as reaches from (select distinct family from app.permission_cells) c) f
   where f.family in (select distinct e.family from app.search_entries e);
  keys := case when by_key = '{}' then '{}' else app.my_keys('actions', 'see') end;
  return query execute format($search$
    select e.table_name, e.record_id from app.search_entries e
     where e.words @@ %L::tsquery
       and (%s)
       and (e.review_id is null or e.review_id <> all (%L::uuid[])) and e.scope_id <> all (%L::uuid[])
     order by e.at desc limit %s $search$,
    wanted,
    concat_ws(' or ',
      -- What is learning of a review stays, whichever list one was taken off.
      format('(e.family = any (%L::text[]) and (e.review_id is null or e.review_id <> all (%L::uuid[]) or e.family in (''recommendations'', ''published'')))', whole, app.my_removals()),
      case when by_list <> '{}' then format('(e.family = any (%L::text[]) and e.review_id = any ((select app.my_reviews(''rapidReviews'', ''see''))::uuid[]))', by_list) end,
      case when keys <> '{}' then format('(e.family = any (%L::text[]) and exists (select 1 from app.action_scopes o where o.opened_id = e.scope_id and o.key = any (%L::uuid[])))', by_key, keys) end),
    excluded, app.hidden_actions(), greatest(at_most, 0));
end
$$;

-- Whether an action hangs on nothing yet: it was proposed a moment ago and its links are still to be made.
create or replace function app.hangs_nowhere(of_action uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select not exists (select 1 from app.action_sources s where s.action_id = of_action)
$$;

-- Who gives each safeguarding partner's view, their deputies included: those on a list ask them, and may not see memberships.
create or replace function app.partner_deciders() returns table (agency_id uuid, person_id uuid, deputy_for_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with deciders as (
    select m.votes_for_agency_id as agency_id, m.person_id from app.memberships m
     where m.votes_for_agency_id is not null and m.from_on <= app.today() and (m.to_on is null or m.to_on >= app.today())
       and (not m.needs_second or m.confirmed_at is not null)
       and 'person' = (select (app.actor())[1]) and cardinality((select app.reach('decisions', 'see'))::text[]) > 0
  )
  select d.agency_id, d.person_id, null::uuid from deciders d
  union all
  select d.agency_id, c.by_person_id, d.person_id from deciders d
    join app.covers c on c.person_id = d.person_id and c.membership = 'EX' and c.from_on <= app.today() and (c.to_on is null or c.to_on >= app.today())
$$;

-- Whether somebody sees a decision of a group, or a challenge: by its own policy, which these run under like any statement of theirs. As a
-- look at a parent inside another policy it would be planned with every statement there, and these two have many parents of their own.
create or replace function app.sees_meeting_decision(of_decision uuid) returns boolean
  language plpgsql stable set search_path = pg_catalog, pg_temp
as $$ begin return exists (select from app.meeting_decisions d where d.id = of_decision); end $$;

create or replace function app.sees_challenge(of_challenge uuid) returns boolean
  language plpgsql stable set search_path = pg_catalog, pg_temp
as $$ begin return exists (select from app.challenges c where c.id = of_challenge); end $$;

-- Who leads an agency, and so is told of what it is asked: a lead of the node itself, or of one above it with those below.
create or replace function app.leads_of_agency(of_agency uuid) returns table (person_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with recursive above as (
    select of_agency as id, true as own
    union
    select a.parent_id, false from above join app.agencies a on a.id = above.id where a.parent_id is not null
  )
  select distinct m.person_id from above join app.memberships m on m.agency_id = above.id and m.membership = 'AL' and (above.own or m.includes_below)
   where m.from_on <= app.today() and (m.to_on is null or m.to_on >= app.today()) and (not m.needs_second or m.confirmed_at is not null)
     and 'person' = (select (app.actor())[1]) and cardinality((select app.reach('challenges', 'add'))::text[]) > 0
$$;

-- Who never owns an action: whoever administers the system, inspects or observes. Those who propose one may not see memberships.
create or replace function app.people_without_actions() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(distinct m.person_id), '{}') from app.memberships m
   where m.membership in ('SA', 'AU', 'OB') and m.from_on <= app.today() and (m.to_on is null or m.to_on >= app.today())
     and 'person' = (select (app.actor())[1]) and cardinality((select app.reach('actions', 'add'))::text[]) > 0
$$;

-- Who decides on a day what is asked about an action: the chair of its group, or of the Executive where it is the Executive's; the Engine
-- Room's where no group is accountable or nobody chairs it; and whoever covers them. Who chairs what, every member knows.
create or replace function app.who_chairs(of_group uuid, for_executive boolean, on_day date) returns table (person_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp rows 2
as $$
  with office as materialized (
    select m.person_id, m.group_id, g.kind from app.memberships m join app.groups g on g.id = m.group_id
     where m.membership = 'CH' and m.from_on <= on_day and (m.to_on is null or m.to_on >= on_day) and (not m.needs_second or m.confirmed_at is not null)
       and 'person' = (select (app.actor())[1])
  ), chairs as (
    select o.person_id from office o
     where case when for_executive then o.kind = 'executive'
                when exists (select 1 from office own where own.group_id = of_group) then o.group_id = of_group
                else o.kind = 'engine_room' end
  )
  select c.person_id from chairs c
  union
  select v.by_person_id from chairs c join app.covers v on v.person_id = c.person_id and v.membership = 'CH' and v.from_on <= on_day and (v.to_on is null or v.to_on >= on_day)
$$;

-- The safeguarding partners whose vote the person who entered gives.
create or replace function app.my_votes() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select coalesce(array_agg(h.votes_for_agency_id), '{}') from app.held() h where h.votes_for_agency_id is not null $$;
