import type { BrowserContext, Page } from '@playwright/test';
import { startElegitimation } from '../../server/testing/e-legitimation.ts';
import { expectAccessible } from './fixtures/axe.ts';
import { atWork, rows } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

const small = { width: 320, height: 640 };
const large = { width: 1366, height: 768 };

/** A free port of this computer: the provider has to know the portal's address before either listens. */
async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/**
 * No serious finding at either width, nothing that has to be scrolled sideways, one main heading. To look takes JavaScript, which the page is without: `eyes` is
 * another, with the same content.
 */
async function good(page: Page, eyes: Page, name: string): Promise<void> {
  await eyes.goto(`${new URL(page.url()).origin}/finns-inte`);
  await eyes.setContent(await page.content());
  for (const size of [large, small]) {
    await eyes.setViewportSize(size);
    await test.step(`${name} ${size.width}`, async () => {
      await expect(eyes.getByRole('heading', { level: 1 })).toHaveCount(1);
      expect(await eyes.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      await expectAccessible(eyes, { contrast: size === large });
      const pictures = process.env.AKTNARA_PICTURES;
      if (pictures) await eyes.screenshot({ path: `${pictures}/${name}-${size.width}.png`, fullPage: true });
    });
  }
}

/** In the page. */
function inFocus(): { name: string; outline: string } {
  const one = document.activeElement as HTMLElement | null;
  const label = (one as HTMLInputElement | null)?.labels?.[0]?.textContent;
  return { name: (label ?? one?.textContent ?? '').trim(), outline: one ? getComputedStyle(one).outlineStyle : 'none' };
}

/** Tabs until what has that name has the focus, and says so to the eye. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let times = 0; times < 60; times++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(inFocus);
    if (typeof name === 'string' ? focused.name === name : name.test(focused.name)) {
      expect(focused.outline).not.toBe('none');
      return;
    }
  }
  throw new Error(`${name} is not reached by Tab`);
}

test('ETJ-01 ETJ-02 ETJ-04 MEDB-05 a citizen signs in and applies by the keyboard, on a telephone, without JavaScript; and a handläggare has it', async ({
  centralServer,
  municipality,
  windows,
  startClient,
}) => {
  const personnummer = centralServer.freeNumbers[0] ?? '';
  const port = await freePort();
  const idp = await startElegitimation({
    clients: [{ client_id: 'portal', client_secret: 'hemligheten', redirect_uris: [`http://127.0.0.1:${port}/inloggad/bankid`] }],
    persons: { medborgaren: { claims: { pnr: personnummer, given_name: 'Vilgot', family_name: 'Ekeby' }, acr: 'loa3' } },
  });
  const portal = await centralServer.openPortal(municipality.tenant, {
    port,
    env: { HEMLIG: 'hemligheten' },
    providers: [
      {
        ...{ id: 'bankid', namn: 'BankID', issuer: idp.issuer, clientId: 'portal', scopes: ['openid'], from: 'idToken', nummerform: '12' },
        claims: { personnummer: 'pnr', fornamn: 'given_name', efternamn: 'family_name' },
        auth: { method: 'client_secret_basic', secretEnv: 'HEMLIG' },
        level: { claim: 'acr', from: 'idToken', accepted: ['loa3'], ask: true },
        ...{ maxAgeSeconds: 300, toleranceSeconds: 30 },
      },
    ],
  });
  let context: BrowserContext | undefined;
  try {
    context = await windows?.newContext({ viewport: small, locale: 'sv-SE', javaScriptEnabled: false });
    if (!context) return;
    const page = await context.newPage();
    const eyes = (await windows?.newPage()) as Page;
    await page.goto(portal.url);
    await good(page, eyes, 'framsida');
    await page.goto(`${portal.url}/LSS`);
    await good(page, eyes, 'logga-in');
    await tabTo(page, 'Logga in: BankID');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'medborgaren' }).click();

    await expect(page.getByText('Inloggad: Vilgot Ekeby')).toBeVisible();
    await good(page, eyes, 'ansok');
    await tabTo(page, 'Beskriv vilket stöd du behöver');
    await page.keyboard.insertText('Jag vill ha någon att åka till simhallen med.');
    await tabTo(page, 'Skicka ansökan');
    await page.keyboard.press('Enter');
    const fel = page.getByRole('alert');
    await expect(fel).toContainText('Välj vad du vill ansöka om');
    await good(page, eyes, 'ansok-fel');
    await tabTo(page, 'Välj vad du vill ansöka om.');
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'Kontaktperson', exact: true }).press('Space');
    await expect(page.getByRole('textbox', { name: 'Beskriv vilket stöd du behöver' })).toHaveValue(/simhallen/);
    await tabTo(page, 'Spara utkast');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status')).toContainText('Utkastet är sparat');
    await expect(page.getByRole('radio', { name: 'Kontaktperson', exact: true })).toBeChecked();
    await good(page, eyes, 'utkast');
    await page.getByRole('button', { name: 'Skicka ansökan' }).press('Enter');
    await expect(page.getByText('Kommunen har tagit emot din ansökan')).toBeVisible();
    await good(page, eyes, 'kvitto');
    await page.getByRole('link', { name: 'Mina ansökningar', exact: true }).press('Enter');
    await good(page, eyes, 'ansokningar');
    await page.getByRole('link', { name: 'Start', exact: true }).press('Enter');
    await page.getByRole('link', { name: 'Lättläst' }).press('Enter');
    await expect(page.getByRole('link', { name: 'Vanlig svenska' })).toBeVisible();
    await good(page, eyes, 'start');
    for (const sida of ['Meddelanden', 'Kontakter', 'Min profil']) {
      await page.getByRole('navigation', { name: 'Meny' }).getByRole('link', { name: sida }).press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: sida })).toBeVisible();
      await good(page, eyes, sida);
    }
    await page.goto(`${portal.url}/foretrad`);
    await good(page, eyes, 'foretrad');
    await page.goto(`${portal.url}/finns-inte`);
    await good(page, eyes, 'finns-inte');
    await page.getByRole('button', { name: 'Logga ut' }).press('Enter');
    await page.goto(`${portal.url}/ansokningar`);
    await expect(page.getByRole('alert')).toContainText('Du är inte inloggad');
    await good(page, eyes, 'utloggad');

    const sara = await atWork(await startClient());
    await sara.getByRole('button', { name: 'E-tjänster att hantera', exact: true }).click();
    await rows(sara, 'E-ansökningar').filter({ hasText: 'Ekeby' }).press('Enter');
    await expect(sara.getByRole('dialog', { name: 'Koppla e-ansökan' })).toContainText('simhallen');
  } finally {
    await context?.close();
    await portal.close();
    await idp.close();
  }
});
