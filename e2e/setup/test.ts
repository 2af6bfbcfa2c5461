import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { openTestData, type TestData } from './database';
import { sharedInstallation, startInstallation, type Installation } from './installation';

export { expect, type Page };

type Visiting = Pick<BrowserContextOptions, 'javaScriptEnabled' | 'viewport'>;

type Fixtures = {
  /** Errors the browser was told of, in any page of this test; it fails where there are any. */
  consoleErrors: ConsoleErrors;
  /** A browser of its own for one more person. */
  aBrowser: (options?: Visiting) => Promise<Page>;
  /** Signs in through "Try it as…" in a browser of its own and waits on "What needs doing". */
  signInAs: (name: string, options?: Visiting) => Promise<Page>;
  /** No axe rule is off, and none may find anything. */
  axe: (page: Page) => Promise<void>;
};

type WorkerFixtures = { installation: Installation; data: TestData };

const withoutScripts = new WeakSet<BrowserContext>();

export class ConsoleErrors {
  readonly seen: string[] = [];
  private readonly awaited = new Set<string>();
  private readonly failing = new Set<string>();

  /** A browser reports a page that is not there as a failed load: say so before going there. */
  expectMissing(path: string): void {
    this.awaited.add(path);
  }

  /** And one that could not be made, as a failed load as well. */
  expectFailure(path: string): void {
    this.failing.add(path);
  }

  watch(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() !== 'error') return;
      const { url } = message.location();
      const path = URL.canParse(url) ? new URL(url).pathname : url;
      if (/status of 404/.test(message.text()) && this.awaited.has(path)) return;
      if (/status of 50\d/.test(message.text()) && this.failing.has(path)) return;
      this.seen.push(`${message.text()} (${path})`);
    });
    context.on('weberror', (error) => void this.seen.push(String(error.error().stack ?? error.error())));
  }
}

/** Most specs share one installation: each makes records of its own there. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  installation: [async ({}, provide) => provide(sharedInstallation()), { scope: 'worker' }],
  data: [
    async ({ installation }, provide) => {
      const data = openTestData(installation);
      await provide(data);
      await data.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ installation }, provide) => provide(installation.url),
  consoleErrors: [
    async ({}, provide) => {
      const errors = new ConsoleErrors();
      await provide(errors);
      expect(errors.seen, 'errors on the console of a browser').toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, consoleErrors, javaScriptEnabled }, provide) => {
    if (javaScriptEnabled === false) withoutScripts.add(context);
    consoleErrors.watch(context);
    await provide(context);
  },
  aBrowser: async ({ browser, baseURL, consoleErrors, javaScriptEnabled }, provide) => {
    const opened: BrowserContext[] = [];
    await provide(async (options = {}) => {
      const context = await newContext(browser, { baseURL, javaScriptEnabled, ...options });
      if ((options.javaScriptEnabled ?? javaScriptEnabled) === false) withoutScripts.add(context);
      opened.push(context);
      consoleErrors.watch(context);
      return context.newPage();
    });
    await Promise.all(opened.map((context) => context.close()));
  },
  signInAs: async ({ aBrowser }, provide) => {
    await provide(async (name, options) => {
      const page = await aBrowser(options);
      await signInOn(page, name);
      return page;
    });
  },
  axe: async ({ browser }, provide) => provide((page) => expectAccessible(page, browser)),
});

/** For specs that count what is there: an installation that nobody else writes to. */
export const testAlone = test.extend<object, WorkerFixtures>({
  installation: [
    async ({}, provide) => {
      const running = await startInstallation();
      await provide(running.where);
      await running.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

function newContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  return browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', viewport: { width: 1280, height: 900 }, ...options });
}

/** From wherever signing in is asked for, or from the sign-in page. */
export async function signInOn(page: Page, name: string): Promise<void> {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in');
  await page.getByRole('button', { name: new RegExp(`^${name} `) }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await expect(page.getByRole('group').getByText(name).first()).toBeVisible();
}

const everyTag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** axe needs scripts itself: in a browser without them it is given what the page is made of, in one that has them. */
async function expectAccessible(page: Page, browser: Browser): Promise<void> {
  if (!withoutScripts.has(page.context())) return expectNoViolation(page);
  const html = (await page.content()).replace(/<script\b[\s\S]*?<\/script>/g, '');
  const context = await newContext(browser, { javaScriptEnabled: true, viewport: page.viewportSize() });
  const copy = await context.newPage();
  await copy.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await copy.goto(page.url());
  await expectNoViolation(copy);
  await context.close();
}

async function expectNoViolation(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(everyTag).analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `    ${node.html.slice(0, 200)}\n      ${node.failureSummary?.replaceAll('\n', ' ') ?? ''}`).join('\n')}`);
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

/** At this width nothing may be reached only by scrolling sideways. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const { wide, seen, widest } = await page.evaluate(() => {
    const seen = document.documentElement.clientWidth;
    const inScroller = (element: Element) => element.closest('.scrolls') !== null && !element.classList.contains('scrolls');
    const past = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > seen + 1 && !inScroller(element) && element.getBoundingClientRect().width > 1);
    return { wide: document.documentElement.scrollWidth, seen, widest: past.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)) };
  });
  expect(wide, `${page.url()} is wider than its window:\n${widest.join('\n')}`).toBeLessThanOrEqual(seen);
}
