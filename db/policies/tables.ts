import type { HistoryFamily } from './history-columns';
import type { Family, Operation } from './matrix';

/**
 * Who may see, add and change the rows of each table, as row-level policies for `crt_app`. A table that is not here cannot be
 * reached by the application at all. What the cells mean is in `matrix.ts`; this file says which columns they look at.
 *
 * Two ways to look at another table, and no third: the functions of `resolver.sql`, fetched once in a statement; and a look at one
 * row of a parent, or of an action's keys, where that table's own policy answers. Parents never look at their children.
 *
 * `change` and `remove` narrow `see`: `script.ts` asks both.
 */
export type TablePolicies = { see?: string; add?: string; change?: string; remove?: string };

// A yes or no, and not a list to look through: the planner takes half the rows to pass, and follows the order of a page.
const reach = (family: Family, operation: Operation, what = 'all') => `(select '${what}' = any (app.reach('${family}', '${operation}')))`;
const onList = (family: Family, operation: Operation, column: string) => `${column} = any ((select app.my_reviews('${family}', '${operation}'))::uuid[])`;
const notExcluded = (column: string) => `${column} <> all ((select app.my_exclusions())::uuid[])`;
const me = `(select nullif((app.actor())[2], '')::uuid)`;
const myAccount = `(select nullif((app.actor())[3], '')::uuid)`;
const entered = `(select (app.actor())[1]) in ('person', 'job')`;

/** What is *case* or *named* of every review, but of those whose list one was taken off. */
const everyCase = (family: Family, operation: Operation, column: string) =>
  `(${reach(family, operation)} and ${column} <> all ((select app.my_removals())::uuid[]))`;
/** Rows of one review: all of them, or those of the reviews on whose list one is; never of one that one is excluded from. */
const ofReview = (family: Family, operation: Operation, column = 'review_id') =>
  `(${everyCase(family, operation, column)} or ${onList(family, operation, column)}) and ${notExcluded(column)}`;

const ofReviewTable = (family: Family, column = 'review_id'): TablePolicies => ({
  see: ofReview(family, 'see', column),
  add: ofReview(family, 'add', column),
  change: ofReview(family, 'change', column),
});

const notHidden = (column: string) => `${column} <> all ((select app.hidden_actions())::uuid[])`;
const holdsKey = (family: Family, operation: Operation, column: string) => `${column} = any ((select app.my_keys('${family}', '${operation}'))::uuid[])`;

/**
 * Whether one of the person's keys opens an action, or what an action hangs on. The keys by which one sees are all that one sees
 * (the policy of `action_scopes`); another operation narrows them to its own. Asked row by row, as `limit` makes the planner do:
 * somebody's own actions can be thousands, and a page shows fifty.
 */
const opened = (column: string, narrowed = 'true') => `(select true from app.action_scopes scope where scope.opened_id = ${column} and ${narrowed} limit 1)`;

/** Rows of one action: all, or those that follow from ownership, agency, group, enquiry or list. */
const ofAction = (family: Family, operation: Operation, column = 'action_id') =>
  `(${reach(family, operation)} or ${operation === 'see' ? opened(column) : opened(column, holdsKey(family, operation, 'scope.key'))}) and ${notHidden(column)}`;

/** An action itself: whose it is stands on its row, and only a list or an enquiry leads through the keys. */
const anAction = (operation: Operation) =>
  `(${reach('actions', operation)} or party_ids && (select app.my_keys('actions', '${operation}'))::uuid[]
    or ${opened('id', `scope.key = any ((select app.my_source_keys('actions', '${operation}'))::uuid[])`)}) and ${notHidden('id')}`;

const everyRow = (family: Family): TablePolicies => ({ see: reach(family, 'see'), add: reach(family, 'add'), change: reach(family, 'change') });

