import { Card } from '@/components/ui/card';
import { Empty } from '@/components/ui/empty';
import { SummaryList } from '@/components/ui/summary-list';
import { formatInstant } from '@/lib/dates/calendar-date';
import type { DraftListed } from '@/lib/drafts/drafts';

/** What somebody has typed and not sent. Where its page is known, a link leads back to it. */
export function DraftsKept({ drafts }: { drafts: DraftListed[] }) {
  return (
    <Card title="Typed and not sent">
      {drafts.length === 0 ? <Empty title="Nothing waits here"><p>What you type into a form is kept until you send it, and comes back when you open that form again.</p></Empty> : (
        <SummaryList rows={drafts.map((draft) => ({
          key: nameOf(draft.form),
          value: `Kept ${formatInstant(draft.savedAt)}${draft.page ? '' : '. Open the same form again to go on with it'}`,
          change: draft.page ? { href: draft.page, label: 'Go on with it', hidden: nameOf(draft.form) } : undefined,
        }))} />
      )}
    </Card>
  );
}

/** "add-person:…" as a person would say it: "Add person". */
function nameOf(form: string): string {
  const words = (form.split(':')[0] ?? form).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
