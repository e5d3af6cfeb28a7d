import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Etjanst, etjanstId, type Godkannande } from '../../shared/domain/etjanst/records.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import type { Samtycke } from '../../shared/domain/samtycke/records.ts';
import { aktScope, katalogScope } from '../../shared/domain/scope.ts';
import { formularet } from '../../shared/domain/testing/inkomst.ts';
import { chooseBlobs } from '../blobs/choose-blobs.ts';
import { databaseOf } from '../store/database-of.ts';
import { changeScope } from '../testing/change-scope.ts';
import { filed, put as putBytes } from '../testing/dokument.ts';
import { portalOrigin, testPortal } from '../testing/portal.ts';
import { testServer } from '../testing/server.ts';
import { person } from '../testing/small-kommun.ts';
import { portalRoutes } from './routes.ts';
import { formTokenOf } from './sessions.ts';

const at = testServer();
const clock = { at: '2026-11-30T12:00:00.000Z', now: () => new Date(clock.at) };

const marta = { personnummer: '199904122380', fornamn: 'Märta', efternamn: 'Åkesson' };
const nils = { personnummer: '189001019802', fornamn: 'Nils', efternamn: 'Nära' };
const annan = { personnummer: '189001029819', fornamn: 'Anders', efternamn: 'Annan' };
const avliden = { personnummer: '197010632391', fornamn: 'Död', efternamn: 'Död' };
const ungdom = { personnummer: '201501012395', fornamn: 'Unge', efternamn: 'Ung' };
/** Of age by her number; by the register a child. */
const enligtRegistret = { personnummer: '198001162380', fornamn: 'Barn', efternamn: 'Barn' };
/** What is Märta's, and on no page of anybody else's. */
const hemligt = [
  ...['Jag orkar inte längre gå ut', 'Märta', 'Åkesson', '070-174 06 05', 'Anna Ek', 'Vi kommer hem till dig på torsdag'],
  ...['14321', 'Inkomstblankett 2026'],
];