const publishedOrCase = (id: string, published: string) =>
  `${notExcluded(id)} and (${everyCase('spines', 'see', id)} or ${onList('spines', 'see', id)} or (${published} and (${reach('published', 'see')} or ${opened(id)})))`;

const seesParent = (table: string, column: string) => `exists (select 1 from app.${table} parent where parent.id = ${column})`;

/**
 * A link of an action to what it serves: both ends are visible, and whoever reaches by list links to their own reviews. An
 * action that hangs on nothing yet is visible to nobody by its links, and is still to be linked by whoever proposed it.
 */
const linksAction = (parent: string, column: string) =>
  `(${reach('actionLinks', 'add')} or ${onList('actionLinks', 'add', 'review_id')}) and ${seesParent(parent, column)} and (${seesParent('actions', 'action_id')} or app.hangs_nowhere(action_id))`;

/** What is *case* where it comes from a review, and where it comes from none is for whoever sees every case. */
const caseOrOfNoReview = (family: Family, operation: Operation, column = 'review_id') =>
  `((${column} is null and ${reach(family, operation)}) or ${everyCase(family, operation, column)} or ${onList(family, operation, column)})`;
const draftsOf = (operation: Operation, column = 'review_id') => caseOrOfNoReview('draftRecommendations', operation, column);

/** Recommendations and findings that come from no review: the Engine Room's, and its chair's. */
const elsewhere = (operation: Operation, family: 'recommendationsElsewhere' | 'findingsElsewhere' = 'recommendationsElsewhere') =>
  `(${reach(family, operation)} or 'engine_room' = any ((select app.my_group_kinds('${family}', '${operation}'))::text[]))`;

/** Findings of the reviews on whose list one is, and of the enquiry one is critical friend to: both are known by their source. */
const ofOwnSource = (operation: Operation, column = 'source_id') => holdsKey('draftFindings', operation, column);
const drafts = (operation: Operation, row = '') => `(${caseOrOfNoReview('draftFindings', operation, `${row}review_id`)} or ${ofOwnSource(operation, `${row}source_id`)})`;

/** A finding that is a draft still, or that was not agreed. */
const notAgreed = (column = 'agreement') => `(${column} is null or ${column} <> 'agreed')`;

/** What is said of a finding beside its own row: by whoever writes it while it is not agreed, and by the Engine Room. */
const besideFinding = (operation: 'add' | 'change') =>
  `exists (select 1 from app.findings parent where parent.id = finding_id and ((${notAgreed('parent.agreement')} and ${drafts(operation, 'parent.')}) or ${reach('findings', 'change')}))`;
/** Whether and where it repeats is said by the same; both ends of a link are visible. */
const linksFinding = (operation: 'add' | 'change', table: string, column: string): string => `${besideFinding(operation)} and ${seesParent(table, column)}`;

/** What is decided about one review is of that review; about anything else, it is for whoever sees every case. Nothing of it where its action is hidden. */
const aDecision = (operation: Operation) =>
  `${caseOrOfNoReview('decisions', operation)} and (review_id is null or ${notExcluded('review_id')}) and (action_id is null or ${notHidden('action_id')})`;
/** A view of a decision that one sees. */
const aView = (operation: Operation) =>
  `${caseOrOfNoReview('decisionViews', operation)} and ${seesParent('decisions', 'decision_id')}`;

/** Of a group: all, or of those by which one reaches. */
const ofGroup = (family: Family, operation: Operation) => `(${reach(family, operation)} or group_id = any ((select app.my_groups('${family}', '${operation}'))::uuid[]))`;

/** What is about a record is there for whoever sees the record. */
const seesWhatItIsAbout = ([['sources', 'about_source_id'], ['recommendations', 'about_recommendation_id'], ['actions', 'about_action_id']] as const)
  .map(([table, column]) => `(${column} is null or ${seesParent(table, column)})`).join(' and ');

