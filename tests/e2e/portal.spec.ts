import type { Page } from '@playwright/test';
import type { Anteckning } from '../../shared/domain/anteckning/records.ts';
import type { Beslut } from '../../shared/domain/beslut/records.ts';
import type { Etjanst, Godkannande } from '../../shared/domain/etjanst/records.ts';
import type { Inkomstblankett } from '../../shared/domain/inkomst/records.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import { parsePersonnummer } from '../../shared/domain/personnummer.ts';
import { expectAccessible } from './fixtures/axe.ts';
import type { CentralServer } from './fixtures/central-server.ts';
import { awaitInMenu, inMenu, openedPdf, telephone } from './fixtures/citizens.ts';
import { ordsidor } from './fixtures/dokument.ts';
import { atWork, openKund, rows } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';
import { usable } from './fixtures/usable.ts';

const large = { width: 1366, height: 768 };

/** An adult kund of the demo who has the e-service and an inkomstblankett to fill in, and somebody who is approved to act for one. */
async function hosKommunen({ db, today }: CentralServer, tenant: string): Promise<{ kund: string; efternamn: string; narstaende: string }> {
  const rows = await db
    .selectFrom('record')
    .select(['type', 'scope', 'nummer', 'data'])
    .where('tenant', '=', tenant)
    .where('type', 'in', ['person', 'etjanst', 'godkannande', 'inkomstblankett'])
    .execute();
  const oppna = new Set(
    rows.filter(({ type, data }) => type === 'etjanst' && (data as Etjanst).lage === 'aktiv').map(({ scope }) => scope),
  );
  const ute = new Set(
    rows.filter(({ type, data }) => type === 'inkomstblankett' && (data as Inkomstblankett).lage === 'ute').map(({ scope }) => scope),
  );
  const kund = rows.find(({ type, scope, nummer, data }) => {
    const alder = nummer === null ? { ok: false as const } : parsePersonnummer(nummer, today);
    return (
      type === 'person' && oppna.has(scope) && ute.has(scope) && (data as Person).skydd === 'ingen' && alder.ok && (alder.age ?? 0) >= 18
    );
  });
  const godkand = rows.find(({ type, data }) => type === 'godkannande' && (data as Godkannande).lage === 'aktiv');
  const hens = rows.find(({ type, scope }) => type === 'person' && scope === godkand?.scope);
  if (!kund?.nummer || !godkand || !hens) throw new Error('the demo has nobody with the e-service and something to fill in');
  // The one of the demo who has somebody approved is protected, and for those nobody acts.
  const oskyddad = JSON.stringify({ ...(hens.data as Person), skydd: 'ingen' });
  await db
    .updateTable('record')
    .set({ data: oskyddad })
    .where('tenant', '=', tenant)
    .where('scope', '=', hens.scope)
    .where('type', '=', 'person')
    .execute();
  const narstaende = (godkand.data as Godkannande).till.personnummer;
  return { kund: kund.nummer, efternamn: (kund.data as Person).efternamn, narstaende };
}

/** A kund of the demo with the e-service for whom Sara has just saved a beslut that is to go there: what was decided before there was a way goes by post. */
async function medBeslut({ db, today }: CentralServer, tenant: string): Promise<{ nummer: string; namn: string }> {
  const rows = await db
    .selectFrom('record')
    .select(['id', 'type', 'scope', 'nummer', 'data'])
    .where('tenant', '=', tenant)
    .where('type', 'in', ['person', 'etjanst', 'beslut', 'anteckning', 'anvandare'])
    .execute();
  const sara = rows.find(({ type, data }) => type === 'anvandare' && (data as { namn: string }).namn === 'Sara Nyström');
  const osignerat = new Set(
    rows.flatMap(({ type, data }) =>
      type === 'anteckning' && (data as Anteckning).signerad === undefined ? [(data as Anteckning).dokumentation.id] : [],
    ),
  );
  const vuxna = new Map(
    rows.flatMap(({ type, scope, nummer, data }) => {
      const last = type === 'person' && nummer !== null ? parsePersonnummer(nummer, today) : { ok: false as const };
      return last.ok && (last.age ?? 0) >= 18 && (data as Person).skydd === 'ingen'
        ? [[scope, { nummer, data: data as Person }] as const]
        : [];
    }),
  );
  const oppna = new Set(rows.flatMap(({ type, scope, data }) => (type === 'etjanst' && (data as Etjanst).lage === 'aktiv' ? [scope] : [])));
  const ett = rows.find(({ type, scope, data }) => {
    if (type !== 'beslut' || !oppna.has(scope) || !vuxna.has(scope)) return false;
    const { utfall, beslutsfattare, koppling, utredningId, rev, enhet } = data as Beslut;
    const egen = utfall === 'bifall' && beslutsfattare?.slag === 'handlaggare' && rev !== undefined && enhet === 'lss';
    return egen && !koppling && !osignerat.has(utredningId);
  });
  const kund = ett && vuxna.get(ett.scope);
  if (!sara || !ett || !kund?.nummer) throw new Error('the demo has no beslut for one who has the e-service');
  const utskick = { anvandareId: sara.id, namn: 'Sara Nyström', at: `${today}T00:00:00.000Z` };
  await db
    .updateTable('record')
    .set({ data: JSON.stringify({ ...(ett.data as Beslut), utskick }) })
    .where('tenant', '=', tenant)
    .where('id', '=', ett.id)
    .execute();
  return { nummer: kund.nummer, namn: `${kund.data.efternamn}, ${kund.data.fornamn}` };
}

