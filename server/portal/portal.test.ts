import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterEach, describe, expect, it } from 'vitest';
import type { Eansokan } from '../../shared/domain/eansokan/records.ts';
import { type Etjanst, etjanstId } from '../../shared/domain/etjanst/records.ts';
import type { Inkomstblankett, Inkomstsvar } from '../../shared/domain/inkomst/records.ts';
import type { Vardelista } from '../../shared/domain/katalog/records.ts';
import type { KirPost } from '../../shared/domain/kir/records.ts';
import type { Meddelande } from '../../shared/domain/meddelande/records.ts';
import { katalogScope, meddelandeScope } from '../../shared/domain/scope.ts';
import { formularet } from '../../shared/domain/testing/inkomst.ts';
import { chooseBlobs } from '../blobs/choose-blobs.ts';
import { followAnsokningar } from '../jobs/follow-ansokningar.ts';
import { type Kir, KirUnavailable } from '../kir/kir.ts';
import { databaseOf } from '../store/database-of.ts';
import type { Act } from '../sync/act.ts';
import { Browser } from '../testing/browser.ts';
import { changeScope } from '../testing/change-scope.ts';
import { startElegitimation } from '../testing/e-legitimation.ts';
import { type Medborgare, testPortal } from '../testing/portal.ts';
import { testServer } from '../testing/server.ts';
import { person } from '../testing/small-kommun.ts';
import { systemClock } from '../util/clock.ts';
import { createPortalMessages } from './messages.ts';
import { openPortal, type PortalSettings } from './open-portal.ts';
import { idleMinutes, longestHours } from './sessions.ts';

const at = testServer();
const marta: Medborgare = { personnummer: '199904122380', fornamn: 'Märta', efternamn: 'Åkesson' };
const ny: Medborgare = { personnummer: '197010632391', fornamn: 'Ny', efternamn: 'Inflyttad' };
const never: Act = () => Promise.reject(new Error('nothing is done by a sign-in'));
const text = 'Jag vill ha någon att göra saker med.\nPå torsdagar.';

class Register implements Kir {
  answer: (nummer: string) => KirPost | undefined = () => undefined;
  async sok(nummer: string): Promise<KirPost | undefined> {
    return this.answer(nummer);
  }
}
const post = (over: Partial<KirPost> = {}): KirPost => ({
  ...{ personnummer: ny.personnummer, fornamn: 'Nya', efternamn: 'Inflyttad', skydd: 'ingen', folkbokfordIKommunen: false },
  ...over,
});

/** A municipality with an insats of each law, its register of residents, and its portal at a time that the test decides. */
async function kommun(settings: Partial<PortalSettings> & { trustProxy?: boolean } = {}) {
  const data = await at.kommun();
  const { tenant } = data;
  const { store } = at.server;
  const [kontaktperson, hemtjanst] = [randomUUID(), randomUUID()];
  const insats = (id: string, namn: string, lagrum: 'LSS' | 'SoL') => ({
    ...{ op: 'put' as const, type: 'insats' as const, id },
    data: {
      ...{ kod: namn, namn, lagrum, ordning: 1, aktiv: true, utredningstyper: ['Utredning'] },
      bifall: { kod: 'b', namn, insatskategori: namn, personkrets: 'aldrig' as const, utskrift: true },
    },
  });
  await changeScope(store, tenant, katalogScope, [
    insats(kontaktperson, 'Kontaktperson', 'LSS'),
    insats(hemtjanst, 'Hemtjänst', 'SoL'),
    { op: 'put', type: 'vardelista', id: randomUUID(), data: { lista: 'enhet', varden: [{ namn: 'LSS', kod: 'lss' }] } },
  ]);
  const clock = { at: '2026-11-30T12:00:00.000Z', now: () => new Date(clock.at) };
  const kir = new Register();
  const vault = chooseBlobs({ at: { dir: join(at.blobDir, 'dokument') }, keyDir: join(at.blobDir, 'nycklar') }, store);
  const portal = await testPortal(store, tenant, { clock, kir, vault, ...settings });
  const inkorg = async () => {
    const rows = await databaseOf(store)
      .selectFrom('record')
      .select(['data', 'buckets'])
      .where('tenant', '=', tenant)
      .where('type', '=', 'eansokan')
      .execute();
    return rows.map(({ data: one, buckets }) => ({ ...(one as Eansokan), buckets }));
  };
  const follow = followAnsokningar(
    { handOver: (name) => portal.hand(name), follow: store.followPortalAnsokningar, dropOldDrafts: store.dropOldPortalDrafts },
    clock,
  );
  const form = { insats: kontaktperson, text, telefon: '', epost: '', ingang: 'lss', rev: '', gor: 'skicka' };
  return { ...data, store, clock, kir, portal, inkorg, form, kontaktperson, hemtjanst, follow: () => follow.run(tenant) };
}

it('HJALP-01 at the foot of every page stands what the municipality has for citizens, and nothing of what is the staff’s', async () => {
  const { store, tenant, portal } = await kommun();
  expect((await portal.ask('GET', '/')).text).not.toContain('aria-label="Länkar"');
  const varden: Vardelista['varden'] = [
    { namn: 'Om stödet', adress: 'https://www.kommunen.example/stod', visas: ['medborgare'] },
    { namn: 'Skriv till oss', adress: 'stod@kommunen.example', visas: ['personal', 'medborgare'] },
    { namn: 'Blad', adress: 'Medborgarkontoret', visas: ['medborgare'] },
    { namn: 'Support', adress: 'https://support.kommunen.example' },
    { namn: 'Ful', adress: 'javascript:alert(1)', visas: ['medborgare'] },
  ];
  await changeScope(store, tenant, katalogScope, [{ op: 'put', type: 'vardelista', id: randomUUID(), data: { lista: 'lank', varden } }]);
  const { text: sida } = await portal.ask('GET', '/');
  expect(sida).toContain('href="https://www.kommunen.example/stod"');
  expect(sida).toContain('href="mailto:stod@kommunen.example"');
  expect(sida).toContain('<li>Blad: Medborgarkontoret</li>');
  expect(sida).not.toContain('Support');
  expect(sida).not.toContain('href="javascript');
});