/** One's own challenges; those that one's agency raised or is asked about; all. */
const ofChallenge = (operation: Operation, ...columns: string[]) =>
  `(${reach('challenges', operation)} or raised_by_id = ${me} or ${columns.map((column) => `${column} = any ((select app.my_agencies('challenges', '${operation}'))::uuid[])`).join(' or ')})`;
const seesWhatIsChallenged = `${seesWhatItIsAbout} and (about_decision_id is null or app.sees_meeting_decision(about_decision_id))`;

const isMine = `person_id = ${me}`;
const isBusinessUnit = `exists (select 1 from app.held() h where h.membership = 'BU')`;
const votes = `(agency_id = any ((select app.my_votes())::uuid[]) or ${isBusinessUnit})`;

/** One's own word; or, recorded by the business unit, that of somebody who answers for the action. */
const saidByWhomItIs = `(said_by_id = ${me} or (how <> 'in_person' and ${isBusinessUnit} and said_by_id in (select a.person_id from app.who_answers(action_id, said_on) a)))`;
/** One's own evidence; or of somebody whose word about the action one has recorded. */
const addedByWhomItIs = `(added_by_id = ${me} or (${isBusinessUnit} and exists (select 1 from app.updates u where u.action_id = evidence.action_id and u.said_by_id = evidence.added_by_id and u.recorded_by_id = ${me})))`;

/** What one has sent and no record holds. The job that clears them looks at when they came. */
const ownUpload = `attached_at is null and (person_id = ${me} or (select (app.actor())[5]) = 'clear-uploads')`;

/** Of an action that comes from a review on whose list one is. */
const actionOfOwnList = (family: Family, operation: Operation) => `exists (select 1 from app.action_sources link where link.action_id = evidence.action_id and ${onList(family, operation, 'link.review_id')})`;

/**
 * Evidence that holds personal data. Which child it is about, nobody can tell from its action: whoever is excluded from one of the
 * action's reviews sees none of it.
 */
const caseEvidence = `(${reach('caseEvidence', 'see')} or added_by_id = ${me} or ${actionOfOwnList('caseEvidence', 'see')}) and action_id <> all ((select app.conflicted_actions())::uuid[])`;

/** Of an action of one's own agency whose owner has left: the agency lead answers for it. */
const answersAsLead = `(exists (select 1 from app.actions led where led.id = action_id and led.owner_person_id is not null and led.owner_agency_id = any ((select app.my_agencies('actions', 'change'))::uuid[]))
  and ${me} in (select a.person_id from app.who_answers(action_id, app.today()) a where a.completes))`;

