import { describe, expect, test } from 'vitest';
import { acceptedByWords, accepterOf, decidedWords, inOneLine, manyRecommendations, nearDuplicates, readRecommendationsQuery, recordedWords, recorderWords, showsCase, similarityOf, stateOf, whatStopsAccepting, whatStopsChanging, whatStopsReleasing, worthASecondLook, worthASecondLookAtDraft, worthASecondLookToAccept, type ToAccept } from '@/lib/recommendations/rules';

const rapid: ToAccept = { reviewId: 'r', sourceKind: 'review', reviewKind: 'rapid_review', addressedTo: 'partnership', addressees: [] };

describe('who accepts a recommendation', () => {
  test.each([
    ['the Engine Room, of a rapid review', rapid, 'engine_room'],
    ['the Engine Room, of an audit', { ...rapid, reviewId: null, sourceKind: 'audit', reviewKind: null }, 'engine_room'],
    ['the Engine Room, of a line of enquiry', { ...rapid, reviewId: null, sourceKind: 'line_of_enquiry', reviewKind: null }, 'engine_room'],
    ['the safeguarding partners, of a practice review', { ...rapid, reviewKind: 'lcspr' }, 'partners'],
    ['the safeguarding partners, of a practice review to a national body too', { ...rapid, reviewKind: 'lcspr', addressedTo: 'national' }, 'partners'],
    ['the agency, where it is the only one', { ...rapid, addressedTo: 'agencies', addressees: [{ id: 'a' }] }, 'agency'],
    ['the Engine Room, where there are several', { ...rapid, addressedTo: 'agencies', addressees: [{ id: 'a' }, { id: 'b' }] }, 'engine_room'],
    ['the national body', { ...rapid, addressedTo: 'national' }, 'national'],
    ['nobody but the partners, of a review one cannot see', { ...rapid, sourceKind: null, reviewKind: null }, 'partners'],
  ] as [string, ToAccept, string][])('%s', (_, recommendation, accepter) => {
    expect(accepterOf(recommendation)).toBe(accepter);
  });

  test('is told by name where it is recorded, and by what it is where it is not', () => {
    const none = { acceptedByGroup: null, acceptedByAgency: null, nationalBody: null };
    expect(acceptedByWords({ ...rapid, ...none, acceptedByGroup: 'Example Engine Room' })).toBe('Example Engine Room');
    expect(acceptedByWords({ ...rapid, ...none, reviewKind: 'lcspr' })).toBe('the safeguarding partners jointly');
    expect(acceptedByWords({ ...rapid, ...none, addressedTo: 'national', nationalBody: 'Department for Education' })).toBe('Department for Education');
  });
});

test('what was recorded is said back in a sentence', () => {
  const by = { ...rapid, acceptedByGroup: 'Example Engine Room', acceptedByAgency: null, nationalBody: null, acceptedOn: '2026-11-23' };
  expect(recordedWords({ ...by, acceptance: 'accepted' })).toBe('Recorded: accepted by Example Engine Room on 23 November 2026.');
  expect(recordedWords({ ...by, acceptance: 'not_accepted' })).toBe('Recorded: not accepted by Example Engine Room on 23 November 2026.');
  expect(recordedWords({ ...by, acceptance: null, acceptedOn: null })).toBeNull();
});

test('a draft says who records what is decided: a review’s is not seen by the whole Engine Room', () => {
  expect(recorderWords(rapid)).toMatch(/^The business unit records what it decides, or .* who is on this review’s list does\.$/);
  expect(recorderWords({ ...rapid, reviewId: null })).not.toContain('list');
  expect(recorderWords({ ...rapid, reviewKind: 'lcspr' })).toBe('The business unit records what they decide.');
});

describe('where a recommendation stands', () => {
  test('is a draft until it is accepted or not, and not stated where a document does not say', () => {
    expect(stateOf({ acceptance: null, recordBasis: 'worked_here' })).toBe('draft');
    expect(stateOf({ acceptance: null, recordBasis: 'recorded_from_document' })).toBe('not_stated');
    expect(stateOf({ acceptance: 'partly', recordBasis: 'worked_here' })).toBe('partly');
  });
});

