import { addDays, formatDate, todayInEngland } from '../../lib/dates/calendar-date';
import { expect, type Page } from '../setup/test';

/** What people do along the thread, each as they would in a browser, with or without JavaScript. */

export const today = () => todayInEngland(new Date());
export const inDays = (days: number) => formatDate(addDays(today(), days));

const choose = (page: Page, question: string | RegExp, answer: string) => page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check();

/** A choice by the beginning of its words: a person's may go on with their post. */
export async function pick(page: Page, label: string, words: string) {
  const select = page.getByLabel(label, { exact: true }).or(page.getByLabel(`${label} (optional)`, { exact: true }));
  const value = await select.locator('option').filter({ hasText: words }).first().getAttribute('value');
  await select.selectOption(value!);
}

export async function fillNotification(page: Page, pseudonym: string) {
  await page.getByLabel('Pseudonym').fill(pseudonym);
  await choose(page, 'What happened', 'Serious harm');
  await choose(page, 'Is abuse or neglect known or suspected?', 'Yes');
  await choose(page, 'Where did it happen?', 'Another area');
  await pick(page, 'Council that notifies', 'Example Borough Council');
  await pick(page, 'Setting', 'Home');
  await page.getByRole('group', { name: /^Kinds of harm/ }).getByLabel('Neglect', { exact: true }).check();
  await page.getByLabel('Date of the incident').fill(inDays(-1));
  await page.getByLabel('Date the council became aware').fill(inDays(0));
  await page.getByLabel(/^Date the notification was sent/).fill(inDays(0));
  await pick(page, 'Age at the incident', '1 to 5');
  await choose(page, 'Gender', 'Girl');
  await pick(page, 'Ethnic group', 'Not known');
  await choose(page, 'Disabled child', 'No');
  await pick(page, 'Where the child was living', 'With a parent');
  await pick(page, 'Known to children’s social care', 'Child in need');
  await page.getByLabel('Outline of what happened').fill('Found alone and unwell. Two agencies knew of missed appointments.');
  await choose(page, 'Is there media interest?', 'No');
}

