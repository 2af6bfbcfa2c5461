import { aPost, anAction } from '../../db/testing/builders';
import { somebodyToTry } from '../setup/people';
import { expect, test, type Page } from '../setup/test';
import { inDays, today } from '../thread/steps';

type Target = ReturnType<Page['getByRole']>;

/** Presses Tab until this has the focus, and sees at every stop where the focus is. */
async function tabTo(page: Page, target: Target): Promise<void> {
  await expect(target).toBeVisible();
  for (let stops = 0; stops < 250; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return { html: '', ring: true };
      const seen = (element: Element) => {
        const style = getComputedStyle(element);
        return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none' || style.textDecorationThickness === '3px';
      };
      return { html: at.outerHTML.slice(0, 160), ring: seen(at) };
    });
    expect(stop.ring, `the focus can be seen on ${stop.html}`).toBe(true);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab never comes to ${String(target)}`);
}

async function press(page: Page, target: Target, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

async function type(page: Page, label: string | RegExp, words: string): Promise<void> {
  await tabTo(page, page.getByLabel(label).and(page.getByRole('textbox')));
  await page.keyboard.type(words);
}

/** The choice is one stop: arrows go from one to the next. */
async function choose(page: Page, question: string | RegExp, answer: string): Promise<void> {
  const group = page.getByRole('group', { name: question });
  await tabTo(page, group.getByRole('radio').first());
  await page.keyboard.press('Space');
  const wanted = group.getByRole('radio', { name: answer, exact: true });
  for (let moves = 0; moves < 12 && !(await wanted.isChecked()); moves += 1) await page.keyboard.press('ArrowDown');
  await expect(wanted).toBeChecked();
}

/** A list takes the letters one types. */
async function pick(page: Page, label: string, words: string): Promise<void> {
  const select = page.getByLabel(label).and(page.getByRole('combobox'));
  await tabTo(page, select);
  await page.keyboard.type(words);
  await expect(select.locator('option:checked')).toHaveText(new RegExp(`^${words}`));
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await press(page, page.getByRole('button', { name: new RegExp(`^${name} `) }));
  await expect(page.getByRole('heading', { level: 1, name: 'What needs doing' })).toBeVisible();
}

test('the first stop of a page goes past the navigation', async ({ page }) => {
  await signIn(page, 'Priya Nair');
  await page.goto('/reviews');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('a notification is recorded, and its rapid review opened, by keyboard alone', async ({ page, data }) => {
  test.setTimeout(240_000);
  const { name } = await somebodyToTry(data, 'CL');
  await signIn(page, name);
  await press(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Reviews' }));
  await press(page, page.getByRole('link', { name: 'Record a notification' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Record a serious incident notification' })).toBeVisible();
  await type(page, 'Pseudonym', 'Child Hazel');
  await choose(page, 'What happened', 'Serious harm');
  await choose(page, 'Is abuse or neglect known or suspected?', 'Yes');
  await choose(page, 'Where did it happen?', 'Another area');
  await pick(page, 'Council that notifies', 'Example Borough');
  await pick(page, 'Setting', 'Home');
  await press(page, page.getByRole('group', { name: /^Kinds of harm/ }).getByLabel('Neglect', { exact: true }), 'Space');
  await type(page, 'Date of the incident', inDays(-1));
  await type(page, 'Date the council became aware', inDays(0));
  await type(page, /^Date the notification was sent/, inDays(0));
  await pick(page, 'Age at the incident', '1 to 5');
  await choose(page, 'Gender', 'Girl');
  await pick(page, 'Ethnic group', 'Not known');
  await choose(page, 'Disabled child', 'No');
  await pick(page, 'Where the child was living', 'With a parent');
  await pick(page, 'Known to children’s social care', 'Child in need');
  await type(page, 'Outline of what happened', 'Found alone and unwell.');
  await choose(page, 'Is there media interest?', 'No');
  await press(page, page.getByRole('button', { name: 'Record the notification' }));
  await expect(page).toHaveURL(/\/open\?said=notified$/);
  await press(page, page.getByRole('group', { name: /^Agencies asked/ }).getByLabel('Example NHS Trust', { exact: true }), 'Space');
  await press(page, page.getByRole('button', { name: 'Open the rapid review' }));
  await expect(page).toHaveURL(/\?said=opened$/);
  await expect(page.getByText('The rapid review is open.')).toBeVisible();
});

test('what is wrong with a form takes the focus, and its link leads to the field', async ({ page }) => {
  await signIn(page, 'Sam Okafor');
  await page.goto('/partnership');
  await page.goto('/reviews/new');
  await press(page, page.getByRole('button', { name: 'Record the notification' }));
  await expect(page.locator('.error-summary')).toBeFocused();
  await press(page, page.getByRole('link', { name: /^Enter a pseudonym/ }));
  await expect(page.getByLabel('Pseudonym')).toBeFocused();
});

test('an owner updates an action, adds evidence and says it is complete by keyboard alone', async ({ page, data }) => {
  test.setTimeout(240_000);
  const owner = await somebodyToTry(data, 'OB');
  const [agency] = await data.sql<{ id: string }[]>`select agency_id as id from app.agency_names where name = 'Example NHS Trust'`;
  await aPost(data.store, { person: owner.personId, agency: agency!.id });
  const action = await anAction(data.store, { owner: owner.personId, agency: agency!.id, dueOn: today(), example: true, title: 'Ask on the same day' });
  await signIn(page, owner.name);
  await press(page, page.getByRole('link', { name: new RegExp(`^Update.*${action.reference}`) }));
  await type(page, 'What has happened', 'Two of five teams ask on the same day.');
  await press(page, page.getByRole('button', { name: 'Save update' }));
  await expect(page.getByText('Saved. Thank you.')).toBeVisible();
  await press(page, page.getByRole('link', { name: 'Add evidence' }).first());
  await type(page, 'What the evidence is', 'Minute');
  await pick(page, 'Kind of evidence', 'Minute');
  await choose(page, 'What it shows', 'Reached');
  await type(page, 'Date of the evidence', inDays(0));
  await press(page, page.getByRole('button', { name: 'Add evidence' }));
  await expect(page).toHaveURL(/\?said=evidence#said$/);
  await press(page, page.getByRole('link', { name: 'Say it is complete' }));
  await type(page, 'What was done', 'Every team asks.');
  await press(page, page.getByRole('button', { name: 'Say it is complete' }));
  await expect(page).toHaveURL(/\?said=complete#said$/);
});

test('a figure of the assurance page opens its rows, and a row its record, by keyboard alone', async ({ page }) => {
  await signIn(page, 'Helen Whitaker');
  await press(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Assurance' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Assurance' })).toBeVisible();
  await press(page, page.getByRole('link', { name: /^Actions past due \d/ }));
  await expect(page.getByRole('heading', { level: 1, name: 'Actions past due' })).toBeVisible();
  const first = page.getByRole('rowheader').first().getByRole('link');
  const words = await first.innerText();
  await press(page, first);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/A-\d+/.exec(words)![0]);
  // The menu of the person opens and closes with one key.
  const menu = page.locator('details.person > summary');
  await press(page, menu);
  await expect(page.getByRole('link', { name: 'Your account' })).toBeVisible();
});
