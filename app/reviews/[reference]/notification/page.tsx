import { randomUUID } from 'node:crypto';
import { draftOf } from '@/components/access/draft-of';
import { PageFrame } from '@/components/access/page-frame';
import { NotificationFields } from '@/components/reviews/notification-fields';
import { Form } from '@/components/ui/form';
import { foundOr404 } from '@/lib/access/context';
import { readAs, requireActor } from '@/lib/access/guard';
import { formatDate, formatDateIfAny } from '@/lib/dates/calendar-date';
import { findDraft } from '@/lib/drafts/drafts';
import { listCouncilOptions } from '@/lib/partnership/queries';
import { canWorkReview } from '@/lib/reviews/policy';
import { getReview } from '@/lib/reviews/queries';
import { submitChangeNotification } from '@/lib/reviews/server-actions';

type Props = { params: Promise<{ reference: string }> };

export default async function ChangeNotificationPage({ params }: Props) {
  const { reference } = await params;
  const { actor, now, review, notification, councils, draft } = await readAs(await requireActor(), async (ctx) => {
    const review = await getReview(ctx, reference, '/reviews/[reference]/notification');
    const notification = foundOr404(canWorkReview(ctx.actor, review) ? review.notification : null, 'notification');
    return { actor: ctx.actor, now: ctx.now, review, notification, councils: await listCouncilOptions(ctx, { onlyExample: review.example, also: notification.notifyingAgencyId }), draft: await findDraft(ctx, `change-notification:${reference}`) };
  }, { act: 'record-notification' });
  const values = {
    pseudonym: review.title, area: review.area, notifyingAgency: notification.notifyingAgencyId, nature: notification.natureNow, abuseSuspected: notification.abuseSuspected, harmTypes: notification.harmTypes,
    incidentOn: formatDate(notification.incidentFrom), awareOn: formatDate(notification.awareOn), sentOn: formatDateIfAny(notification.sentOn), nationalReference: notification.nationalReference ?? '',
    ageBand: notification.ageBand, gender: notification.gender, ethnicity: notification.ethnicity, disability: notification.disability, livingArrangement: notification.livingArrangement, careStatus: notification.careStatus,
    setting: notification.setting, outline: notification.outline, immediateSafety: notification.immediateSafety ?? '', mediaInterest: notification.mediaInterest,
  };
  const page = `/reviews/${reference}`;
  return (
    <PageFrame actor={actor} now={now} section="reviews" title={`Change the notification of ${reference}`} sensitivity="case" example={review.example} back={{ href: page, label: `${reference} ${review.title}` }}>
      <Form
        action={submitChangeNotification} formKey={randomUUID()} version={notification.version} title="Change the notification" submitLabel="Save the notification" values={values}
        hidden={{ reference, _page: `${page}/notification` }} cancel={{ href: page }}
        draft={draftOf(`change-notification:${reference}`, draft)}
      >
        <NotificationFields councils={councils} />
      </Form>
    </PageFrame>
  );
}
