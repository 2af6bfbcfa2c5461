import { test } from '../setup/test';
import { expectAllMissing, look, missingPages, pagesOfBusinessUnit, pagesOfOthers } from './pages';
import { lookAtForms } from './forms';

const viewport = { width: 1280, height: 900 };

test('nothing is in the way on any page of the business unit', async ({ signInAs, axe, data }) => {
  test.setTimeout(1_200_000);
  const page = await signInAs('Priya Nair', { viewport });
  for (const path of await pagesOfBusinessUnit(data)) await look(page, path, axe);
});

test('nothing is in the way on the pages that other kinds of people come to', async ({ signInAs, axe }) => {
  test.setTimeout(1_200_000);
  for (const [name, paths] of Object.entries(pagesOfOthers)) {
    const page = await signInAs(name, { viewport });
    for (const path of paths) await look(page, path, axe);
    await page.context().close();
  }
});

test('nothing is in the way before signing in, after signing out, and where nothing is', async ({ aBrowser, signInAs, axe, consoleErrors }) => {
  const visitor = await aBrowser({ viewport });
  for (const path of ['/sign-in', '/sign-in?ended=1', '/sign-in?kept=1&then=%2Fplan', '/sign-in/not-a-token-that-anybody-was-given', '/signed-out']) await look(visitor, path, axe);
  expectAllMissing(consoleErrors);
  const page = await signInAs('Jo Hale', { viewport });
  for (const path of missingPages) await look(page, path, axe, 404);
});

test('nothing is in the way of forms that say what is wrong', async ({ signInAs, axe, data }) => {
  test.setTimeout(200_000);
  await lookAtForms(await signInAs('Priya Nair', { viewport }), axe, data);
});