type Ids = Awaited<ReturnType<typeof kommun>>;
async function kommun() {
  const kommunen = await at.kommun();
  const { tenant, akter, users } = kommunen;
  const [{ personId, scope }, other] = akter;
  const { store } = at.server;
  await changeScope(store, tenant, other.scope, [
    { op: 'put', type: 'person', id: other.personId, data: person({ personnummer: '189001039800', efternamn: 'Någon', fornamn: 'Helt' }) },
  ]);
  const dod = randomUUID();
  await changeScope(store, tenant, aktScope(dod), [
    { op: 'put', type: 'person', id: dod, data: person({ personnummer: avliden.personnummer, avliden: '2026-11-01' }) },
  ]);
  const barn = randomUUID();
  await changeScope(store, tenant, aktScope(barn), [
    { op: 'put', type: 'person', id: barn, data: person({ personnummer: enligtRegistret.personnummer, fodelsedatum: '2015-01-01' }) },
  ]);
  const sig = { anvandareId: users.anna.id, namn: 'Anna Ek', at: '2026-11-01T09:00:00.000Z' };
  const [kontaktId, samtyckeId, godkannandeId] = [randomUUID(), randomUUID(), randomUUID()];
  const samtycke: Samtycke = {
    ...{
      enhet: 'lss',
      avser: 'Ombud i e-tjänsten',
      tillater: ['ombudETjanst'],
      till: { kontaktId, namn: 'Nära, Nils' },
      fran: '2026-01-01',
    },
    ...{ hur: 'skriftligt', mottaget: { dag: '2026-01-01', av: 'Anna Ek' }, registrerat: sig },
  };
  const godkannande: Godkannande = {
    ...{ enhet: 'lss', lage: 'aktiv', begard: sig, till: { kontaktId, namn: 'Nära, Nils', personnummer: nils.personnummer }, samtyckeId },
    ...{ fran: '2026-01-01', tom: '2026-12-31', rev: randomUUID() },
  };
  await changeScope(store, tenant, scope, [
    {
      op: 'put',
      type: 'kontakt',
      id: kontaktId,
      data: { typ: 'anhorig', namn: 'Nära, Nils', personnummer: nils.personnummer, rev: randomUUID() },
    },
    { op: 'put', type: 'samtycke', id: samtyckeId, data: samtycke },
    { op: 'put', type: 'godkannande', id: godkannandeId, data: godkannande },
  ]);
  const put = (type: 'samtycke' | 'godkannande' | 'person', id: string, data: object) =>
    changeScope(store, tenant, aktScope(personId), [{ op: 'put', type, id, data } as never]);
  const vault = chooseBlobs({ at: { dir: join(at.blobDir, 'dokument') }, keyDir: join(at.blobDir, 'nycklar') }, store);
  const portal = await testPortal(store, tenant, {
    vault,
    clock,
    limits: { perPerson: 1e6, sendsPerPerson: 1e6, perAddress: 1e6, signInsPerAddress: 1e6 },
  });
  const etjanst: Etjanst = {
    ...{ lage: 'aktiv', begard: sig, fungerarFran: '2026-11-02', inkomstblankett: true, rev: randomUUID() },
    sms: { telefon: 2, nummer: '070-174 06 05' },
  };
  await changeScope(store, tenant, scope, [{ op: 'put', type: 'etjanst', id: etjanstId(personId), data: etjanst }]);
  await store.followPortalKontakter(tenant);
  await changeScope(store, tenant, katalogScope, [
    {
      op: 'put',
      type: 'vardelista',
      id: randomUUID(),
      data: {
        lista: 'enhet',
        varden: [{ namn: 'LSS', kod: 'lss', brevlador: [{ kod: 'lss', namn: 'LSS Myndighet', medborgarnas: true }] }],
      },
    },
  ]);
  const anna = await kommunen.client('anna');
  const pdf = Buffer.from('%PDF-1.7 hembesöket');
  const dokumentId = await filed(anna, kommunen, pdf);
  await putBytes(anna, dokumentId, pdf);
  const brev = randomUUID();
  const skicka = {
    ...{ gruppId: brev, delar: [{ meddelandeId: brev, personId, till: [{ slag: 'kund' }] }], amne: 'Kallelse', text: hemligt[5] },
    ...{ bilagor: [{ personId, dokumentId }], laskvitto: false, bekraftad: false },
  };
  const { results } = await anna.pushed(anna.command('meddelande.skicka', skicka, { version: 1 }));
  expect(results).toMatchObject([{ outcome: 'ok' }]);
  const blankett = randomUUID();
  const formular = randomUUID();
  await changeScope(store, tenant, katalogScope, [{ op: 'put', type: 'inkomstformular', id: formular, data: formularet }]);
  await changeScope(store, tenant, scope, [
    {
      ...{ op: 'put', type: 'inkomstblankett', id: blankett },
      data: {
        ...{ ar: 2026, formularId: formular, avgiftsenhet: 'lss', lage: 'ute', skickad: { ...sig, namn: 'Ingrid Sandberg' } },
        ...{ sista: '2026-12-15', rev: randomUUID() },
      },
    },
  ]);
  const ifyllt = JSON.stringify({ rader: { pension: '14321' }, ovrigt: '', avstar: false });
  await store.savePortalInkomst(tenant, blankett, { ifyllt, rev: 'r1', savedAt: clock.at }, null);
  const profil = { mobil: '070-174 06 09', epost: '', basRev: etjanst.rev, rev: randomUUID() };
  const [utkast, skickad] = [randomUUID(), randomUUID()];
  const text = {
    ingang: 'lss' as const,
    insatsId: null,
    insats: 'Vet inte – hjälp mig välja',
    text: hemligt[0] as string,
    telefon: '070-174 06 05',
    epost: '',
  };
  const save = (id: string, send?: { eansokanId: string; commandId: string }) =>
    store.savePortalAnsokan({ tenant, ...marta }, { id, ...text, rev: 'r1' }, { basRev: null, at: clock.at, send });
  await save(utkast);
  await save(skickad, { eansokanId: randomUUID(), commandId: randomUUID() });
  return {
    tenant,
    personId,
    portal,
    godkannandeId,
    samtyckeId,
    utkast,
    skickad,
    samtycke,
    godkannande,
    put,
    profil,
    brev,
    blankett,
    dokumentId,
  };
}

type Egen = {
  /** The address, with Märta's own ids in it. */
  path(ids: Ids): string;
  form?(ids: Ids): Record<string, string>;
  /** Märta, for herself. */
  egen: number;
  /** Somebody else, with Märta's ids: nothing of hers, and nothing of hers changed. */
  annan: number;
  /** Nils, who acts for Märta and may; absent = only for oneself: refused. */
  foretradare?: number;
};
type Oppen = { path(ids: Ids): string; oppen: number };

const nyttBrev = () => ({ nyttId: randomUUID(), amne: 'En fråga', text: 'När kommer ni?' });