/** Back comes the reference of the review. */
export async function recordNotification(page: Page, pseudonym: string): Promise<string> {
  await page.getByRole('link', { name: 'Reviews', exact: true }).first().click();
  await page.getByRole('link', { name: 'Record a notification' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Record a serious incident notification' })).toBeVisible();
  await fillNotification(page, pseudonym);
  await page.getByRole('button', { name: 'Record the notification' }).click();
  await expect(page).toHaveURL(/\/reviews\/RR-\d{4}-\w{4}\/open\?said=notified$/);
  return /RR-\d{4}-\w{4}/.exec(page.url())![0];
}

export async function openRapidReview(page: Page, reference: string) {
  await expect(page.getByText('This has not told the National Panel.')).toBeVisible();
  await page.getByRole('group', { name: /^Agencies asked/ }).getByLabel('Example NHS Trust', { exact: true }).check();
  await page.getByRole('button', { name: 'Open the rapid review' }).click();
  await expect(page).toHaveURL(new RegExp(`/reviews/${reference}\\?said=opened$`));
}

export async function writeFacts(page: Page) {
  await page.getByRole('link', { name: 'Write it' }).click();
  await page.getByLabel('The facts').fill('Three agencies each held a part of the picture.');
  await page.getByLabel('Immediate safety').fill('With a relative; seen today.');
  await page.getByRole('button', { name: 'Save the rapid review' }).click();
  await expect(page.getByText('Three agencies each held a part of the picture.')).toBeVisible();
}

const tests: [string, string][] = [
  ['Abuse or neglect of a child is known or suspected', 'Yes'],
  ['The child has died or been seriously harmed', 'Yes'],
  ['The case highlights improvements needed, including ones identified before', 'Yes'],
  ['The case highlights recurrent themes', 'No'],
  ['There are concerns about how two or more agencies worked together', 'Yes'],
  ['The National Panel has said a local review may be more appropriate', 'No'],
];

export async function testCriteria(page: Page) {
  await page.getByRole('link', { name: 'Test the criteria' }).click();
  for (const [criterion, answer] of tests) {
    await choose(page, criterion, answer);
    await page.getByLabel(`Because: ${criterion}`).fill('As the agencies have reported it.');
  }
  await page.getByRole('button', { name: 'Save the criteria' }).click();
  await expect(page).toHaveURL(/\?said=criteria$/);
}

export async function putToPartners(page: Page, reference: string) {
  await page.getByRole('link', { name: 'Put it to the safeguarding partners' }).click();
  await choose(page, 'What the rapid review recommends', 'No LCSPR: the learning is complete');
  await page.getByLabel('Because').fill('It is clear what needs to change, and who changes it.');
  await page.getByRole('button', { name: 'Put it to the partners' }).click();
  await expect(page).toHaveURL(new RegExp(`/reviews/${reference}/decision\\?said=decision-opened$`));
}

/** From “What needs doing”, in one step. */
export async function giveView(page: Page, reference: string) {
  await page.getByRole('link', { name: new RegExp(`^Give your view.*${reference}`) }).click();
  await choose(page, /^Your view for/, 'No LCSPR: the learning is complete');
  await page.getByLabel('Because').fill('Agreed: we can act on it now.');
  await page.getByRole('button', { name: 'Give this view' }).click();
  await expect(page).toHaveURL(new RegExp(`/reviews/${reference}/decision\\?said=`));
}

export async function recordAsSent(page: Page) {
  await page.getByRole('button', { name: 'Record as sent' }).click();
  await expect(page).toHaveURL(/\?said=sent$/);
}

/** Back comes the reference of the recommendation. */
export async function writeRecommendation(page: Page, text: string): Promise<string> {
  await page.getByRole('link', { name: 'Write a recommendation' }).first().click();
  await page.getByLabel('What is recommended').fill(text);
  await choose(page, 'Who is it addressed to?', 'The whole partnership');
  await page.getByLabel(/^By when/).fill(inDays(120));
  await page.getByLabel('What will be different for children and families').fill('Missed appointments are asked about on the same day.');
  await page.getByLabel('How the partnership will know').fill('Audit of 20 records.');
  await page.getByRole('button', { name: 'Save the recommendation' }).click();
  await expect(page).toHaveURL(/\/recommendations\/R-\d+\?said=written#said$/);
  return /R-\d+/.exec(page.url())![0];
}

export async function acceptAndRelease(page: Page, recommendation: string) {
  await page.goto(`/recommendations/${recommendation}`);
  await page.getByRole('link', { name: 'Record whether it is accepted' }).click();
  await choose(page, /^Is it accepted by/, 'Accepted');
  await page.getByLabel('Meeting and minute, or the message').fill('Engine Room, minute 7');
  await page.getByRole('button', { name: 'Record it' }).click();
  await expect(page).toHaveURL(new RegExp(`/recommendations/${recommendation}\\?said=accepted#said$`));
  await page.getByRole('button', { name: 'Release it' }).click();
  await expect(page).toHaveURL(new RegExp(`/recommendations/${recommendation}\\?said=released#said$`));
}

/** Back comes the reference of the action. */
export async function proposeAction(page: Page, recommendation: string, title: string): Promise<string> {
  await page.goto(`/recommendations/${recommendation}`);
  await page.getByRole('link', { name: 'Propose an action' }).click();
  await page.getByLabel('What is to be done, in one line').fill(title);
  await pick(page, 'Kind of action', 'Procedure or guidance');
  await pick(page, 'Agency that owns it', 'Example Children');
  await page.getByLabel('Post that owns it').fill('Practice improvement lead');
  await pick(page, 'Person in that post', 'Jo Hale');
  await pick(page, 'Accountable group', 'Example Engine Room');
  await page.getByLabel('Due', { exact: true }).fill(inDays(60));
  await page.getByRole('button', { name: 'Propose this action' }).click();
  await expect(page).toHaveURL(/\/plan\/A-\d+\?said=proposed#said$/);
  return /A-\d+/.exec(page.url())![0];
}

export async function agreeAction(page: Page, action: string) {
  await page.goto(`/plan/${action}`);
  await page.getByRole('link', { name: 'Agree this action' }).click();
  await page.getByRole('button', { name: 'Agree this action' }).click();
  await expect(page).toHaveURL(new RegExp(`/plan/${action}\\?said=agreed#said$`));
}

/** From “What needs doing”: two steps and the typing. */
export async function updateAction(page: Page, action: string, text: string) {
  await page.getByRole('link', { name: new RegExp(`^Update.*${action}`) }).click();
  await page.getByLabel('What has happened').fill(text);
  await page.getByRole('button', { name: 'Save update' }).click();
  await expect(page).toHaveURL(new RegExp(`/plan/${action}\\?said=updated#said$`));
  await expect(page.getByText('Saved. Thank you.')).toBeVisible();
}

export async function addEvidence(page: Page, action: string) {
  await page.getByRole('link', { name: 'Add evidence' }).first().click();
  await page.getByLabel('What the evidence is').fill('Minute of the team managers’ meeting');
  await pick(page, 'Kind of evidence', 'Minute of a meeting');
  await choose(page, 'What it shows', 'Reached');
  await page.getByLabel('Date of the evidence').fill(inDays(0));
  await page.getByRole('button', { name: 'Add evidence' }).click();
  await expect(page).toHaveURL(new RegExp(`/plan/${action}\\?said=evidence#said$`));
}

export async function sayComplete(page: Page, action: string) {
  await page.getByRole('link', { name: 'Say it is complete' }).click();
  await page.getByLabel('What was done').fill('Every team asks on the same day.');
  await page.getByRole('button', { name: 'Say it is complete' }).click();
  await expect(page).toHaveURL(new RegExp(`/plan/${action}\\?said=complete#said$`));
}

export async function checkAction(page: Page, action: string) {
  await page.getByRole('link', { name: new RegExp(`^Check.*${action}`) }).click();
  await page.getByRole('group', { name: 'Evidence you have looked at and accept' }).getByRole('checkbox').first().check();
  await choose(page, 'Is it complete?', 'Yes: it is complete');
  await page.getByLabel('What you looked at and what you found').fill('Read the minute, asked two teams.');
  await page.getByRole('button', { name: 'Save the check' }).click();
  await expect(page).toHaveURL(new RegExp(`/plan/${action}\\?said=checked#said$`));
}

/** The figures of the assurance page as somebody reads them: the number after the words. */
export async function readFigures(page: Page): Promise<Record<string, number[]>> {
  const links = await page.getByRole('main').getByRole('link').filter({ has: page.locator('b') }).allInnerTexts();
  const figures = links.map((text) => /^(.*?)\s+(None due|\d+(?: of \d+)?)$/s.exec(text.trim().replace(/\s+/g, ' '))).filter((found) => found !== null);
  return Object.fromEntries(figures.map(([, words = '', value = '']) => [words, value === 'None due' ? [0, 0] : value.split(' of ').map(Number)]));
}
