import type { Locator, Page } from '@playwright/test';
import { aterAnslut, dag, falt, fatta, form, iArendet, knapp, valj } from './fixtures/arende.ts';
import { awaitInMenu, inMenu, openedPdf } from './fixtures/citizens.ts';
import { ordsidor } from './fixtures/dokument.ts';
import { aktivera, godkanda, godkann, kortet, syster, systernMedSamtycke, systersNummer } from './fixtures/etjanst.ts';
import {
  allSent,
  atWork,
  kundShown,
  offline,
  openDokumentation,
  openToWrite,
  rows,
  save,
  sign,
  write,
  writeNote,
} from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

const brevet = [/^Beslut om /, /^Meddelande om beslut: /];
const utredningen = /^LSS Utredning \d{6}-/;
const pdf = async (name: string, ord: string) => ({
  ...{ name, mimeType: 'application/pdf', buffer: Buffer.from(await ordsidor([ord])) },
});

/** From any tab of the utredning that is shown to its dokumentation: a beslut that is made then is a new one. */
async function inDokumentation(page: Page): Promise<void> {
  await page.keyboard.press('Control+3');
  await expect(page.getByRole('navigation', { name: 'Dokumentationens rubrikträd' })).toBeVisible();
}

/** A citizen's list of beslut, and the one that is of this insats. */
const ettBeslut = (citizen: Page, insats: string): Locator =>
  citizen.getByRole('listitem').filter({ has: citizen.getByRole('heading', { level: 2, name: insats }) });

/** The beslut has come to the citizen, who opens each of its documents. */
async function arrived(citizen: Page, insats: string, handlingar: RegExp[]): Promise<void> {
  await awaitInMenu(citizen, 'Beslut', () => expect(ettBeslut(citizen, insats)).toHaveCount(1, { timeout: 1000 }));
  // Its heading is a link too.
  await expect(ettBeslut(citizen, insats).getByRole('link')).toHaveCount(handlingar.length + 1);
  for (const handling of handlingar)
    expect(await openedPdf(citizen, ettBeslut(citizen, insats).getByRole('link', { name: handling }))).toBeGreaterThan(0);
}

