import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser';

// Looked for once: the workers read this file again, and are given what was found.
process.env.CRT_BROWSER ??= (await findBrowser((line) => void process.stderr.write(`${line} …\n`))).executablePath;

// Chromium refuses to run as root with its sandbox on.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/setup/start.ts',
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 900 },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CRT_BROWSER,
      args: [
        ...asRoot, '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
        '--font-render-hinting=none',
      ],
    },
  },
});
