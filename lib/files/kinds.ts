/** What may be sent, and how it is told: the one list that the form, the look at the content and the answers share. */

export const largestFile = 25 * 1024 * 1024;
export const chunkSize = 256 * 1024;

export type Kind = { mediaType: string; /** Without the dot, the usual one first. */ extensions: string[]; word: string };

const office = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

export const kinds = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'], word: 'PDF' },
  docx: { mediaType: `${office}.wordprocessingml.document`, extensions: ['docx'], word: 'Word' },
  xlsx: { mediaType: `${office}.spreadsheetml.sheet`, extensions: ['xlsx'], word: 'Excel' },
  pptx: { mediaType: `${office}.presentationml.presentation`, extensions: ['pptx'], word: 'PowerPoint' },
  odt: { mediaType: `${openDocument}.text`, extensions: ['odt'], word: 'OpenDocument' },
  ods: { mediaType: `${openDocument}.spreadsheet`, extensions: ['ods'], word: 'OpenDocument' },
  odp: { mediaType: `${openDocument}.presentation`, extensions: ['odp'], word: 'OpenDocument' },
  png: { mediaType: 'image/png', extensions: ['png'], word: 'PNG' },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], word: 'JPEG' },
  webp: { mediaType: 'image/webp', extensions: ['webp'], word: 'WebP' },
  csv: { mediaType: 'text/csv', extensions: ['csv'], word: 'CSV' },
  txt: { mediaType: 'text/plain', extensions: ['txt'], word: 'plain text' },
} as const satisfies Record<string, Kind>;
export type KindName = keyof typeof kinds;

/** The kind that a file is called, by the last part of its name; nothing for one that is not taken. */
export function kindCalled(name: string): KindName | null {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  return (Object.keys(kinds) as KindName[]).find((kind) => extension !== undefined && (kinds[kind].extensions as readonly string[]).includes(extension)) ?? null;
}

/** For the list of a browser's window that chooses a file. */
export const accepted = Object.values(kinds).flatMap(({ extensions }) => extensions.map((one) => `.${one}`)).join(',');

const words = 'PDF, Word, Excel, PowerPoint, OpenDocument, plain text, CSV, PNG, JPEG or WebP';
export const limitWords = '25 MB';
export const allowedWords = `${words}, up to ${limitWords}`;

/** Why a file is not taken. */
export const problems = [
  'too-large', 'empty', 'not-allowed', 'not-what-it-says', 'damaged', 'locked', 'macros', 'linked', 'holds-files', 'active', 'two-kinds', 'opens-too-large', 'takes-too-long', 'virus', 'scanner-away', 'cut', 'too-many',
] as const;
export type Problem = (typeof problems)[number];

/** The same in words that say what to do. */
export const problemWords: Record<Problem, string> = {
  'too-large': `The file is larger than ${limitWords}. Choose a smaller one, or give its web address instead`,
  empty: 'The file is empty. Choose one with something in it',
  'not-allowed': `Choose a file that is ${words}`,
  'not-what-it-says': `What is in the file does not fit its name. Save it again as ${words}, and choose that`,
  damaged: 'The file cannot be read to its end. Open it, save it again, and choose that',
  locked: 'The file is locked with a password. Save it without one, and choose that',
  macros: 'The file holds macros. Save it without them (.docx, .xlsx or .pptx) or as PDF, and choose that',
  linked: 'The file fetches something from outside itself, such as a template or another workbook. Break those links, or save it as PDF, and choose that',
  'holds-files': 'The file has other files inside it. Add those by themselves, or save it as PDF without them',
  active: 'The file holds a script or something else that runs. Print it to a new PDF, and choose that',
  'two-kinds': 'The file is of two kinds at once. Save it again, and choose that',
  'opens-too-large': 'The file is too large when it is opened. Save it with less in it, or as PDF, and choose that',
  'takes-too-long': 'It took too long to look into the file. Save it with less in it, or as PDF, and choose that',
  virus: 'A virus was found in the file. It has not been kept. Tell whoever looks after your computer',
  'scanner-away': 'The file cannot be looked at for viruses just now. Try again in a minute',
  cut: 'The file did not arrive whole. Choose it again',
  'too-many': 'You have sent many files within an hour. Try again later',
};

/** "420 KB", "1.2 MB": the size of a file as people say it. */
export function sizeInWords(size: number): string {
  if (size < 1024) return `${size} bytes`;
  if (size < 1024 * 1024) return `${Math.round(size / 1024)} KB`;
  return `${(size / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`;
}

const longestName = 120;

/**
 * What a file is called, as it is kept and given back: without folders, control and direction signs, what some systems do not allow in a name, and dots or
 * blanks at its ends; cut in its middle where it is long, so that it keeps its kind.
 */
export function cleanName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1)!;
  const plain = last.replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, '').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '');
  const [, stem = plain, extension = ''] = /^(.+)(\.[A-Za-z0-9]{1,10})$/.exec(plain) ?? [];
  const letters = [...stem].slice(0, longestName - extension.length).join('').trimEnd();
  return letters === '' ? `file${extension}` : letters + extension;
}
