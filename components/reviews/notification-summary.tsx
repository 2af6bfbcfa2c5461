import { SummaryList } from '@/components/ui/summary-list';
import { formatDate } from '@/lib/dates/calendar-date';
import { ageBandLabels, careStatusLabels, ethnicityLabels, genderLabels, harmTypeLabels, livingArrangementLabels, natureLabels, settingLabels, wordFor, yesNoUnclearLabels } from '@/lib/reviews/labels';
import type { Review } from '@/lib/reviews/queries';

/** The notification as it was recorded, read back. */
export function NotificationSummary({ notification }: { notification: NonNullable<Review['notification']> }) {
  const rows: [string, string][] = [
    ['What happened', wordFor(natureLabels, notification.natureNow) + (notification.natureNow === notification.natureAtNotification ? '' : ` (as notified: ${wordFor(natureLabels, notification.natureAtNotification)})`)],
    ['Kinds of harm', notification.harmTypes.map((harm) => wordFor(harmTypeLabels, harm)).join(', ') || 'None chosen'],
    ['Abuse or neglect known or suspected', wordFor(yesNoUnclearLabels, notification.abuseSuspected)],
    ['Incident', formatDate(notification.incidentFrom)],
    ['Council aware', formatDate(notification.awareOn)],
    ['Sent to the National Panel', notification.sentOn ? `${formatDate(notification.sentOn)}${notification.nationalReference ? `, reference ${notification.nationalReference}` : ''}` : 'Not sent yet'],
    ['Notified by', notification.agency],
    ['Age', wordFor(ageBandLabels, notification.ageBand)],
    ['Gender', wordFor(genderLabels, notification.gender)],
    ['Ethnic group', wordFor(ethnicityLabels, notification.ethnicity)],
    ['Disabled child', wordFor(yesNoUnclearLabels, notification.disability)],
    ['Living', wordFor(livingArrangementLabels, notification.livingArrangement)],
    ['Children’s social care', wordFor(careStatusLabels, notification.careStatus)],
    ['Setting', wordFor(settingLabels, notification.setting)],
    ['Outline', notification.outline],
    ['Immediate safety', notification.immediateSafety ?? 'Nothing recorded'],
  ];
  return <SummaryList rows={rows.map(([key, value]) => ({ key, value: <span className="typed">{value}</span> }))} />;
}
