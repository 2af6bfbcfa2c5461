import 'server-only';
import type { ReadContext } from '@/lib/access/context';
import { formatDate, formatDateIfAny } from '@/lib/dates/calendar-date';
import { sideBySide, type Theirs } from '@/lib/forms/conflict';
import { nameOfPerson } from '@/lib/partnership/queries';
import type { AgreeInput, CheckInput, CompleteInput, SecondCheckInput } from '@/lib/plan/input';
import { agreementFields, checkFields, checkResultNames, completionFields, evidenceKindNames, levelNames, saidHowNames, secondCheckFields, secondCheckResultNames } from '@/lib/plan/labels';
import { getAction, type EvidenceShown, type UpdateShown } from '@/lib/plan/queries';

/** How an action stands now, beside what somebody typed whose form is older: for each form that changes it. */

export async function theirAgreement(ctx: ReadContext, input: AgreeInput): Promise<Theirs> {
  const action = await getAction(ctx, input);
  const theirs = { agreedOn: formatDateIfAny(action.agreedOn), startOn: formatDateIfAny(action.startOn) };
  const yours = { agreedOn: formatDate(input.agreedOn ?? ctx.today), startOn: formatDateIfAny(input.startOn) };
  return { version: action.version, fields: sideBySide(agreementFields, theirs, yours) };
}

/** Beside what was said and shown last: it is not written over, and somebody who reads it may have nothing to add. */
export async function theirCompletion(ctx: ReadContext, input: CompleteInput): Promise<Theirs> {
  const action = await getAction(ctx, input);
  const said = action.updates[0];
  const theirs = { text: said?.text ?? '', completeOn: formatDateIfAny(action.completeOn), ...saidInWords(said), ...evidenceInWords(action.evidence.at(-1)) };
  const forSomebody = input.saidBy !== null;
  const yours = {
    text: input.text, completeOn: formatDate(input.completeOn ?? ctx.today),
    saidBy: await nameOfPerson(ctx, input.saidBy), how: forSomebody ? saidHowNames[input.how] : '', howNote: forSomebody ? (input.howNote ?? '') : '', saidOn: forSomebody ? formatDate(input.saidOn ?? ctx.today) : '',
    evidenceTitle: input.evidenceTitle ?? '', evidenceKind: input.evidenceKind ? evidenceKindNames[input.evidenceKind] : '', evidenceLevel: input.evidenceLevel ? levelNames[input.evidenceLevel] : '',
    evidenceDate: formatDateIfAny(input.evidenceDate), evidenceDetail: input.evidenceDetail ?? '', evidenceAddress: input.evidenceAddress ?? '', evidencePersonal: yesIf(input.evidencePersonal),
  };
  return { version: action.version, fields: sideBySide(completionFields, theirs, yours) };
}

/** Who said an update, where it was recorded for them. */
function saidInWords(said: UpdateShown | undefined) {
  if (!said || said.saidByName === said.recordedByName) return { saidBy: '', how: '', howNote: '', saidOn: '' };
  return { saidBy: said.saidByName ?? '', how: saidHowNames[said.how], howNote: said.howNote ?? '', saidOn: formatDate(said.saidOn) };
}

const yesIf = (ticked: boolean) => (ticked ? 'Yes' : '');

function evidenceInWords(item: EvidenceShown | undefined) {
  if (!item) return { evidenceTitle: '', evidenceKind: '', evidenceLevel: '', evidenceDate: '', evidenceDetail: '', evidenceAddress: '', evidencePersonal: '' };
  return {
    evidenceTitle: item.title, evidenceKind: evidenceKindNames[item.kind], evidenceLevel: levelNames[item.level], evidenceDate: formatDate(item.datedOn), evidenceDetail: item.detail ?? '', evidenceAddress: item.webAddress ?? '', evidencePersonal: yesIf(item.holdsPersonalData),
  };
}

export async function theirCheck(ctx: ReadContext, input: CheckInput): Promise<Theirs> {
  const action = await getAction(ctx, input);
  const check = action.checks[0];
  const titles = (items: EvidenceShown[]) => items.map((item) => item.title).join(', ');
  const theirs = {
    evidence: titles(action.evidence.filter((item) => item.checkedOn !== null)), result: check ? (check.result === 'accepted' || check.result === 'returned' ? checkResultNames[check.result] : secondCheckResultNames[check.result]) : '', reason: check?.reason ?? '', sameAgencyReason: check?.sameAgencyReason ?? '',
    checkedOn: formatDateIfAny(check?.checkedOn ?? null),
  };
  const yours = {
    evidence: titles(action.evidence.filter((item) => item.checkedOn !== null || input.evidence.includes(item.id))), result: checkResultNames[input.result], reason: input.reason, sameAgencyReason: input.sameAgencyReason ?? '',
    checkedOn: formatDate(input.checkedOn ?? ctx.today),
  };
  return { version: action.version, fields: sideBySide(checkFields, theirs, yours) };
}

export async function theirSecondCheck(ctx: ReadContext, input: SecondCheckInput): Promise<Theirs> {
  const action = await getAction(ctx, input);
  const check = action.checks.find((one) => one.afterMonths !== null);
  const theirs = {
    result: check?.result === 'in_place' || check?.result === 'slipped' ? secondCheckResultNames[check.result] : '', reason: check?.reason ?? '', sameAgencyReason: check?.sameAgencyReason ?? '', checkedOn: formatDateIfAny(check?.checkedOn ?? null),
  };
  const yours = { result: secondCheckResultNames[input.result], reason: input.reason, sameAgencyReason: input.sameAgencyReason ?? '', checkedOn: formatDate(input.checkedOn ?? ctx.today) };
  return { version: action.version, fields: sideBySide(secondCheckFields, theirs, yours) };
}
