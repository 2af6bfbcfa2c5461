import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { decisions, history } from '@/db/schema';
import * as made from '@/db/testing/builders';
import { aTestDatabase, type TestEntry } from '@/db/testing/harness';
import { read, write, type WriteContext } from '@/lib/access/context';
import { asCalendarDate as day } from '@/lib/dates/calendar-date';
import { NotFound } from '@/lib/errors/kinds';
import { done, type Outcome } from '@/lib/forms/outcome';
import { listMessages } from '@/lib/notifications/queries';
import { giveView, putToPartners, settleByChair, supersedeDecision } from '@/lib/reviews/decisions/commands';
import { getDecision, listOpenDecisions } from '@/lib/reviews/decisions/queries';
import type { Decided } from '@/lib/reviews/decisions/rules';

const db = aTestDatabase();

type Member = { person: { id: string }; entry: TestEntry };
let council: { id: string }, health: { id: string };
let unit: Member, director: Member, deputy: Member, nurse: Member, chair: Member, lead: Member, kept: Member;
let hidden: { id: string };
const member = async (...given: Parameters<typeof made.aMember> extends [unknown, ...infer Rest] ? Rest : never): Promise<Member> => {
  const person = await made.aMember(db.owner, ...given);
  return { person, entry: await db.enterAs(person) };
};

beforeAll(async () => {
  [council, health] = [await made.aSafeguardingPartner(db.owner, { name: 'Testham Council', position: 1 }), await made.aSafeguardingPartner(db.owner, { name: 'Testham Health', position: 2 })];
  [unit, director, nurse, lead, chair, kept] = [await member('BU'), await member('EX', { votesFor: council }), await member('EX', { votesFor: health }), await member('CL'), await member('IS'), await member('BU')];
  await made.aMembership(db.owner, { person: chair.person, membership: 'CH', group: await made.aGroup(db.owner, { kind: 'executive' }) });
  const person = await made.aPerson(db.owner);
  deputy = { person, entry: await db.enterAs(person) };
  await made.aCover(db.owner, { person: director.person, by: person, membership: 'EX', setBy: director.person });
  hidden = await made.aReview(db.owner);
  await made.anExclusion(db.owner, { review: hidden, person: kept.person });
});

const run = <T,>(who: Member, name: string, command: (ctx: WriteContext) => Promise<Outcome<T>>) => write(who.entry, { name, formKey: null, bodyDigest: null }, command);

/** The exception for an action, put to the partners by the business unit. */
async function put(source?: { id: string }) {
  const action = await made.anAction(db.owner, { sources: [source ?? (await made.aSource(db.owner))] });
  const about = { matter: 'closed_without_impact' as const, reference: action.reference, example: false, actionId: action.id };
  const outcome = await run(unit, 'open-decision', async (ctx) => done(await putToPartners(ctx, { ...about, recommendedOutcome: 'agreed', recommendedBecause: 'The service has ended', openedOn: day('2026-03-02') })));
  if (outcome.kind !== 'done' || !outcome.value) throw new Error('not put');
  return { decision: outcome.value, action };
}
const view = (decision: string, agency: { id: string }, chosen: Decided | 'not_given') => ({ decision, version: 0, agency: agency.id, view: chosen, reason: 'Because', givenOn: day('2026-03-03'), how: 'in_person' as const, saidBy: null, howNote: null });
const give = (who: Member, given: Parameters<typeof giveView>[1]) => run(who, 'give-partner-view', (ctx) => giveView(ctx, given));
const rowOf = async (id: string) => (await db.owner.select().from(decisions).where(eq(decisions.id, id)))[0]!;

