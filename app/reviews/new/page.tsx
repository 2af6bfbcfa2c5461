import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { PageFrame } from '@/components/access/page-frame';
import { NotificationFields } from '@/components/reviews/notification-fields';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { listCouncilOptions } from '@/lib/partnership/queries';
import { submitRecordNotification } from '@/lib/reviews/server-actions';

export default async function NewNotificationPage() {
  const { actor, now, councils, draft } = await readAs(
    await requireActor(),
    async (ctx) => ({ actor: ctx.actor, now: ctx.now, councils: await listCouncilOptions(ctx, { onlyExample: ctx.actor.partnership.isDemonstration }), draft: await findDraft(ctx, 'record-notification') }),
    { act: 'record-notification' },
  );
  return (
    <PageFrame actor={actor} now={now} section="reviews" title="Record a serious incident notification" sensitivity="case" back={{ href: '/reviews', label: 'Reviews' }} soft="You can stop at any point and come back: what you type is kept.">
      <Notice title="This does not tell the National Panel"><p>The council does that on the national system, within five working days of becoming aware.</p></Notice>
      <Form
        action={submitRecordNotification} formKey={randomUUID()} title="Record a serious incident notification" submitLabel="Record the notification"
        hidden={{ _page: '/reviews/new' }}
        draft={draftOf('record-notification', draft)}
      >
        <NotificationFields councils={councils} />
      </Form>
    </PageFrame>
  );
}
