import { describe, expect, it } from 'vitest';
import { issuesOf } from '@/lib/forms/typed';
import { recordNotificationInput } from '@/lib/reviews/input';

describe('a notification that is sent empty', () => {
  const issues = issuesOf(recordNotificationInput.safeParse({}).error!);

  it('is told what is missing in the order of the form', () => {
    expect(issues.map((issue) => issue.field)).toEqual([
      'pseudonym', 'nature', 'abuseSuspected', 'area', 'notifyingAgency', 'setting', 'incidentOn', 'awareOn',
      'ageBand', 'gender', 'ethnicity', 'disability', 'livingArrangement', 'careStatus', 'outline', 'mediaInterest',
    ]);
  });

  it('takes nothing for “not known” or “not stated”: either is chosen by somebody', () => {
    for (const field of ['setting', 'gender', 'ethnicity', 'livingArrangement', 'careStatus'] as const) {
      const reader = recordNotificationInput.shape[field];
      expect(reader.safeParse('').success).toBe(false);
      expect([reader.parse('not_known'), reader.parse('not_stated')]).toEqual(['not_known', 'not_stated']);
    }
  });

  it('names the date that cannot be read', () => {
    const read = recordNotificationInput.safeParse({ incidentOn: '31/2/26', awareOn: 'soon', sentOn: '14/3' });
    expect(issuesOf(read.error!).filter((issue) => issue.field?.endsWith('On')).map((issue) => issue.message)).toEqual([
      'Enter the date of the incident. February 2026 has 28 days. Enter a day from 1 to 28',
      'Enter the date the council became aware of the incident. Write it like 14/3/26 or 14 Mar',
    ]);
  });
});