/** Every route of the portal. One that is not here fails the first test: say of it who sees what. */
const table: Record<string, Egen | Oppen> = {
  'GET /': { path: () => '/', oppen: 200 },
  'GET /BistandAldre': { path: () => '/BistandAldre', oppen: 200 },
  'GET /LSS': { path: () => '/lss', oppen: 200 },
  'GET /logga-in': { path: () => '/logga-in', oppen: 200 },
  'GET /logga-in/:provider': { path: () => '/logga-in/prov', oppen: 303 },
  'GET /inloggad/:provider': { path: () => '/inloggad/prov?state=x&personnummer=199904122380', oppen: 403 },
  'GET /prov': { path: () => '/prov?state=x', oppen: 200 },
  'POST /logga-ut': { path: () => '/logga-ut', egen: 303, annan: 303, foretradare: 303 },
  'GET /ansok': { path: () => '/ansok?ingang=lss', egen: 200, annan: 200 },
  'GET /ansok/:id': { path: ({ utkast }) => `/ansok/${utkast}`, egen: 200, annan: 404 },
  'POST /ansok/:id': {
    path: ({ utkast }) => `/ansok/${utkast}`,
    form: () => ({ rev: 'r1', insats: 'vet-inte', text: 'Ny text', telefon: '', epost: '', ingang: 'lss', gor: 'spara' }),
    egen: 303,
    annan: 409,
  },
  'POST /ansok/:id/ta-bort': { path: ({ utkast }) => `/ansok/${utkast}/ta-bort`, form: () => ({ rev: 'r1' }), egen: 303, annan: 303 },
  'GET /ansokningar': { path: () => '/ansokningar', egen: 200, annan: 200 },
  'GET /ansokningar/:id': { path: ({ skickad }) => `/ansokningar/${skickad}`, egen: 200, annan: 404 },
  'GET /beslut': { path: () => '/beslut', egen: 200, annan: 200, foretradare: 200 },
  'GET /meddelanden': { path: () => '/meddelanden', egen: 200, annan: 200, foretradare: 200 },
  'GET /meddelanden/:id': { path: ({ brev }) => `/meddelanden/${brev}`, egen: 200, annan: 404, foretradare: 404 },
  'POST /meddelanden/:id': { path: ({ brev }) => `/meddelanden/${brev}`, form: nyttBrev, egen: 303, annan: 404, foretradare: 404 },
  'GET /meddelanden/:id/bilaga/:nr': { path: ({ brev }) => `/meddelanden/${brev}/bilaga/0`, egen: 200, annan: 404, foretradare: 404 },
  'GET /skriv': { path: () => '/skriv', egen: 200, annan: 200, foretradare: 200 },
  'POST /skriv': { path: () => '/skriv', form: nyttBrev, egen: 303, annan: 200, foretradare: 303 },
  'GET /inkomst': { path: () => '/inkomst', egen: 200, annan: 200 },
  'GET /inkomst/:id': { path: ({ blankett }) => `/inkomst/${blankett}`, egen: 200, annan: 404 },
  'POST /inkomst/:id': {
    path: ({ blankett }) => `/inkomst/${blankett}`,
    form: () => ({ rev: 'r1', svarId: randomUUID(), 'rad-pension': '17654', ovrigt: 'Hyran höjs i mars', gor: 'spara' }),
    ...{ egen: 303, annan: 404 },
  },
  'GET /profil': { path: () => '/profil', egen: 200, annan: 200 },
  'POST /profil': { path: () => '/profil', form: ({ profil }) => profil, egen: 303, annan: 200 },
  'GET /kontakter': { path: () => '/kontakter', egen: 200, annan: 200, foretradare: 200 },
  'GET /foretrad': { path: () => '/foretrad', egen: 200, annan: 200, foretradare: 200 },
  'POST /foretrad/:godkannandeId': { path: ({ godkannandeId }) => `/foretrad/${godkannandeId}`, egen: 404, annan: 404, foretradare: 303 },
  'POST /foretrad/sluta': { path: () => '/foretrad/sluta', egen: 303, annan: 303, foretradare: 303 },
};
const routes = portalRoutes(() => undefined);
const keyOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
const rows = routes.map((route) => ({ ...route, key: keyOf(route), row: table[keyOf(route)] as Egen | Oppen }));
const egna = rows.filter((one): one is typeof one & { row: Egen } => 'egen' in one.row);