export const tablePolicies: Record<string, TablePolicies> = {
  // Code lists and public settings: anybody, also before sign-in.
  installation: { see: 'true' },
  settings: { see: 'true', change: reach('settings', 'change') },
  permission_cells: { see: 'true' },

  agencies: everyRow('partnership'),
  agency_names: everyRow('partnership'),
  groups: everyRow('partnership'),
  persons: everyRow('people'),
  posts: everyRow('people'),
  priorities: everyRow('facts'),
  reported_counts: everyRow('facts'),

  accounts: { see: `${reach('accounts', 'see')} or ${isMine}`, add: reach('accounts', 'add'), change: reach('accounts', 'change') },
  // In one's own group everybody knows who is in it: of the Executive and the Engine Room, whoever holds that membership.
  memberships: {
    see: `${reach('memberships', 'see')} or ${isMine} or group_id = any ((select app.my_groups('memberships', 'see'))::uuid[])
      or (case membership when 'EX' then 'executive' when 'ER' then 'engine_room' end) = any ((select app.my_group_kinds('memberships', 'see'))::text[])`,
    add: reach('memberships', 'add'), change: reach('memberships', 'change'),
  },
  covers: {
    see: `${reach('covers', 'see')} or ${isMine} or by_person_id = ${me}`,
    // Nobody makes themselves somebody's deputy.
    add: `(${reach('covers', 'add')} or ${isMine}) and set_by_id = ${me} and by_person_id <> ${me}`,
    change: `(${reach('covers', 'change')} or ${isMine}) and by_person_id <> ${me}`,
  },
  review_places: {
    see: ofReview('places', 'see'),
    // Somebody else, always: nobody writes themselves onto a list.
    add: `(${ofReview('places', 'add')}) and person_id <> ${me} and granted_by_id = ${me}`,
    change: `(${ofReview('places', 'change')}) and person_id <> ${me}`,
  },
  list_removals: {
    see: ofReview('places', 'see'),
    add: `${everyCase('places', 'add', 'review_id')} and ${notExcluded('review_id')} and person_id <> ${me}`,
    change: `${everyCase('places', 'change', 'review_id')} and ${notExcluded('review_id')} and person_id <> ${me}`,
  },
  // Nobody is shown that they are, or were, excluded: with the record it names it would be there no more, and a lapsed one would tell.
  conflicts_of_interest: {
    see: `((${ofReview('interests', 'see')}) or ${isMine}) and ${notExcluded('review_id')} and (outcome <> 'excluded' or (${reach('exclusions', 'see')} and person_id <> ${me}))`,
    // One's own, of a review that one sees, even where it takes the review out of one's sight; or somebody else's.
    add: `declared_by_id = ${me} and ${seesParent('reviews', 'review_id')} and (${isMine} or ${reach('interests', 'add')})`,
    change: `${reach('interests', 'change')} and person_id <> ${me}`,
  },
  denials: { see: reach('denials', 'see') },

  sources: {
    see: `(review_id is null and ${reach('sources', 'see')}) or (review_id is not null and ${publishedOrCase('review_id', 'published_from is not null')})`,
    add: `(review_id is null and ${reach('sources', 'add')}) or (review_id is not null and ${reach('spines', 'add')})`,
    change: `(review_id is null and ${reach('sources', 'change')}) or (review_id is not null and ${ofReview('spines', 'change')})`,
  },
  reviews: {
    see: publishedOrCase('id', 'is_published'),
    add: reach('spines', 'add'),
    change: ofReview('spines', 'change', 'id'),
  },
  review_origins: {
    see: `${seesParent('reviews', 'review_id')} and ${seesParent('reviews', 'origin_review_id')}`,
    add: `(${ofReview('spines', 'change')}) and ${seesParent('reviews', 'origin_review_id')}`,
  },
  notifications: ofReviewTable('notifications'),
  identities: ofReviewTable('identities'),
  rapid_reviews: ofReviewTable('rapidReviews'),
  criteria_tests: ofReviewTable('rapidReviews'),
  agency_requests: ofReviewTable('rapidReviews'),
  clocks: ofReviewTable('clocks'),
  decisions: {
    see: aDecision('see'),
    add: `${aDecision('add')} and (recommendation_id is null or ${seesParent('recommendations', 'recommendation_id')}) and (action_id is null or ${seesParent('actions', 'action_id')})`,
    change: aDecision('change'),
  },
  // A vote is given by whose it is; the business unit records what a partner said elsewhere.
  decision_views: {
    see: aView('see'),
    add: `${aView('add')} and ${votes} and recorded_by_id = ${me}`,
    change: `${aView('change')} and ${votes}`,
  },

  meetings: { see: ofGroup('meetings', 'see'), add: ofGroup('meetings', 'add'), change: ofGroup('meetings', 'change') },
  meeting_attendances: { see: ofGroup('meetings', 'see'), add: ofGroup('meetings', 'add'), change: ofGroup('meetings', 'change') },
  meeting_decisions: {
    see: `${ofGroup('meetings', 'see')} and ${seesWhatItIsAbout}`,
    add: `${ofGroup('meetings', 'add')} and ${seesWhatItIsAbout}`,
    change: ofGroup('meetings', 'change'),
  },

  challenges: {
    see: `${ofChallenge('see', 'raised_by_agency_id', 'about_agency_id')} and ${seesWhatIsChallenged}`,
    add: `${reach('challenges', 'add')} and raised_by_id = ${me} and ${seesWhatIsChallenged}`,
    change: ofChallenge('change', 'about_agency_id'),
  },

  recommendations: {
    see: `(review_id is null or ${notExcluded('review_id')}) and (
      (acceptance is null and ${draftsOf('see')})
      or (acceptance is not null and (${reach('recommendations', 'see')} or ${onList('draftRecommendations', 'see', 'review_id')}
          or (released_at is not null and ${opened('id')})))
      or (review_id is null and ${elsewhere('see')}))`,
    add: `(review_id is null or ${notExcluded('review_id')}) and ${draftsOf('add')} and ${seesParent('sources', 'source_id')}`,
    // Which columns, `act-columns.ts` says.
    change: `(review_id is null or ${notExcluded('review_id')}) and (
      (acceptance is null and ${draftsOf('change')})
      or (acceptance is not null and (${reach('recommendations', 'change')} or ${onList('recommendations', 'change', 'review_id')}))
      or (review_id is null and ${elsewhere('change')}))`,
  },
  recommendation_addressees: {
    see: seesParent('recommendations', 'recommendation_id'),
    add: `exists (select 1 from app.recommendations parent where parent.id = recommendation_id
      and ${draftsOf('add', 'parent.review_id')})`,
    // Taken off while it is a draft, and no longer: what was accepted was accepted by whom it is addressed to.
    change: `exists (select 1 from app.recommendations parent where parent.id = recommendation_id and parent.acceptance is null
      and ${draftsOf('change', 'parent.review_id')})`,
  },

  themes: everyRow('themes'),
  theme_changes: { see: reach('themes', 'see'), add: reach('themes', 'add') },
  findings: {
    see: `(review_id is null or ${notExcluded('review_id')}) and (
      (${notAgreed()} and ${drafts('see')})
      or (agreement = 'agreed' and (${reach('findings', 'see')} or ${ofOwnSource('see')} or (${opened('source_id')} and ${seesParent('sources', 'source_id')})))
      or (review_id is null and ${elsewhere('see', 'findingsElsewhere')}))`,
    add: `(review_id is null or ${notExcluded('review_id')}) and ${drafts('add')} and ${seesParent('sources', 'source_id')}`,
    // Which columns, `act-columns.ts` says.
    change: `(review_id is null or ${notExcluded('review_id')}) and (
      (${notAgreed()} and ${drafts('change')})
      or (agreement = 'agreed' and ${reach('findings', 'change')})
      or (review_id is null and ${elsewhere('change', 'findingsElsewhere')}))`,
  },
  finding_agencies: { see: seesParent('findings', 'finding_id'), add: besideFinding('add'), change: besideFinding('change') },
  finding_themes: { see: seesParent('findings', 'finding_id'), add: besideFinding('add'), change: besideFinding('change') },
  finding_recommendations: {
    see: `${seesParent('findings', 'finding_id')} and ${seesParent('recommendations', 'recommendation_id')}`,
    add: linksFinding('add', 'recommendations', 'recommendation_id'),
    change: linksFinding('change', 'recommendations', 'recommendation_id'),
  },
  finding_repeats: {
    see: `${seesParent('findings', 'finding_id')} and ${seesParent('findings', 'earlier_id')}`,
    add: `${linksFinding('add', 'findings', 'earlier_id')} and said_by_id = ${me}`,
    change: linksFinding('change', 'findings', 'earlier_id'),
  },

  actions: {
    see: anAction('see'),
    // An action of a review's list is proposed by somebody on it: the links that follow must be visible to them.
    add: `${reach('actions', 'add')} or ${reach('actions', 'add', 'list')}`,
    change: anAction('change'),
  },
  action_recommendations: {
    see: `${seesParent('actions', 'action_id')} and ${seesParent('recommendations', 'recommendation_id')}`,
    add: linksAction('recommendations', 'recommendation_id'),
  },
  action_sources: {
    see: `${seesParent('actions', 'action_id')} and ${seesParent('sources', 'source_id')}`,
    add: linksAction('sources', 'source_id'),
  },
  action_agencies: {
    see: ofAction('actionLinks', 'see'),
    // On the list of a review that it comes from, or while it hangs on nothing yet.
    add: `(${reach('actionLinks', 'add')} and ${notHidden('action_id')})
      or exists (select 1 from app.action_sources link where link.action_id = action_agencies.action_id and ${onList('actionLinks', 'add', 'link.review_id')})
      or (${reach('actionLinks', 'add', 'list')} and app.hangs_nowhere(action_id))`,
    change: `(${reach('actionLinks', 'change')} or agency_id = any ((select app.my_agencies('actionLinks', 'change'))::uuid[])) and ${notHidden('action_id')}`,
  },
  action_scopes: { see: `${holdsKey('actions', 'see', 'key')} and ${notHidden('by_action_id')}` },
  updates: { see: ofAction('updates', 'see'), add: `(${ofAction('updates', 'add')} or ${answersAsLead}) and recorded_by_id = ${me} and ${saidByWhomItIs}` },
  evidence: { see: `${ofAction('evidence', 'see')} and (not holds_personal_data or (${caseEvidence}))`, add: `(${ofAction('evidence', 'add')} or ${answersAsLead}) and ${addedByWhomItIs}`, change: ofAction('evidence', 'change') },
  // Whoever adds evidence adds its file, until somebody has looked at it. That it is theirs, and all there, a trigger asks.
  files: {
    see: seesParent('evidence', 'evidence_id'),
    add: `exists (select 1 from app.evidence parent where parent.id = evidence_id and parent.added_by_id = ${me} and parent.checked_on is null and parent.declined_on is null)`,
  },
  // What is attached has its record's rule: as an upload it is there for nobody any more.
  uploads: { see: ownUpload, add: `person_id = ${me} and ready_at is null and attached_at is null`, change: `person_id = ${me} and attached_at is null`, remove: ownUpload },
  file_chunks: { see: `${seesParent('uploads', 'upload_id')} or ${seesParent('files', 'upload_id')}`, add: seesParent('uploads', 'upload_id'), remove: seesParent('uploads', 'upload_id') },
  checks: { see: ofAction('checks', 'see'), add: `${ofAction('checks', 'add')} and checked_by_id = ${me}` },
  due_moves: { see: ofAction('dueMoves', 'see') },
  // Which of these is whose to ask and to answer, `keep_request` says.
  action_requests: {
    see: ofAction('requests', 'see'),
    add: `(${ofAction('requests', 'add')} or ${answersAsLead}) and recorded_by_id = ${me}`,
    change: `${reach('requests', 'change')} and ${notHidden('action_id')}`,
  },

  // Two policies that look at each other recurse for ever: whose a view is, a function answers.
  record_views: { see: `${isMine} or exists (select 1 from app.record_view_reviews shown where shown.view_id = id)`, add: isMine },
  record_view_reviews: { see: ofReview('views', 'see'), add: 'app.is_own_view(view_id)' },
  commands: { see: `account_id = ${myAccount}` },
  // The job that clears them looks at when they were saved.
  drafts: { see: `account_id = ${myAccount} or (select (app.actor())[5]) = 'clear-drafts'`, add: `account_id = ${myAccount}`, change: `account_id = ${myAccount}`, remove: `account_id = ${myAccount} or (select (app.actor())[5]) = 'clear-drafts'` },
  // A message about what one is excluded from is not there, like the record itself.
  outbox: { see: `to_person_id = ${me} and ${notExcluded('record_id')} and ${notHidden('record_id')} and (record_name <> 'review' or ${seesParent('sources', 'record_id')}) and (record_name <> 'recommendation' or ${seesParent('recommendations', 'record_id')}) and (record_name <> 'finding' or ${seesParent('findings', 'record_id')}) and (record_name <> 'meeting_decision' or app.sees_meeting_decision(record_id)) and (record_name <> 'challenge' or app.sees_challenge(record_id))`, add: entered, change: `to_person_id = ${me}`, remove: `to_person_id = ${me}` },
  saved_views: { see: `account_id = ${myAccount}`, add: `account_id = ${myAccount}`, change: `account_id = ${myAccount}` },
  limits: { see: `(select (app.actor())[5]) = 'clear-limits'`, remove: `(select (app.actor())[5]) = 'clear-limits'` },
  history: { see: historyPolicy() },
  history_seals: { see: `(select (app.actor())[1]) = 'job'` },
  history_sealed: { see: `(select (app.actor())[1]) = 'job'` },
  jobs: { see: `(select (app.actor())[1]) = 'job'`, add: `(select (app.actor())[1]) = 'job'`, change: `(select (app.actor())[1]) = 'job'` },
};