describe('ETJ-02 MEDB-05 applying', () => {
  it('EANS-05 what was chosen and written is in the inbox, as it was written, when it was sent; and its sender has a receipt', async () => {
    const { portal, form, inkorg, kontaktperson } = await kommun();
    const secret = await portal.signIn(marta);
    const { text: page } = await portal.ask('GET', '/ansok?ingang=lss', secret);
    const action = /action="(\/ansok\/[0-9a-f-]+)"/.exec(page)?.[1] ?? '';
    expect(page.indexOf('Kontaktperson')).toBeLessThan(page.indexOf('Hemtjänst'));
    const sent = await portal.ask('POST', action, secret, { ...form, telefon: '070-174 06 05', epost: 'marta@exempel.se' });
    expect(sent).toMatchObject({ status: 303, till: action.replace('/ansok/', '/ansokningar/') });
    expect(await inkorg()).toMatchObject([
      {
        ...{
          personnummer: marta.personnummer,
          fornamn: 'Märta',
          efternamn: 'Åkesson',
          ingang: 'lss',
          insats: 'Kontaktperson',
          insatsId: kontaktperson,
        },
        ...{
          text,
          telefon: '070-174 06 05',
          epost: 'marta@exempel.se',
          inkom: '2026-11-30T12:00:00.000Z',
          enhet: 'lss',
          buckets: ['org:lss'],
        },
      },
    ]);
    const receipt = await portal.ask('GET', sent.till ?? '', secret);
    expect(receipt.text).toContain('Kommunen har tagit emot din ansökan');
    expect(receipt.text).toContain('30 november 2026 klockan 13:00');
  });

  it('is sent once: pressed twice at once, pressed again, and from two windows', async () => {
    const { portal, form, inkorg } = await kommun();
    const secret = await portal.signIn(marta);
    const action = `/ansok/${randomUUID()}`;
    const till = action.replace('/ansok/', '/ansokningar/');
    const both = await Promise.all([1, 2, 3].map(() => portal.ask('POST', action, secret, form)));
    both.push(await portal.ask('GET', action, secret));
    expect(both.map((one) => [one.status, one.till])).toEqual(both.map(() => [303, till]));
    expect((await inkorg()).map((one) => one.text)).toEqual([text]);
    const other = await portal.ask('POST', action, secret, { ...form, text: 'Något annat', telefon: '070-174 06 05' });
    expect(other).toMatchObject({ status: 409, text: expect.stringContaining('skickades redan med en annan text') });
    for (const typed of ['>Något annat</textarea>', 'value="070-174 06 05"', 'På torsdagar.']) expect(other.text).toContain(typed);
    const en = /action="(\/ansok\/[0-9a-f-]+)"/.exec(other.text)?.[1] ?? '';
    expect(en).not.toBe(action);
    expect((await portal.ask('POST', en, secret, { ...form, text: 'Något annat' })).status).toBe(303);
    expect((await inkorg()).map((one) => one.text).sort()).toEqual([text, 'Något annat'].sort());
  });

  it('a draft is kept and gone on with; what another window has written meanwhile is shown beside what is typed, and neither is lost', async () => {
    const { portal, form, inkorg } = await kommun();
    const secret = await portal.signIn(marta);
    const action = `/ansok/${randomUUID()}`;
    const draft = { ...form, gor: 'spara' };
    expect((await portal.ask('POST', action, secret, { ...draft, insats: '', text: 'Halv' })).till).toBe(`${action}?sparat`);
    const rev = async () => /name="rev" value="([^"]*)"/.exec((await portal.ask('GET', action, secret)).text)?.[1] ?? '';
    const first = await rev();
    await portal.ask('POST', action, secret, { ...draft, text: 'Från telefonen', rev: first });
    expect((await portal.ask('POST', action, secret, { ...draft, text: 'Från telefonen', rev: first })).status, 'twice the same').toBe(303);
    const other = await portal.ask('POST', action, secret, { ...form, text: 'Från datorn', rev: first });
    expect(other.status).toBe(409);
    for (const one of ['Från telefonen', 'Från datorn']) expect(other.text).toContain(one);
    expect(await inkorg()).toEqual([]);
    await portal.ask('POST', action, secret, { ...form, text: 'Från datorn', rev: await rev() });
    expect((await inkorg()).map((one) => one.text)).toEqual(['Från datorn']);
  });

  it('what is missing or wrong is said at its field, and the text is still there', async () => {
    const { portal, form, inkorg } = await kommun();
    const secret = await portal.signIn(marta);
    const action = `/ansok/${randomUUID()}`;
    for (const [over, falt] of [
      [{ insats: '' }, 'insats'],
      [{ insats: randomUUID() }, 'insats'],
      [{ text: ' \u200b ' }, 'text'],
      [{ text: `${text}${'x'.repeat(8000)}` }, 'text'],
      [{ telefon: 'ring mig' }, 'telefon'],
      [{ epost: 'marta' }, 'epost'],
      [{ epost: '"><x@y.z' }, 'epost'],
      [{ epost: 'a\u202e@y.z' }, 'epost'],
      [{ text: '汉'.repeat(20_000) }, 'text'],
    ] as const) {
      const answer = await portal.ask('POST', action, secret, { ...form, ...over });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(`href="#${falt}"`);
      expect(answer.text).toMatch(new RegExp(`aria-describedby="([a-z-]+ )?${falt}-fel"`));
      expect(answer.text).toContain(`id="${falt}-fel"`);
      expect(answer.text).toContain(` id="${falt}"`);
      if (falt !== 'text') expect(answer.text).toContain('På torsdagar.');
    }
    expect(await inkorg()).toEqual([]);
    const markup = await portal.ask('POST', action, secret, { ...form, text: '<script>alert(1)</script>', epost: '"><img>' });
    expect(markup.text).not.toMatch(/<script|<img/);
  });

  it('FRAGA-62 from who has skyddad folkbokföring, by the register or by an akt, it is the smallest circle’s from the first moment', async () => {
    const { portal, form, inkorg, kir, store, tenant, akter } = await kommun();
    kir.answer = () => post({ skydd: 'skyddadFolkbokforing' });
    await portal.ask('POST', `/ansok/${randomUUID()}`, await portal.signIn(ny), form);
    kir.answer = () => undefined;
    await changeScope(store, tenant, akter[1].scope, [
      { op: 'put', type: 'person', id: akter[1].personId, data: person({ personnummer: '189001029819' }) },
    ]);
    await changeScope(store, tenant, akter[0].scope, [
      { op: 'put', type: 'person', id: akter[0].personId, data: person({ skydd: 'skyddadFolkbokforing' }) },
    ]);
    await portal.ask('POST', `/ansok/${randomUUID()}`, await portal.signIn(marta), form);
    const alla = await inkorg();
    expect(alla.map(({ skyddad }) => skyddad)).toEqual([true, true]);
    for (const { buckets } of alla) expect(buckets).not.toContain('org:lss');
  });

  it('ETJ-08 from who is not folkbokförd here, by a samordningsnummer; the register says how they are called', async () => {
    const { portal, form, inkorg, kir, hemtjanst } = await kommun();
    kir.answer = () => post();
    const sent = await portal.ask('POST', `/ansok/${randomUUID()}`, await portal.signIn({ ...ny, fornamn: '', efternamn: '' }), {
      ...form,
      insats: hemtjanst,
    });
    expect(sent.status).toBe(303);
    expect(await inkorg()).toMatchObject([
      { personnummer: ny.personnummer, fornamn: 'Nya', efternamn: 'Inflyttad', ingang: 'sol', insats: 'Hemtjänst' },
    ]);
  });

  it('while the register is silent it is sent and not shown to anybody; then it is handed over as come in when it was sent', async () => {
    const { portal, form, inkorg, kir, clock, follow } = await kommun();
    kir.answer = () => {
      throw new KirUnavailable('no answer');
    };
    const secret = await portal.signIn(marta);
    const till = (await portal.ask('POST', `/ansok/${randomUUID()}`, secret, form)).till ?? '';
    expect((await portal.ask('GET', till, secret)).text).toContain('Din ansökan är skickad');
    await follow();
    expect(await inkorg()).toEqual([]);
    clock.at = '2026-11-30T13:00:00.000Z';
    kir.answer = () => post({ personnummer: marta.personnummer });
    await follow();
    expect(await inkorg()).toMatchObject([{ inkom: '2026-11-30T12:00:00.000Z', buckets: ['org:lss'] }]);
    expect((await inkorg())[0]).not.toHaveProperty('skyddad');
    await follow();
    expect(await inkorg()).toHaveLength(1);
  });

  it('when the register has been silent for hours it is the smallest circle’s; one that is refused stays sent, and is taken in when it can be', async () => {
    const { portal, form, inkorg, kir, clock, follow, store, tenant } = await kommun();
    kir.answer = () => {
      throw new KirUnavailable('no answer');
    };
    await portal.ask('POST', `/ansok/${randomUUID()}`, await portal.signIn(marta), form);
    clock.at = '2026-11-30T16:00:01.000Z';
    await follow();
    expect(await inkorg()).toMatchObject([{ skyddad: true }]);
    kir.answer = () => undefined;
    const [lista] = await databaseOf(store)
      .selectFrom('record')
      .select('id')
      .where('tenant', '=', tenant)
      .where('type', '=', 'vardelista')
      .execute();
    const enheter = (varden: { namn: string; kod?: string }[]) =>
      changeScope(store, tenant, katalogScope, [{ op: 'put', type: 'vardelista', id: lista?.id ?? '', data: { lista: 'enhet', varden } }]);
    await enheter([]);
    await portal.ask('POST', `/ansok/${randomUUID()}`, await portal.signIn(ny), form);
    expect(portal.left.at(-1)).toMatchObject({ code: 'finns-inte-i-katalogen' });
    expect(await inkorg()).toHaveLength(1);
    await enheter([{ namn: 'LSS', kod: 'lss' }]);
    await follow();
    expect((await inkorg()).map(({ personnummer }) => personnummer).sort()).toEqual([ny.personnummer, marta.personnummer].sort());
  });

  it('what becomes of it in the inbox is told in words that its sender understands, and nobody’s name', async () => {
    const { portal, form, follow, client, akter, users, store, tenant } = await kommun();
    const secret = await portal.signIn(marta);
    const till = (await portal.ask('POST', `/ansok/${randomUUID()}`, secret, form)).till ?? '';
    const says = async () => (await portal.ask('GET', till, secret)).text;
    const anna = await client('anna');
    await anna.catchUp();
    const [eansokanId = ''] = [...anna.held].find(([, { data: one }]) => (one as Partial<Eansokan>).inkom !== undefined) ?? [];
    await anna.pushed(anna.command('eansokan.tagHand', { eansokanId, tar: true, sedd: null }));
    await follow();
    expect(await says()).toContain('En handläggare läser din ansökan');
    await changeScope(store, tenant, akter[1].scope, [
      { op: 'put', type: 'person', id: akter[1].personId, data: person({ personnummer: '189001029819' }) },
    ]);
    const koppla = {
      ...{
        personId: akter[0].personId,
        eansokanId,
        aktualiseringstyp: 'Ansökan SOL',
        aktualiseringar: [{ id: randomUUID() }],
        franVem: 'Den enskilde',
      },
      ...{
        ansvarigHandlaggareId: users.anna.id,
        organisationId: users.anna.data.organisationId,
        aktualiseringssatt: 'E-ansökan',
        rev: randomUUID(),
      },
    };
    const { results } = await anna.pushed(anna.command('eansokan.koppla', koppla));
    expect(results).toMatchObject([{ outcome: 'ok' }]);
    await follow();
    const sista = await says();
    expect(sista).toContain('Din ansökan har fått en handläggare');
    expect(sista).not.toContain('Anna');
  });

  it('a draft is taken away as it was seen: what another window has written since is shown, and still there', async () => {
    const { portal, form, store, tenant } = await kommun();
    const secret = await portal.signIn(marta);
    const action = `/ansok/${randomUUID()}`;
    const kvar = async () => (await store.portalAnsokningar({ tenant, personnummer: marta.personnummer })).map((one) => one.text);
    await portal.ask('POST', action, secret, { ...form, gor: 'spara', text: 'Först' });
    const rev = async () => /ta-bort".*?name="rev" value="([^"]*)"/.exec((await portal.ask('GET', action, secret)).text)?.[1] ?? '';
    const seen = await rev();
    await portal.ask('POST', action, secret, { ...form, gor: 'spara', text: 'Sedan', rev: seen });
    const nej = await portal.ask('POST', `${action}/ta-bort`, secret, { rev: seen });
    expect(nej).toMatchObject({ status: 409, text: expect.stringContaining('>Sedan</textarea>') });
    expect(await kvar()).toEqual(['Sedan']);
    expect(await portal.ask('POST', `${action}/ta-bort`, secret, { rev: await rev() })).toMatchObject({ status: 303 });
    expect(await kvar()).toEqual([]);
  });

  it('drafts that nobody has saved for ninety days are taken away, and what is sent stays', async () => {
    const { portal, form, clock, follow, store, tenant } = await kommun();
    const secret = await portal.signIn(marta);
    for (const gor of ['spara', 'skicka']) await portal.ask('POST', `/ansok/${randomUUID()}`, secret, { ...form, gor });
    clock.at = '2027-03-01T12:00:00.000Z';
    await follow();
    const kvar = await store.portalAnsokningar({ tenant, personnummer: marta.personnummer });
    expect(kvar.map(({ sentAt }) => sentAt)).toEqual(['2026-11-30T12:00:00.000Z']);
  });
});