describe('a decision on an action', () => {
  it('is asked of each partner, on a page of its own, and stands when all agree; the last view is in the history', async () => {
    const { decision, action } = await put();
    const asked = (who: Member) => read(who.entry, async (ctx) => (await listMessages(ctx, 500)).find((message) => message.message === `${action.reference}: your view is asked for on closing it without evidence of impact`)?.path);
    expect([await asked(director), await asked(nurse)]).toEqual([`/decisions/${decision}`, `/decisions/${decision}`]);
    expect((await read(nurse.entry, (ctx) => listOpenDecisions(ctx))).find((one) => one.id === decision)).toMatchObject({ reference: action.reference, missing: ['Testham Council', 'Testham Health'], todo: 'view' });
    expect(await give(director, view(decision, council, 'agreed'))).toMatchObject({ kind: 'done', value: { page: `/decisions/${decision}` } });
    expect(await asked(director)).toBeUndefined();
    await give(nurse, view(decision, health, 'agreed'));
    expect(await rowOf(decision)).toMatchObject({ outcome: 'agreed', decidedFrom: '2026-03-03', chairedById: null });
    const [entry] = await db.owner.select().from(history).where(and(eq(history.recordId, decision), eq(history.operation, 'update')));
    expect(entry).toMatchObject({ command: 'give-partner-view', personId: nurse.person.id, after: expect.objectContaining({ outcome: 'agreed' }) });
  });

  it('is given by a deputy for whose vote it is, and by nobody else', async () => {
    const { decision } = await put();
    expect((await give(deputy, view(decision, health, 'agreed'))).kind).toBe('refused');
    await give(deputy, view(decision, council, 'agreed'));
    const found = await read(unit.entry, (ctx) => getDecision(ctx, decision));
    expect(found.views[0]).toMatchObject({ givenById: deputy.person.id, givenFor: expect.any(String) });
  });

  it('comes to what its matter can come to, and to nothing else', async () => {
    const { decision } = await put();
    expect(await give(director, view(decision, council, 'lcspr'))).toMatchObject({ kind: 'blocked', issues: [{ field: 'view' }] });
    await expect(db.owner.update(decisions).set({ outcome: 'lcspr', decidedFrom: '2026-03-03' }).where(eq(decisions.id, decision))).rejects.toThrow();
    await expect(made.aPartnerView(db.owner, { decision: await rowOf(decision), agency: council, view: 'full' })).rejects.toThrow();
  });

  it('is the chair’s where the views differ, and can be taken again: the earlier one is kept', async () => {
    const { decision } = await put();
    await give(director, view(decision, council, 'agreed'));
    await give(nurse, view(decision, health, 'not_agreed'));
    const settle = async (who: Member) => settleByChairAs(who, decision, (await rowOf(decision)).version);
    expect((await settle(director)).kind).toBe('refused');
    expect((await settle(chair)).kind).toBe('done');
    const again = (who: Member) => run(who, 'supersede-decision', (ctx) => supersedeDecision(ctx, { decision, because: 'New data', recommendedOutcome: 'not_agreed', openedOn: day('2026-03-09') }));
    expect((await again(director)).kind).toBe('refused');
    expect((await again(unit)).kind).toBe('done');
    const found = await read(unit.entry, (ctx) => getDecision(ctx, decision));
    expect([found.outcome, found.earlier.map((one) => [one.id, one.outcome])]).toEqual([null, [[decision, 'agreed']]]);
  });

  it('is not there for whoever does not see every case, nor for somebody from whom its action is hidden', async () => {
    const { decision, action } = await put(hidden);
    for (const who of [lead, kept]) {
      await expect(give(who, view(decision, council, 'agreed'))).rejects.toThrow(NotFound);
      expect((await read(who.entry, (ctx) => listOpenDecisions(ctx))).map((one) => one.reference)).not.toContain(action.reference);
    }
    for (const id of ['new', '00000000-0000-4000-8000-000000000000']) await expect(read(unit.entry, (ctx) => getDecision(ctx, id))).rejects.toThrow(NotFound);
  });
});

const settleByChairAs = (who: Member, decision: string, version: number) =>
  run(who, 'settle-decision', (ctx) => settleByChair(ctx, { decision, version, outcome: 'agreed', reason: 'The service is gone', decidedOn: day('2026-03-05'), saidBy: null, howNote: null }));
