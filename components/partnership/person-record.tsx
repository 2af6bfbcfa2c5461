import { CoverList } from '@/components/partnership/cover-list';
import { Dates } from '@/components/partnership/dates';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Columns } from '@/components/ui/columns';
import { Empty } from '@/components/ui/empty';
import { SummaryList } from '@/components/ui/summary-list';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { formatInstant } from '@/lib/dates/calendar-date';
import { membershipInWords, membershipStateNames } from '@/lib/partnership/memberships/labels';
import type { MembershipShown } from '@/lib/partnership/memberships/queries';
import { accountStateNames } from '@/lib/partnership/people/labels';
import type { PersonShown } from '@/lib/partnership/people/queries';

type May = {
  manage: boolean;
  grant: boolean;
  /** Why not, in words, where the reader could grant but not to this person. */
  grantNot: string | null;
  cover: boolean;
  seeMemberships: boolean;
  seeAccount: boolean;
  endCovers: string[];
  /** Memberships this reader may confirm, and may end. */
  confirm: string[];
  end: string[];
};

/** Everything the partnership knows of one person, a card to each kind of thing. */
export function PersonRecord({ person, may }: { person: PersonShown; may: May }) {
  return (
    <Columns aside={may.seeAccount && <AccountCard person={person} mayManage={may.manage} />}>
      <Memberships person={person} may={may} />
      <Posts person={person} mayManage={may.manage} />
      {(may.cover || person.covers.length > 0) && (
        <Card title="Cover" aside={may.cover && <a href={`/partnership/people/${person.id}/cover`}>Set cover</a>}>
          <CoverList covers={person.covers} of={person.id} mayEnd={may.endCovers} none="Nobody covers for them, and they cover for nobody." />
        </Card>
      )}
    </Columns>
  );
}

function Memberships({ person, may }: { person: PersonShown; may: May }) {
  const shown = person.memberships.filter((row) => row.state !== 'ended');
  const ended = person.memberships.filter((row) => row.state === 'ended');
  return (
    <Card title="Memberships" aside={may.grant && <a href={`/partnership/people/${person.id}/grant`}>Grant a membership</a>}>
      {shown.length === 0 ? (
        <Empty title={may.seeMemberships ? 'They hold no membership' : 'Memberships are not shown to you'}>
          <p>{may.seeMemberships ? 'Without one they can be named and own actions, but see nothing else.' : 'The business unit, the Executive, the scrutineer and the administrators see who holds which.'}</p>
        </Empty>
      ) : <MembershipTable caption="In force, or to come" rows={shown} may={may} />}
      {ended.length > 0 && <MembershipTable caption="Ended" rows={ended} may={may} />}
      {may.grantNot && <p className="soft">{may.grantNot}</p>}
    </Card>
  );
}

function MembershipTable({ caption, rows, may }: { caption: string; rows: MembershipShown[]; may: May }) {
  const tones = { waiting: 'amber', later: 'grey', current: 'green', ended: 'grey' } as const;
  const doing = rows.some((row) => may.confirm.includes(row.id) || may.end.includes(row.id));
  return (
    <Table
      caption={caption}
      columns={[{ header: 'Membership' }, { header: 'Days' }, { header: 'State' }, ...(doing ? [{ header: 'What you can do', headerHidden: true }] : [])]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <span key="what">{membershipInWords(row)}<span className="soft">{givenBy(row)}</span></span>,
          <Dates key="days" fromOn={row.fromOn} toOn={row.toOn} />,
          <span key="state"><Tag tone={tones[row.state]}>{membershipStateNames[row.state]}</Tag>{row.endedReason && <span className="soft">{row.endedReason}</span>}</span>,
          ...(doing ? [<MembershipLinks key="do" row={row} may={may} />] : []),
        ],
      }))}
    />
  );
}

function MembershipLinks({ row, may }: { row: MembershipShown; may: May }) {
  const href = `/partnership/people/${row.personId}/memberships/${row.id}`;
  if (may.confirm.includes(row.id)) return <ButtonLink href={href} context={membershipInWords(row)}>Confirm</ButtonLink>;
  return may.end.includes(row.id) ? <a href={href}>End<VisuallyHidden> {membershipInWords(row)}</VisuallyHidden></a> : null;
}

function givenBy(row: MembershipShown): string {
  const parts = [row.grantedBy ? `Granted by ${row.grantedBy}` : 'Granted at set-up', row.confirmedBy && `confirmed by ${row.confirmedBy}`, row.endedBy && `ended by ${row.endedBy}`];
  return parts.filter(Boolean).join(', ');
}

function Posts({ person, mayManage }: { person: PersonShown; mayManage: boolean }) {
  return (
    <Card title="Posts" aside={mayManage && <a href={`/partnership/people/${person.id}/post`}>Add a post</a>}>
      {person.posts.length === 0 ? <Empty title="No post is recorded" /> : (
        <Table
          caption="Posts, latest first" captionHidden
          columns={[{ header: 'Post' }, { header: 'Agency' }, { header: 'Days' }, ...(mayManage ? [{ header: 'What you can do', headerHidden: true }] : [])]}
          rows={person.posts.map((post) => ({
            key: post.id,
            cells: [
              post.title, <a key="agency" href={`/partnership/agencies/${post.agencyId}`}>{post.agency}</a>, <Dates key="days" fromOn={post.fromOn} toOn={post.toOn} />,
              ...(mayManage ? [post.toOn === null ? <a key="end" href={`/partnership/people/${person.id}/post?end=${post.id}`}>End<VisuallyHidden> the post {post.title}</VisuallyHidden></a> : null] : []),
            ],
          }))}
        />
      )}
    </Card>
  );
}

function AccountCard({ person, mayManage }: { person: PersonShown; mayManage: boolean }) {
  const { account } = person;
  const href = `/partnership/people/${person.id}/account`;
  if (!account) {
    return (
      <Card title="Account">
        <Empty title="They have no account" action={mayManage ? { href, label: 'Make an account' } : undefined}><p>They can be named and own actions without one.</p></Empty>
      </Card>
    );
  }
  return (
    <Card title="Account" aside={mayManage && <a href={href}>Sign-in link and more</a>}>
      <SummaryList rows={[
        { key: 'E-mail address', value: account.email },
        { key: 'State', value: accountStateNames[account.state] },
        ...(account.disabledAt ? [{ key: 'Disabled', value: `${formatInstant(account.disabledAt)}: ${account.disabledReason ?? 'no reason recorded'}` }] : []),
      ]} />
    </Card>
  );
}