describe('MEDB-03 Min profil', () => {
  async function medEtjanst(over: Partial<Etjanst> = {}) {
    const found = await kommun();
    const { store, tenant, akter, users, portal } = found;
    const [{ personId, scope }, annan] = akter;
    await changeScope(store, tenant, annan.scope, [
      { op: 'put', type: 'person', id: annan.personId, data: person({ personnummer: '189001029819' }) },
    ]);
    const begard = { anvandareId: users.anna.id, namn: 'Anna Ek', at: '2026-11-01T09:00:00.000Z' };
    const data: Etjanst = { lage: 'aktiv', begard, fungerarFran: '2026-11-02', inkomstblankett: true, rev: randomUUID(), ...over };
    await changeScope(store, tenant, scope, [{ op: 'put', type: 'etjanst', id: etjanstId(personId), data }]);
    const stored = async () => {
      const row = await databaseOf(store)
        .selectFrom('record')
        .select('data')
        .where('tenant', '=', tenant)
        .where('id', '=', etjanstId(personId))
        .executeTakeFirstOrThrow();
      return row.data as Etjanst;
    };
    const secret = await portal.signIn(marta);
    const form = async () => {
      const { text: page } = await portal.ask('GET', '/profil', secret);
      const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
      return { basRev: value('basRev'), rev: value('rev') };
    };
    return { ...found, scope, personId, stored, secret, form };
  }

  it('mobile and e-mail are changed by a command in the kund’s name, once however often the button is pressed', async () => {
    const { portal, secret, form, stored, tenant, store } = await medEtjanst();
    const given = { ...(await form()), mobil: '070-174 06 05', epost: 'marta@exempel.se' };
    const both = await Promise.all([portal.ask('POST', '/profil', secret, given), portal.ask('POST', '/profil', secret, given)]);
    expect(both.map(({ till }) => till)).toEqual(['/profil?sparat', '/profil?sparat']);
    expect(await stored()).toMatchObject({ sms: { telefon: 2, nummer: '070-174 06 05' }, epost: 'marta@exempel.se', rev: given.rev });
    const [row] = await databaseOf(store)
      .selectFrom('record')
      .select('data')
      .where('tenant', '=', tenant)
      .where('type', '=', 'handelse')
      .execute();
    expect(row?.data).toMatchObject({ kommando: 'etjanst.andraAvisering', namn: 'Kunden i e-tjänsten' });
    expect((await portal.ask('GET', '/profil?sparat', secret)).text).toContain('Ändringen är sparad');
  });

  it('what is wrong is said at its field; what a handläggare has changed meanwhile is told, and what was typed is still there', async () => {
    const { portal, secret, form, stored, store, tenant, scope, personId } = await medEtjanst();
    const fel = await portal.ask('POST', '/profil', secret, { ...(await form()), mobil: '08-12 34', epost: '' });
    expect(fel).toMatchObject({ status: 422, text: expect.stringContaining('href="#mobil"') });
    const sent = { ...(await form()), mobil: '070-174 06 04\0', epost: 'a\u0001@b.se' };
    expect(await portal.ask('POST', '/profil', secret, sent)).toMatchObject({ till: '/profil?sparat' });
    expect(await stored()).toMatchObject({ sms: { nummer: '070-174 06 04' }, epost: 'a@b.se' });
    const rattad = await portal.ask('POST', '/profil', secret, { ...sent, mobil: '070-174 06 03' });
    expect(rattad).toMatchObject({ status: 409, text: expect.stringContaining('value="070-174 06 03"') });
    expect(rattad.text).toContain('sparades redan med andra uppgifter');
    await portal.ask('POST', '/profil', secret, { ...(await form()), mobil: '', epost: '' });
    const seen = await form();
    await changeScope(store, tenant, scope, [
      { op: 'put', type: 'etjanst', id: etjanstId(personId), data: { ...(await stored()), rev: randomUUID() } },
    ]);
    const annan = await portal.ask('POST', '/profil', secret, { ...seen, mobil: '070-174 06 05', epost: '' });
    expect(annan).toMatchObject({ status: 409, text: expect.stringContaining('value="070-174 06 05"') });
    expect(await stored()).not.toHaveProperty('sms');
  });

  it.each<[string, Partial<Etjanst>, object, string]>([
    ['MEDB-08 one that is over', { lage: 'avslutad' }, {}, 'är avslutad'],
    ['FRAGA-62 one who is protected', {}, { skydd: 'skyddadFolkbokforing' }, 'eftersom dina uppgifter är skyddade'],
  ])('%s: it says so, and changes nothing', async (_, over, hen, says) => {
    const { portal, secret, stored, store, tenant, scope, personId } = await medEtjanst({
      ...over,
      sms: { telefon: 2, nummer: '070-174 06 05' },
    });
    await changeScope(store, tenant, scope, [{ op: 'put', type: 'person', id: personId, data: person(hen) }]);
    const { rev } = await stored();
    const answers = [
      await portal.ask('GET', '/profil', secret),
      await portal.ask('POST', '/profil', secret, { basRev: rev, rev: randomUUID(), mobil: '', epost: '' }),
    ];
    for (const { status, text: page } of answers) {
      expect({ status, page }).toEqual({ status: 200, page: expect.stringContaining(says) });
      expect(page).not.toContain('070-174 06 05');
    }
    expect((await stored()).rev).toBe(rev);
  });
});

