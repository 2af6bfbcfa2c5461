import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addDays, todayInEngland } from '@/lib/dates/calendar-date';
import { dayToCome, laterText, oneOf, optionalDay, optionalId, optionalOneOf, optionalPastDay, optionalText, pastDay, several, text, textOfWords, tick, typedDay, understoodDays, version } from '@/lib/forms/readers';

const said = (schema: z.ZodType, typed: unknown) => schema.safeParse(typed).error?.issues.map((issue) => issue.message) ?? null;

describe('a text', () => {
  it('is asked for where it has to be given, blank or absent', () => {
    for (const typed of [undefined, '', '  \n']) expect(said(text('Enter a name'), typed)).toEqual(['Enter a name']);
    expect(text('Enter a name').parse(' Sam ')).toBe('Sam');
  });

  it('may be left out, and is then no text, or an empty one for later', () => {
    for (const typed of [undefined, '', '  ']) expect([optionalText().parse(typed), laterText().parse(typed)]).toEqual([null, '']);
  });

  it('that is counted in words is told how many are too many', () => {
    const reader = textOfWords('Enter what has happened', 3);
    expect(reader.parse(' one  two\nthree ')).toBe('one  two\nthree');
    expect(said(reader, 'one two three four five')).toEqual(['Enter what has happened in up to 3 words. This has 5: 2 too many']);
    expect(said(reader, ' ')).toEqual(['Enter what has happened']);
  });

  it('is never cut off: one that is too long is said to be', () => {
    for (const reader of [text('Enter it', 1_200), optionalText(1_200), laterText(1_200)]) expect(said(reader, 'x'.repeat(1_201))).toEqual(['Shorten this to 1,200 characters']);
  });
});

describe('a choice', () => {
  const colours = { red: 'Red', blue: 'Blue' };

  it('is one of the list, or asked for', () => {
    expect(oneOf(colours, 'Choose a colour').parse('red')).toBe('red');
    for (const typed of [undefined, '', 'green', ['red', 'blue']]) expect(said(oneOf(colours, 'Choose a colour'), typed)).toEqual(['Choose a colour']);
  });

  it('may be left out where it is optional', () => {
    expect([undefined, '', 'blue'].map((typed) => optionalOneOf(colours, 'Choose a colour').parse(typed))).toEqual([null, null, 'blue']);
    expect(said(optionalOneOf(colours, 'Choose a colour'), 'green')).toEqual(['Choose a colour']);
    expect(optionalId('Choose a person').parse('')).toBeNull();
    expect(said(optionalId('Choose a person'), 'somebody')).toEqual(['Choose a person']);
  });

  it('of several comes as nothing, one or a list', () => {
    expect([undefined, '', 'red', ['red', 'blue']].map((typed) => several(oneOf(colours, 'Choose')).parse(typed))).toEqual([[], [], ['red'], ['red', 'blue']]);
    expect([undefined, 'yes', 'no'].map((typed) => tick.parse(typed))).toEqual([false, true, false]);
  });
});

describe('a day', () => {
  it('is read as people write it', () => {
    expect(typedDay('Enter the day').parse('14/3/26')).toBe('2026-03-14');
    expect(optionalDay('Enter the day').parse('')).toBeNull();
  });

  it('is asked for, or said what is wrong with it, once', () => {
    expect(said(typedDay('Enter the day'), ' ')).toEqual(['Enter the day']);
    for (const reader of [typedDay('Enter the day it was sent'), optionalDay('Enter the day it was sent')]) {
      expect(said(reader, '31/2/26')).toEqual(['Enter the day it was sent. February 2026 has 28 days. Enter a day from 1 to 28']);
      expect(said(reader, 'soon')).toEqual(['Enter the day it was sent. Write it like 14/3/26 or 14 Mar']);
    }
  });

  it('without a year is the last or the next one, as the field means it', () => {
    const [past, future] = [optionalDay('Enter the day', 'past').parse('14 Mar')!, optionalDay('Enter the day', 'future').parse('14 Mar')!];
    expect(future > past).toBe(true);
  });

  it('that has come is today at the latest, one to come today at the earliest', () => {
    const today = todayInEngland(new Date());
    const [yesterday, tomorrow] = [addDays(today, -1), addDays(today, 1)];
    for (const reader of [pastDay('Enter the day'), optionalPastDay('Enter the day')]) {
      expect([yesterday, today].map((typed) => reader.parse(typed))).toEqual([yesterday, today]);
      expect(said(reader, tomorrow)).toEqual(['Enter the day. It cannot be in the future']);
    }
    expect([today, tomorrow].map((typed) => dayToCome('Enter the day').parse(typed))).toEqual([today, tomorrow]);
    expect(said(dayToCome('Enter the day'), yesterday)).toEqual(['Enter the day. It cannot be before today']);
  });

  it('is asked for, or told to be none, before it is placed', () => {
    for (const reader of [pastDay('Enter the day'), dayToCome('Enter the day')]) {
      expect(said(reader, '')).toEqual(['Enter the day']);
      expect(said(reader, 'soon')).toEqual(['Enter the day. Write it like 14/3/26 or 14 Mar']);
    }
    expect(optionalPastDay('Enter the day').parse('')).toBeNull();
  });
});

it('a version counts the saves, from 0 where nothing was recorded', () => {
  expect(['0', '7'].map((typed) => version.parse(typed))).toEqual([0, 7]);
  for (const typed of [undefined, 'x', '-1', '1.5']) expect(version.safeParse(typed).success).toBe(false);
});

describe('what was understood of a day', () => {
  const schema = z.object({ text: text('Enter it'), sentOn: typedDay('Enter the date it was sent'), dueOn: optionalDay('Enter when it is due', 'future'), agreedOn: optionalPastDay('Enter the date it was agreed') });

  it('is said with its weekday and year, where it was not typed out in full', () => {
    expect(understoodDays(schema, { text: '14/3/26', sentOn: '14/3/26', dueOn: '14 March 2026', agreedOn: '1 2 25' })).toEqual({ sentOn: 'Saturday 14 March 2026', agreedOn: 'Saturday 1 February 2025' });
  });

  it('is said of a form that asks more of its fields together', () => {
    expect(understoodDays(schema.superRefine(() => {}).transform((typed) => typed), { sentOn: '14/3/26' })).toEqual({ sentOn: 'Saturday 14 March 2026' });
  });

  it('is nothing where no day was typed, or none that can be read', () => {
    expect(understoodDays(schema, { sentOn: '31/2/26', dueOn: '', agreedOn: 'soon' })).toEqual({});
    expect(understoodDays(schema, {})).toEqual({});
  });
});
