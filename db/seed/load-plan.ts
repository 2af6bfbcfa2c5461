import { createHash } from 'node:crypto';
import { actionAgencies, actionRecommendations, actionRequests, actionSources, actions, checks, dueMoves, evidence, fileChunks, files, recommendationAddressees, recommendations, updates, uploads } from '../schema';
import { people } from './example-people';
import * as invented from './example-plan';
import { type Loading, momentOn, nextReference, workingDayFrom } from './loading';

/** What the invented caseload recommends, and the actions that follow. */
export async function loadExamplePlan(loading: Loading): Promise<void> {
  for (const recommendation of invented.recommendations) await loadRecommendation(loading, recommendation);
  for (const action of invented.actions) await loadAction(loading, action);
}

async function loadRecommendation(loading: Loading, told: (typeof invented.recommendations)[number]) {
  const { tx, idOf } = loading;
  const { key, accepted, releasedDay } = told;
  const on = (days: number | undefined) => (days === undefined ? null : workingDayFrom(loading, days));
  const id = idOf(`recommendation:${key}`);
  await tx.insert(recommendations).values({
    id, reference: await nextReference(loading, 'recommendation'), sourceId: idOf(`source:${told.source}`), text: told.text, outcome: told.outcome, measure: told.measure, baseline: told.baseline, target: told.target,
    measureOn: on(told.measureDay), byWhen: on(told.byDay),
    addressedTo: Array.isArray(told.to) ? 'agencies' : told.to === 'national' ? 'national' : 'partnership', nationalBody: told.nationalBody,
    acceptance: accepted?.as, acceptanceReason: accepted?.reason, acceptanceHow: accepted?.minute ? 'meeting' : null, acceptanceNote: accepted?.minute, acceptedOn: on(accepted?.day), acceptanceRecordedById: accepted ? idOf('person:priya') : null,
    acceptedByGroupId: accepted && 'group' in accepted.by ? idOf(`group:${accepted.by.group}`) : null,
    acceptedByAgencyId: accepted && 'agency' in accepted.by ? idOf(`agency:${accepted.by.agency}`) : null,
    releasedAt: releasedDay === undefined ? null : momentOn(loading, workingDayFrom(loading, releasedDay)), releasedById: releasedDay === undefined ? null : idOf('person:priya'),
    writtenById: idOf(`person:${told.writtenBy}`), example: true, recordedAt: momentOn(loading, workingDayFrom(loading, told.writtenDay)),
  });
  for (const agency of Array.isArray(told.to) ? told.to : []) {
    await tx.insert(recommendationAddressees).values({ id: idOf(`addressee:${key}:${agency}`), recommendationId: id, agencyId: idOf(`agency:${agency}`) });
  }
}