/** An entry is visible to whoever may see its record now. */
function historyPolicy(): string {
  const branches: Record<HistoryFamily, string | null> = {
    partnership: reach('partnership', 'see'),
    facts: reach('facts', 'see'),
    settings: `(${reach('settings', 'change')} or ${reach('partnership', 'see')})`,
    accounts: `(${reach('accounts', 'see')} or scope_id = ${me})`,
    memberships: seesParent('memberships', 'record_id::uuid'),
    sign_in_links: seesParent('accounts', 'root_id::uuid'),
    covers: seesParent('covers', 'record_id::uuid'),
    decision: seesParent('decisions', 'scope_id'),
    clocks: `(${ofReview('clocks', 'see', 'scope_id')})`,
    case: `(${ofReview('rapidReviews', 'see', 'scope_id')})`,
    named: `(${ofReview('identities', 'see', 'scope_id')})`,
    places: `(${ofReview('places', 'see', 'scope_id')})`,
    interests: seesParent('conflicts_of_interest', 'record_id::uuid'),
    // As conflicts were called before they had outcomes.
    exclusions: seesParent('conflicts_of_interest', 'record_id::uuid'),
    spine: seesParent('sources', 'scope_id'),
    origin: seesParent('review_origins', 'record_id::uuid'),
    challenge: 'app.sees_challenge(scope_id)',
    meeting: seesParent('meetings', 'scope_id'),
    meeting_decision: 'app.sees_meeting_decision(scope_id)',
    case_spine: `(${ofReview('spines', 'see', 'scope_id')})`,
    draft_recommendation: `exists (select 1 from app.recommendations parent where parent.id = scope_id and (${draftsOf('see', 'parent.review_id')} or (parent.review_id is null and ${elsewhere('see')})))`,
    recommendation: seesParent('recommendations', 'scope_id'),
    themes: reach('themes', 'see'),
    draft_finding: `exists (select 1 from app.findings parent where parent.id = scope_id and (${drafts('see', 'parent.')} or (parent.review_id is null and ${elsewhere('see', 'findingsElsewhere')})))`,
    finding: seesParent('findings', 'scope_id'),
    // A link is there for whoever sees both its ends.
    finding_link: `(${seesParent('recommendations', 'scope_id')} and ${seesParent('findings', 'root_id::uuid')})`,
    finding_repeat: `(${seesParent('findings', 'scope_id')} and ${seesParent('findings', 'root_id::uuid')})`,
    recommendation_link: `(${seesParent('recommendations', 'scope_id')} and ${seesParent('actions', 'root_id::uuid')})`,
    source_link: `(${seesParent('sources', 'scope_id')} and ${seesParent('actions', 'root_id::uuid')})`,
    action: `(${ofAction('actions', 'see', 'scope_id')})`,
    evidence: seesParent('evidence', 'scope_id'),
    nobody: null,
  };
  return Object.entries(branches)
    .filter((branch): branch is [string, string] => branch[1] !== null)
    // The family is looked at first: only in some of them is a record's id a uuid.
    .map(([family, rule]) => `(family = '${family}' and ${rule})`)
    .join('\n      or ');
}

