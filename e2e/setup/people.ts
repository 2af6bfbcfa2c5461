import { randomUUID } from 'node:crypto';
import type { Membership } from '../../db/policies/matrix';
import { aMember, aNotification, anAccount, aPlace, aRapidReview, aReview } from '../../db/testing/builders';
import type { TestData } from './database';

/** Somebody of the spec's own whom one can try it as: nobody else's drafts, sessions or list. */
export async function somebodyToTry({ store, sql }: TestData, membership: Membership): Promise<{ name: string; personId: string; accountId: string }> {
  const name = `Spec ${randomUUID().slice(0, 8)}`;
  const person = await aMember(store, membership, { name });
  await sql`update app.persons set example = true where id = ${person.id}`;
  const account = await anAccount(store, { person });
  return { name, personId: person.id, accountId: account.id };
}

/** A rapid review that is open, with these people on its list as case review leads. */
export async function anOpenReview({ store, sql }: TestData, onList: { personId: string }[], facts = 'What is known at first.'): Promise<{ id: string; reference: string; title: string }> {
  const [council] = await sql<{ id: string }[]>`select a.id from app.agencies a join app.agency_names n on n.agency_id = a.id where n.name = 'Example Borough Council'`;
  const review = await aReview(store, { example: true, area: 'other', title: `Child ${randomUUID().slice(0, 6)}`, reference: `RR-2026-${randomUUID().slice(0, 4).toUpperCase()}` });
  await aNotification(store, { review, agency: council!.id });
  await aRapidReview(store, { review, facts });
  for (const { personId } of onList) await aPlace(store, { review, person: personId, capacity: 'CL' });
  return review;
}
