import { expect, testAlone as test, type Page } from '../setup/test';
import * as people from './steps';

/** How many actions reach each level of evidence, read from the table behind the picture. */
async function readLevels(page: Page): Promise<Record<string, number>> {
  const figure = page.getByRole('figure').filter({ hasText: 'How far the checked evidence reaches' }).or(page.getByRole('region').filter({ hasText: 'How far the checked evidence reaches' })).first();
  const rows = await figure.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
  return Object.fromEntries(rows.map(([level = '', count = '']) => [level, Number(count)]));
}

async function openAssurance(page: Page) {
  await page.goto('/');
  await page.getByRole('link', { name: 'Assurance', exact: true }).first().click();
  // Up to a day after the fifteen that run now: a clock counts in the period in which it is due.
  await page.getByRole('form', { name: 'Choose a period' }).getByLabel('To').fill(people.inDays(40));
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Assurance' })).toBeVisible();
  await expect(page).toHaveURL(/\/assurance\?.*to=/);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('an incident becomes an assurance figure by the hands of seven people', async ({ signInAs, axe }) => {
      test.setTimeout(400_000);
      const child = `Child ${javaScriptEnabled ? 'Quartz' : 'Slate'}`;
      const helen = await signInAs('Helen Whitaker');
      await openAssurance(helen);
      await axe(helen);
      const before = { figures: await people.readFigures(helen), levels: await readLevels(helen) };

      const sam = await signInAs('Sam Okafor');
      await axe(sam);
      const reference = await people.recordNotification(sam, child);
      await axe(sam);
      await people.openRapidReview(sam, reference);
      await axe(sam);
      await people.writeFacts(sam);
      await people.testCriteria(sam);
      await people.putToPartners(sam, reference);
      await axe(sam);

      for (const name of ['Helen Whitaker', 'Daniel Osei', 'Imran Sheikh']) {
        const partner = name === 'Helen Whitaker' ? helen : await signInAs(name);
        await partner.goto('/');
        await axe(partner);
        await people.giveView(partner, reference);
        await axe(partner);
      }
      await expect(helen.getByText('Your view').or(helen.getByText('Views still needed:')).first()).toBeVisible();

      await sam.goto(`/reviews/${reference}/decision`);
      await expect(sam.getByText('No LCSPR: the learning is complete').first()).toBeVisible();
      await people.recordAsSent(sam);
      await axe(sam);
      const recommendation = await people.writeRecommendation(sam, `Ask about missed appointments on the same day, for every child like ${child}.`);
      await axe(sam);

      const priya = await signInAs('Priya Nair');
      await people.acceptAndRelease(priya, recommendation);
      await axe(priya);
      const title = `Ask on the same day, after ${child}`;
      const action = await people.proposeAction(sam, recommendation, title);
      await axe(sam);
      await people.agreeAction(priya, action);
      await axe(priya);

      const jo = await signInAs('Jo Hale', { viewport: { width: 390, height: 844 } });
      await axe(jo);
      await people.updateAction(jo, action, 'Two of five teams ask on the same day.');
      await axe(jo);
      await people.addEvidence(jo, action);
      await axe(jo);
      // The review is not published: its owner reads the recommendation, and not which child it is from.
      await expect(jo.getByText('a review not yet published').first()).toBeVisible();
      await expect(jo.locator('body')).not.toContainText(reference);
      await people.sayComplete(jo, action);
      await axe(jo);

      await openAssurance(helen);
      expect((await people.readFigures(helen))['Complete, awaiting check']).toEqual([before.figures['Complete, awaiting check']![0]! + 1]);
      const grace = await signInAs('Grace Adeyemi');
      await axe(grace);
      await people.checkAction(grace, action);
      await axe(grace);

      await openAssurance(helen);
      const after = { figures: await people.readFigures(helen), levels: await readLevels(helen) };
      const gone = (by: Record<string, number[]>) => Object.fromEntries(Object.entries(before.figures).map(([figure, numbers]) => [figure, numbers.map((number, place) => number + (by[figure]?.[place] ?? 0))]));
      const counted: Record<string, { by: number[]; record: string }> = {
        'Serious incident notifications': { by: [1], record: reference },
        'Rapid reviews opened': { by: [1], record: reference },
        'Rapid reviews within their fifteen days': { by: [1, 1], record: reference },
        'Decisions of the safeguarding partners': { by: [1], record: reference },
        'Recommendations answered': { by: [1], record: recommendation },
        'Actions agreed': { by: [1], record: action },
        'Actions updated': { by: [1], record: action },
        'Actions with evidence checked': { by: [1], record: action },
        'Complete, checked': { by: [1], record: action },
      };
      expect(after.figures).toEqual(gone(Object.fromEntries(Object.entries(counted).map(([figure, { by }]) => [figure, by]))));
      expect(after.levels).toEqual({ ...before.levels, Reached: before.levels.Reached! + 1 });

      for (const [figure, { record }] of Object.entries(counted)) {
        await openAssurance(helen);
        await helen.getByRole('link', { name: new RegExp(`^${figure} \\d`) }).click();
        await expect(helen.getByRole('heading', { level: 1, name: figure })).toBeVisible();
        await expect(helen.getByRole('main').locator('tbody tr')).toHaveCount(after.figures[figure]![0]!);
        await axe(helen);
        await helen.getByRole('link', { name: new RegExp(record) }).first().click();
        await expect(helen.getByRole('heading', { level: 1 })).toContainText(record);
      }
      // The picture opens its rows as well: this action is one of those whose checked evidence has reached people.
      await openAssurance(helen);
      await helen.getByRole('figure').filter({ hasText: 'How far the checked evidence reaches' }).getByRole('link', { name: 'Reached' }).first().click();
      await expect(helen.getByRole('link', { name: new RegExp(action) })).toBeVisible();
      await axe(helen);
      await helen.getByRole('link', { name: new RegExp(action) }).click();
      // And back along the thread to the child it began with.
      await expect(helen.getByRole('link', { name: new RegExp(child) }).or(helen.getByText(child)).first()).toBeVisible();
      await axe(helen);
    });
  });
}
