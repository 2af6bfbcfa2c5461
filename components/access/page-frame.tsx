import type { ReactNode } from 'react';
import { SignOut } from '@/components/access/sign-out';
import { Frame, type FrameLink } from '@/components/ui/frame';
import { PageHeading } from '@/components/ui/heading';
import { Said } from '@/components/ui/said';
import { SessionWarning } from '@/components/ui/session-warning';
import { Who } from '@/components/ui/who';
import type { PersonActor } from '@/lib/access/actor';
import { sensitivityLabels } from '@/lib/access/labels';
import { holds, mayDo, membershipLabel } from '@/lib/access/rights';
import { staySignedIn } from '@/lib/access/server-actions';
import { formatInstant } from '@/lib/dates/calendar-date';

export type Section = 'home' | 'reviews' | 'findings' | 'recommendations' | 'plan' | 'groups' | 'assurance' | 'partnership';

type PageFrameProps = {
  actor: PersonActor;
  now: Date;
  section: Section | null;
  /** Of the browser tab, and of the page unless `heading` says otherwise. */
  title: string;
  heading?: ReactNode;
  soft?: ReactNode;
  tags?: ReactNode;
  actions?: ReactNode;
  back?: FrameLink;
  /** How sensitive what the page shows is, in the partnership's words. */
  sensitivity?: keyof typeof sensitivityLabels;
  /** True where any record on the page is an invented one. */
  example?: boolean;
  /** What was just done, said back after a redirect. */
  said?: string | null;
  /** What was looked for, on the page of what was found. */
  searched?: string;
  children: ReactNode;
};

/** The frame of every page of somebody signed in: where they are, who they are, what they may go to, and when they will be signed out. */
export function PageFrame({ actor, now, section, title, heading, soft, tags, actions, back, sensitivity, example, said, searched, children }: PageFrameProps) {
  return (
    <Frame
      title={title}
      heading={<>
        {said && <Said>{said}</Said>}
        <PageHeading soft={soft} tags={tags} marks={(example || sensitivity) && <>{example && <><b>EXAMPLE</b>: holds invented records</>}{example && sensitivity && ' · '}{sensitivity && sensitivityLabels[sensitivity]}</>} actions={actions}>{heading ?? title}</PageHeading>
      </>}
      partnership={actor.partnership.name}
      person={{
        name: actor.name,
        membership: membershipLabel(actor),
        links: [{ href: '/account', label: 'Your account' }],
        signOut: <SignOut />,
      }}
      nav={navigation(actor, section)}
      search={mayDo(actor, 'export-plan') ? { action: '/search', value: searched } : undefined}
      demonstration={actor.partnership.isDemonstration}
      back={back}
      printed={[example && 'EXAMPLE: holds invented records', sensitivity && sensitivityLabels[sensitivity], `Printed for ${actor.name}, ${formatInstant(now)}`].filter(Boolean).join(' · ')}
    >
      <Who accountId={actor.accountId}>{children}</Who>
      <SessionWarning endsInSeconds={Math.max(0, Math.round((actor.endsAt.getTime() - now.getTime()) / 1000))} staySignedIn={staySignedIn} signInHref="/sign-in" />
    </Frame>
  );
}

function navigation(actor: PersonActor, section: Section | null) {
  const places: { section: Section; href: string; label: string; shown: boolean }[] = [
    { section: 'home', href: '/', label: 'What needs doing', shown: true },
    { section: 'reviews', href: '/reviews', label: 'Reviews', shown: holds(actor, 'BU', 'EX', 'IS', 'CL', 'LR', 'RP', 'ER', 'AU') },
    { section: 'findings', href: '/findings', label: 'Findings', shown: !holds(actor, 'OB', 'SA') },
    { section: 'recommendations', href: '/recommendations', label: 'Recommendations', shown: !holds(actor, 'OB', 'SA') },
    { section: 'plan', href: '/plan', label: 'Plan', shown: mayDo(actor, 'export-plan') },
    { section: 'groups', href: '/groups', label: 'Groups', shown: holds(actor, 'BU', 'EX', 'IS', 'CH', 'ER', 'TF', 'TC', 'AU') },
    { section: 'assurance', href: '/assurance', label: 'Assurance', shown: mayDo(actor, 'see-assurance') },
    { section: 'partnership', href: '/partnership', label: 'Partnership', shown: true },
  ];
  return places.filter((place) => place.shown).map((place) => ({ href: place.href, label: place.label, current: place.section === section }));
}