test('a page shows case with a draft, and with the name of a review that is worked on here and not published', () => {
  const worked = { reviewId: 'r', isPublished: false, sourceBasis: 'worked_here' as const };
  expect(showsCase({ ...worked, state: 'draft', reviewId: null, isPublished: null })).toBe(true);
  expect(showsCase({ ...worked, state: 'accepted' })).toBe(true);
  expect(showsCase({ ...worked, state: 'accepted', isPublished: null, sourceBasis: null })).toBe(false);
  expect(showsCase({ ...worked, state: 'accepted', isPublished: true })).toBe(false);
  expect(showsCase({ ...worked, state: 'accepted', sourceBasis: 'recorded_from_document' })).toBe(false);
  expect(showsCase({ ...worked, state: 'accepted', reviewId: null, isPublished: null })).toBe(false);
});

const written = { reference: 'R-014', text: 'Do this', outcome: 'Children are heard', measure: 'An audit of 40 files', addressedTo: 'partnership' as const, nationalBody: null, addressees: [], releasedAt: null };

test('advice waits until all that acceptance needs is there', () => {
  const draft = { ...written, text: 'Remind everybody', byWhen: null };
  expect(worthASecondLookToAccept({ ...draft, measure: '' }, [], 1)).toEqual([]);
  expect(worthASecondLookToAccept(draft, [], 1)).toMatchObject([{ message: 'It does not say by when.' }]);
});

describe('what stops accepting it', () => {
  test('is nothing once it says what for, how one will know, and who', () => {
    expect(whatStopsAccepting(written)).toEqual([]);
  });

  test('is each thing that is missing, with the way to it', () => {
    const issues = whatStopsAccepting({ ...written, outcome: ' ', measure: '', addressedTo: 'agencies' });
    expect(issues.map((issue) => issue.href)).toEqual(['/recommendations/R-014/change#field-outcome', '/recommendations/R-014/change#field-measure', '/recommendations/R-014/change#field-addressedTo']);
    expect(whatStopsAccepting({ ...written, addressedTo: 'national' })).toHaveLength(1);
  });

  test('is that it was released: what people were given stands', () => {
    expect(whatStopsAccepting({ ...written, releasedAt: new Date('2026-11-01T09:00:00Z') })).toHaveLength(1);
  });
});

describe('what stops releasing it', () => {
  test('is that it is not accepted yet, or was not accepted, or is released', () => {
    const of = { reference: 'R-014', releasedAt: null };
    expect(whatStopsReleasing({ ...of, acceptance: null })).toEqual([{ message: 'whether it is accepted', href: '/recommendations/R-014#acceptance' }]);
    expect(whatStopsReleasing({ ...of, acceptance: 'not_accepted' })).toHaveLength(1);
    expect(whatStopsReleasing({ ...of, acceptance: 'accepted', releasedAt: new Date('2026-11-01T09:00:00Z') })).toHaveLength(1);
    expect(whatStopsReleasing({ ...of, acceptance: 'accepted' })).toEqual([]);
    expect(whatStopsReleasing({ ...of, acceptance: 'partly' })).toEqual([]);
  });
});

test('the words of a recommendation stand once it was decided on', () => {
  expect(whatStopsChanging({ acceptance: null })).toEqual([]);
  expect(whatStopsChanging({ acceptance: 'not_accepted' })).toHaveLength(1);
});

test('how it was decided is told with where that can be found again', () => {
  expect(decidedWords({ acceptanceHow: 'meeting', acceptanceNote: 'Engine Room, 14 May, item 4' })).toBe('In a meeting: Engine Room, 14 May, item 4');
  expect(decidedWords({ acceptanceHow: 'in_person', acceptanceNote: 'Engine Room, item 3' })).toBe('Engine Room, item 3');
  expect(decidedWords({ acceptanceHow: 'in_person', acceptanceNote: null })).toBeNull();
  expect(decidedWords({ acceptanceHow: null, acceptanceNote: null })).toBeNull();
});