it('MEDB-04 Kontakter has the handläggare of what is open and of what is granted today, by name, and nobody who has left', async () => {
  const { portal, store, tenant, akter, users, clock } = await kommun();
  const [{ scope, utredningId }, annan] = akter;
  await changeScope(store, tenant, annan.scope, [
    { op: 'put', type: 'person', id: annan.personId, data: person({ personnummer: '189001029819' }) },
  ]);
  const says = async () => {
    while (await store.followPortalKontakter(tenant));
    return (await portal.ask('GET', '/kontakter', await portal.signIn(marta))).text;
  };
  expect(await says()).toContain('Anna Ek');
  const utredning = (over: object) => ({
    ...{ typ: 'LSS Utredning', startdatum: '2026-01-02', inkomDatum: '2026-01-01', organisationId: users.anna.data.organisationId },
    ...{ ansvarigHandlaggareId: users.anna.id, ...over },
  });
  const put = (type: 'utredning' | 'beslut', id: string, data: object) =>
    changeScope(store, tenant, scope, [{ op: 'put', type, id, data } as never]);
  await put('utredning', utredningId, utredning({ ansvarigHandlaggareId: users.bo.id }));
  expect(await says()).toContain('Bo Ås');
  expect(await says()).not.toContain('Anna Ek');
  await put('utredning', utredningId, utredning({ ansvarigHandlaggareId: users.bo.id, slutdatum: '2026-11-20' }));
  expect(await says()).toContain('ingen handläggare just nu');
  const beslutId = randomUUID();
  const beslut = (over: object) => ({
    ...{ utredningId, beslutskod: 'K', beslutsnamn: 'Kontaktperson', utfall: 'bifall', insatskategori: 'Kontaktperson' },
    ...{ beslutsdatum: '2026-11-20', giltigFran: '2026-11-21', giltigTom: '2026-12-31', ...over },
  });
  await put('beslut', beslutId, beslut({}));
  const hen = await says();
  expect(hen).toContain('Bo Ås');
  expect(hen).toContain('Har hand om din insats');
  expect(hen, 'no case').not.toContain('Kontaktperson');
  clock.at = '2027-01-01T12:00:00.000Z';
  expect((await portal.ask('GET', '/kontakter', await portal.signIn(marta))).text).toContain('ingen handläggare just nu');
  clock.at = '2026-11-30T12:00:00.000Z';
  await put('beslut', beslutId, beslut({ avslutad: { anvandareId: users.bo.id, namn: 'Bo Ås', at: '2026-11-29T09:00:00.000Z' } }));
  expect(await says()).toContain('ingen handläggare just nu');
  await put('utredning', utredningId, utredning({ ansvarigHandlaggareId: users.slutat.id }));
  expect(await says()).not.toContain('Erik Öst');
});

