import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { NotificationSummary } from '@/components/reviews/notification-summary';

type Notification = Parameters<typeof NotificationSummary>[0]['notification'];

it('says of each thing about the child what is not stated', () => {
  const notification = {
    natureNow: 'serious_harm', natureAtNotification: 'serious_harm', harmTypes: [], abuseSuspected: 'yes', incidentFrom: '2026-11-16', awareOn: '2026-11-17', sentOn: null, agency: 'Example Borough Council',
    ageBand: 'under_1', gender: 'not_stated', ethnicity: 'pakistani', disability: 'unclear', livingArrangement: 'parents', careStatus: 'not_known', setting: 'home', outline: 'What is known', immediateSafety: null,
  } as unknown as Notification;
  const text = renderToStaticMarkup(<NotificationSummary notification={notification} />).replaceAll(/<[^>]+>/g, '|').replaceAll(/\|+/g, '|');
  for (const row of ['|Age|Under 1|', '|Gender|Not stated|', '|Ethnic group|Asian or Asian British: Pakistani|', '|Disabled child|Unclear|', '|Children’s social care|Not known whether|']) expect(text).toContain(row);
});