describe('what is worth a second look', () => {
  const good = { text: 'No family steps down on the day a key worker leaves. Step-down is a meeting with the family, the worker who leaves and the worker who comes.', outcome: 'Families know who is with them next', measure: 'Step-downs with a joint meeting, of all in a quarter', byWhen: '2027-03-31' };
  const messages = (draft: Partial<Omit<typeof good, 'byWhen'>> & { byWhen?: string | null }, others: { reference: string; text: string }[] = [], ofSource = 1) => worthASecondLook({ ...good, ...draft }, others, ofSource).map((note) => note.message);

  test('is nothing of one that says what, by when and what for', () => {
    expect(messages({})).toEqual([]);
  });

  test.each(['Remind all staff of the bruising protocol.', 'Agencies raise awareness of private fostering.', 'The partnership reviews its neglect strategy.', 'Agencies should consider joint visits.'])('is a soft verb without a measure: %s', (text) => {
    expect(messages({ text, measure: '' }).join()).toContain('can be done without anything changing');
    expect(messages({ text }).join()).not.toContain('can be done without anything changing');
  });

  test('is training alone, and not training with what makes it hold', () => {
    expect(messages({ text: 'All staff attend training on coercive control.' }).join()).toContain('training only');
    expect(messages({ text: 'All staff attend training on coercive control, and supervision asks about it.' })).toEqual([]);
  });

  test('is that it does not say what will be different, or by when', () => {
    expect(messages({ outcome: '' })).toEqual(['It does not say yet what will be different for children and families.']);
    expect(messages({ byWhen: null })).toEqual(['It does not say by when.']);
  });

  test(`is more than ${manyRecommendations} from one source`, () => {
    expect(messages({}, [], 6)).toEqual([]);
    expect(messages({}, [], 7).join()).toContain('one of 7 from this source');
  });

  test('is one that says nearly the same, with how nearly', () => {
    const like = { reference: 'R-005', text: 'No family steps down on the day when their key worker leaves: step-down is a meeting with the family and both workers.' };
    expect(messages({}, [like, { reference: 'R-006', text: 'Housing officers have one named link in early help, and use it when what they see worries them.' }])).toEqual([expect.stringMatching(/^It shares \d in 10 of its words with R-005/)]);
  });

  test('before anything is typed, is only how many there are', () => {
    expect(worthASecondLookAtDraft(null, [], 3)).toEqual([]);
    expect(worthASecondLookAtDraft({ text: '' }, [], 9)).toHaveLength(1);
    expect(worthASecondLookAtDraft({ text: 'Remind staff of the protocol' }, [], 1).length).toBeGreaterThan(1);
  });
});

describe('how like two texts are', () => {
  const text = 'Health visitors speak to each other before the file of a family with a baby moves.';

  test('is 1 for the same words in any order, case or number, and 0 for none in common', () => {
    expect(similarityOf(text, text.toUpperCase())).toBe(1);
    expect(similarityOf('visitors speak before moves family', 'family move before speak visitor')).toBe(1);
    expect(similarityOf(text, 'Housing officers have one named link and use it whenever something worries them.')).toBe(0);
  });

  test('is nothing where a text is too short to tell', () => {
    expect(similarityOf('Review training', 'Review training')).toBe(0);
  });

  test('names the likest first, three at most', () => {
    const others = ['R-001', 'R-002', 'R-003', 'R-004'].map((reference, place) => ({ reference, text: `${text} ${'neglect '.repeat(place > 1 ? 1 : 0)}` }));
    expect(nearDuplicates(text, others).map((like) => like.reference)).toEqual(['R-001', 'R-002', 'R-003']);
  });
});

test('a long text is cut at a word', () => {
  expect(inOneLine('One two\nthree', 60)).toBe('One two three');
  expect(inOneLine('One two three four', 12)).toBe('One two …');
});

describe('the address of the list', () => {
  test('says what to show', () => {
    expect(readRecommendationsQuery({ acceptance: 'draft', source: 'RR-2026-7KQ4', q: ' step-down ', sort: 'when', page: '2' })).toEqual({ acceptance: 'draft', source: 'RR-2026-7KQ4', agency: '', q: 'step-down', sort: 'when', page: 2 });
  });

  test('cannot be wrong: what is not understood does not filter', () => {
    expect(readRecommendationsQuery({ acceptance: 'toString', source: "'; drop", agency: 'x', sort: 'constructor', page: '-1', q: ['a', 'b'] })).toEqual({ acceptance: undefined, source: '', agency: '', q: 'a', sort: 'reference', page: 1 });
  });
});
