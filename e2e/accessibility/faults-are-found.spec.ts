import { expect, expectNoOverflow, test } from '../setup/test';

test('what looks for faults finds those that are planted, with JavaScript and without', async ({ signInAs, axe }) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await signInAs('Helen Whitaker', { javaScriptEnabled, viewport: { width: 320, height: 720 } });
    await axe(page);
    await expectNoOverflow(page);
    await page.evaluate(() => {
      const picture = document.createElement('img');
      picture.src = '/icon.svg';
      document.querySelector('main')!.append(picture);
    });
    await expect(axe(page)).rejects.toThrow(/image-alt/);
    await page.evaluate(() => {
      const wide = document.createElement('p');
      wide.textContent = 'unbroken'.repeat(80);
      wide.style.overflowWrap = 'normal';
      document.querySelector('main')!.append(wide);
    });
    await expect(expectNoOverflow(page)).rejects.toThrow(/wider than its window/);
  }
});
