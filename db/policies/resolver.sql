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
   where (s.only is null or s.only = 'AO') and exists (select 1 from app.action_scopes a where a.person_id = s.person_id)
$$;

-- How far the person's memberships reach in one family for one operation: {all, list, agency, …}, empty for not at all.
create or replace function app.reach(of_family text, for_operation text) returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(distinct c.reach), '{}')
    from app.permission_cells c
   where c.family = of_family and c.operation = for_operation and c.membership in (select h.membership from app.held() h)
$$;

create or replace function app.my_exclusions() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with recursive excluded as (
    select e.review_id as id from app.exclusions e
     where e.person_id = nullif((app.actor())[2], '')::uuid and e.from_on <= app.today() and (e.to_on is null or e.to_on >= app.today())
    union
    -- The same child: a conflict follows from the rapid review to its practice review, and back.
    select case when o.review_id = x.id then o.origin_review_id else o.review_id end
      from excluded x join app.review_origins o on o.review_id = x.id or o.origin_review_id = x.id
  )
  select coalesce(array_agg(id), '{}') from excluded
$$;

-- The reviews on whose list the person is, in a capacity that reaches by list in this family, and that they still hold.
create or replace function app.my_reviews(of_family text, for_operation text) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(distinct p.review_id), '{}')
    from app.review_places p
    join app.permission_cells c on c.membership = p.capacity and c.family = of_family and c.operation = for_operation and c.reach = 'list'
    join app.held() h on h.membership = p.capacity and h.person_id = p.person_id and (h.review_id is null or h.review_id = p.review_id)
   where p.from_on <= app.today() and (p.to_on is null or p.to_on >= app.today())
     and p.review_id <> all ((select app.my_exclusions())::uuid[])
$$;

-- The agencies that are the person's own: the node, and those below it where the membership says so.
create or replace function app.my_agencies(of_family text, for_operation text) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with recursive own as (
    select h.agency_id as id, h.includes_below as below from app.held() h
      join app.permission_cells c on c.membership = h.membership and c.family = of_family and c.operation = for_operation and c.reach = 'agency'
     where h.agency_id is not null
    union
    select a.id, true from own join app.agencies a on a.parent_id = own.id where own.below
  )
  select coalesce(array_agg(distinct id), '{}') from own
$$;

-- The kinds of the groups by which the person reaches in this family: the Engine Room's chair is whoever chairs a group of that kind.
create or replace function app.my_group_kinds(of_family text, for_operation text) returns text[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(distinct g.kind), '{}') from app.held() h
    join app.permission_cells c on c.membership = h.membership and c.family = of_family and c.operation = for_operation and c.reach = 'group'
    join app.groups g on g.id = h.group_id
$$;

-- The actions that follow from the person's ownership, agency, group, enquiry or lists.
create or replace function app.my_actions(of_family text, for_operation text) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with cells as materialized (
    select h.membership, h.group_id, h.source_id, h.person_id, c.reach from app.held() h
      join app.permission_cells c on c.membership = h.membership and c.family = of_family and c.operation = for_operation
     where c.reach <> 'all'
  )
  select coalesce(array_agg(distinct x.action_id), '{}') from (
    select s.action_id from cells c join app.action_scopes s on s.person_id = c.person_id where c.reach = 'own'
    union all
    select s.action_id from cells c join app.action_scopes s on s.group_id = c.group_id where c.reach = 'group'
    union all
    select s.action_id from app.action_scopes s where s.agency_id = any ((select app.my_agencies(of_family, for_operation))::uuid[])
    union all
    select l.action_id from app.action_sources l where l.review_id = any ((select app.my_reviews(of_family, for_operation))::uuid[])
    union all
    select l.action_id from cells c join app.action_sources l on l.source_id = c.source_id where c.reach = 'source'
  ) x
$$;

-- Actions whose every source is a review the person is excluded from: they are not there for them.
create or replace function app.hidden_actions() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
  excluded uuid[] := app.my_exclusions();
begin
  if excluded = '{}' then return '{}'; end if;
  return coalesce((
    select array_agg(l.action_id) from (
      select s.action_id from app.action_sources s group by s.action_id having bool_and(s.review_id is not null and s.review_id = any (excluded))
    ) l), '{}');
end
$$;

-- The same as rows. Its estimate stands here, because the planner would carry out unnest(app.my_actions(…)) to make one.
create or replace function app.my_action_ids(of_family text, for_operation text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp rows 1000
as $$ select unnest(app.my_actions(of_family, for_operation)) $$;

-- The recommendations and the sources that the person's own actions hang on.
create or replace function app.linked_recommendations() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(distinct r.recommendation_id), '{}') from app.action_recommendations r
   where r.action_id in (select app.my_action_ids('actions', 'see'))
$$;

create or replace function app.linked_sources() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(distinct s.source_id), '{}') from app.action_sources s
   where s.action_id in (select app.my_action_ids('actions', 'see'))
$$;

create or replace function app.linked_recommendation_ids() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp rows 1000
as $$ select unnest(app.linked_recommendations()) $$;

create or replace function app.linked_source_ids() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp rows 1000
as $$ select unnest(app.linked_sources()) $$;

-- How many reviews each of these actions hangs on, leaving out those the reader is excluded from (not there for them) and
-- actions that are not the reader's to see. A page that shows fewer says "a review not yet published" for the rest.
create or replace function app.count_review_sources(of_actions uuid[]) returns table (action_id uuid, reviews integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select s.action_id, count(*)::integer from app.action_sources s
   where s.action_id = any (of_actions) and s.review_id is not null
     and s.review_id <> all ((select app.my_exclusions())::uuid[])
     and ((select 'all' = any (app.reach('actions', 'see'))) or s.action_id in (select app.my_action_ids('actions', 'see')))
   group by s.action_id
$$;

-- Whether an action hangs on nothing yet: it was proposed a moment ago and its links are still to be made.
create or replace function app.hangs_nowhere(of_action uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select not exists (select 1 from app.action_sources s where s.action_id = of_action)
$$;

-- Who gives each safeguarding partner's view: those on a list ask them, and may not see memberships.
create or replace function app.partner_deciders() returns table (agency_id uuid, person_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select m.votes_for_agency_id, m.person_id from app.memberships m
   where m.votes_for_agency_id is not null and m.from_on <= app.today() and (m.to_on is null or m.to_on >= app.today())
     and (not m.needs_second or m.confirmed_at is not null)
     and 'person' = (select (app.actor())[1]) and cardinality((select app.reach('decisions', 'see'))::text[]) > 0
$$;

-- The safeguarding partners whose vote the person who entered gives.
create or replace function app.my_votes() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select coalesce(array_agg(h.votes_for_agency_id), '{}') from app.held() h where h.votes_for_agency_id is not null $$;
