import 'server-only';
import type { ReadContext } from '@/lib/access/context';
import { formatDate } from '@/lib/dates/calendar-date';
import { sideBySide, type Theirs } from '@/lib/forms/conflict';
import { listPersonOptions, nameOfPerson, type PersonOption } from '@/lib/partnership/queries';
import { saidHowNames } from '@/lib/plan/labels';
import { getAction, type ActionShown, type RequestShown } from '@/lib/plan/queries';
import type { AnswerInput, ReopenInput } from '@/lib/plan/requests/input';
import { answerFields, answerNames, reopenFields } from '@/lib/plan/requests/labels';

/** Whom the business unit may record a decision for: chairs, and those who cover them. Nobody decides what they asked for. */
export async function listDeciderOptions(ctx: ReadContext, deciders: string[], request: Pick<RequestShown, 'askedById'>, action: Pick<ActionShown, 'ownerPersonId'>): Promise<PersonOption[]> {
  const may = deciders.filter((id) => id !== request.askedById && id !== action.ownerPersonId);
  return may.length === 0 ? [] : (await listPersonOptions(ctx)).filter((person) => may.includes(person.value));
}

export async function theirAnswer(ctx: ReadContext, input: AnswerInput): Promise<Theirs> {
  const { now } = await findAsked(ctx, input);
  const words = answerNames[now.kind];
  const forSomebody = input.saidBy !== null;
  const isRecorded = now.answerHow !== null && now.answerHow !== 'in_person';
  const theirs = {
    result: now.result ? (words[now.result] ?? '') : '', answer: now.answer ?? '', saidBy: isRecorded ? (now.answeredByName ?? '') : '', how: isRecorded ? saidHowNames[now.answerHow!] : '', howNote: now.answerNote ?? '',
    saidOn: isRecorded && now.answeredOn ? formatDate(now.answeredOn) : '',
  };
  const yours = {
    result: words[input.result] ?? '', answer: input.answer ?? '', saidBy: await nameOfPerson(ctx, input.saidBy), how: forSomebody ? saidHowNames[input.how] : '', howNote: forSomebody ? (input.howNote ?? '') : '',
    saidOn: forSomebody ? formatDate(input.saidOn ?? ctx.today) : '',
  };
  return { version: now.version, fields: sideBySide(answerFields, theirs, yours) };
}

export async function theirReopening(ctx: ReadContext, input: ReopenInput): Promise<Theirs> {
  const { now } = await findAsked(ctx, input);
  return { version: now.version, fields: sideBySide(reopenFields, { reason: now.undoneBecause ?? '' }, { reason: input.reason }) };
}

async function findAsked(ctx: ReadContext, input: { reference: string; request: string }): Promise<{ now: RequestShown }> {
  const action = await getAction(ctx, input);
  return { now: action.requests.find((one) => one.id === input.request)! };
}