it('each route stands in the table, and says there what it says in the list', () => {
  expect(routes.map(keyOf).sort()).toEqual(Object.keys(table).sort());
  for (const { key, access, method, row } of rows) {
    expect({ key, open: access === 'anyone', acting: access === 'either' }).toEqual({
      key,
      open: 'oppen' in row,
      acting: 'foretradare' in row,
    });
    // A form of nobody's session would be anybody's to send.
    expect(method === 'POST' && access === 'anyone', key).toBe(false);
  }
});

let k: Ids;
beforeAll(async () => {
  k = await kommun();
});
const tidigare = () => {
  clock.at = '2026-11-30T12:00:00.000Z';
};
const ask = (
  portal: Ids['portal'],
  { method, row }: { method: 'GET' | 'POST'; row: Egen | Oppen },
  ids: Ids,
  secret?: string,
  headers?: object,
) => portal.ask(method, row.path(ids), secret, 'form' in row ? row.form?.(ids) : {}, headers);
const utan = (text: string) => expect(hemligt.filter((ord) => text.includes(ord))).toEqual([]);
const utkasten = async ({ tenant }: Ids) =>
  (await at.server.store.portalAnsokningar({ tenant, personnummer: marta.personnummer })).map(({ text }) => text);

describe.each(rows)('$key', (one) => {
  it('says to the browser that nothing runs, nothing is kept and nobody frames it', async () => {
    const { headers } = await ask(k.portal, one, k);
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; .*form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
      ),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=31536000',
      'referrer-policy': 'same-origin',
    });
  });
  it('without a sign-in', async () => {
    const { status, text } = await ask(k.portal, one, k);
    expect(status).toBe('oppen' in one.row ? one.row.oppen : one.method === 'POST' ? 401 : 401);
    utan(text);
    expect(text).not.toContain('<script');
  });
});

describe.each(egna)('$key', (one) => {
  it('after a sign-out, after the longest time, and after a time of nothing', async () => {
    const out = await k.portal.signIn(marta);
    expect(await k.portal.ask('POST', '/logga-ut', out)).toMatchObject({ status: 303, till: '/' });
    const long = await k.portal.signIn(marta, { endsIn: 1 });
    const idle = await k.portal.signIn(marta, { endsIn: 240 });
    clock.at = '2026-11-30T12:30:01.000Z';
    for (const secret of [out, long, idle, 'x', '']) {
      const { status, text } = await ask(k.portal, one, k, secret);
      expect(status).toBe(401);
      utan(text);
    }
    tidigare();
  });
  it('FORB-76 by somebody under 18, or who has died, however they came in: refused, and signed out', async () => {
    for (const [who, says] of [
      [ungdom, 'under 18 år'],
      [enligtRegistret, 'under 18 år'],
      [avliden, 'kan inte användas med den här e-legitimationen'],
    ] as const) {
      const secret = await k.portal.signIn(who);
      const { status, text } = await ask(k.portal, one, k, secret);
      expect(status).toBe(403);
      expect(text).toContain(says);
      utan(text);
      expect((await k.portal.ask('GET', '/ansokningar', secret)).status).toBe(401);
    }
  });
  it('by somebody else, with the ids of what is not theirs', async () => {
    const { status, text } = await ask(k.portal, one, k, await k.portal.signIn(annan));
    expect(status).toBe(one.row.annan);
    utan(text);
    expect(await utkasten(k)).toEqual([hemligt[0], hemligt[0]]);
  });
  it('ETJ-03 ETJ-06 by who acts for her: what may be, with whom they act for; and nothing else', async () => {
    const secret = await k.portal.signIn(nils, { godkannandeId: k.godkannandeId });
    const { status, text } = await ask(k.portal, one, k, secret);
    expect(status).toBe(one.row.foretradare ?? 403);
    if (status === 200 || status === 403) expect(text).toContain('Du företräder Märta Åkesson');
    if (one.row.foretradare === undefined) expect(text).toContain('Det här kan du inte göra när du företräder');
    const visas = one.key === 'GET /kontakter' ? ['Märta', 'Åkesson', 'Anna Ek'] : ['Märta', 'Åkesson'];
    expect(hemligt.filter((ord) => !visas.includes(ord) && text.includes(ord))).toEqual([]);
    if (one.key === 'GET /kontakter') expect(text).toContain('Anna Ek');
    expect(await utkasten(k)).toEqual([hemligt[0], hemligt[0]]);
  });
  if (one.method === 'POST')
    it('from a page of another site, without the form’s own token, and with another session’s', async () => {
      const mine = await k.portal.signIn(marta);
      const other = await k.portal.signIn(marta);
      const form = one.row.form?.(k) ?? {};
      const tries = [
        await k.portal.ask('POST', one.row.path(k), mine, form, { origin: 'https://evil.example' }),
        await k.portal.ask('POST', one.row.path(k), mine, form, { origin: 'null' }),
        await k.portal.ask('POST', one.row.path(k), mine, { ...form, _token: '' }),
        await k.portal.ask('POST', one.row.path(k), mine, { ...form, _token: other }),
      ];
      expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
      for (const { text } of tries) utan(text.replaceAll('Inloggad: Märta Åkesson', ''));
      expect((await k.portal.ask('GET', '/ansokningar', mine)).status, 'still signed in').toBe(200);
      expect(await utkasten(k)).toEqual([hemligt[0], hemligt[0]]);
    });
  if (one.method === 'POST')
    it('ETJ-06 from a page that was shown for somebody else: nothing is done in another’s name, and what was typed is there', async () => {
      const form = one.row.form?.(k) ?? {};
      const typed = ['text', 'amne', 'mobil', 'rad-pension', 'ovrigt'].map((name) => form[name] ?? '').filter(Boolean);
      for (const [who, sessionsFor, pageFor] of [
        [nils, k.godkannandeId, null],
        [nils, null, k.godkannandeId],
        [marta, null, k.godkannandeId],
      ] as const) {
        const secret = await k.portal.signIn(who, sessionsFor === null ? {} : { godkannandeId: sessionsFor });
        const given = { ...form, _token: formTokenOf(secret, pageFor) };
        const { status, text } = await k.portal.ask('POST', one.row.path(k), secret, given);
        if ('unbound' in one) {
          expect([303, 404]).toContain(status);
          continue;
        }
        expect(status).toBe(409);
        expect(text).toContain(sessionsFor === null ? 'Nu är du här för dig själv' : 'Nu företräder du Märta Åkesson');
        expect(typed.filter((each) => !text.includes(each))).toEqual([]);
      }
      expect(await utkasten(k)).toEqual([hemligt[0], hemligt[0]]);
    });
});

