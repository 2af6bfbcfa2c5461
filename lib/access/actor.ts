import type { Membership } from '@/db/policies/matrix';
import type { GroupKind } from '@/db/schema';

declare const entered: unique symbol;

/** One membership a person holds today, their own or somebody's they cover. */
export type Held = {
  membership: Membership;
  agencyId: string | null;
  groupId: string | null;
  groupName: string | null;
  groupKind: GroupKind | null;
  sourceId: string | null;
  /** For a lead reviewer or review panel member: which review. */
  reviewId: string | null;
  /** Whose vote, for a safeguarding partner's decision-maker. */
  votesForAgencyId: string | null;
  /** Whose membership it is: another person's where it is held by cover. */
  personId: string;
};

export type PersonActor = {
  readonly [entered]: true;
  kind: 'person';
  personId: string;
  accountId: string;
  sessionId: string;
  name: string;
  email: string;
  strength: string;
  /** When the session ends if nothing more is done. */
  endsAt: Date;
  idleMinutes: number;
  memberships: Held[];
  /** Where they are: what the head of every page says. */
  partnership: { name: string; shortName: string; isDemonstration: boolean };
};
export type JobActor = { readonly [entered]: true; kind: 'job'; job: string };
export type VisitorActor = { readonly [entered]: true; kind: 'visitor' };
export type Actor = PersonActor | JobActor | VisitorActor;

/** What a cookie gives before the database has said who it is. Only `lib/access` makes one. */
export type Entry = { readonly tokenHash: string; /** The account it was given to, where the cookie says so. Decides nothing but whether a form was made for somebody else. */ readonly who?: string };

/** The database's answer to `app.enter_session`, as an actor. Only the entering of a transaction may call this. */
export function personFrom(answer: Record<string, unknown>): PersonActor {
  const memberships = answer.memberships as { membership: Membership; agency: string | null; group: string | null; groupName: string | null; groupKind: Held['groupKind']; source: string | null; review: string | null; votesFor: string | null; person: string }[];
  return {
    kind: 'person',
    personId: answer.person as string,
    accountId: answer.account as string,
    sessionId: answer.session as string,
    name: answer.name as string,
    email: answer.email as string,
    strength: answer.strength as string,
    endsAt: new Date(answer.ends as string),
    idleMinutes: answer.idleMinutes as number,
    partnership: { name: answer.partnership as string, shortName: answer.partnershipShort as string, isDemonstration: answer.mode === 'demonstration' },
    memberships: memberships.map((held) => ({
      membership: held.membership, agencyId: held.agency, groupId: held.group, groupName: held.groupName, groupKind: held.groupKind, sourceId: held.source, reviewId: held.review, votesForAgencyId: held.votesFor, personId: held.person,
    })),
  } as PersonActor;
}