async function loadAction(loading: Loading, told: invented.ExampleAction) {
  const { tx, idOf } = loading;
  const on = (days: number | undefined) => (days === undefined ? null : workingDayFrom(loading, days));
  const id = idOf(`action:${told.key}`);
  const owner = typeof told.owner === 'string' ? ownerOf(told.owner) : { ...told.owner, person: null };
  const lastCheck = told.checks?.at(-1);
  // What has slipped is neither checked nor complete any more.
  const slipped = lastCheck?.result === 'slipped' ? lastCheck : undefined;
  const accepted = slipped ? undefined : told.checks?.find((check) => check.result === 'accepted');
  const hindered = told.complete ? undefined : told.updates?.at(-1);
  await tx.insert(actions).values({
    id, reference: await nextReference(loading, 'action'), title: told.title, detail: told.detail, intendedOutcome: told.outcome, measure: told.measure, type: told.type, priority: told.priority, area: 'other',
    ownerAgencyId: owner.agency ? idOf(`agency:${owner.agency}`) : null, ownerPost: owner.post, ownerPersonId: owner.person ? idOf(`person:${owner.person}`) : null, accountableGroupId: idOf(`group:${told.group}`),
    proposedOn: on(told.proposed.day), proposedById: idOf(`person:${told.proposed.by}`), agreedOn: on(told.agreed?.day), agreedById: told.agreed ? idOf(`person:${told.agreed.by}`) : null, startOn: on(told.startDay),
    firstDueOn: on(told.dueDay), dueOn: on(told.moves?.at(-1)?.toDay ?? told.dueDay), moves: told.moves?.length ?? 0, lastUpdateOn: on(told.updates?.at(-1)?.day),
    blocker: hindered?.blocker, blockedSince: hindered?.blocker ? on(hindered.day) : null,
    closedOn: on(told.closed?.day), closedById: told.closed ? idOf(`person:${told.closed.by}`) : null, reopenedOn: on(slipped?.day), reopenedBecause: slipped?.reason,
    aside: told.aside?.as, asideReason: told.aside?.reason, asideOn: on(told.aside?.day),
    completeOn: on(told.complete?.day), completeSaidById: told.complete ? idOf(`person:${told.complete.saidBy}`) : null,
    checkedOn: on(accepted?.day), checkedById: accepted ? idOf(`person:${accepted.by}`) : null,
    worsenedTo: told.worsened?.to, worsenedBecause: told.worsened?.because, worsenedOn: on(told.worsened?.day), worsenedById: told.worsened ? idOf(`person:${told.worsened.by}`) : null,
    agenciesBehind: Object.values(told.contributing ?? {}).filter((contribution) => contribution === 'behind').length,
    example: true, recordedAt: momentOn(loading, workingDayFrom(loading, told.proposed.day)),
  });
  for (const recommendation of told.serves ?? []) {
    await tx.insert(actionRecommendations).values({ id: idOf(`serves:${told.key}:${recommendation}`), actionId: id, recommendationId: idOf(`recommendation:${recommendation}`) });
  }
  for (const source of told.sources ?? []) {
    await tx.insert(actionSources).values({ id: idOf(`hangs:${told.key}:${source}`), actionId: id, sourceId: idOf(`source:${source}`) }).onConflictDoNothing();
  }
  for (const [agency, contribution] of Object.entries(told.contributing ?? {})) {
    await tx.insert(actionAgencies).values({ id: idOf(`contributes:${told.key}:${agency}`), actionId: id, agencyId: idOf(`agency:${agency}`), contribution });
  }
  await loadWhatFollowed(loading, told, owner.person);
}