type Slut = [string, (ids: Ids) => Promise<unknown>];
describe.each<Slut>([
  [
    'the approval is over since yesterday',
    ({ put, godkannandeId, godkannande }) => put('godkannande', godkannandeId, { ...godkannande, tom: '2026-11-29' }),
  ],
  [
    'it begins tomorrow',
    ({ put, godkannandeId, godkannande }) => put('godkannande', godkannandeId, { ...godkannande, fran: '2026-12-01' }),
  ],
  ['it was ended', ({ put, godkannandeId, godkannande }) => put('godkannande', godkannandeId, { ...godkannande, lage: 'avslutad' })],
  [
    'it waits for the night',
    ({ put, godkannandeId, godkannande }) => put('godkannande', godkannandeId, { ...godkannande, lage: 'vantarPaNatten' }),
  ],
  [
    'the samtycke was taken back today',
    ({ put, samtyckeId, samtycke }) =>
      put('samtycke', samtyckeId, {
        ...samtycke,
        aterkallat: { dag: '2026-11-30', hur: 'muntligt', av: 'Märta', registrerat: samtycke.registrerat },
      }),
  ],
  ['she has died', ({ put, personId }) => put('person', personId, person({ avliden: '2026-11-28' }))],
  [
    'FRAGA-62 she has skyddad folkbokföring',
    ({ put, personId }) => put('person', personId, person({ skydd: 'skyddadFolkbokforing' } as Partial<Person>)),
  ],
])('FORB-65 FORB-66 %s', (_, end) => {
  let ids: Ids;
  beforeAll(async () => {
    ids = await kommun();
    await end(ids);
  });
  it.each(egna)('$key by who acted for her: nothing of hers, and they act for nobody any more', async (one) => {
    const secret = await ids.portal.signIn(nils, { godkannandeId: ids.godkannandeId });
    const { status, text } = await ask(ids.portal, one, ids, secret);
    expect(status).toBe(403);
    if (one.method === 'GET') expect(text).toContain('Du är inte längre godkänd');
    utan(text);
  });
  it('and they cannot begin again', async () => {
    const secret = await ids.portal.signIn(nils);
    const mine = await ids.portal.ask('GET', '/foretrad', secret);
    expect(mine.text).toContain('Du är inte godkänd att företräda någon just nu');
    utan(mine.text);
    expect((await ids.portal.ask('POST', `/foretrad/${ids.godkannandeId}`, secret)).status).toBe(404);
  });
});

