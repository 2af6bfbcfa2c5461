export const startEventNames = {
  sent: 'The day the notification was sent to the National Panel',
  aware: 'The day the council became aware of the incident',
} as const;

export const countStartDayNames = {
  no: 'The day after is day 1',
  yes: 'The start day itself is day 1',
} as const;
