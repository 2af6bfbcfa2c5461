export const startEventNames = {
  sent: 'The day the notification was sent to the National Panel',
  aware: 'The day the council became aware of the incident',
} as const;

/** The fields of the form, as it calls them and as they are told to somebody who typed over an older version. */
export const settingsFields = {
  partnershipName: 'Full name',
  partnershipShortName: 'Short name',
  rapidReviewStartsFrom: 'What starts it?',
  countStartDay: 'Which day is day 1?',
  ragDueSoonDays: 'Amber: due within this many days…',
  ragQuietDays: '…and no update in this many days',
  ragMovesForRed: 'Red: its date was moved this many times',
  secondCheckMonths: 'A complete action is looked at again after this many months',
  idleMinutes: 'Signed out after this many minutes without doing anything',
  sessionHours: 'Signed in for at most this many hours',
} as const;

export const countStartDayNames = {
  no: 'The day after is day 1',
  yes: 'The start day itself is day 1',
} as const;
