import { findingAgencies, findingRecommendations, findingRepeats, findings, findingThemes, themeChanges, themes } from '../schema';
import { exampleFindings } from './example-findings';
import { report, reportedFindings } from './hsscp-2020-21';
import { type Loading, momentOn, nextReference, workingDayFrom } from './loading';
import { exampleThemeChanges, themeSets } from './themes';

const themeKey = (name: string) => `theme:${name}`;

/** The sets of themes, and what the report says was found. */
export async function loadThemesAndReportedFindings(loading: Loading): Promise<void> {
  const { tx, idOf } = loading;
  let position = 0;
  for (const set of themeSets) {
    const from = set.page ? { recordBasis: 'recorded_from_document' as const, document: report, documentPage: set.page } : {};
    const told = { edition: set.edition, source: set.source, example: set.example ?? false, ...from };
    await tx.insert(themes).values({ id: idOf(`theme-set:${set.key}`), name: set.name, position: ++position, ...told });
    const inIt: Exclude<(typeof set.themes)[number], string>[] = set.themes.map((theme) => (typeof theme === 'string' ? { name: theme } : theme));
    await tx.insert(themes).values(inIt.map((theme) => ({
      id: idOf(themeKey(theme.key ?? theme.name)), parentId: idOf(`theme-set:${set.key}`), name: theme.name, nameToCheck: theme.toCheck ?? false, description: theme.description, position: ++position, ...told,
    })));
  }
  for (const { key, source, text, page, themes: given } of reportedFindings) {
    const id = idOf(`hsscp:finding:${key}`);
    // That the partnership published it says that it was agreed; when, the report does not state.
    await tx.insert(findings).values({
      id, reference: await nextReference(loading, 'finding'), sourceId: idOf(`hsscp:source:${source}`), kind: 'gap', level: 'not_stated', text, agreement: 'agreed', recordBasis: 'recorded_from_document', document: report, documentPage: page,
    });
    await tx.insert(findingThemes).values(given.map((theme) => ({ id: idOf(`hsscp:finding-theme:${key}:${theme}`), findingId: id, themeId: idOf(themeKey(theme)) })));
  }
}

/** What the invented caseload found. */
export async function loadExampleFindings(loading: Loading): Promise<void> {
  const { tx, idOf } = loading;
  for (const told of exampleFindings) await loadFinding(loading, told);
  for (const { key, repeats } of exampleFindings) {
    if (repeats) await tx.insert(findingRepeats).values({ id: idOf(`repeats:${key}`), findingId: idOf(`finding:${key}`), earlierId: idOf(`finding:${repeats}`) });
  }
  await tx.insert(themeChanges).values(exampleThemeChanges.map(({ theme, into, day, reason }) => ({
    id: idOf(`theme-change:${theme}`), themeId: idOf(themeKey(theme)), kind: 'merged' as const, intoId: idOf(themeKey(into)), changedOn: workingDayFrom(loading, day), reason, changedById: idOf('person:grace'),
  })));
}

async function loadFinding(loading: Loading, { key, source, kind, level, text, why, shownBy, voice, about = [], owner, themes: given, answeredBy = [], writtenBy, writtenDay, agreed, became }: (typeof exampleFindings)[number]) {
  const { tx, idOf } = loading;
  const on = (days: number | undefined) => (days === undefined ? null : workingDayFrom(loading, days));
  const findingId = idOf(`finding:${key}`);
  await tx.insert(findings).values({
    id: findingId, reference: await nextReference(loading, 'finding'), sourceId: idOf(`source:${source}`), kind, level, text, why, shownBy, voice, ownerAgencyId: owner ? idOf(`agency:${owner.agency}`) : null, ownerPost: owner?.post,
    ...(agreed ? { agreement: 'agreed' as const, decidedOn: on(agreed.day), decidedHow: 'meeting' as const, decidedNote: agreed.minute, decidedByGroupId: idOf(`group:${agreed.group}`), decisionRecordedById: idOf('person:priya') } : {}),
    ...(became ? { answer: became.as, answerReason: became.reason, answeredOn: on(became.day), answeredById: idOf(`person:${became.by}`) } : {}),
    writtenById: idOf(`person:${writtenBy}`), example: true, recordedAt: momentOn(loading, workingDayFrom(loading, writtenDay)),
  });
  for (const agency of about) await tx.insert(findingAgencies).values({ id: idOf(`finding-agency:${key}:${agency}`), findingId, agencyId: idOf(`agency:${agency}`) });
  for (const theme of given) await tx.insert(findingThemes).values({ id: idOf(`finding-theme:${key}:${theme}`), findingId, themeId: idOf(themeKey(theme)) });
  for (const recommendation of answeredBy) await tx.insert(findingRecommendations).values({ id: idOf(`answers:${key}:${recommendation}`), findingId, recommendationId: idOf(`recommendation:${recommendation}`) });
}
