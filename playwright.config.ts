import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from './main/webhost/browser.ts';

const installed = findBrowser();

/** End-to-end specs. With AKTNARA_E2E_ELECTRON=1 the fixtures start real Electron instead of the web host. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/fixtures/build-once.ts',
  // Each worker process has a PostgreSQL of its own; two fill a small machine.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Limits only end what hangs: a machine that others use as well may be many times slower.
  timeout: 600_000,
  expect: { timeout: 45_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    actionTimeout: 45_000,
    // A trace doubles the time of a spec. Where one is wanted: npx playwright test FILE --trace on
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { ...(installed ? { executablePath: installed } : {}), args: browserFlags() },
  },
});