/** Updates, evidence, checks and moved dates. */
async function loadWhatFollowed(loading: Loading, told: invented.ExampleAction, ownerKey: string | null) {
  const { tx, idOf } = loading;
  const actionId = idOf(`action:${told.key}`);
  const on = (days: number) => workingDayFrom(loading, days);
  const person = (key: string | null) => (key ? idOf(`person:${key}`) : null);
  for (const [place, { day, text, next, blocker, by = ownerKey, how = 'in_person', howNote, completes }] of (told.updates ?? []).entries()) {
    await tx.insert(updates).values({
      id: idOf(`update:${told.key}:${place}`), actionId, text, nextStep: next, blocker, saidOn: on(day), saidById: person(by), how, howNote, completes, recordedById: how === 'in_person' ? person(by) : person('priya'), recordedAt: momentOn(loading, on(day), place),
    });
  }
  for (const [place, { day, kind, level, title, detail, web, addedBy = ownerKey, checked, declined, strength, agency, fromDay, toDay, numbers, expiresDay, personal, file }] of (told.evidence ?? []).entries()) {
    await tx.insert(evidence).values({
      id: idOf(`evidence:${told.key}:${place}`), actionId, kind, level, title, detail, webAddress: web, datedOn: on(day), addedById: person(addedBy), checkedOn: checked ? on(checked.day) : null, checkedById: person(checked?.by ?? null),
      declinedOn: declined ? on(declined.day) : null, declinedById: person(declined?.by ?? null), checkReason: checked?.reason ?? declined?.reason,
      strength, agencyId: agency ? idOf(`agency:${agency}`) : null, periodFrom: fromDay === undefined ? null : on(fromDay), periodTo: toDay === undefined ? null : on(toDay), expiresOn: expiresDay === undefined ? null : on(expiresDay),
      lookedAt: numbers?.lookedAt, numerator: numbers?.found?.[0], denominator: numbers?.found?.[1], before: numbers?.before, after: numbers?.after, holdsPersonalData: personal ?? false,
      recordedAt: momentOn(loading, on(day), 10 + place),
    });
    if (file) await loadFile(loading, file, { key: `${told.key}:${place}`, actionId, uploadedById: person(addedBy)!, at: momentOn(loading, on(day), 10 + place) });
  }
  for (const [place, { day, by, result, afterMonths, reason, sameAgencyReason }] of (told.checks ?? []).entries()) {
    await tx.insert(checks).values({ id: idOf(`check:${told.key}:${place}`), actionId, result, afterMonths, reason, sameAgencyReason, checkedOn: on(day), checkedById: idOf(`person:${by}`), recordedAt: momentOn(loading, on(day), 30 + place) });
  }
  for (const [place, { day, fromDay, toDay, reason, grantedBy }] of (told.moves ?? []).entries()) {
    await tx.insert(dueMoves).values({
      id: idOf(`move:${told.key}:${place}`), actionId, fromOn: on(fromDay), toOn: on(toDay), reason, movedOn: on(day), askedById: person(ownerKey), grantedById: idOf(`person:${grantedBy}`), recordedAt: momentOn(loading, on(day), 40 + place),
    });
  }
  for (const [place, { kind, day, by, reason, toDay, of, rests, answered }] of (told.asks ?? []).entries()) {
    const judgedOn = rests === undefined || rests === 'own_evidence' ? null : idOf(`recommendation:${rests}`);
    await tx.insert(actionRequests).values({
      id: idOf(`asks:${told.key}:${place}`), actionId, kind, reason, wantedOn: toDay === undefined ? null : on(toDay), escalatedTo: of, basis: rests === undefined ? null : judgedOn ? 'recommendation' : 'own_evidence', recommendationId: judgedOn,
      askedOn: on(day), askedById: idOf(`person:${by}`), recordedById: idOf(`person:${by}`),
      ...(answered ? {
        result: answered.as, answer: answered.words, answeredOn: on(answered.day), answeredById: idOf(`person:${answered.by}`), answerHow: answered.minute ? 'meeting' as const : 'in_person' as const, answerNote: answered.minute,
        answerRecordedById: idOf(`person:${answered.minute ? 'priya' : answered.by}`),
      } : {}),
      recordedAt: momentOn(loading, on(day), 50 + place),
    });
  }
}

/** As it would have been sent, looked at and attached. */
async function loadFile({ tx, idOf }: Loading, { name, mediaType, content }: { name: string; mediaType: string; content: string }, to: { key: string; actionId: string; uploadedById: string; at: Date }) {
  const bytes = Buffer.from(content);
  const id = idOf(`file:${to.key}`);
  const found = { name, mediaType, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  await tx.insert(uploads).values({ id, personId: to.uploadedById, ...found, arrivedAt: to.at, readyAt: to.at });
  await tx.insert(fileChunks).values({ uploadId: id, number: 0, bytes });
  await tx.insert(files).values({ id, evidenceId: idOf(`evidence:${to.key}`), actionId: to.actionId, ...found, uploadedById: to.uploadedById, uploadedAt: to.at, recordedAt: to.at });
}

/** An owner is an agency and a post in it; the person is named where one is known. */
function ownerOf(key: string) {
  const person = people.find((one) => one.key === key);
  if (!person?.agency) throw new Error(`${key} is in no agency and owns nothing`);
  return { agency: person.agency, post: person.post, person: key };
}
