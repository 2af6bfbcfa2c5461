import { families, type Family, type Membership, type Operation, type Reach } from '../policies/matrix';
import type { Row, TableName, World } from './tables';

/**
 * Who may see and do what, worked out a second time: from the cells of the matrix and the rules as they are written, in plain
 * code over all rows at once, knowing nothing of how the database does it. The tests compare the two.
 */
export type Who =
  | { kind: 'person'; personId: string; accountId: string }
  | { kind: 'job'; job: string }
  | { kind: 'visitor' }
  | { kind: 'nobody' };

type Held = { membership: Membership; personId: string; votesForAgencyId?: string | null; agencyId?: string | null; includesBelow?: boolean; groupId?: string | null; sourceId?: string | null };
type Rule<T extends TableName> = { see?(row: Row<T>): boolean; add?(row: Row<T>): boolean; change?(row: Row<T>): boolean };
type Rules = { [T in TableName]: Rule<T> };
type Nullable = string | null | undefined;

export function referenceModel(world: World, today: string, who: Who) {
  const me = who.kind === 'person' ? who.personId : null;
  const account = who.kind === 'person' ? who.accountId : null;
  const isCurrent = (row: { fromOn: string; toOn?: string | null }) => row.fromOn <= today && (!row.toOn || row.toOn >= today);

  // ── What the person holds today ──
  /** The reviews with which somebody has a conflict of interest that came to this, and those of the same child: from a rapid review to its practice review, and back. */
  const inConflict = (personId: Nullable, ...outcomes: string[]) => {
    const holds = (row: Row<'conflicts_of_interest'>) => isCurrent(row) && (!row.confirmBy || row.confirmBy >= today || Boolean(row.chairConfirmedById && row.partnerConfirmedById));
    const found = new Set(world.conflicts_of_interest.filter((row) => personId && row.personId === personId && outcomes.includes(row.outcome) && holds(row)).map((row) => row.reviewId));
    for (let before = -1; before !== found.size; ) {
      before = found.size;
      for (const { reviewId, originReviewId } of world.review_origins) {
        if (found.has(reviewId) || found.has(originReviewId)) found.add(reviewId).add(originReviewId);
      }
    }
    return found;
  };
  const excluded = inConflict(me, 'excluded');
  const decidesOn = (personId: Nullable, reviewId: Nullable) => !reviewId || !inConflict(personId, 'excluded', 'steps_back').has(reviewId);
  /** Taken off its list, and not placed on it again. */
  const takenOff = new Set(world.list_removals.filter((row) => row.personId === me && isCurrent(row)
    && !world.review_places.some((place) => place.reviewId === row.reviewId && place.personId === me && place.capacity === 'BU' && isCurrent(place) && (!place.endsAt || place.endsAt > new Date())))
    .map((row) => row.reviewId));
  const standing: { personId: string; only: string | null }[] = me
    ? [{ personId: me, only: null }, ...world.covers.filter((row) => row.byPersonId === me && isCurrent(row)).map((row) => ({ personId: row.personId, only: row.membership }))]
    : [];
  const held: Held[] = standing.flatMap(({ personId, only }) => {
    const given = world.memberships.filter((row) => row.personId === personId && isCurrent(row) && (!row.needsSecond || row.confirmedAt !== null));
    const onLists = world.review_places.filter((row) => row.personId === personId && isCurrent(row) && ['LR', 'RP'].includes(row.capacity) && !excluded.has(row.reviewId));
    const owns = world.actions.some((row) => row.ownerPersonId === personId);
    const all: Held[] = [...given, ...onLists.map((row) => ({ membership: row.capacity, personId })), ...(owns ? [{ membership: 'AO' as const, personId }] : [])];
    return all.filter((one) => only === null || one.membership === only);
  });

  const cellOf = (family: Family, operation: Operation, membership: Membership): Reach | undefined => (families[family][operation] as Partial<Record<Membership, Reach>>)[membership];
  const holding = (family: Family, operation: Operation, reach: Reach) => held.filter((one) => cellOf(family, operation, one.membership) === reach);
  const all = (family: Family, operation: Operation) => holding(family, operation, 'all').length > 0;

  const mayVoteFor = (agencyId: string) => held.some((one) => one.membership === 'BU' || one.votesForAgencyId === agencyId);

  // ── Reviews ──
  /** On the list in a capacity that one holds and that reaches by list; a lead reviewer's or panel member's place is the capacity. */
  const onList = (family: Family, operation: Operation, reviewId: Nullable) =>
    world.review_places.some(
      (place) =>
        place.reviewId === reviewId && !excluded.has(place.reviewId) && isCurrent(place) && cellOf(family, operation, place.capacity) === 'list' &&
        held.some((one) => one.membership === place.capacity && one.personId === place.personId),
    );
  /** What is *case* or *named* of every review, but of those whose list one was taken off. */
  const everyCase = (family: Family, operation: Operation, reviewId: Nullable) => all(family, operation) && !(reviewId && takenOff.has(reviewId));
  const ofReview = (family: Family, operation: Operation) => ({ reviewId }: { reviewId: string }) =>
    !excluded.has(reviewId) && (everyCase(family, operation, reviewId) || onList(family, operation, reviewId));
  const workedReview = (family: Family) => ({ see: ofReview(family, 'see'), add: ofReview(family, 'add'), change: ofReview(family, 'change') });

  // ── Actions ──
  const agenciesBelow = (agencyId: string): string[] => [agencyId, ...world.agencies.filter((agency) => agency.parentId === agencyId).flatMap((agency) => agenciesBelow(agency.id))];
  const ownAgencies = (family: Family, operation: Operation) =>
    holding(family, operation, 'agency').flatMap((one) => (one.agencyId ? (one.includesBelow ? agenciesBelow(one.agencyId) : [one.agencyId]) : []));
  const sourcesOf = (actionId: string) => world.action_sources.filter((link) => link.actionId === actionId);
  const reviewOf = (sourceId: string) => world.sources.find((source) => source.id === sourceId)?.reviewId ?? null;
  const isHidden = (actionId: string) => {
    const sources = sourcesOf(actionId);
    return sources.length > 0 && sources.every((link) => excluded.has(reviewOf(link.sourceId) ?? ''));
  };
  const follows = (family: Family, operation: Operation, actionId: string) => {
    const action = world.actions.find((row) => row.id === actionId);
    if (!action) return false;
    const agencies = [action.ownerAgencyId, ...world.action_agencies.filter((row) => row.actionId === actionId).map((row) => row.agencyId)];
    return (
      holding(family, operation, 'own').some((one) => one.personId === action.ownerPersonId) ||
      holding(family, operation, 'group').some((one) => one.groupId === action.accountableGroupId) ||
      ownAgencies(family, operation).some((agencyId) => agencies.includes(agencyId)) ||
      sourcesOf(actionId).some((link) => onList(family, operation, reviewOf(link.sourceId))) ||
      holding(family, operation, 'source').some((one) => sourcesOf(actionId).some((link) => link.sourceId === one.sourceId))
    );
  };
  /** Whether it is one by which the person sees actions: their own identifier, an agency's, a group's, a source's. */
  const isOwnKey = (key: string) =>
    holding('actions', 'see', 'own').some((one) => one.personId === key) || holding('actions', 'see', 'group').some((one) => one.groupId === key) ||
    holding('actions', 'see', 'source').some((one) => one.sourceId === key) || ownAgencies('actions', 'see').includes(key) || onList('actions', 'see', key);
  const reachesAction = (family: Family, operation: Operation, actionId: string) => (all(family, operation) || follows(family, operation, actionId)) && !isHidden(actionId);
  const ofAction = (family: Family, operation: Operation) => ({ actionId }: { actionId: string }) => reachesAction(family, operation, actionId);
  /** Evidence with personal data: where it is *case* for them, or their own; never where a review of the action is one they are kept out of. */
  const seesPersonal = ({ actionId, addedById }: { actionId: string; addedById?: Nullable }) => {
    const reviews = sourcesOf(actionId).map((link) => reviewOf(link.sourceId) ?? '');
    return !reviews.some((review) => excluded.has(review)) && (all('caseEvidence', 'see') || isOwn(addedById) || reviews.some((review) => onList('caseEvidence', 'see', review)));
  };
  const hangsNowhere = (actionId: string) => sourcesOf(actionId).length === 0;

  // ── What stands in for rows of another table ──
  const seesSource = (id: Nullable): boolean => sees('sources', world.sources.find((row) => row.id === id));
  const seesAction = (id: Nullable): boolean => sees('actions', world.actions.find((row) => row.id === id));
  const seesRecommendation = (id: Nullable): boolean => sees('recommendations', world.recommendations.find((row) => row.id === id));
  const seesEvidence = (id: Nullable): boolean => sees('evidence', world.evidence.find((row) => row.id === id));
  const isOwnUpload = ({ personId, attachedAt }: { personId: string; attachedAt?: Date | null }) => !attachedAt && (isOwn(personId) || (who.kind === 'job' && who.job === 'clear-uploads'));
  const spineIsSeen = (id: string, isPublished: boolean) => {
    if (excluded.has(id)) return false;
    if (everyCase('spines', 'see', id) || onList('spines', 'see', id)) return true;
    return isPublished && (all('published', 'see') || world.action_sources.some((link) => link.sourceId === id && follows('actions', 'see', link.actionId)));
  };
  /** From an audit or an enquiry: for those whose cell says so, and for whoever chairs the Engine Room. */
  const elsewhere = (operation: Operation) =>
    all('recommendationsElsewhere', operation) ||
    holding('recommendationsElsewhere', operation, 'group').some((one) => world.groups.some((group) => group.id === one.groupId && group.kind === 'engine_room'));
  // ── Findings ──
  const findingOf = (id: Nullable) => world.findings.find((row) => row.id === id);
  const seesFinding = (id: Nullable): boolean => sees('findings', findingOf(id));
  const ofOwnSource = (operation: Operation, sourceId: string) =>
    onList('draftFindings', operation, reviewOf(sourceId)) || holding('draftFindings', operation, 'source').some((one) => one.sourceId === sourceId);
  const draftsFindings = (operation: Operation, sourceId: string) => everyCase('draftFindings', operation, reviewOf(sourceId)) || ofOwnSource(operation, sourceId);
  const findingsElsewhere = (operation: Operation) =>
    all('findingsElsewhere', operation) ||
    holding('findingsElsewhere', operation, 'group').some((one) => world.groups.some((group) => group.id === one.groupId && group.kind === 'engine_room'));
  /** What stands beside a finding: by whoever writes it until it is agreed, and by the Engine Room and the business unit at any time. */
  const besideFinding = (operation: 'add' | 'change') => ({ findingId }: { findingId: string }) => {
    const finding = findingOf(findingId)!;
    return seesFinding(findingId) && ((finding.agreement !== 'agreed' && draftsFindings(operation, finding.sourceId)) || all('findings', 'change'));
  };

  const reviewOfRecommendation = (row: Row<'recommendations'>) => reviewOf(row.sourceId);
  // What is decided about a recommendation is of the review it comes from; about an action, of none.
  const reviewOfDecision = (row: Row<'decisions'>) => {
    if (row.recommendationId) return reviewOfRecommendation(world.recommendations.find((one) => one.id === row.recommendationId)!);
    return row.actionId ? null : (row.reviewId ?? null);
  };
  const ofDecision = (family: Family, operation: Operation) => (row: Row<'decisions'>) => {
    const reviewId = reviewOfDecision(row);
    return (reviewId ? ofReview(family, operation)({ reviewId }) : all(family, operation)) && !(row.actionId && isHidden(row.actionId));
  };
  const ofView = (operation: Operation) => (row: Row<'decision_views'>) => {
    const decision = world.decisions.find((one) => one.id === row.decisionId)!;
    return sees('decisions', decision) && ofDecision('decisionViews', operation)(decision);
  };
  const reviewsDecidedOn = (decision: Row<'decisions'>) => [reviewOfDecision(decision), ...(decision.actionId ? sourcesOf(decision.actionId).map((link) => reviewOf(link.sourceId)) : [])];
  const givenByWhoDecides = (row: Row<'decision_views'>) => reviewsDecidedOn(world.decisions.find((one) => one.id === row.decisionId)!).every((reviewId) => decidesOn(row.givenById, reviewId));
  const linksTo = (reviewId: Nullable, actionId: string) =>
    (all('actionLinks', 'add') || onList('actionLinks', 'add', reviewId)) && (seesAction(actionId) || hangsNowhere(actionId));

  const everyRow = (family: Family) => ({ see: () => all(family, 'see'), add: () => all(family, 'add'), change: () => all(family, 'change') });
  const isOwn = (personId: Nullable) => me !== null && personId === me;
  const isOwnAccount = (accountId: Nullable) => account !== null && accountId === account;
  const isAnybody = who.kind === 'person' || who.kind === 'job';
  const holdsAdministration = (personId: Nullable) => world.memberships.some((row) => row.personId === personId && row.membership === 'SA' && (!row.toOn || row.toOn >= today));

  // ── Who did it, and whose word it is ──
  const isBusinessUnit = held.some((one) => one.membership === 'BU');
  const actionOf = (id: string) => world.actions.find((row) => row.id === id)!;
  /** All the owner's posts in the owning agency have ended, or their account is closed. */
  const hasLeft = (action: Row<'actions'>, onDay: string) => {
    const own = world.posts.filter((row) => row.personId === action.ownerPersonId && row.agencyId === action.ownerAgencyId);
    const accounts = world.accounts.filter((row) => row.personId === action.ownerPersonId);
    return action.ownerPersonId != null && ((own.length > 0 && own.every((row) => row.toOn && row.toOn < onDay)) || (accounts.length > 0 && accounts.every((row) => row.disabledAt)));
  };
  /** The owner, members of the task-and-finish group, whoever covers them that day; where no person is named, anybody with a post in the owning agency; where the owner has left, who leads it. */
  const answersFor = (action: Row<'actions'>, personId: Nullable, onDay: string, which: 'anything' | 'completion') => {
    const within = (row: { fromOn: string; toOn?: string | null }) => row.fromOn <= onDay && (!row.toOn || row.toOn >= onDay);
    const ofGroup = which === 'completion' ? ['TC'] : ['TC', 'TF'];
    const answering = [
      ...(action.ownerPersonId && !hasLeft(action, onDay) ? [{ personId: action.ownerPersonId, membership: 'AO' }] : []),
      ...(hasLeft(action, onDay) ? world.memberships.filter((row) => row.membership === 'AL' && within(row) && row.agencyId && (row.includesBelow ? agenciesBelow(row.agencyId) : [row.agencyId]).includes(action.ownerAgencyId!)) : []),
      ...(action.ownerPersonId ? [] : world.posts.filter((row) => row.agencyId === action.ownerAgencyId && within(row)).map((row) => ({ personId: row.personId, membership: 'AO' }))),
      ...world.memberships.filter((row) => action.accountableGroupId && row.groupId === action.accountableGroupId && ofGroup.includes(row.membership) && within(row)),
    ];
    return answering.some((one) =>
      one.personId === personId || world.covers.some((cover) => cover.personId === one.personId && cover.byPersonId === personId && cover.membership === one.membership && within(cover)));
  };
  const isWordOf = (row: { actionId: string; saidById?: Nullable; saidOn: string; how?: string }) =>
    isOwn(row.saidById) || (isBusinessUnit && row.how !== undefined && row.how !== 'in_person' && answersFor(actionOf(row.actionId), row.saidById, row.saidOn, 'anything'));
  /** An agency lead, of an action of their own agency whose owner has left. */
  const leads = (action: Row<'actions'>) => ownAgencies('actions', 'change').includes(action.ownerAgencyId ?? '');
  const answersAsLead = (action: Row<'actions'>) => action.ownerPersonId != null && leads(action) && seesAction(action.id) && answersFor(action, me, today, 'completion');
  /** Chairs its group, or the Executive where it is the Executive's; the Engine Room where there is no such chair. */
  const decidesAbout = (action: Row<'actions'>, personId: Nullable, ofExecutive: boolean) => {
    const chairs = world.memberships.filter((row) => row.membership === 'CH' && isCurrent(row));
    const kindOf = (row: Row<'memberships'>) => world.groups.find((group) => group.id === row.groupId)?.kind;
    const own = chairs.filter((row) => row.groupId === action.accountableGroupId);
    const deciding = ofExecutive ? chairs.filter((row) => kindOf(row) === 'executive') : own.length > 0 ? own : chairs.filter((row) => kindOf(row) === 'engine_room');
    return deciding.some((row) => row.personId === personId || world.covers.some((cover) => cover.personId === row.personId && cover.byPersonId === personId && cover.membership === 'CH' && isCurrent(cover)));
  };
  const asksRightly = (row: Row<'action_requests'>) => {
    const action = actionOf(row.actionId);
    const isOpen = !action.closedOn && !action.aside;
    switch (row.kind) {
      case 'date':
        return Boolean(action.agreedOn && action.dueOn && !action.completeOn && isOpen) && answersFor(action, row.askedById, row.askedOn, 'completion') && (isOwn(row.askedById) || (isBusinessUnit && row.how !== undefined && row.how !== 'in_person'));
      case 'escalation':
        return Boolean(action.agreedOn && !action.closedOn) && isOwn(row.askedById);
      case 'closing': {
        const served = world.action_recommendations.some((link) => link.actionId === row.actionId && link.recommendationId === row.recommendationId && world.recommendations.some((one) => one.id === link.recommendationId && ['accepted', 'partly'].includes(one.acceptance ?? '')));
        const shown = world.evidence.some((item) => item.actionId === row.actionId && item.checkedOn && item.level !== 'done');
        const excepted = world.decisions.some((one) => one.actionId === row.actionId && one.matter === 'closed_without_impact' && one.outcome === 'agreed' && !world.decisions.some((later) => later.supersedesId === one.id));
        return Boolean(action.checkedOn && isOpen) && isOwn(row.askedById) && (checksActions || isOfGroup(action, 'TC')) && !ownsAction(action) && (row.basis === 'own_evidence' ? shown : row.basis === 'recommendation' ? served : excepted);
      }
    }
  };
  const ofExecutive = (row: Row<'action_requests'>) => (row.kind === 'closing' ? Boolean(actionOf(row.actionId).executiveCloses) : row.escalatedTo === 'executive');
  const ownsAction = (action: Row<'actions'>) => held.some((one) => one.membership === 'AO' && one.personId === action.ownerPersonId);
  const isOwnToCheck = (action: Row<'actions'>) => ownsAction(action) || isOwn(action.completeSaidById);
  const isOfGroup = (action: Row<'actions'>, ...capacities: Membership[]) => held.some((one) => capacities.includes(one.membership) && one.groupId === action.accountableGroupId);
  const isEngineRoom = held.some((one) => one.membership === 'ER');
  const checksActions = isBusinessUnit || isEngineRoom;
  const chairsExecutive = held.some((one) => one.membership === 'CH' && world.groups.some((group) => group.id === one.groupId && group.kind === 'executive'));
  const chairsEngineRoom = held.some((one) => one.membership === 'CH' && world.groups.some((group) => group.id === one.groupId && group.kind === 'engine_room'));

  /** On the list of the review as case review lead or lead reviewer, or the enquiry's critical friend. */
  const isWriterOf = (sourceId: string) =>
    held.some((one) => one.membership === 'CF' && one.sourceId === sourceId) ||
    world.review_places.some((place) => place.reviewId === reviewOf(sourceId) && isCurrent(place) && ['CL', 'LR'].includes(place.capacity)
      && held.some((one) => one.membership === place.capacity && one.personId === place.personId));

  const groupIsReached = (family: Family, operation: Operation, groupId: string) =>
    all(family, operation) || holding(family, operation, 'group').some((one) => one.groupId === groupId || (one.membership === 'ER' && world.groups.some((group) => group.id === groupId && group.kind === 'engine_room')));
  /** What is about a record is there for whoever sees the record. */
  const seesWhatItIsAbout = (row: { aboutSourceId?: Nullable; aboutRecommendationId?: Nullable; aboutActionId?: Nullable }) =>
    (!row.aboutSourceId || seesSource(row.aboutSourceId)) && (!row.aboutRecommendationId || seesRecommendation(row.aboutRecommendationId)) && (!row.aboutActionId || seesAction(row.aboutActionId));
  const groupOfMeeting = (id: string) => world.meetings.find((row) => row.id === id)!.groupId;

  const seesDecision = (id: Nullable) => !id || sees('meeting_decisions', world.meeting_decisions.find((row) => row.id === id));
  const reachesChallenge = (operation: Operation, row: Row<'challenges'>, ...ofAgencies: Nullable[]) =>
    (all('challenges', operation) || isOwn(row.raisedById) || ofAgencies.some((agencyId) => agencyId && ownAgencies('challenges', operation).includes(agencyId))) && seesWhatItIsAbout(row) && seesDecision(row.aboutDecisionId);

  const ownGroups = world.groups.filter((group) => holding('memberships', 'see', 'group').some((one) => one.groupId === group.id || (one.membership === 'ER' && group.kind === 'engine_room')));

  const rules: Rules = {
    installation: { see: () => true },
    settings: { see: () => true, change: () => all('settings', 'change') },
    permission_cells: { see: () => true },

    agencies: everyRow('partnership'),
    agency_names: everyRow('partnership'),
    groups: everyRow('partnership'),
    persons: everyRow('people'),
    posts: everyRow('people'),
    priorities: everyRow('facts'),
    reported_counts: everyRow('facts'),

    accounts: { ...everyRow('accounts'), see: ({ personId }) => all('accounts', 'see') || isOwn(personId) },
    memberships: {
      // Who is in one's own group, and for a member or the chair of the Engine Room, or the chair of the Executive, who holds that membership.
      see: ({ personId, groupId, membership }) =>
        all('memberships', 'see') || isOwn(personId) || ownGroups.some((group) => group.id === groupId || (group.kind === 'engine_room' && membership === 'ER') || (group.kind === 'executive' && membership === 'EX')),
      // Nobody grants to themselves or in another's name; three are given by two people, the others by the business unit.
      add: ({ personId, membership, grantedById, needsSecond }) =>
        all('memberships', 'add') && !isOwn(personId) && isOwn(grantedById) &&
        (['BU', 'EX', 'SA'].includes(membership) ? needsSecond === true : held.some((one) => one.membership === 'BU')),
      change: () => all('memberships', 'change'),
    },
    covers: {
      see: ({ personId, byPersonId }) => all('covers', 'see') || isOwn(personId) || isOwn(byPersonId),
      add: ({ personId, byPersonId, setById, membership }) =>
        (all('covers', 'add') || isOwn(personId)) && isOwn(setById) && !isOwn(byPersonId) && !holdsAdministration(byPersonId) && (isOwn(personId) || !['BU', 'EX'].includes(membership as string)),
      change: ({ personId, byPersonId }) => (all('covers', 'change') || isOwn(personId)) && !isOwn(byPersonId),
    },
    review_places: {
      see: ofReview('places', 'see'),
      add: (row) =>
        ofReview('places', 'add')(row) && !isOwn(row.personId) && isOwn(row.grantedById) && !holdsAdministration(row.personId) && (all('places', 'add') || ['RP', 'ER'].includes(row.capacity)),
      change: (row) => ofReview('places', 'change')(row) && !isOwn(row.personId),
    },
    list_removals: {
      see: ofReview('places', 'see'),
      // By somebody else, and of nobody but the business unit.
      add: ({ reviewId, personId, removedById }) => everyCase('places', 'add', reviewId) && !excluded.has(reviewId) && !isOwn(personId) && isOwn(removedById)
        && (world.memberships.some((row) => row.personId === personId && row.membership === 'BU' && (!row.toOn || row.toOn >= today))
          || world.covers.some((row) => row.byPersonId === personId && row.membership === 'BU' && (!row.toOn || row.toOn >= today))),
      change: ({ reviewId, personId }) => everyCase('places', 'change', reviewId) && !isOwn(personId),
    },
    conflicts_of_interest: {
      see: (row) => !excluded.has(row.reviewId) && (ofReview('interests', 'see')(row) || isOwn(row.personId))
        && (row.outcome !== 'excluded' || (all('exclusions', 'see') && !isOwn(row.personId))),
      // One's own of whatever one sees; somebody else's until two have confirmed it.
      add: (row) => isOwn(row.declaredById) && seesSource(row.reviewId) && (isOwn(row.personId) || all('interests', 'add'))
        && (isOwn(row.personId) || row.outcome === 'stays' ? !row.confirmBy : Boolean(row.confirmBy)) && (!row.chairConfirmedById || (isOwn(row.chairConfirmedById) && chairsExecutive && Boolean(row.confirmBy))),
      change: ({ personId }) => all('interests', 'change') && !isOwn(personId),
    },
    denials: { see: () => all('denials', 'see') },

    sources: {
      see: ({ reviewId, publishedFrom }) => (reviewId ? spineIsSeen(reviewId, Boolean(publishedFrom)) : all('sources', 'see')),
      // Publishing is the safeguarding partners' decision: nobody records a source as published.
      add: ({ reviewId, publishedFrom }) => !publishedFrom && (reviewId ? all('spines', 'add') : all('sources', 'add')),
      change: ({ reviewId }) => (reviewId ? ofReview('spines', 'change')({ reviewId }) : all('sources', 'change')),
    },
    reviews: {
      see: ({ id }) => spineIsSeen(id, Boolean(world.sources.find((source) => source.id === id)?.publishedFrom)),
      add: ({ recordedById }) => all('spines', 'add') && isOwn(recordedById),
      change: ({ id }) => ofReview('spines', 'change')({ reviewId: id }),
    },
    review_origins: {
      see: ({ reviewId, originReviewId }) => seesSource(reviewId) && seesSource(originReviewId),
      add: (row) => ofReview('spines', 'change')(row) && seesSource(row.originReviewId),
    },
    notifications: workedReview('notifications'),
    identities: workedReview('identities'),
    rapid_reviews: workedReview('rapidReviews'),
    criteria_tests: workedReview('rapidReviews'),
    agency_requests: workedReview('rapidReviews'),
    clocks: workedReview('clocks'),
    decisions: {
      see: ofDecision('decisions', 'see'),
      add: (row) => ofDecision('decisions', 'add')(row) && (!row.recommendationId || seesRecommendation(row.recommendationId)) && (!row.actionId || seesAction(row.actionId)),
      change: ofDecision('decisions', 'change'),
    },
    decision_views: {
      see: ofView('see'),
      // Whoever stepped back decides nothing, in their own name or recorded for them.
      add: (row) => ofView('add')(row) && mayVoteFor(row.agencyId) && isOwn(row.recordedById) && givenByWhoDecides(row),
      change: (row) => ofView('change')(row) && mayVoteFor(row.agencyId) && givenByWhoDecides(row),
    },

    meetings: {
      see: ({ groupId }) => groupIsReached('meetings', 'see', groupId),
      add: ({ groupId, recordedById }) => groupIsReached('meetings', 'add', groupId) && isOwn(recordedById),
      change: ({ groupId }) => groupIsReached('meetings', 'change', groupId),
    },
    meeting_attendances: {
      see: ({ groupId }) => groupIsReached('meetings', 'see', groupId),
      add: ({ meetingId }) => groupIsReached('meetings', 'add', groupOfMeeting(meetingId)),
      change: ({ groupId }) => groupIsReached('meetings', 'change', groupId),
    },
    meeting_decisions: {
      see: (row) => groupIsReached('meetings', 'see', row.groupId) && seesWhatItIsAbout(row),
      // Confirmed by the chair afterwards, and not with it.
      add: (row) => groupIsReached('meetings', 'add', groupOfMeeting(row.meetingId)) && seesWhatItIsAbout(row) && isOwn(row.recordedById) && !row.confirmedAt,
      change: (row) => groupIsReached('meetings', 'change', row.groupId),
    },

    challenges: {
      see: (row) => reachesChallenge('see', row, row.raisedByAgencyId, row.aboutAgencyId),
      add: (row) => all('challenges', 'add') && isOwn(row.raisedById) && seesWhatItIsAbout(row) && seesDecision(row.aboutDecisionId) && !row.answer && !row.closedOn,
      change: (row) => reachesChallenge('change', row, row.aboutAgencyId),
    },

    recommendations: {
      see: (row) => {
        const reviewId = reviewOfRecommendation(row);
        if (reviewId && excluded.has(reviewId)) return false;
        if (!reviewId && elsewhere('see')) return true;
        if (onList('draftRecommendations', 'see', reviewId)) return true;
        if (!row.acceptance) return everyCase('draftRecommendations', 'see', reviewId);
        if (all('recommendations', 'see')) return true;
        return Boolean(row.releasedAt) && world.action_recommendations.some((link) => link.recommendationId === row.id && follows('actions', 'see', link.actionId));
      },
      add: (row) => {
        const reviewId = reviewOfRecommendation(row);
        if (reviewId && excluded.has(reviewId)) return false;
        return (everyCase('draftRecommendations', 'add', reviewId) || onList('draftRecommendations', 'add', reviewId)) && seesSource(row.sourceId) && isOwn(row.writtenById) && !row.acceptance;
      },
      change: (row) => {
        const reviewId = reviewOfRecommendation(row);
        if (reviewId && excluded.has(reviewId)) return false;
        if (!reviewId && elsewhere('change')) return true;
        if (!row.acceptance) return everyCase('draftRecommendations', 'change', reviewId) || onList('draftRecommendations', 'change', reviewId);
        return all('recommendations', 'change') || onList('recommendations', 'change', reviewId);
      },
    },
    recommendation_addressees: {
      see: ({ recommendationId }) => seesRecommendation(recommendationId),
      add: ({ recommendationId }) => {
        const recommendation = world.recommendations.find((row) => row.id === recommendationId)!;
        return seesRecommendation(recommendationId) && (everyCase('draftRecommendations', 'add', reviewOfRecommendation(recommendation)) || onList('draftRecommendations', 'add', reviewOfRecommendation(recommendation)));
      },
      change: ({ recommendationId }) => {
        const recommendation = world.recommendations.find((row) => row.id === recommendationId)!;
        return !recommendation.acceptance && seesRecommendation(recommendationId) && (everyCase('draftRecommendations', 'change', reviewOfRecommendation(recommendation)) || onList('draftRecommendations', 'change', reviewOfRecommendation(recommendation)));
      },
    },

    themes: everyRow('themes'),
    theme_changes: { see: () => all('themes', 'see'), add: () => all('themes', 'add') },
    findings: {
      see: ({ sourceId, agreement }) => {
        const reviewId = reviewOf(sourceId);
        if (reviewId && excluded.has(reviewId)) return false;
        if (!reviewId && findingsElsewhere('see')) return true;
        if (agreement !== 'agreed') return draftsFindings('see', sourceId);
        const hangsOwnAction = world.action_sources.some((link) => link.sourceId === sourceId && follows('actions', 'see', link.actionId));
        return all('findings', 'see') || ofOwnSource('see', sourceId) || (hangsOwnAction && seesSource(sourceId));
      },
      add: ({ sourceId, writtenById, agreement, answer }) => {
        const reviewId = reviewOf(sourceId);
        return !(reviewId && excluded.has(reviewId)) && draftsFindings('add', sourceId) && seesSource(sourceId) && isOwn(writtenById) && !agreement && !answer;
      },
      change: ({ sourceId, agreement }) => {
        const reviewId = reviewOf(sourceId);
        if (reviewId && excluded.has(reviewId)) return false;
        if (!reviewId && findingsElsewhere('change')) return true;
        return agreement === 'agreed' ? all('findings', 'change') : draftsFindings('change', sourceId);
      },
    },
    finding_agencies: { see: ({ findingId }) => seesFinding(findingId), add: besideFinding('add'), change: besideFinding('change') },
    finding_themes: { see: ({ findingId }) => seesFinding(findingId), add: besideFinding('add'), change: besideFinding('change') },
    finding_recommendations: {
      see: ({ findingId, recommendationId }) => seesFinding(findingId) && seesRecommendation(recommendationId),
      add: (row) => besideFinding('add')(row) && seesRecommendation(row.recommendationId),
      change: (row) => besideFinding('change')(row) && seesRecommendation(row.recommendationId),
    },
    finding_repeats: {
      see: ({ findingId, earlierId }) => seesFinding(findingId) && seesFinding(earlierId),
      add: (row) => besideFinding('add')(row) && seesFinding(row.earlierId) && isOwn(row.saidById),
      change: (row) => besideFinding('change')(row) && seesFinding(row.earlierId),
    },

    actions: {
      see: ({ id }) => reachesAction('actions', 'see', id),
      // Proposed, and no more than that, in one's own name.
      add: (row) => (all('actions', 'add') || holding('actions', 'add', 'list').length > 0) && isOwn(row.proposedById) && !row.agreedOn && !row.completeOn && !row.checkedOn && !row.closedOn,
      change: ({ id }) => reachesAction('actions', 'change', id),
    },
    action_recommendations: {
      see: ({ actionId, recommendationId }) => seesAction(actionId) && seesRecommendation(recommendationId),
      add: ({ actionId, recommendationId }) => {
        const recommendation = world.recommendations.find((row) => row.id === recommendationId)!;
        return seesRecommendation(recommendationId) && linksTo(reviewOfRecommendation(recommendation), actionId);
      },
    },
    action_sources: {
      see: ({ actionId, sourceId }) => seesAction(actionId) && seesSource(sourceId),
      add: ({ actionId, sourceId }) => seesSource(sourceId) && linksTo(reviewOf(sourceId), actionId),
    },
    action_agencies: {
      see: ofAction('actionLinks', 'see'),
      add: ({ actionId }) => reachesAction('actionLinks', 'add', actionId) || (holding('actionLinks', 'add', 'list').length > 0 && hangsNowhere(actionId)),
      change: ({ agencyId }) => all('actionLinks', 'change') || ownAgencies('actionLinks', 'change').includes(agencyId),
    },
    action_scopes: { see: ({ key, byActionId }) => isOwnKey(key) && !isHidden(byActionId) },
    updates: { see: ofAction('updates', 'see'), add: (row) => (ofAction('updates', 'add')(row) || answersAsLead(actionOf(row.actionId))) && isOwn(row.recordedById) && isWordOf(row) },
    evidence: {
      see: (row) => ofAction('evidence', 'see')(row) && (!row.holdsPersonalData || seesPersonal(row)),
      add: (row) =>
        (ofAction('evidence', 'add')(row) || answersAsLead(actionOf(row.actionId))) && !row.checkedOn &&
        (isOwn(row.addedById) || (isBusinessUnit && world.updates.some((said) => said.actionId === row.actionId && said.saidById === row.addedById && isOwn(said.recordedById)))),
      change: ofAction('evidence', 'change'),
    },
    files: {
      see: ({ evidenceId }) => seesEvidence(evidenceId),
      add: (row) => {
        const item = world.evidence.find((one) => one.id === row.evidenceId)!;
        const sent = world.uploads.find((one) => one.id === row.id)!;
        return seesEvidence(item.id) && isOwn(item.addedById) && !item.checkedOn && !item.declinedOn && isOwn(sent.personId) && sent.readyAt !== null && sent.attachedAt === null;
      },
    },
    uploads: {
      see: isOwnUpload,
      add: ({ personId, readyAt, attachedAt }) => isOwn(personId) && !readyAt && !attachedAt,
      change: isOwnUpload,
    },
    file_chunks: {
      see: ({ uploadId }) => {
        const file = world.files.find((one) => one.id === uploadId);
        return isOwnUpload(world.uploads.find((one) => one.id === uploadId)!) || (file !== undefined && seesEvidence(file.evidenceId));
      },
      add: ({ uploadId }) => isOwnUpload(world.uploads.find((one) => one.id === uploadId)!),
    },
    checks: { see: ofAction('checks', 'see'), add: (row) => ofAction('checks', 'add')(row) && isOwn(row.checkedById) && !isOwnToCheck(actionOf(row.actionId)) },
    // Written where another date is granted, and by nobody.
    due_moves: { see: ofAction('dueMoves', 'see') },
    action_requests: {
      see: ofAction('requests', 'see'),
      add: (row) => (ofAction('requests', 'add')(row) || answersAsLead(actionOf(row.actionId))) && isOwn(row.recordedById) && !row.result && asksRightly(row),
      change: ({ actionId }) => all('requests', 'change') && !isHidden(actionId),
    },

    record_views: {
      see: (row) => {
        const id = (row as { id?: number }).id;
        return isOwn(row.personId) || world.record_view_reviews.some((shown) => shown.viewId === id && ofReview('views', 'see')(shown));
      },
      add: ({ personId }) => isOwn(personId),
    },
    record_view_reviews: {
      see: ofReview('views', 'see'),
      add: ({ viewId }) => isOwn(world.record_views.find((row) => row.id === viewId)?.personId),
    },
    commands: { see: ({ accountId }) => isOwnAccount(accountId) },
    drafts: {
      see: ({ accountId }) => isOwnAccount(accountId) || (who.kind === 'job' && who.job === 'clear-drafts'),
      add: ({ accountId }) => isOwnAccount(accountId),
      change: ({ accountId }) => isOwnAccount(accountId),
    },
    saved_views: { see: ({ accountId }) => isOwnAccount(accountId), add: ({ accountId }) => isOwnAccount(accountId), change: ({ accountId }) => isOwnAccount(accountId) },
    outbox: {
      see: ({ toPersonId, recordName, recordId }) =>
        isOwn(toPersonId) && !isHidden(recordId) && (recordName !== 'review' || seesSource(recordId)) && (recordName !== 'recommendation' || seesRecommendation(recordId)) && (recordName !== 'finding' || seesFinding(recordId)) &&
        (recordName !== 'meeting_decision' || sees('meeting_decisions', world.meeting_decisions.find((row) => row.id === recordId))) &&
        (recordName !== 'challenge' || sees('challenges', world.challenges.find((row) => row.id === recordId))),
      add: () => isAnybody,
      change: ({ toPersonId }) => isOwn(toPersonId),
    },
    limits: { see: () => who.kind === 'job' && who.job === 'clear-limits' },
    jobs: { see: () => who.kind === 'job', add: () => who.kind === 'job', change: () => who.kind === 'job' },
    // An entry is there for whoever may see its record now.
    history: {
      see: ({ tableName, recordId, rootId, family }) => {
        if (tableName === 'credentials') return false;
        if (tableName === 'sign_in_links') return sees('accounts', world.accounts.find((one) => one.id === rootId));
        if (tableName === 'settings') return all('partnership', 'see') || all('settings', 'change');
        // What was written while a record was *case* stays so.
        if (family === 'case_spine') return ofReview('spines', 'see')({ reviewId: recordId });
        const table = world[tableName as TableName] as { id?: unknown }[];
        if (family === 'draft_recommendation') {
          const found = world.recommendations.find((row) => row.id === recordId);
          return found !== undefined && sees('recommendations', found) && (everyCase('draftRecommendations', 'see', reviewOfRecommendation(found)) || onList('draftRecommendations', 'see', reviewOfRecommendation(found)) || (!reviewOfRecommendation(found) && elsewhere('see')));
        }
        if (family === 'draft_finding') {
          const found = findingOf(recordId);
          return found !== undefined && seesFinding(recordId) && (draftsFindings('see', found.sourceId) || (!reviewOf(found.sourceId) && findingsElsewhere('see')));
        }
        return sees(tableName as TableName, table.find((row) => String(row.id) === recordId) as never);
      },
    },
    history_seals: { see: () => who.kind === 'job' },
    history_sealed: { see: () => who.kind === 'job' },

    // Reached through the gate alone.
    credentials: {},
    account_identities: {},
    sessions: {},
    sign_in_links: {},
    set_up_codes: {},
    gate_secrets: {},
    counters: {},
    search_entries: {},
    schema_versions: {},
  };

  function mayStillConfirm(row: Row<'conflicts_of_interest'>): boolean {
    return Boolean(row.confirmBy && row.confirmBy >= today) && !row.endedById;
  }

  function sees<T extends TableName>(table: T, row: Row<T> | undefined): boolean {
    return row !== undefined && (rules[table].see?.(row) ?? false);
  }

  /** The words of a proposal, until it is agreed. */
  const changeProposal = (action: Row<'actions'>) => !action.agreedOn && (checksActions || isOfGroup(action, 'CH') || (held.some((one) => one.membership === 'CL') && sourcesOf(action.id).some((link) => onList('actions', 'change', reviewOf(link.sourceId)))));

  /** What is done to a record that one may change: who does it, and to which. "Decisions" in the permissions. */
  const deeds = {
    changeProposal,
    // Also with the words of a proposal.
    prioritise: (action: Row<'actions'>) => isBusinessUnit || isOfGroup(action, 'CH') || changeProposal(action),
    nameOwner: (action: Row<'actions'>) => isBusinessUnit || leads(action),
    /** Of anybody but the business unit: somebody with a post in the agency. */
    nameSomebody: (action: Row<'actions'>, personId: string) => isBusinessUnit || (leads(action) && (action.ownerPersonId === personId || world.posts.some((row) => row.personId === personId && row.agencyId === action.ownerAgencyId && isCurrent(row)))),
    move: () => isBusinessUnit,
    pause: (action: Row<'actions'>) => Boolean(action.agreedOn) && (isBusinessUnit || isOfGroup(action, 'CH')),
    turnDown: (action: Row<'actions'>) => !action.agreedOn && (isBusinessUnit || isOfGroup(action, 'CH')),
    worsen: (action: Row<'actions'>) => (ownsAction(action) || isOfGroup(action, 'CH')) && (action.worsenedTo !== 'red' || isOwn(action.worsenedById) || decidesAbout(action, me, false)),
    takeBack: (action: Row<'actions'>) => !action.worsenedTo || ((ownsAction(action) || isOfGroup(action, 'CH')) && (isOwn(action.worsenedById) || decidesAbout(action, me, false))),
    answer: (row: Row<'action_requests'>) => !row.result && !isOwn(row.askedById) && !isOwn(actionOf(row.actionId).ownerPersonId) && ((row.kind === 'date' && isBusinessUnit) || decidesAbout(actionOf(row.actionId), me, ofExecutive(row))),
    answerFor: (row: Row<'action_requests'>, personId: string) => !row.result && isBusinessUnit && row.askedById !== personId && actionOf(row.actionId).ownerPersonId !== personId && decidesAbout(actionOf(row.actionId), personId, ofExecutive(row)),
    openAgain: (row: Row<'action_requests'>) => !row.undoneOn && row.kind === 'closing' && row.result === 'granted' && Boolean(actionOf(row.actionId).closedOn) && !isOwn(actionOf(row.actionId).ownerPersonId)
      && (isBusinessUnit || decidesAbout(actionOf(row.actionId), me, Boolean(actionOf(row.actionId).executiveCloses))),
    agree: (action: Row<'actions'>) => !action.agreedOn && (isBusinessUnit || isOfGroup(action, 'CH')),
    // What stands on the action itself: that an agency lead answers for it, the update beside it says.
    update: (action: Row<'actions'>) => isBusinessUnit || ownsAction(action) || isOfGroup(action, 'TF', 'TC') || leads(action),
    sayComplete: (action: Row<'actions'>) => !action.completeOn && (isBusinessUnit || ownsAction(action) || isOfGroup(action, 'TC') || leads(action)) && answersFor(action, me, today, 'completion'),
    returnToOwner: (action: Row<'actions'>) => Boolean(action.completeOn) && !action.checkedOn && checksActions && !isOwnToCheck(action),
    check: (action: Row<'actions'>) => Boolean(action.completeOn) && !action.checkedOn && checksActions && !isOwnToCheck(action),
    checkEvidence: (item: Row<'evidence'>) => checksActions && !item.checkedOn && !item.declinedOn && !isOwn(item.addedById) && !ownsAction(actionOf(item.actionId)),
    settle: (decision: Row<'decisions'>) => !decision.outcome && (isBusinessUnit || chairsExecutive) && reviewsDecidedOn(decision).every((reviewId) => decidesOn(me, reviewId)),
    settleForChair: (decision: Row<'decisions'>) => !decision.outcome && isBusinessUnit,
    confirmAsChair: (row: Row<'conflicts_of_interest'>) => chairsExecutive && (isOwn(row.chairConfirmedById) || (mayStillConfirm(row) && !row.chairConfirmedById)),
    confirmAsPartner: (row: Row<'conflicts_of_interest'>) => held.some((one) => one.votesForAgencyId) && (isOwn(row.partnerConfirmedById) || (mayStillConfirm(row) && !row.partnerConfirmedById && !isOwn(row.declaredById))),
    endInterest: (row: Row<'conflicts_of_interest'>) => held.some((one) => ['BU', 'EX'].includes(one.membership)) && !row.endedById,
    putBackOnList: (row: Row<'list_removals'>) => isBusinessUnit && !row.endedById,
    writeFinding: (row: Row<'findings'>) => !row.decidedOn && (isBusinessUnit || isWriterOf(row.sourceId)),
    agreeFinding: (row: Row<'findings'>) => !row.answeredOn && (isBusinessUnit || isEngineRoom || chairsEngineRoom) && decidesOn(me, reviewOf(row.sourceId)),
    agreeFindingForGroup: (row: Row<'findings'>) => !row.answeredOn && (isBusinessUnit || isEngineRoom || chairsEngineRoom),
    answerFinding: (row: Row<'findings'>) => row.agreement === 'agreed' && (isBusinessUnit || isEngineRoom),
    changeMinute: (row: Row<'meeting_decisions'>) => !row.confirmedAt,
    confirmMinute: (row: Row<'meeting_decisions'>) => !row.confirmedAt && held.some((one) => ['CH', 'TC'].includes(one.membership) && one.groupId === row.groupId),
    answerChallenge: (row: Row<'challenges'>) => !row.closedOn && (isBusinessUnit || ownAgencies('challenges', 'change').includes(row.aboutAgencyId)),
    answerChallengeFor: (row: Row<'challenges'>) => !row.closedOn && isBusinessUnit,
    closeChallenge: (row: Row<'challenges'>) => !row.closedOn && (isBusinessUnit || isOwn(row.raisedById)),
    write: (row: Row<'recommendations'>) => !row.acceptance && (isBusinessUnit || world.review_places.some((place) => place.reviewId === reviewOfRecommendation(row) && isCurrent(place)
      && ['CL', 'LR'].includes(place.capacity) && held.some((one) => one.membership === place.capacity && one.personId === place.personId))),
    accept: (row: Row<'recommendations'>) => !row.releasedAt && (isBusinessUnit || isEngineRoom || chairsEngineRoom) && decidesOn(me, reviewOfRecommendation(row)),
    acceptForGroup: (row: Row<'recommendations'>) => !row.releasedAt && (isBusinessUnit || isEngineRoom || chairsEngineRoom),
    release: (row: Row<'recommendations'>) => Boolean(row.acceptance) && !row.releasedAt && (isBusinessUnit || world.review_places.some((place) => place.reviewId === reviewOfRecommendation(row)
      && isCurrent(place) && place.capacity === 'LR' && held.some((one) => one.membership === 'LR' && one.personId === place.personId))),
  };

  return {
    held,
    sees,
    deeds,
    mayAdd<T extends TableName>(table: T, row: Row<T>): boolean {
      return rules[table].add?.(row) ?? false;
    },
    /** One changes only what one sees. */
    mayChange<T extends TableName>(table: T, row: Row<T>): boolean {
      return sees(table, row) && (rules[table].change?.(row) ?? false);
    },
  };
}