describe('MEDB-01 messages', () => {
  async function medBrev(settings: Parameters<typeof kommun>[0] = {}) {
    const found = await kommun(settings);
    const { store, tenant, akter, users, portal, client } = found;
    const [{ personId, scope }, annan] = akter;
    await changeScope(store, tenant, annan.scope, [
      { op: 'put', type: 'person', id: annan.personId, data: person({ personnummer: '189001029819' }) },
    ]);
    const begard = { anvandareId: users.anna.id, namn: 'Anna Ek', at: '2026-11-01T09:00:00.000Z' };
    const etjanst: Etjanst = { lage: 'aktiv', begard, fungerarFran: '2026-11-02', inkomstblankett: true, rev: randomUUID() };
    const satt = (lage: Etjanst['lage']) =>
      changeScope(store, tenant, scope, [{ op: 'put', type: 'etjanst', id: etjanstId(personId), data: { ...etjanst, lage } }]);
    await satt('aktiv');
    const anna = await client('anna');
    const brev = randomUUID();
    const skicka = {
      ...{
        gruppId: brev,
        delar: [{ meddelandeId: brev, personId, till: [{ slag: 'kund' }] }],
        amne: 'Kallelse',
        text: 'Välkommen på torsdag!',
      },
      ...{ bilagor: [], laskvitto: false, bekraftad: false },
    };
    expect((await anna.pushed(anna.command('meddelande.skicka', skicka, { version: 1 }))).results).toMatchObject([{ outcome: 'ok' }]);
    const secret = await portal.signIn(marta);
    const till = async () => {
      await anna.catchUp();
      return [...anna.held.values()]
        .map(({ data }) => data as { amne?: string; text?: string; till?: { oppnat?: string }[] })
        .filter(({ amne }) => amne);
    };
    return { ...found, satt, anna, brev, secret, till };
  }

  it('one is new until it is opened, which its sender is told; the answer is with the handläggare, once however often it is sent', async () => {
    const { portal, secret, brev, till } = await medBrev();
    const lista = async () => (await portal.ask('GET', '/meddelanden', secret)).text;
    expect(await lista()).toContain('Nytt: ');
    const opened = await portal.ask('GET', `/meddelanden/${brev}`, secret);
    expect(opened.text).toContain('Välkommen på torsdag!');
    expect(await lista()).not.toContain('Nytt: ');
    expect((await till())[0]?.till?.[0]?.oppnat).toBeDefined();
    const nyttId = /name="nyttId" value="([^"]*)"/.exec(opened.text)?.[1] ?? '';
    const svar = { nyttId, text: 'Tack, jag kommer.' };
    for (let times = 0; times < 2; times++)
      expect(await portal.ask('POST', `/meddelanden/${brev}`, secret, svar)).toMatchObject({ status: 303, till: '/meddelanden?skickat' });
    expect((await till()).map(({ amne, text: skrivet }) => [amne, skrivet]).sort()).toEqual([
      ['Kallelse', 'Välkommen på torsdag!'],
      ['Sv: Kallelse', 'Tack, jag kommer.'],
    ]);
    expect(await lista()).toContain('Du skrev till');
    // Another text under the same id, by whatever form, and one under the id of what the handläggare wrote: none is said to be sent.
    const annat = { text: 'Nej, jag kan inte.', amne: 'Nytt' };
    for (const [path, given, says] of [
      [`/meddelanden/${brev}`, nyttId, 'skickades redan med en annan text'],
      ['/skriv', nyttId, 'skickades redan med en annan text'],
      ['/skriv', brev, 'Det du skrev är inte skickat'],
    ] as const) {
      const nej = await portal.ask('POST', path, secret, { ...annat, nyttId: given });
      expect(nej).toMatchObject({ status: 409, text: expect.stringContaining('>Nej, jag kan inte.</textarea>') });
      expect(nej.text).toContain(says);
      const next = /name="nyttId" value="([^"]*)"/.exec(nej.text)?.[1] ?? '';
      expect([nyttId, brev]).not.toContain(next);
      expect((await portal.ask('POST', path, secret, { ...annat, nyttId: next })).status).toBe(303);
    }
    expect(await till()).toHaveLength(5);
  });

  it('FRAGA-24 a beslut that was felmarkerat after it was sent says so, where it is listed and where it is read', async () => {
    const { store, tenant, akter, users, portal, secret } = await medBrev();
    const [{ personId, scope, utredningId }] = akter;
    const ids = [randomUUID(), randomUUID()];
    const put = (felmarkerade: number) =>
      changeScope(
        store,
        tenant,
        scope,
        ids.map((id, nr) => ({
          ...{ op: 'put', type: 'beslut', id },
          data: {
            ...{ utredningId, beslutskod: 'K', beslutsnamn: 'Kontaktperson', utfall: 'bifall', insatskategori: 'Kontaktperson' },
            ...{ beslutsdatum: '2026-11-20', giltigFran: '2026-11-21', enhet: 'lss', ...(nr < felmarkerade ? { felmarkerad: true } : {}) },
          },
        })),
      );
    await put(0);
    const meddelandeId = randomUUID();
    const meddelande: Meddelande = {
      fran: { slag: 'anvandare', anvandareId: users.anna.id, namn: 'Anna Ek' },
      till: [
        {
          ...{ slag: 'medborgare', namn: 'Märta', personnummer: marta.personnummer, aktiveringId: etjanstId(personId) },
          levererat: '2026-11-21T09:00:00.000Z',
        },
      ],
      ...{ nummer: [marta.personnummer], personId, amne: 'Beslut: Kontaktperson', text: 'x', bilagor: [], enhet: 'lss' },
      ...{ skickat: '2026-11-21T09:00:00.000Z', automatiskt: true, beslutIds: ids },
    };
    await changeScope(store, tenant, meddelandeScope(meddelandeId), [
      { op: 'put', type: 'meddelande', id: meddelandeId, data: meddelande },
    ]);
    for (const [felmarkerade, says] of [
      [0, undefined],
      [1, 'En del av det här beslutet är felaktigt registrerad. Kontakta din handläggare.'],
      [2, 'Det här beslutet är felaktigt registrerat. Kontakta din handläggare.'],
    ] as const) {
      await put(felmarkerade);
      for (const path of ['/beslut', `/meddelanden/${meddelandeId}`]) {
        const { text } = await portal.ask('GET', path, secret);
        expect(text).toContain('Beslut: Kontaktperson');
        if (says) expect(text).toContain(says);
        else expect(text).not.toContain('felaktigt');
      }
    }
  });

  it('MEDB-01 files come with a message, into the open case of the unit, once however often it is sent; a file that is refused takes nothing with it', async () => {
    const { portal, secret, till, brev, anna, akter, store, tenant } = await medBrev();
    const [{ personId, utredningId }] = akter;
    const foto = (width = 6) => new File([new Uint8Array(PNG.sync.write(new PNG({ width, height: 4 })))], 'Åsas intyg.png');
    const nyttId = randomUUID();
    const skriv = (filer: File[], over: object = {}) =>
      portal.ask('POST', '/skriv', secret, { nyttId, amne: 'Intyg', text: 'Här är det.', ...over }, {}, filer);
    const nej = await skriv([foto(), new File(['hej'], 'prov.exe')]);
    expect(nej).toMatchObject({ status: 422, text: expect.stringContaining('Filen prov.exe är varken PDF, JPEG eller PNG.') });
    for (const kvar of ['>Här är det.</textarea>', 'value="Intyg"', 'välj dem igen']) expect(nej.text).toContain(kvar);
    expect(await till()).toHaveLength(1);
    for (let times = 0; times < 2; times += 1) expect(await skriv([foto()])).toMatchObject({ status: 303, till: '/meddelanden?skickat' });
    await anna.catchUp();
    const dokument = [...anna.held].filter(([, { data }]) => 'knytsTill' in (data as object));
    expect(dokument.map(([, { data }]) => data)).toMatchObject([
      {
        rubrik: 'Åsas intyg',
        typ: 'Inkommen handling',
        avsandare: 'Åkesson, Märta',
        knytsTill: { type: 'utredning', id: utredningId },
        sidor: 1,
      },
    ]);
    const [stored] = await store.dokumentById(tenant, [dokument[0]?.[0] ?? '']);
    expect(stored).toMatchObject({ received: true, felmarkerat: false });
    expect((await till()).find(({ amne }) => amne === 'Intyg')).toMatchObject({ bilagor: [{ personId, rubrik: 'Åsas intyg', sidor: 1 }] });
    // They see what they sent, and open it.
    const sida = await portal.ask('GET', `/meddelanden/${nyttId}`, secret);
    expect(sida.text).toContain('Åsas intyg');
    expect((await portal.ask('GET', `/meddelanden/${nyttId}/bilaga/0`, secret)).headers['content-type']).toBe('application/pdf');
    // The same form with another file is another message.
    for (const [filer, text] of [
      [[foto()], 'Något annat.'],
      [[foto(7)], 'Här är det.'],
      [[], 'Här är det.'],
    ] as const) {
      const annan = await skriv([...filer], { text });
      expect(annan).toMatchObject({ status: 409, text: expect.stringContaining(`>${text}</textarea>`) });
      expect(annan.text).toContain('Detta skickades redan');
    }
    expect(await portal.ask('POST', `/meddelanden/${brev}`, secret, { nyttId: randomUUID(), text: 'Svar' }, {}, [foto()])).toMatchObject({
      status: 303,
    });
    expect(await till()).toHaveLength(3);
  });

  it('what was sent without a file stands so: one that comes with the same form is not filed; and without a case files are what is wrong', async () => {
    const { portal, secret, till, anna, akter, store, tenant } = await medBrev();
    const foto = new File([new Uint8Array(PNG.sync.write(new PNG({ width: 6, height: 4 })))], 'foto.png');
    const nyttId = randomUUID();
    const skriv = (filer?: File[], over: object = {}) =>
      portal.ask('POST', '/skriv', secret, { nyttId, amne: 'Intyg', text: 'Här är det.', ...over }, {}, filer);
    expect(await skriv()).toMatchObject({ status: 303 });
    expect((await skriv([foto])).text).toContain('Detta skickades redan med en annan text eller andra filer');
    const [{ scope, utredningId }] = akter;
    const dokument = async () => {
      await anna.catchUp();
      return [...anna.held.values()].filter(({ data }) => 'knytsTill' in (data as object));
    };
    expect(await dokument()).toEqual([]);
    await changeScope(store, tenant, scope, [{ op: 'delete', type: 'utredning', id: utredningId }]);
    const nej = await skriv([foto], { nyttId: randomUUID() });
    expect(nej).toMatchObject({ status: 422, text: expect.stringContaining('Du har inget ärende som filerna kan läggas i.') });
    expect(await skriv(undefined, { nyttId: randomUUID() })).toMatchObject({ status: 303 });
    expect(await till()).toHaveLength(3);
  });

  it('files that did not come along are said not to have, and nothing is sent without them by one press', async () => {
    const { portal, secret } = await medBrev({ limits: { sendsPerPerson: 1 } });
    const skriv = () =>
      portal.ask('POST', '/skriv', secret, { nyttId: randomUUID(), amne: 'Intyg', text: 'Här är det.' }, {}, [
        new File(['%PDF-'], 'a.pdf'),
      ]);
    await skriv();
    const forMycket = await skriv();
    expect(forMycket).toMatchObject({ status: 429, text: expect.stringContaining('Filerna du valde följde inte med.') });
    expect(forMycket.text).toContain('Här är det.');
    expect(forMycket.text).not.toContain('Försök igen</button>');
  });

  it('of who is not signed in what they typed is on the page, and no file is kept', async () => {
    const { portal, till } = await medBrev();
    const nej = await portal.ask('POST', '/skriv', undefined, { nyttId: randomUUID(), amne: 'Intyg', text: 'Här är det.' }, {}, [
      new File(['%PDF-'], 'a.pdf'),
    ]);
    expect(nej).toMatchObject({ status: 401, text: expect.stringContaining('Här är det.') });
    expect(nej.text).toContain('Filerna du valde följde inte med.');
    expect(await till()).toHaveLength(1);
  });

  it('what is missing is said at its field, and nothing is sent', async () => {
    const { portal, secret, till } = await medBrev();
    const fel = await portal.ask('POST', '/skriv', secret, { nyttId: randomUUID(), amne: ' ', text: 'Hej' });
    expect(fel).toMatchObject({ status: 422, text: expect.stringContaining('href="#amne"') });
    expect(fel.text).toContain('>Hej</textarea>');
    expect((await till()).map(({ amne }) => amne)).toEqual(['Kallelse']);
  });

  it('MEDB-08 when the e-service is over what was there is read, and nothing can be written: the text is still on the page', async () => {
    const { portal, secret, brev, satt, till } = await medBrev();
    await satt('avslutad');
    expect((await portal.ask('GET', `/meddelanden/${brev}`, secret)).text).toContain('Välkommen på torsdag!');
    const nej = await portal.ask('POST', `/meddelanden/${brev}`, secret, { nyttId: randomUUID(), text: 'Hallå?' });
    expect(nej).toMatchObject({ status: 403, text: expect.stringContaining('>Hallå?</textarea>') });
    expect(nej.text).toContain('E-tjänsten är avslutad, så meddelandet kunde inte skickas.');
    expect(await till()).toHaveLength(1);
  });
});

