import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../main/webhost/browser.ts';
import { runStage } from './run-stage.ts';

/**
 * Sees to it that there is a Chromium to test in: an installed Chrome, Edge or Chromium; Playwright's own, downloaded when
 * needed; Debian's package when root. Says what it does.
 * @returns null, or why there is none
 */
export async function ensureChromium(root: string, say: (line: string) => void): Promise<string | null> {
  const present = () => findBrowser() ?? (existsSync(chromium.executablePath()) ? chromium.executablePath() : null);
  const found = present();
  if (found) {
    say(`Chromium: ${found}`);
    return null;
  }
  const options = { cwd: root, limitMs: 10 * 60_000 };
  say('No Chrome, Edge or Chromium is installed. Downloading Playwright’s Chromium …');
  await runStage([process.execPath, join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'], options);
  if (present()) return null;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('That failed. Installing Debian’s chromium …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runStage(['apt-get', 'update'], { ...options, env });
    await runStage(['apt-get', 'install', '-y', 'chromium'], { ...options, env });
    if (present()) return null;
  }
  return 'There is no Chromium to test in and none could be installed. Install Chrome, Edge or Chromium, or set AKTNARA_CHROMIUM to one.';
}
