import { randomUUID } from 'node:crypto';
import { Dates } from '@/components/partnership/dates';
import { draftOf } from '@/components/access/draft-of';
import { EndingFields } from '@/components/partnership/ending-fields';
import { Card } from '@/components/ui/card';
import { DateField, RadiosField, SelectField, TextArea, TickField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { SummaryList } from '@/components/ui/summary-list';
import type { Option } from '@/components/ui/static-field';
import { membershipNames, membershipTasks } from '@/lib/access/labels';
import type { Draft } from '@/lib/drafts/drafts';
import { membershipEndFields, membershipInWords, membershipStateNames, type GrantedMembership } from '@/lib/partnership/memberships/labels';
import { needsTwo } from '@/lib/partnership/memberships/policy';
import type { MembershipShown } from '@/lib/partnership/memberships/queries';
import { submitConfirmMembership, submitEndMembership, submitGrantMembership } from '@/lib/partnership/memberships/server-actions';
import type { PersonShown } from '@/lib/partnership/people/queries';

export type GrantLists = { agencies: Option[]; partners: Option[]; groups: Option[]; taskGroups: Option[]; enquiries: Option[] };
type GrantProps = { person: PersonShown; allowed: GrantedMembership[]; lists: GrantLists; title: string; page: string; draft: Draft | null };

/** Which membership, what it hangs on, and its days. What needs choosing besides shows under the membership it belongs to. */
export function GrantForm({ person, allowed, lists, title, page, draft }: GrantProps) {
  return (
    <Form
      action={submitGrantMembership} formKey={randomUUID()} title={title} submitLabel="Grant the membership" hidden={{ personId: person.id, _page: page }}
      draft={draftOf(`grant-membership:${person.id}`, draft)} values={{ fromOn: 'today' }} cancel={{ href: `/partnership/people/${person.id}` }}
    >
      <RadiosField name="membership" label="Which membership?" options={allowed.map((membership) => ({
        value: membership, label: membershipNames[membership],
        hint: needsTwo(membership) ? `${membershipTasks[membership]}. Given by two people: it waits until a second one confirms it.` : membershipTasks[membership],
        reveals: hangsOn(membership, lists),
      }))} />
      <DateField name="fromOn" label="First day" />
      <DateField name="toOn" label="Last day" optional hint="Needed for an auditor or inspector. Without one it goes on until it is ended" />
    </Form>
  );
}

function hangsOn(membership: GrantedMembership, lists: GrantLists) {
  switch (membership) {
    case 'AL':
      return <>
        <SelectField name="agencyOfAL" label="Of which agency?" options={lists.agencies} empty="Choose an agency" />
        <TickField name="includesBelow" label="Also of the agencies that are part of it" />
      </>;
    case 'EX':
      return <SelectField name="votesFor" label="Whose vote do they give?" optional options={lists.partners} empty="None: a member without a vote" />;
    case 'CH':
      return <SelectField name="groupOfCH" label="Of which group?" options={lists.groups} empty="Choose a group" />;
    case 'TF':
      return <SelectField name="groupOfTF" label="Of which group?" options={lists.taskGroups} empty="Choose a group" />;
    case 'TC':
      return <SelectField name="groupOfTC" label="Of which group?" options={lists.taskGroups} empty="Choose a group" />;
    case 'CF':
      return <SelectField name="sourceOfCF" label="Of which line of enquiry or learning set?" options={lists.enquiries} empty="Choose one" />;
    case 'BU':
    case 'CL':
    case 'ER':
    case 'IS':
    case 'AU':
    case 'OB':
    case 'SA':
      return undefined;
  }
}

type OneProps = { row: MembershipShown; today: string; title: string; page: string; draft: Draft | null; /** Why not, in words; null where the reader may. */ confirmNot: string | null; endNot: string | null };

/** One membership: what it is, the second signature where one is awaited, and its end. */
export function MembershipForms({ row, today, title, page, draft, confirmNot, endNot }: OneProps) {
  const waits = row.state === 'waiting';
  return (
    <>
      <Card>
        <SummaryList rows={[
          { key: 'Membership', value: membershipInWords(row) },
          { key: 'Days', value: <Dates fromOn={row.fromOn} toOn={row.toOn} /> },
          { key: 'State', value: membershipStateNames[row.state] },
          { key: 'Granted by', value: row.grantedBy ?? 'Granted at set-up' },
          ...(row.needsSecond ? [{ key: 'Second person', value: row.confirmedBy ?? 'Not yet' }] : []),
        ]} />
      </Card>
      {waits && (
        <Card title="Confirm it">
          {confirmNot ? <p>{confirmNot}</p> : (
            <Form id="confirm" action={submitConfirmMembership} formKey={randomUUID()} version={row.version} title={title} submitLabel="Confirm this membership" hidden={{ membershipId: row.id, _page: page }}>
              <p>You are the second person. From then on {row.person} can do what this membership allows, from its first day.</p>
            </Form>
          )}
        </Card>
      )}
      {row.state !== 'ended' && (
        <Card title={waits ? 'Or end it unconfirmed' : 'End it'}>
          {endNot ? <p>{endNot}</p> : (
            <Form
              id="end" action={submitEndMembership} formKey={randomUUID()} version={row.version} title={title} submitLabel="End this membership" submitTone="warning"
              hidden={{ membershipId: row.id, _page: page, ...(waits ? { when: 'now' } : {}) }} draft={draftOf(`end-membership:${row.id}`, draft)}
            >
              {!waits && <EndingFields question={membershipEndFields.when} beganToday={row.fromOn === today} />}
              <TextArea name="reason" label={membershipEndFields.reason} rows={2} hint="The person can read this" />
            </Form>
          )}
        </Card>
      )}
    </>
  );
}