describe('sessions', () => {
  it('last as long as they are used, and no longer than the longest; what was typed when one ended is still on the page', async () => {
    const { portal, form, clock } = await kommun();
    const minutes = (count: number) => {
      clock.at = new Date(Date.parse('2026-11-30T12:00:00.000Z') + count * 60_000).toISOString();
    };
    const secret = await portal.signIn(marta, { endsIn: longestHours * 60 });
    for (let minute = 0; minute < longestHours * 60; minute += idleMinutes - 1) {
      minutes(minute);
      expect((await portal.ask('GET', '/ansokningar', secret)).status).toBe(200);
    }
    minutes(longestHours * 60);
    const over = await portal.ask('POST', `/ansok/${randomUUID()}`, secret, form);
    expect(over.status).toBe(401);
    expect(over.text).toContain('På torsdagar.');
  });

  it('one person is held to a number of requests and of sendings, one address to its own, and others are not', async () => {
    const { portal, form } = await kommun({ limits: { perPerson: 6, sendsPerPerson: 2, perAddress: 40, signInsPerAddress: 3 } });
    const [mine, other] = [await portal.signIn(marta), await portal.signIn(ny)];
    const send = () => portal.ask('POST', `/ansok/${randomUUID()}`, mine, { ...form, gor: 'spara' });
    const sent = [await send(), await send(), await send()];
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 429]);
    expect(sent[2]?.text, 'a menu of whom they act for is not known here').not.toContain('aria-label="Meny"');
    const again = await portal.signIn(marta);
    const pages: number[] = [];
    for (let times = 0; times < 4; times++) pages.push((await portal.ask('GET', '/ansokningar', again)).status);
    expect(pages).toEqual([200, 200, 200, 429]);
    expect((await portal.ask('GET', '/ansokningar', other)).status).toBe(200);
    const begun: number[] = [];
    for (let times = 0; times < 4; times++) begun.push((await portal.ask('GET', '/logga-in/prov')).status);
    expect(begun).toEqual([303, 303, 303, 429]);
    let last = 0;
    for (let times = 0; times < 40; times++) last = (await portal.ask('GET', '/')).status;
    expect(last).toBe(429);
  });

  it.each([
    [true, [200, 200, 429]],
    [false, [200, 200, 429]],
  ])('limits count the address that the proxy itself tells, when one is believed: %s', async (trustProxy, statuses) => {
    const { portal } = await kommun({ limits: { perAddress: 2 }, trustProxy });
    const of = async (forwarded: string) => (await portal.ask('GET', '/', undefined, {}, { 'x-forwarded-for': forwarded })).status;
    const got: number[] = [];
    for (const made of ['10.0.0.1', '10.0.0.2', '10.0.0.3']) got.push(await of(`${made}, 192.0.2.7`));
    expect(got).toEqual(statuses);
    expect(await of('10.0.0.1, 192.0.2.8')).toBe(trustProxy ? 200 : 429);
  });

  it('lättläst is chosen by a link, and stays chosen', async () => {
    const { portal } = await kommun();
    const chosen = await portal.ask('GET', '/?sprak=latt');
    expect(chosen.text).toContain('Sök stöd');
    expect(chosen.cookies).toEqual([expect.stringMatching(/^__Host-latt=1; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=/)]);
    const kept = await portal.ask('GET', '/LSS', undefined, {}, { cookie: '__Host-latt=1' });
    expect(kept.text).toContain('Vanlig svenska');
  });
});

describe('whatever is refused, all that was typed is on the page that says so', () => {
  const typed = { text: 'Det jag skrev', amne: 'Mitt ämne', telefon: '070-1740605', epost: 'jag@exempel.se' };
  const hasAll = ({ text: page }: { text: string }) => expect(Object.values(typed).filter((one) => !page.includes(one))).toEqual([]);

  it('signed out, of another session, too many by the person or by the address, none such, none’s, and when the database is gone', async () => {
    const limits = { sendsPerPerson: 2, perAddress: 9 };
    const { portal, form, store } = await kommun({ limits });
    const secret = await portal.signIn(marta);
    const other = await portal.signIn(ny);
    const path = `/ansok/${randomUUID()}`;
    const given = { ...form, ...typed };
    const post = (to: string, who = secret, over: object = {}, headers: object = {}) =>
      portal.ask('POST', to, who, { ...given, ...over }, headers);
    const answers = {
      401: await post(path, 'x'),
      403: await post(path, secret, { _token: 'x' }),
      404: await post(`/meddelanden/${randomUUID()}`),
      200: await post('/skriv', other),
      429: await post(path),
    };
    for (const [status, answer] of Object.entries(answers)) {
      expect(answer.status).toBe(Number(status));
      hasAll(answer);
    }
    expect(answers[429].text, 'to be sent again').toContain(`<form action="${path}" method="post"><input type="hidden" name="_token"`);
    const foreign = await post(path, secret, { text: '<b>Det jag skrev</b>' }, { origin: 'https://evil.example' });
    expect(foreign).toMatchObject({ status: 403, text: expect.stringContaining('&lt;b&gt;Det jag skrev') });
    for (const never of ['Det du skrev', 'type="hidden" name="text"']) expect(foreign.text).not.toContain(never);
    const { savePortalAnsokan } = store;
    store.savePortalAnsokan = () => Promise.reject(new Error('gone'));
    try {
      const gone = await post(path, other);
      hasAll(gone);
      expect(gone.text).toContain('Det är inte säkert att det hann sparas');
      expect(gone).toMatchObject({ status: 503, text: expect.stringContaining('Inloggad: Ny Inflyttad') });
    } finally {
      store.savePortalAnsokan = savePortalAnsokan;
    }
    for (let times = 0; times < 3; times++) await portal.ask('GET', '/');
    const address = await post(path, 'x');
    expect(address.status).toBe(429);
    hasAll(address);
  });

  it('what is no id names nothing: the database is not asked', async () => {
    const { portal } = await kommun();
    const secret = await portal.signIn(marta);
    for (const [method, path] of [
      ['GET', '/ansok/%00'],
      ['POST', '/ansok/%00'],
      ['POST', '/ansok/%00/ta-bort'],
      ['GET', '/ansokningar/%00'],
      ['GET', '/meddelanden/%00'],
      ['POST', '/foretrad/%00'],
    ] as const)
      expect({ path, status: (await portal.ask(method, path, secret)).status }).toEqual({ path, status: 404 });
  });
});

