import { actionSources, actions, agencies, agencyNames, groups, installation, persons, priorities, reportedCounts, reviews, settings, sources } from '../schema';
import * as said from './hsscp-2020-21';
import { loadThemesAndReportedFindings } from './load-findings';
import { type Loading, nextReference, randomReference } from './loading';

const referenceKinds = { rapid_review: 'RR', lcspr: 'LCSPR', scr: 'SCR', local_learning_review: 'LCSPR' } as const;

/** The partnership's real year, as its report gives it. */
export async function loadHsscp(loading: Loading): Promise<void> {
  const { tx } = loading;
  await tx.update(settings).set({ partnershipName: said.partnership.name, partnershipShortName: said.partnership.shortName });
  await loadMembers(loading);
  await tx.insert(priorities).values(said.priorities.map(({ page, ...priority }) => ({ id: loading.idOf(`priority:${priority.number}`), reportingYear: said.prioritiesYear, ...priority, ...from(page) })));
  await tx.insert(reportedCounts).values(said.reportedCounts.map(({ page, ...count }) => ({ id: loading.idOf(`count:${count.key}`), reportingYear: said.year, ...count, ...from(page) })));
  await loadReviews(loading);
  await loadPlan(loading);
  await loadThemesAndReportedFindings(loading);
}

/** When everything is in: the next start finds it and loads nothing. */
export async function markLoaded({ tx, now }: Loading): Promise<void> {
  await tx.update(installation).set({ demonstrationLoadedAt: now });
}

async function loadMembers(loading: Loading) {
  const { tx } = loading;
  for (const list of [said.safeguardingPartners, said.relevantAgencies]) {
    await tx.insert(agencies).values(list.map(({ name, kind, isCouncil, area, page }, place) => ({ id: loading.idOf(`hsscp:agency:${name}`), kind, isCouncil, area, position: place + 1, ...from(page) })));
    await tx.insert(agencyNames).values(list.map(({ name }) => ({ id: loading.idOf(`hsscp:agency-name:${name}`), agencyId: loading.idOf(`hsscp:agency:${name}`), name })));
  }
  await tx.insert(persons).values({ id: loading.idOf('hsscp:person:chair'), name: said.independentChair.name, ...from(said.independentChair.page) });
  await tx.insert(groups).values(said.groups.map(({ key, page, ...group }) => ({ id: loading.idOf(`hsscp:group:${key}`), ...group, ...from(page) })));
}

async function loadReviews(loading: Loading) {
  const { tx } = loading;
  const all = [...said.rapidReviews, ...said.practiceReviews];
  await tx.insert(sources).values(
    all.map((review) => ({
      id: sourceId(loading, review.key),
      reviewId: sourceId(loading, review.key),
      kind: 'review' as const,
      reference: randomReference(referenceKinds[review.kind], review.reportingYear),
      title: review.title,
      // In which of the two areas is not stated for most of them.
      area: review.area ?? ('not_stated' as const),
      reportingYear: review.reportingYear,
      summary: review.summary,
      ...(review.undertakenInYear ? { undertakenFrom: said.duringTheYear.from, undertakenTo: said.duringTheYear.to, undertakenPrecision: said.duringTheYear.precision } : {}),
      ...(review.completedInYear ? { completedFrom: said.duringTheYear.from, completedTo: said.duringTheYear.to, completedPrecision: said.duringTheYear.precision } : {}),
      ...(review.publishedInYear ? { publishedFrom: said.duringTheYear.from, publishedTo: said.duringTheYear.to, publishedPrecision: said.duringTheYear.precision } : {}),
      ...from(review.page),
      ...(review.carriedFrom ? { recordBasis: 'carried_over' as const, carriedFromYear: review.carriedFrom.year, carriedFromBody: review.carriedFrom.body } : {}),
    })),
  );
  await tx.insert(reviews).values(
    all.map((review) => ({
      id: sourceId(loading, review.key),
      kind: review.kind,
      guidanceEdition: review.kind === 'scr' ? 'not stated' : 'WT 2018',
      publishedItems: review.publishedInYear,
      expectedYear: review.expectedYear,
      outcome: review.outcome,
    })),
  );
  await tx.insert(sources).values(
    said.otherSources.map(({ key, page, commissioned, undertaken, completed, ...source }) => ({
      id: sourceId(loading, key),
      ...source,
      area: 'not_stated' as const,
      reportingYear: said.year,
      ...(commissioned ? { commissionedFrom: commissioned.from, commissionedTo: commissioned.to, commissionedPrecision: commissioned.precision } : {}),
      ...(undertaken ? { undertakenFrom: undertaken.from, undertakenTo: undertaken.to, undertakenPrecision: undertaken.precision } : {}),
      ...(completed ? { completedFrom: completed.from, completedTo: completed.to, completedPrecision: completed.precision } : {}),
      ...from(page),
    })),
  );
}

async function loadPlan(loading: Loading) {
  const { tx } = loading;
  for (const { title, detail, statedStatus, type, source, group, page } of said.planLines) {
    const id = loading.idOf(`hsscp:action:${title}`);
    await tx.insert(actions).values({
      id,
      reference: await nextReference(loading, 'action'),
      title,
      detail,
      type,
      statedStatus,
      accountableGroupId: group ? loading.idOf(`hsscp:group:${group}`) : null,
      ...from(page),
    });
    await tx.insert(actionSources).values({ id: loading.idOf(`hsscp:action-source:${title}`), actionId: id, sourceId: sourceId(loading, source) });
  }
}

const sourceId = (loading: Loading, key: string) => loading.idOf(`hsscp:source:${key}`);
const from = (documentPage: string) => ({ recordBasis: 'recorded_from_document' as const, document: said.report, documentPage, example: false });