/** Tables the application reaches only through the gate's functions. */
export const gateOnlyTables = ['credentials', 'account_identities', 'sessions', 'sign_in_links', 'set_up_codes', 'gate_secrets', 'counters', 'search_entries', 'schema_versions'] as const;

/** Every function that a policy asks: whoever reads under it carries it out. */
export const policyFunctions = [...new Set([...JSON.stringify(tablePolicies).matchAll(/\bapp\.(\w+)\(/g)].map((match) => match[1]!))];

/** What the application's own statements call beside them: to enter and leave, to begin a command, and to ask what no policy answers. */
export const applicationFunctions = [
  'enter_session', 'enter_job', 'enter_visitor', 'touch_session', 'take_try', 'find_sign_in', 'begin_session', 'end_session', 'end_sessions', 'start_sign_in_link', 'account_is_in_use',
  'sign_in_link_is_good', 'use_sign_in_link', 'demonstration_people', 'offer_set_up_code', 'awaits_set_up', 'set_up', 'begin_command', 'finish_command', 'park_draft', 'record_denial',
  'next_number', 'schema_state', 'seal_history', 'my_reviews', 'my_removals', 'reaches_case', 'my_stepping_back', 'take_emergency_place', 'actions_of_excluded_owners', 'count_review_sources', 'partner_deciders', 'leads_of_agency', 'people_without_actions', 'people_gone', 'exception_of', 'search_actions', 'search_records', 'who_answers', 'who_chairs',
] as const;

/** What the resolver may read: memberships, groups, lists, conflicts, links and the words that are searched. Nothing else with content. */
export const resolverTables = ['review_origins', 'memberships', 'groups', 'covers', 'review_places', 'list_removals', 'conflicts_of_interest', 'permission_cells', 'agencies', 'action_scopes', 'action_sources', 'search_entries'] as const;

/** What the gate's functions and triggers need, and no more. */
export const gateGrants: Record<string, string> = {
  installation: 'select, update',
  settings: 'select, update',
  persons: 'select, insert, update',
  accounts: 'select, insert',
  credentials: 'select, insert, update',
  sessions: 'select, insert, update',
  sign_in_links: 'select, insert, update',
  set_up_codes: 'select, insert, update, delete',
  memberships: 'select, insert',
  covers: 'select',
  groups: 'select',
  meetings: 'select',
  agencies: 'select',
  agency_names: 'select',
  limits: 'select, insert, update, delete',
  gate_secrets: 'select',
  denials: 'insert',
  record_views: 'select',
  commands: 'select, insert, update',
  history: 'select, insert',
  history_seals: 'select, insert',
  history_sealed: 'select, insert',
  drafts: 'select, insert, update',
  counters: 'select, insert, update',
  schema_versions: 'select',
  review_places: 'select, insert, update',
  sources: 'select',
  reviews: 'select, update',
  recommendations: 'select',
  findings: 'select',
  finding_repeats: 'select',
  themes: 'select, update',
  theme_changes: 'select',
  decisions: 'select',
  decision_views: 'select',
  notifications: 'select',
  rapid_reviews: 'select',
  actions: 'select, update',
  updates: 'select',
  evidence: 'select',
  uploads: 'select, update',
  checks: 'select',
  due_moves: 'insert',
  action_requests: 'select',
  posts: 'select',
  action_agencies: 'select',
  action_sources: 'select, insert',
  action_recommendations: 'select',
  action_scopes: 'select, insert, delete',
  search_entries: 'select, insert, update, delete',
  outbox: 'insert',
};