describe('ETJ-04 sign-in through the portal, with a real provider', () => {
  const closers: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  /** The portal listens as in a trial; the provider knows Märta, and one who is under 18. */
  async function listening() {
    const { tenant, store } = await kommun();
    let port = 0;
    const env = { HEMLIG: 'hemligheten' };
    const people = { marta: '199904122380', ungdom: '201501012395', avliden: '189001039800' };
    const redirects: string[] = [];
    const claims = { personnummer: 'pnr', fornamn: 'given_name' };
    // The address of each has to be known to the other before it listens.
    const blank = await openPortal(
      { store, clock: systemClock, handOver: async () => undefined, act: never, messages: createPortalMessages(store, never) },
      { port: 0 },
      options(tenant, false),
      () => port,
    );
    await blank.listen({ host: '127.0.0.1', port: 0 });
    port = (blank.server.address() as { port: number }).port;
    await blank.close();
    redirects.push(`http://127.0.0.1:${port}/inloggad/bankid`);
    const idp = await startElegitimation({
      clients: [{ client_id: 'portal', client_secret: env.HEMLIG, redirect_uris: redirects }],
      persons: Object.fromEntries(Object.entries(people).map(([som, pnr]) => [som, { claims: { pnr, given_name: som }, acr: 'loa3' }])),
    });
    closers.push(() => idp.close());
    const provider = {
      ...{ id: 'bankid', namn: 'BankID', issuer: idp.issuer, clientId: 'portal', scopes: ['openid'], claims, from: 'idToken' as const },
      auth: { method: 'client_secret_basic' as const, secretEnv: 'HEMLIG' },
      ...{ nummerform: '12' as const, maxAgeSeconds: 300, toleranceSeconds: 30 },
      level: { claim: 'acr', from: 'idToken' as const, accepted: ['loa3'], ask: true },
    };
    const app = await openPortal(
      { store, clock: systemClock, handOver: async () => undefined, act: never, messages: createPortalMessages(store, never) },
      { port: 0, providers: [provider], env },
      options(tenant, false),
      () => port,
    );
    await app.listen({ host: '127.0.0.1', port });
    closers.push(() => app.close());
    return { origin: `http://127.0.0.1:${port}`, tenant, store };
  }
  const options = (tenant: string, demo: boolean) => ({ tenant, host: '127.0.0.1', demo, trustProxy: false, logLevel: 'silent' });
  /** From the portal to the provider, where somebody is chosen, and back. */
  async function signIn(browser: Browser, origin: string, som: string, ingang = '') {
    const chooser = await browser.go(`${origin}/logga-in/bankid${ingang}`);
    return browser.go(`${chooser.url.href}?som=${som}`);
  }

  it('ETJ-01 ends where its entrance leads, with a secret of its own that no earlier one is', async () => {
    const { origin, tenant, store } = await listening();
    const browser = new Browser();
    expect((await browser.go(`${origin}/LSS`)).text).toContain('Logga in: BankID');
    browser.cookies(origin).set('session', 'planted-by-somebody');
    const page = await signIn(browser, origin, 'marta', '?ingang=lss');
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('Inloggad: marta') });
    expect(page.url.href).toBe(`${origin}/ansok?ingang=lss`);
    const first = browser.cookies(origin).get('session') ?? '';
    expect(first).toMatch(/^[\w-]{43}$/);
    expect(browser.cookies(origin).has('inloggning')).toBe(false);
    // Signed in again in the same browser: the earlier secret is worth nothing.
    await signIn(browser, origin, 'marta');
    expect(browser.cookies(origin).get('session')).not.toBe(first);
    const old = new Browser();
    old.cookies(origin).set('session', first);
    expect((await old.go(`${origin}/ansokningar`)).status).toBe(401);
    const logg = await databaseOf(store).selectFrom('access_log').select(['anvandare_id', 'detail']).where('tenant', '=', tenant).execute();
    const inloggad = { anvandare_id: `medborgare ${marta.personnummer}`, detail: 'e-tjänsten: loggade in' };
    expect(logg.filter(({ detail }) => detail === inloggad.detail)).toEqual([inloggad, inloggad]);
  });

  it('FORB-76 who is under 18 is told what to do instead, and who has died is not let in', async () => {
    const { origin, tenant, store } = await listening();
    const hen = randomUUID();
    await changeScope(store, tenant, `akt:${hen}`, [
      { op: 'put', type: 'person', id: hen, data: person({ personnummer: '189001039800', avliden: '2026-11-01' }) },
    ]);
    for (const [som, says] of [
      ['ungdom', 'En vårdnadshavare kan bli godkänd'],
      ['avliden', 'kan inte användas med den här e-legitimationen'],
      ['avbryt', 'Inloggningen avbröts'],
    ] as const) {
      const browser = new Browser();
      const page = await signIn(browser, origin, som);
      expect(page).toMatchObject({ status: 403, text: expect.stringContaining(says) });
      expect((await browser.go(`${origin}/ansokningar`)).status).toBe(401);
    }
  });

  it('an answer that this browser has not asked for signs nobody in, and one that it has does once', async () => {
    const { origin } = await listening();
    const [victim, other] = [new Browser(), new Browser()];
    const chooser = await other.go(`${origin}/logga-in/bankid`);
    let answer = new URL(`${chooser.url.href}?som=marta`);
    while (answer.origin !== origin) answer = new URL((await other.once(answer)).headers.get('location') ?? '', answer);
    expect((await victim.go(answer)).status).toBe(403);
    expect((await other.go(answer)).status).toBe(200);
    expect((await other.go(answer)).status).toBe(403);
  });

  it('choosing who one is works in demo mode alone', async () => {
    const { store, clock, portal, tenant } = await kommun();
    const real = await openPortal(
      { store, clock, handOver: async () => undefined, act: never, messages: createPortalMessages(store, never) },
      { port: 0 },
      options(tenant, false),
      () => 0,
    );
    closers.push(() => real.close());
    for (const url of ['/prov?state=x', '/logga-in/prov', '/inloggad/prov?state=x&personnummer=199904122380'])
      expect((await real.inject({ url })).statusCode).toBe(404);
    const begun = await portal.ask('GET', '/logga-in/prov');
    const cookie = begun.cookies[0]?.split(';')[0] ?? '';
    const back = `/inloggad/prov${new URL(begun.till ?? '', 'http://x').search}&personnummer=19990412-2380&fornamn=M`;
    const signedIn = await portal.ask('GET', back, undefined, {}, { cookie });
    expect(signedIn).toMatchObject({ status: 303, till: '/' });
    expect(signedIn.cookies).toEqual([
      expect.stringMatching(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/),
      expect.stringContaining('__Host-inloggning=; '),
    ]);
  });
});