/**
 * No serious finding at either width, nothing that has to be scrolled sideways, one main heading. To look takes JavaScript, which the page is without: `eyes` is
 * another, with the same content.
 */
async function good(page: Page, eyes: Page, name: string): Promise<void> {
  await eyes.goto(`${new URL(page.url()).origin}/finns-inte`);
  await eyes.setContent(await page.content());
  for (const size of [large, telephone]) {
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

test('AUTO-01 ETJ-01 ETJ-02 ETJ-04 ETJ-06 INK-01 MEDB-01 MEDB-03 MEDB-05 MEDB-06 a citizen signs in, applies and tells of incomes by the keyboard, on a telephone, without JavaScript; and whoever it is for has it', async ({
  centralServer,
  municipality,
  windows,
  openPortal,
  startClient,
}) => {
  const personnummer = centralServer.freeNumbers[0] ?? '';
  const { kund, efternamn, narstaende } = await hosKommunen(centralServer, municipality.tenant);
  const beslutad = await medBeslut(centralServer, municipality.tenant);
  const citizens = await openPortal({
    medborgaren: { pnr: personnummer, given_name: 'Vilgot', family_name: 'Ekeby' },
    kunden: { pnr: kund, given_name: 'Kunden' },
    beslutad: { pnr: beslutad.nummer, given_name: 'Beslutad' },
    narstaende: { pnr: narstaende, given_name: 'Nära' },
  });
  const page = await citizens.newPage();
  const eyes = (await windows?.newPage()) as Page;
  await page.goto(citizens.url);
  await good(page, eyes, 'framsida');
  await page.goto(`${citizens.url}/LSS`);
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
  await page.goto(`${citizens.url}/foretrad`);
  await good(page, eyes, 'foretrad');
  await page.goto(`${citizens.url}/finns-inte`);
  await good(page, eyes, 'finns-inte');
  await page.getByRole('button', { name: 'Logga ut' }).press('Enter');
  await page.goto(`${citizens.url}/ansokningar`);
  await expect(page.getByRole('alert')).toContainText('Du är inte inloggad');
  await good(page, eyes, 'utloggad');

  // Each at a computer of their own.
  const hos = await citizens.signIn('kunden');
  await inMenu(hos, 'Min profil');
  await tabTo(hos, 'Mobilnummer för sms');
  await hos.keyboard.press('Control+a');
  await hos.keyboard.insertText('070-174 06 05');
  await tabTo(hos, 'Spara');
  await hos.keyboard.press('Enter');
  await expect(hos.getByRole('status')).toContainText('Ändringen är sparad');
  await good(hos, eyes, 'profil');
  await inMenu(hos, 'Meddelanden');
  await hos.getByRole('link', { name: 'Skriv ett meddelande' }).press('Enter');
  await good(hos, eyes, 'skriv');
  await tabTo(hos, 'Ämne');
  await hos.keyboard.insertText('En fråga');
  await tabTo(hos, 'Meddelande');
  await hos.keyboard.insertText('När kommer ni hem till mig?');
  await hos
    .getByLabel('Bifoga filer')
    .setInputFiles({ name: 'Åsas intyg.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await ordsidor(['Intyg'])) });
  await tabTo(hos, 'Skicka');
  await hos.keyboard.press('Enter');
  await expect(hos.getByRole('status')).toContainText('Meddelandet är skickat');
  await good(hos, eyes, 'meddelanden');
  await hos.getByRole('link', { name: 'En fråga' }).press('Enter');
  await expect(hos.getByText('När kommer ni hem till mig?')).toBeVisible();
  await good(hos, eyes, 'meddelande');
  expect(await openedPdf(hos, hos.getByRole('link', { name: 'Åsas intyg' }))).toBe(1);

  await inMenu(hos, 'Inkomstblankett');
  await good(hos, eyes, 'inkomstblanketter');
  await hos.getByRole('link', { name: /^Inkomstblankett \d{4}$/ }).press('Enter');
  await good(hos, eyes, 'inkomstblankett');
  await tabTo(hos, 'Pension före skatt');
  await hos.keyboard.insertText('15 321');
  await tabTo(hos, 'Lämna in');
  await hos.keyboard.press('Enter');
  await expect(hos.getByRole('alert')).toContainText('Svara på: Vilket boende har du?');
  await good(hos, eyes, 'inkomstblankett-fel');
  for (const svar of ['Ensam', 'Hyresrätt']) await hos.getByRole('radio', { name: svar, exact: true }).press('Space');
  await hos.getByRole('checkbox', { name: 'Jag intygar att uppgifterna är riktiga' }).press('Space');
  await hos.getByRole('button', { name: 'Lämna in' }).press('Enter');
  await expect(hos.getByRole('status')).toContainText('Blanketten är inlämnad');
  await expect(hos.getByText(/15\s321\skr per månad/)).toBeVisible();
  await good(hos, eyes, 'inkomstblankett-inlamnad');

  const ombud = await citizens.signIn('narstaende');
  await ombud.getByRole('link', { name: 'Företräd någon' }).press('Enter');
  await ombud
    .getByRole('button', { name: /^Företräd / })
    .first()
    .press('Enter');
  await expect(ombud.getByRole('region', { name: 'Du företräder någon annan' })).toBeVisible();
  await good(ombud, eyes, 'foretrader');
  await ombud.goto(`${citizens.url}/ansok`);
  await expect(ombud.getByRole('heading', { level: 1, name: 'Bara för den det gäller' })).toBeVisible();
  await good(ombud, eyes, 'bara-sjalv');
  await ombud.getByRole('region', { name: 'Du företräder någon annan' }).getByRole('button', { name: 'Sluta företräda' }).press('Enter');
  await expect(ombud.getByRole('region', { name: 'Du företräder någon annan' })).toBeHidden();

  const ingrid = await atWork(await startClient(), 'Ingrid Sandberg');
  await ingrid.getByRole('button', { name: /^Inkomstblanketter, \d+ inlämnad/ }).click();
  await usable(ingrid, []);
  await rows(ingrid, 'Inkomstblanketter').filter({ hasText: efternamn }).filter({ hasText: 'Inlämnad' }).first().press('Enter');
  await expect(ingrid.getByRole('dialog', { name: /^Inkomstblankett \d{4}$/ })).toContainText(/15\s321\skr per månad/);
  await usable(ingrid, [ingrid.getByRole('button', { name: 'Markera som klar' })]);

  const sara = await atWork(await startClient());
  await sara.getByRole('button', { name: /^E-tjänster att hantera, \d+ som ingen/ }).click();
  await rows(sara, 'E-ansökningar').filter({ hasText: 'Ekeby' }).press('Enter');
  await expect(sara.getByRole('dialog', { name: 'Koppla e-ansökan' })).toContainText('simhallen');
  await sara.keyboard.press('Escape');

  // AUTO-01: the letters of a beslut are made where it was saved, and go out by themselves; the kund opens the PDF in place.
  await openKund(sara, beslutad.namn);
  const hens = await citizens.signIn('beslutad');
  await awaitInMenu(hens, 'Beslut', () =>
    expect(hens.getByRole('listitem').filter({ hasText: 'Nytt: Beslut: ' })).toHaveCount(1, { timeout: 1000 }),
  );
  await expect(hens.getByText('Skickat', { exact: false }).locator('time')).toBeVisible();
  await good(hens, eyes, 'beslut');
  expect(await openedPdf(hens, hens.getByRole('link', { name: /^Meddelande om beslut/ }))).toBeGreaterThan(0);
});