describe.each(egna)('$key', (one) => {
  it('by Märta herself: and the access log has it', async () => {
    // What is only read is read of the same.
    const ids = one.method === 'GET' ? k : await kommun();
    const logg = databaseOf(at.server.store);
    await logg.deleteFrom('access_log').where('tenant', '=', ids.tenant).execute();
    const { status, text } = await ask(ids.portal, one, ids, await ids.portal.signIn(marta));
    expect(status).toBe(one.row.egen);
    if (/^GET .*(ansok\/|ansokningar\/)/.test(one.key)) expect(text).toContain(hemligt[0]);
    if (one.key === 'GET /meddelanden/:id') expect(text).toContain(hemligt[5]);
    if (one.key.includes('bilaga')) expect(text).toBe('%PDF-1.7 hembesöket');
    if (one.key === 'GET /inkomst/:id') expect(text).toContain('value="14321"');
    if (one.key === 'GET /inkomst') expect(text).toContain('Inkomstblankett 2026');
    if (one.key === 'GET /profil') expect(text).toContain('070-174 06 05');
    if (one.key === 'GET /kontakter') expect(text).toContain('Anna Ek');
    const route = routes.find((each) => keyOf(each) === one.key);
    const rowsOf = await logg
      .selectFrom('access_log')
      .select(['anvandare_id', 'client_id', 'person_id', 'detail'])
      .where('tenant', '=', ids.tenant)
      .execute();
    // Of what was refused nothing was done.
    const what = route && 'logged' in route && one.row.egen < 400 ? route.logged : undefined;
    expect(rowsOf).toEqual(
      what === undefined
        ? []
        : [
            {
              anvandare_id: `medborgare ${marta.personnummer}`,
              client_id: 'portal',
              person_id: ids.personId,
              detail: `e-tjänsten: ${what}`,
            },
          ],
    );
  });
});

it('MEDB-01 what is marked as wrong, or gone, is not given out, and nobody is told to try again', async () => {
  const ids = await kommun();
  const secret = await ids.portal.signIn(marta);
  const bilaga = () => ids.portal.ask('GET', `/meddelanden/${ids.brev}/bilaga/0`, secret);
  expect(await bilaga()).toMatchObject({ status: 200, text: '%PDF-1.7 hembesöket' });
  const db = databaseOf(at.server.store);
  const found = await db
    .selectFrom('record')
    .select('data')
    .where('tenant', '=', ids.tenant)
    .where('id', '=', ids.dokumentId)
    .executeTakeFirstOrThrow();
  const felmarkerad = { anvandareId: randomUUID(), namn: 'Anna Ek', at: clock.at, orsak: 'Fel kund' };
  for (const change of [
    { op: 'put', type: 'dokument', id: ids.dokumentId, data: { ...(found.data as object), felmarkerad } },
    { op: 'delete', type: 'dokument', id: ids.dokumentId },
  ]) {
    await changeScope(at.server.store, ids.tenant, aktScope(ids.personId), [change as never]);
    const { status, text } = await bilaga();
    expect(status).toBe(410);
    expect(text).toContain('Bilagan går inte längre att öppna');
  }
});

it('addresses that are none, methods that are none, and a body that is none', async () => {
  const secret = await k.portal.signIn(marta);
  for (const [method, path] of [
    ['GET', '/finns-inte'],
    ['GET', '/ansok/../../etc'],
    ['POST', '/ansok'],
    ['GET', '/%zz'],
  ] as const)
    expect(await k.portal.ask(method, path, secret)).toMatchObject({ status: 404, headers: { 'cache-control': 'no-store' } });
  for (const path of ['//evil.example//x', '/.//evil.example', '//evil.example/?sprak=latt', '//%']) {
    const { status, text, till } = await k.portal.ask('GET', path, secret);
    expect({ path, status, till }).toEqual({ path, status: 404, till: undefined });
    expect(text).not.toMatch(/(href|action|src)="(\/\/|\/\\|https?:)/);
  }
  const big = await k.portal.ask('POST', `/ansok/${k.utkast}`, secret, { text: 'x'.repeat(1_100_000) });
  expect(big.status).toBe(413);
  const json = await k.portal.app.inject({
    method: 'POST',
    url: '/logga-ut',
    headers: { origin: portalOrigin, cookie: `__Host-session=${secret}`, 'content-type': 'application/json' },
    payload: '{}',
  });
  expect(json.statusCode).toBe(404);
});
