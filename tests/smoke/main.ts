import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { browserFlags, findBrowser } from '../../main/webhost/browser.ts';
import buildOnce from '../e2e/fixtures/build-once.ts';
import { startCentralServer } from '../e2e/fixtures/central-server.ts';
import { startClient } from '../e2e/fixtures/client.ts';
import { createReport } from './report.ts';
import type { Stage } from './stage.ts';
import { story } from './story.ts';

/**
 * The must-hold of the first slice, headless: a real server on a PostgreSQL of its own, a municipality of 500 persons, real
 * Chromium, each client a process of its own. Prints a line for each step; what was started is ended also when a step fails
 * or the run is interrupted.
 */
export async function runSmoke(): Promise<{ passed: number; failed: number }> {
  // As it is before the end-to-end tests: the clients are the same.
  await buildOnce();
  const say = (line: string) => console.log(line);
  const report = createReport(say);
  const closers: (() => Promise<unknown>)[] = [];
  let ending: Promise<void> | undefined;
  const endAll = () => {
    ending ??= (async () => {
      for (let close = closers.pop(); close; close = closers.pop()) await close();
    })();
    return ending;
  };
  const interrupted = () => void endAll().finally(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, interrupted);
  let browser: Browser | undefined;
  try {
    const stage = await report.step('startar: server, 500 personer, webbläsare', async (): Promise<Stage> => {
      const server = await startCentralServer({ persons: 500 });
      closers.push(() => server.close());
      const tenant = await server.newTenant();
      const program = findBrowser();
      const started = await chromium.launch({
        ...(program ? { executablePath: program } : {}),
        args: browserFlags(),
        // Playwright's own would end the process before the rest has ended.
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      });
      browser = started;
      closers.push(() => started.close());
      return {
        server,
        tenant,
        async newClient() {
          const newPage = async () => {
            const context = await started.newContext({
              viewport: { width: 1366, height: 768 },
              locale: 'sv-SE',
              timezoneId: 'Europe/Stockholm',
            });
            context.setDefaultTimeout(15_000);
            return context.newPage();
          };
          const client = await startClient({ url: server.url, tenant }, newPage, {});
          closers.push(() => client.close());
          return client;
        },
      };
    });
    await story(stage, report);
  } catch (error) {
    if (report.failed === 0) report.failed = 1;
    console.error(error instanceof Error ? error.message : error);
    say(`Bilder: ${await pictures(browser)}`);
  } finally {
    await endAll();
  }
  return { passed: report.passed, failed: report.failed };
}

/** Pictures of all windows at the failure. @returns the folder they lie in */
async function pictures(browser: Browser | undefined): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'aktnara-smoke-'));
  const pages = browser?.contexts().flatMap((context) => context.pages()) ?? [];
  for (const [index, page] of pages.entries()) await page.screenshot({ path: join(folder, `${index}.png`) });
  if (pages.length === 0) await rm(folder, { recursive: true });
  return pages.length === 0 ? 'inga' : folder;
}