describe('INK-01 MEDB-06 the inkomstblankett', () => {
  async function medBlankett() {
    const found = await kommun();
    const { store, tenant, akter, users, portal, client } = found;
    const [{ personId, scope }, other] = akter;
    await changeScope(store, tenant, other.scope, [
      { op: 'put', type: 'person', id: other.personId, data: person({ personnummer: '189001029819' }) },
    ]);
    const begard = { anvandareId: users.anna.id, namn: 'Anna Ek', at: '2026-11-01T09:00:00.000Z' };
    const etjanst: Etjanst = { lage: 'aktiv', begard, fungerarFran: '2026-11-02', inkomstblankett: true, rev: randomUUID() };
    const satt = (over: Partial<Etjanst>) =>
      changeScope(store, tenant, scope, [{ op: 'put', type: 'etjanst', id: etjanstId(personId), data: { ...etjanst, ...over } }]);
    await satt({ epost: 'marta@exempel.se' });
    const formularId = randomUUID();
    await changeScope(store, tenant, katalogScope, [
      { op: 'put', type: 'inkomstformular', id: formularId, data: formularet },
      {
        op: 'put',
        type: 'anvandare',
        id: users.bo.id,
        data: { ...users.bo.data, namn: 'Ingrid Sandberg', roller: ['avgiftshandlaggare'] },
      },
    ]);
    const [anna, ingrid] = [await client('anna'), await client('bo')];
    const blankettId = randomUUID();
    const skicka = { personId, blankettId, rev: randomUUID(), ar: 2026, formularId, sista: '2027-01-15' };
    const run = async (name: string, input: object) => (await ingrid.pushed(ingrid.command(name, input, { version: 1 }))).results;
    expect(await run('inkomst.skicka', skicka)).toMatchObject([{ outcome: 'ok' }]);
    const secret = await portal.signIn(marta);
    const ask = (method: 'GET' | 'POST', form?: Record<string, string>) => portal.ask(method, `/inkomst/${blankettId}`, secret, form);
    const value = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
    const form = async (over: Record<string, string> = {}) => {
      const { text: page } = await ask('GET');
      return { rev: value(page, 'rev'), svarId: value(page, 'svarId'), ...ifyllt, ...over };
    };
    const held = async (who: typeof anna) => {
      await who.catchUp();
      return [...who.held].map(([id, { data }]) => ({ id, data: data as object }));
    };
    const svaren = async () =>
      (await held(ingrid)).flatMap(({ id, data }) => ('blankettId' in data ? [{ id, ...(data as Inkomstsvar) }] : []));
    const blanketten = async (): Promise<Inkomstblankett> =>
      (await held(ingrid)).find(({ id }) => id === blankettId)?.data as Inkomstblankett;
    return { ...found, personId, blankettId, satt, anna, ingrid, run, secret, ask, form, held, svaren, blanketten };
  }
  const ifyllt = { 'rad-pension': '14 321', 'rad-boendeform': 'hyresratt', 'rad-hyresvard': 'Stångåstaden', intyg: 'ja', gor: 'skicka' };

  it('is told of, filled in with a draft, returned once however often the button is pressed, and then read only', async () => {
    const { portal, secret, ask, form, svaren, blanketten, tenant } = await medBlankett();
    const notiser = await databaseOf(at.server.store).selectFrom('notis').select(['kanal', 'slag']).where('tenant', '=', tenant).execute();
    expect(notiser).toEqual([{ kanal: 'epost', slag: 'nytt' }]);
    expect((await portal.ask('GET', '/inkomst', secret)).text).toContain('15 januari 2027');
    const { intyg: _, ...halv } = await form({ gor: 'spara', 'rad-pension': 'tolv tusen' });
    expect(await ask('POST', halv)).toMatchObject({ status: 303, till: expect.stringContaining('?sparat') });
    expect((await ask('GET')).text).toContain('value="tolv tusen"');
    const fel = await ask('POST', await form({ 'rad-pension': '12,5', 'rad-boendeform': '', intyg: '' }));
    expect(fel.status).toBe(422);
    for (const text of ['href="#rad-pension"', 'href="#rad-boendeform"', 'href="#intyg"', 'value="12,5"']) expect(fel.text).toContain(text);
    const given = await form();
    const both = await Promise.all([ask('POST', given), ask('POST', given)]);
    expect(both.map(({ till }) => till?.split('?')[1])).toEqual(['inlamnat', 'inlamnat']);
    expect(await svaren()).toMatchObject([
      {
        ...{ id: given.svarId, enhet: 'lss' },
        svar: [
          { kod: 'pension', kronor: 14_321 },
          { kod: 'boendeform', text: 'hyresratt' },
          { kod: 'hyresvard', text: 'Stångåstaden' },
        ],
      },
    ]);
    expect(await blanketten()).toMatchObject({ lage: 'inlamnad', svarId: given.svarId });
    const { text: klar } = await ask('GET');
    expect(klar).toContain('14\u00a0321\u00a0kr per månad');
    expect(klar).not.toContain('<textarea');
    const sent = await ask('POST', { ...given, svarId: randomUUID(), 'rad-pension': '99999' });
    expect(sent.status).toBe(409);
    expect(sent.text, 'what was typed is there').toContain('99999');
    const annat = await ask('POST', { ...given, 'rad-pension': '88888' });
    expect([annat.status, annat.text.includes('88888')], 'by the same form something else').toEqual([409, true]);
    expect(await svaren()).toHaveLength(1);
  });

  it('goes back to be completed with what was written in it, and comes again', async () => {
    const { ask, form, run, personId, blankettId, blanketten, svaren } = await medBlankett();
    const forst = await form();
    await ask('POST', forst);
    const komplettera = { personId, blankettId, svarId: forst.svarId, basRev: forst.svarId, rev: randomUUID() };
    expect(await run('inkomst.komplettera', { ...komplettera, text: 'Räntorna saknas', sista: '2027-01-20' })).toMatchObject([
      { outcome: 'ok' },
    ]);
    const { text: page } = await ask('GET');
    for (const text of ['Räntorna saknas', 'value="14321"', 'value="Stångåstaden"', '20 januari 2027']) expect(page).toContain(text);
    const igen = await form({ 'rad-kapital': '90' });
    expect((await ask('POST', igen)).status).toBe(303);
    const klar = { personId, blankettId, svarId: igen.svarId, basRev: igen.svarId, rev: randomUUID() };
    expect(await run('inkomst.klar', klar)).toMatchObject([{ outcome: 'ok' }]);
    expect(await blanketten()).toMatchObject({ lage: 'klar' });
    expect(await svaren()).toHaveLength(2);
    expect((await ask('GET')).text).toContain('Kommunen har gått igenom');
  });

  it('another window’s draft is shown beside one’s own; when the e-service is over, or it is taken back, nothing is taken in and what was typed is there', async () => {
    const { ask, form, run, satt, personId, blankettId, blanketten, svaren } = await medBlankett();
    const [mine, other] = [await form({ gor: 'spara' }), await form({ gor: 'spara', 'rad-pension': '777' })];
    await ask('POST', mine);
    const crossed = await ask('POST', other);
    expect(crossed.status).toBe(409);
    for (const text of ['value="777"', '14 321']) expect(crossed.text).toContain(text);
    const given = await form();
    await satt({ lage: 'avslutad' });
    const over = await ask('POST', given);
    expect([over.status, over.text.includes('14 321')]).toEqual([409, true]);
    expect((await ask('GET')).text).toContain('kan inte längre fyllas i');
    await satt({});
    const { rev: basRev } = await blanketten();
    expect(await run('inkomst.aterkalla', { personId, blankettId, basRev, rev: randomUUID() })).toMatchObject([{ outcome: 'ok' }]);
    const borta = await ask('POST', given);
    expect([borta.status, borta.text.includes('14 321')]).toEqual([404, true]);
    expect(await svaren()).toEqual([]);
  });

  it('INK-01 a handläggare is sent that it is out, and never what was told: no record, and nothing in the history', async () => {
    const { ask, form, run, anna, ingrid, held, personId, blankettId, client, users, tenant, store } = await medBlankett();
    const given = await form({ ovrigt: 'Jag har en livränta' });
    await ask('POST', given);
    const komplettera = { personId, blankettId, svarId: given.svarId, basRev: given.svarId, rev: randomUUID() };
    await run('inkomst.komplettera', { ...komplettera, text: 'Är livräntan 14321?', sista: '2027-01-20' });
    const hemligt = ['14321', '14 321', 'livränta', 'livräntan', 'Stångåstaden'];
    const has = async (who: typeof anna) => {
      const all = JSON.stringify(await held(who));
      return hemligt.filter((ord) => all.includes(ord));
    };
    expect(await has(ingrid)).toEqual(['14321', 'livränta', 'livräntan', 'Stångåstaden']);
    expect(await has(anna)).toEqual([]);
    expect((await held(anna)).find(({ id }) => id === blankettId)?.data).toMatchObject({ ar: 2026, lage: 'kompletteras' });
    expect((await held(anna)).filter(({ data }) => 'blankettId' in data)).toEqual([]);
    // The role is gone: so is what it read.
    await changeScope(store, tenant, katalogScope, [
      { op: 'put', type: 'anvandare', id: users.bo.id, data: { ...users.bo.data, roller: ['enhetschef'] } },
    ]);
    const chefen = await client('bo');
    expect(await has(chefen)).toEqual([]);
    const logg = JSON.stringify((await chefen.send(`/akter/${personId}/historik`)).body);
    expect(logg).toContain('inkomst.taEmot');
    expect(hemligt.filter((ord) => logg.includes(ord))).toEqual([]);
  });
});
