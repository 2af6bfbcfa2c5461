import { randomUUID } from 'node:crypto';
import { PageFrame } from '@/components/access/page-frame';
import { draftOf } from '@/components/access/draft-of';
import { TextArea, TextField } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { readAs, requireActor } from '@/lib/access/guard';
import { findDraft } from '@/lib/drafts/drafts';
import { emergencyFields } from '@/lib/reviews/lists/labels';
import { submitTakeEmergencyPlace } from '@/lib/reviews/lists/server-actions';

export default async function EmergencyPlacePage() {
  const { actor, now, draft } = await readAs(await requireActor(), async (ctx) => ({ actor: ctx.actor, now: ctx.now, draft: await findDraft(ctx, 'take-emergency-place') }), { act: 'take-emergency-place' });
  const title = 'Take an emergency place on a list';
  return (
    <PageFrame actor={actor} now={now} section="reviews" title={title} soft="For a review whose list you were taken off, where nobody who could give you a place is there." back={{ href: '/reviews', label: 'Reviews' }}>
      <Notice title="For 72 hours, and the chair of the Executive and the scrutineer are told at once" />
      <Form action={submitTakeEmergencyPlace} formKey={randomUUID()} title={title} submitLabel="Take the place" submitTone="warning" hidden={{ _page: '/reviews/emergency' }} draft={draftOf('take-emergency-place', draft)} cancel={{ href: '/reviews' }}>
        <TextField name="reference" label={emergencyFields.reference} hint="Such as RR-2026-7KQ4" width="medium" />
        <TextArea name="reason" label={emergencyFields.reason} rows={3} hint="It stays on record" />
      </Form>
    </PageFrame>
  );
}