test('EANS-04 EAKT-01 REL-01 NATT-01 MEDB-01 JFOR-02 JFOR-04 DELEG-01 DELEG-02 DELEG-03 AUTO-01 from a citizen’s application to her beslut, with both sides open', async ({
  centralServer,
  municipality,
  openPortal,
  startClient,
}) => {
  const kund = centralServer.residents.find(({ relationer, skydd }) => relationer === undefined && skydd === 'ingen');
  if (!kund) throw new Error('the register of residents has no adult');
  const namn = `${kund.efternamn}, ${kund.fornamn}`;
  const citizens = await openPortal({
    sokanden: { pnr: kund.personnummer, given_name: kund.fornamn, family_name: kund.efternamn },
    systern: { pnr: systersNummer.replace('-', ''), given_name: 'Åsa', family_name: 'Ekström' },
  });
  const sara = await startClient();
  const page = await atWork(sara);

  const hos = await citizens.signIn('sokanden');
  await test.step('ETJ-02 she applies', async () => {
    await hos.goto(`${citizens.url}/LSS`);
    await hos.getByRole('radio', { name: 'Kontaktperson', exact: true }).check();
    await hos.getByRole('textbox', { name: 'Beskriv vilket stöd du behöver' }).fill('Jag vill ha någon att åka till simhallen med.');
    await hos.getByRole('button', { name: 'Skicka ansökan' }).press('Enter');
    await expect(hos.getByText('Kommunen har tagit emot din ansökan')).toBeVisible();
    await inMenu(hos, 'Meddelanden');
    await expect(hos.getByText('Din e-tjänst för meddelanden är inte påslagen.', { exact: false })).toBeVisible();
  });
  await test.step('EANS-04 REG-10 she is registered from KIR and her application connected, one aktualisering per insats', async () => {
    await page.getByRole('button', { name: /^E-tjänster att hantera, \d+ som ingen/ }).click();
    await rows(page, 'E-ansökningar').filter({ hasText: kund.efternamn }).press('Enter');
    const koppla = page.getByRole('dialog', { name: 'Koppla e-ansökan' });
    await expect(koppla).toContainText('simhallen');
    await knapp(koppla, 'Registrera kunden (Sök KIR)').click();
    const registrera = page.getByRole('dialog', { name: 'Spara i personregister' });
    await knapp(registrera.getByRole('region', { name: 'Träff i KIR' }), 'OK, använd uppgifterna').click();
    await expect(falt(registrera, 'Efternamn')).toHaveValue(kund.efternamn);
    await page.keyboard.press('Control+s');
    await expect(registrera).toBeHidden();
    for (const insats of ['Bostad vuxna', 'Personlig assistans']) await koppla.getByRole('checkbox', { name: insats, exact: true }).check();
    await knapp(koppla, 'Klar').click();
    await expect(koppla).toBeHidden();
    await allSent(page);
    await awaitInMenu(hos, 'Mina ansökningar', () =>
      expect(hos.getByText('Din ansökan har fått en handläggare', { exact: false })).toBeVisible({ timeout: 1000 }),
    );
  });
  await test.step('UTR-01 the utredning is begun', async () => {
    await page.getByRole('tab', { name: 'Mina sidor' }).click();
    await rows(page, 'Ej behandlade aktualiseringar').filter({ hasText: namn }).first().press('Enter');
    await kundShown(page, namn);
    await iArendet(page, 'Inled utredning');
    await expect(form(page, 'Inled utredning').getByRole('checkbox')).toHaveCount(3);
    await page.keyboard.press('Control+s');
    await expect(page.getByRole('heading', { level: 2, name: utredningen })).toBeVisible();
  });
  await test.step('EAKT-01 REL-01 without a network: the e-service, her sister’s samtycke and that she may act for her', async () => {
    await sara.network.cut();
    await offline(page);
    await systernMedSamtycke(page);
    await aktivera(page);
    await godkann(page);
    await expect(kortet(page).getByText('Inte skickad till servern än').first()).toBeVisible();
    await aterAnslut(sara);
  });
  await test.step('NATT-01 the night activates both', async () => {
    expect(await centralServer.runNightly(municipality.tenant)).toMatchObject({ outcome: 'done' });
    await expect(page.getByText('E-tjänsten är kopplad.')).toBeVisible();
    await expect(godkanda(page).getByText('Aktiv', { exact: true })).toBeVisible();
  });
  const ombud = await test.step('REL-01 her sister signs in, and acts for her', async () => {
    const one = await citizens.signIn('systern');
    await one.getByRole('link', { name: 'Företräd någon' }).press('Enter');
    await one.getByRole('button', { name: /^Företräd / }).press('Enter');
    await expect(one.getByRole('region', { name: 'Du företräder någon annan' })).toContainText(kund.efternamn);
    return one;
  });

  await test.step('MEDB-01 JFOR-04 JFOR-03 what she writes, with a PDF, is read and put into the akt', async () => {
    await inMenu(hos, 'Meddelanden');
    await hos.getByRole('link', { name: 'Skriv ett meddelande' }).press('Enter');
    await hos.getByRole('textbox', { name: 'Ämne' }).fill('Mitt intyg');
    await hos.getByRole('textbox', { name: 'Meddelande' }).fill('Här är intyget.');
    await hos.getByLabel('Bifoga filer').setInputFiles(await pdf('Läkarintyg.pdf', 'Intyg om funktionsnedsättning'));
    await hos.getByRole('button', { name: 'Skicka' }).press('Enter');
    await expect(hos.getByRole('status')).toContainText('Meddelandet är skickat');
    await page.getByRole('button', { name: /^Meddelanden/ }).click();
    await rows(page, 'Meddelanden').filter({ hasText: 'Mitt intyg' }).click();
    await expect(page.getByRole('region', { name: 'Mitt intyg' })).toContainText('Här är intyget.');
    await journalfor(page);
    await page.getByRole('button', { name: 'Infoga Läkarintyg i akten' }).click();
    const infoga = form(page, 'Infoga i akten');
    await infoga.getByRole('combobox', { name: /^Knytas till/ }).click();
    await page.getByRole('option', { name: utredningen }).click();
    await valj(page, infoga, 'Typ', 'Läkarintyg');
    await page.keyboard.press('Control+s');
    await expect(infoga).toBeHidden();
  });
  await test.step('MEDD-03 FORB-68 JFOR-02 she and her sister are answered with a PDF of the akt, and that is put into it', async () => {
    await page.getByRole('button', { name: 'Svara', exact: true }).click();
    const svara = page.getByRole('dialog', { name: 'Svara' });
    await svara.getByRole('combobox', { name: 'Sök mottagare' }).click();
    await page.getByRole('option', { name: new RegExp(syster) }).click();
    await svara.getByLabel('Text', { exact: true }).fill('Tack. Här är din ansökan som vi har den.');
    await svara.getByRole('combobox', { name: 'Bifoga från akten' }).click();
    await page.getByRole('option', { name: /^E-ansökan: / }).click();
    await svara.getByRole('button', { name: /^Skicka till/ }).click();
    await expect(svara).toBeHidden();
    await page.getByRole('button', { name: 'Skickat' }).click();
    await rows(page, 'Meddelanden').filter({ hasText: 'Sv: Mitt intyg' }).click();
    await journalfor(page);
    await allSent(page);
    for (const one of [hos, ombud]) {
      await awaitInMenu(one, 'Meddelanden', () => expect(one.getByRole('link', { name: 'Sv: Mitt intyg' })).toBeVisible({ timeout: 1000 }));
      await one.getByRole('link', { name: 'Sv: Mitt intyg' }).press('Enter');
      await expect(one.getByText('Här är din ansökan som vi har den.')).toBeVisible();
      expect(await openedPdf(one, one.getByRole('link', { name: /^E-ansökan: / }))).toBeGreaterThan(0);
    }
  });

  await test.step('the reasons are written and signed', async () => {
    await page.getByRole('tab', { name: namn }).click();
    await openDokumentation(page, utredningen);
    await openToWrite(page, /^Bedömning/);
    await write(page, 'Behöver stöd i boende och fritid.');
    await save(page);
    await sign(page);
  });
  await test.step('DELEG-01 her own beslut comes by itself', async () => {
    await fatta(page, { insats: 'Kontaktperson', fran: dag(), personkrets: '1' });
    await arrived(hos, 'Kontaktperson', brevet);
  });
  await test.step('DELEG-02 the enhetschef’s when the note on the exchange is signed and named', async () => {
    await inDokumentation(page);
    await fatta(page, { insats: 'Bostad vuxna', fran: dag(), beslutsfattare: 'Katarina Wallin' });
    await expect(page.getByText(/Väntar på att journalanteckningen om enhetschefens beslut\.$/)).toBeVisible();
    await inDokumentation(page);
    await writeNote(page, 'Talade med Katarina Wallin, som beslutar om bostaden.');
    await save(page);
    await sign(page);
    await allSent(page);
    await page.keyboard.press('Control+4');
    await page
      .getByRole('table', { name: 'Beslut i utredningen' })
      .getByRole('button', { name: /Bostad vuxna/ })
      .click();
    await knapp(page, 'Journalanteckning').click();
    const koppla = form(page, 'Journalanteckning om beslutet');
    await expect(koppla).toContainText('Katarina Wallin');
    await koppla.getByRole('combobox', { name: 'Anteckning', exact: true }).click();
    await page.getByRole('option').filter({ visible: true }).first().click();
    await inMenu(hos, 'Beslut');
    await expect(ettBeslut(hos, 'Kontaktperson')).toHaveCount(1);
    await expect(ettBeslut(hos, 'Bostad vuxna')).toHaveCount(0);
    await page.keyboard.press('Control+s');
    await expect(koppla).toBeHidden();
    await arrived(hos, 'Bostad vuxna', brevet);
  });
  await test.step('DELEG-03 individutskottet’s with its protokoll', async () => {
    await inDokumentation(page);
    await fatta(page, { insats: 'Personlig assistans', fran: dag(), tim: '120', beslutsfattare: 'Individutskottet' });
    await expect(page.getByText(/Väntar på att det signerade protokollet\.$/)).toBeVisible();
    await page.keyboard.press('Control+8');
    await page.getByLabel('Fil att spara i akten').setInputFiles(await pdf('protokoll.pdf', 'Individutskottet beslutar'));
    await expect(page.getByRole('region', { name: 'Det skannade dokumentet' })).toContainText('Individutskottet beslutar');
    const infoga = form(page, 'Infoga dokument');
    await infoga.getByRole('combobox', { name: /^Knytas till/ }).click();
    await page.getByRole('option', { name: /^LSS Personlig assistent Bifall/ }).click();
    await valj(page, infoga, 'Typ', 'Protokoll');
    await falt(infoga, 'Rubrik').fill('Individutskottets protokoll');
    await allSent(page);
    await inMenu(hos, 'Beslut');
    await expect(ettBeslut(hos, 'Personlig assistans')).toHaveCount(0);
    await page.keyboard.press('Control+s');
    await expect(infoga).toContainText('”Individutskottets protokoll” är sparat i akten.');
    await arrived(hos, 'Personlig assistans', [...brevet, /^Individutskottets protokoll/]);
  });
});

/** The message that is shown becomes a note of the utredning. */
async function journalfor(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Journalför…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Journalför' });
  await dialog.getByRole('combobox', { name: 'Knyts till' }).click();
  await page.getByRole('option', { name: utredningen }).filter({ visible: true }).click();
  await knapp(dialog, 'Journalför').click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Journalfört', { exact: true }).first()).toBeVisible();
}
