import { afterEach, beforeEach, expect, test } from 'vitest';
import { displayName } from '../../shared/domain/person/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { fromPlainText, plainText } from '../../shared/domain/text/text.ts';
import {
  aktualiseringRecord,
  anteckningRecord,
  anvandare,
  ids,
  personData,
  personRecord,
  signeradAv,
  stored,
  utredningRecord,
  uuid,
  verkstallighetRecord,
} from './testing/records.ts';
import { testServices } from './testing/services.ts';

const anna = uuid(101);
const bo = uuid(102);
const skyddad = uuid(103);
const barn = uuid(104);
const utredning = uuid(201);
const verkstallighet = uuid(202);
const lssInsatser = uuid(203);

let t: ReturnType<typeof testServices>;
beforeEach(() => {
  t = testServices([
    personRecord(anna),
    personRecord(bo, { personnummer: '190004122380', fodelsedatum: '1900-04-12', efternamn: 'Åberg', fornamn: 'Bo', kundnummer: '1002' }),
    personRecord(skyddad, {
      personnummer: '198505052385',
      fodelsedatum: '1985-05-05',
      efternamn: 'Ekström',
      fornamn: 'Sara',
      skydd: 'skyddadFolkbokforing',
      adress: { gata: 'Hemlig 1', postnummer: '111 11', ort: 'Hemort' },
    }),
    personRecord(barn, { personnummer: '201501022380', fodelsedatum: '2015-01-02', efternamn: 'Lind', fornamn: 'Kim' }),
    utredningRecord(anna, utredning),
    verkstallighetRecord(anna, verkstallighet),
    verkstallighetRecord(anna, lssInsatser, { insatskategori: 'LSS Insatser', utforareId: ids.funktion3, lssInsatser: true }),
    anteckningRecord(anna, uuid(301), {
      dokumentation: { slag: 'utredning', id: utredning },
      titel: 'Hembesök',
      handelsedatum: '2026-11-02',
    }),
    anteckningRecord(anna, uuid(302), {
      dokumentation: { slag: 'utredning', id: utredning },
      rubrikKod: 'BEDOMNING_BARN',
      handelsedatum: '2026-11-03',
      signerad: signeradAv(),
    }),
    anteckningRecord(anna, uuid(303), { dokumentation: { slag: 'verkstallighet', id: verkstallighet }, rubrikKod: 'ANTECKNING' }),
  ]);
});
afterEach(() => t.close());

const openAnna = () => t.call['kund.oppna']({ personId: anna });

test('SOK-03 FORB-01 a search is logged; a hint is no search', () => {
  const hits = t.call['sok.person']({ text: '990412-2380', arhundrade: 'alla' });
  expect(hits).toMatchObject({ slag: 'traffar', annatArhundrade: false, fler: false, ofullstandig: false });
  expect(hits.slag === 'traffar' && hits.rader.map((rad) => [rad.personId, rad.alder, rad.ort])).toEqual([[anna, 27, 'Helsingborg']]);
  expect(t.call['sok.person']({ text: 'anna', arhundrade: 'alla' })).toEqual({ slag: 'hjalp', hjalp: 'ett-namn' });
  expect(t.accessLog()).toMatchObject([{ action: 'sokt', personId: null, detail: '990412-2380' }]);
});

test('FRAGA-62 a search asked again under its id is logged once; other words or another id are another search', () => {
  const ask = (text: string, id?: string) => t.call['sok.person']({ text, arhundrade: 'alla', ...(id ? { id } : {}) });
  for (const [text, id] of [
    ['Ek*', uuid(900)],
    ['Ek*', uuid(900)],
    ['Eks*', uuid(900)],
    ['Ek*', uuid(901)],
    ['Ek*', undefined],
    ['Ek*', undefined],
  ] as const) {
    ask(text, id);
  }
  expect(t.accessLog().map(({ detail }) => detail)).toEqual(['Ek*', 'Eks*', 'Ek*', 'Ek*', 'Ek*']);
});

test('SOK-04 FORB-01 a century with no hit gives the other one’s, and says so', () => {
  const wrong = t.call['sok.person']({ text: '000412*', arhundrade: '20' });
  expect(wrong).toMatchObject({ annatArhundrade: true, rader: [{ personId: bo, fodelsedatum: '1900-04-12' }] });
  expect(t.call['sok.person']({ text: '000412*', arhundrade: '19' })).toMatchObject({ annatArhundrade: false, rader: [{ personId: bo }] });
  // Eight digits name the century themselves: no other is looked in.
  expect(t.call['sok.person']({ text: '20000412*', arhundrade: '20' })).toMatchObject({ annatArhundrade: false, rader: [] });
});

test('FRAGA-62 a person with skyddad folkbokföring has no place in any row, and no address in the view', () => {
  const hits = t.call['sok.person']({ text: 'ekström sara', arhundrade: 'alla' });
  expect(hits).toMatchObject({ rader: [{ personId: skyddad, namn: 'Ekström, Sara', skydd: 'skyddadFolkbokforing' }] });
  expect(JSON.stringify(hits)).not.toContain('Hemort');
  const view = t.call['kund.oppna']({ personId: skyddad, skal: 'Ansökan har kommit in' });
  expect(JSON.stringify(view)).not.toContain('Hem');
});

test('FRAGA-62 opening is logged before it is shown, skyddad folkbokföring asks for a reason', () => {
  expect(() => t.call['kund.oppna']({ personId: skyddad })).toThrow('skal-kravs');
  expect(t.accessLog()).toEqual([]);
  t.call['kund.oppna']({ personId: skyddad, skal: 'Ansökan har kommit in' });
  expect(t.accessLog()).toMatchObject([{ action: 'oppnad', personId: skyddad, detail: 'Ansökan har kommit in' }]);
});

test('FRAGA-62 no part of an akt is shown before it is opened', () => {
  const ref = { personId: anna, dokumentation: { slag: 'utredning' as const, id: utredning } };
  for (const read of [
    () => t.call['kund.hamta']({ personId: anna }),
    () => t.call['kund.trad']({ personId: anna }),
    () => t.call['dokumentation.hamta'](ref),
    () => t.call['dokumentation.noter']({ ...ref, ids: [] }),
    () => t.call['vy.las']({ name: 'kund.akt', input: { personId: anna } }),
  ]) {
    expect(read).toThrow(expect.objectContaining({ code: 'finns-inte', detail: 'inte-oppnad' }));
  }
  openAnna();
  t.call['kund.hamta']({ personId: anna });
  t.call['kund.trad']({ personId: anna });
  t.call['dokumentation.hamta'](ref);
  t.call['dokumentation.hamta'](ref);
  expect(t.accessLog().map(({ action, detail }) => [action, detail])).toEqual([
    ['oppnad', undefined],
    ['last', `utredning:${utredning}`],
  ]);
});

test('PERS-01 FORB-08 the kund’s view: age, household, contacts, look-alikes, a missing vårdnadshavare', () => {
  expect(openAnna()).toMatchObject({ alder: 27, saknarVardnadshavare: false, iKundlistan: false, kontakter: [], hushall: [] });
  expect(t.call['kund.oppna']({ personId: barn })).toMatchObject({ alder: 11, saknarVardnadshavare: true, lass: false });
  expect(() => t.call['kund.oppna']({ personId: uuid(999) })).toThrow('finns-inte');
});

test('SOK-11 FRAGA-03 the latest kunder, newest first and once each; the note of it is no work of the user’s', () => {
  openAnna();
  t.tick();
  t.call['kund.oppna']({ personId: bo });
  t.tick();
  openAnna();
  expect(t.call['kunder.senaste']({}).map(({ personId, person }) => [personId, person?.namn])).toEqual([
    [anna, displayName(personData())],
    [bo, 'Åberg, Bo'],
  ]);
  expect(t.call['utkorg.lista']({})).toEqual([]);
});

test('KLISTA-01 KLISTA-02 KLISTA-03 the own list in Swedish order, and what is no longer held stands last', () => {
  for (const personId of [uuid(999), bo, anna]) t.call['kommando.kor']({ name: 'kundlista.laggTill', input: { personId } });
  expect(t.call['kunder.lista']({}).map(({ person }) => person?.namn ?? null)).toEqual(['Ekström, Linnea Maria', 'Åberg, Bo', null]);
  expect(openAnna().iKundlistan).toBe(true);
  t.call['kommando.kor']({ name: 'kundlista.taBort', input: { personId: anna } });
  expect(t.call['kund.hamta']({ personId: anna }).iKundlistan).toBe(false);
});

test('MINA-01 SOK-01 own open utredningar by lagfrist (FL 12 §), with what changed since last seen', () => {
  t.apply([
    utredningRecord(bo, uuid(211), { inkomDatum: '2026-05-01', ansvarigHandlaggareId: ids.handlaggare }),
    utredningRecord(bo, uuid(212), { inkomDatum: '2026-01-01', ansvarigHandlaggareId: ids.kollega }),
    utredningRecord(bo, uuid(213), { inkomDatum: '2026-01-01', slutdatum: '2026-02-01' }),
    utredningRecord(bo, uuid(214), { inkomDatum: '2025-01-01', startdatum: '2025-01-01' }),
    utredningRecord(bo, uuid(215), { inkomDatum: '2025-01-01', startdatum: '2025-02-01', lass: true }),
    ...[uuid(211), uuid(212), uuid(213), uuid(215)].map((utredningId, n) => aktualiseringRecord(bo, uuid(231 + n), { utredningId })),
    aktualiseringRecord(bo, uuid(236), { utredningId: uuid(214), slag: 'omprovning' }),
    aktualiseringRecord(anna, uuid(237), { utredningId: utredning }),
  ]);
  openAnna();
  t.apply([
    anteckningRecord(anna, uuid(304), { dokumentation: { slag: 'utredning', id: utredning } }),
    stored('handelse', uuid(238), aktScope(anna), {
      ...{ kommando: 'anteckning.spara', anvandareId: ids.kollega, namn: 'Dahl, Örjan', at: '2026-11-20T08:00:00.000Z' },
      ...{ poster: [{ type: 'anteckning', id: uuid(304), op: 'ny', falt: [] }], enhet: 'lss' },
    }),
  ]);
  expect(t.call['mina.utredningar']({}).map((u) => [u.person.namn, u.etikett, u.lagfrist, u.dagarKvar])).toEqual([
    ['Åberg, Bo', 'LSS Utredning 260601-', '2026-11-01', -19],
    ['Ekström, Linnea Maria', 'LSS Utredning 260601-', '2026-11-20', 0],
    // Begun by the authority itself, and of a LASS-beslut.
    ['Åberg, Bo', 'LSS Utredning 250101-', undefined, undefined],
    ['Åberg, Bo', 'LSS Utredning 250201-', undefined, undefined],
  ]);
  expect(t.call['mina.utredningar']({}).find((u) => u.person.personId === anna)?.andrat).toBe(1);
  openAnna();
  expect(t.call['mina.utredningar']({}).find((u) => u.person.personId === anna)?.andrat).toBe(0);
});

test('FORB-16 own unsigned notes, the oldest first, with their rubrik', () => {
  t.apply([
    anteckningRecord(anna, uuid(305), {
      dokumentation: { slag: 'utredning', id: utredning },
      rubrikKod: 'BAKGRUND',
      handelsedatum: '2026-10-01',
    }),
    anteckningRecord(anna, uuid(306), { dokumentation: { slag: 'utredning', id: utredning }, sparad: signeradAv(ids.kollega) }),
  ]);
  expect(t.call['mina.osignerade']({}).map((one) => [one.rubrik, one.titel, one.handelsedatum])).toEqual([
    ['Bakgrund', undefined, '2026-10-01'],
    ['Anteckning', undefined, '2026-11-01'],
    ['Journalanteckning', 'Hembesök', '2026-11-02'],
  ]);
});

test('TRAD-01 the rubrikträd of an opened kund is built from heads, with the catalogue’s names', () => {
  openAnna();
  const noder = t.call['kund.trad']({ personId: anna });
  expect(noder.filter((nod) => nod.niva === 2 && nod.parentId === 'rot').map((nod) => nod.etikett)).toEqual([
    'LSS Utredning 260601-',
    'Korttidsvistelse-insatser LSS 260101- – Lss, Barn/Ungdom 1',
    'LSS Insatser 260101- – LSS-handläggare 3',
  ]);
  t.apply([{ ...t.record('utforare', ids.barnUngdom1), data: { namn: 'Nytt namn', slag: 'utforare' } }]);
  expect(t.call['kund.trad']({ personId: anna }).map((nod) => nod.etikett)).toContain('Korttidsvistelse-insatser LSS 260101- – Nytt namn');
});

test('DOK-01 TRAD-12 TRAD-13 the dokumentation of an utredning: its tree from level 1, its texts newest first', () => {
  openAnna();
  const dok = t.call['dokumentation.hamta']({ personId: anna, dokumentation: { slag: 'utredning', id: utredning } });
  expect(dok.noder.filter((nod) => nod.niva === 1).map((nod) => [nod.etikett, nod.parentId])).toEqual([
    ['Utredningsjournal', null],
    ['Utredningsdokument', null],
  ]);
  const parents = new Set(dok.noder.map((nod) => nod.id));
  expect(dok.noder.every((nod) => nod.parentId === null || parents.has(nod.parentId))).toBe(true);
  expect(dok.anteckningar.map(({ rubrikKod, signerad, titel }) => [rubrikKod, signerad, titel])).toEqual([
    ['BEDOMNING_BARN', true, undefined],
    ['JOURNAL', false, 'Hembesök'],
  ]);
  const dokumentation = { slag: 'utredning' as const, id: utredning };
  const noter = t.call['dokumentation.noter']({ personId: anna, dokumentation, ids: [uuid(302), uuid(303), uuid(999), uuid(301)] });
  expect(noter.map((one) => [one.rubrik, one.kanFelmarkeras, one.osand, plainText(one.data.text)])).toEqual([
    ['Barnets bästa', true, false, 'Ringde modern.'],
    ['Journalanteckning', false, false, 'Ringde modern.'],
  ]);
  expect(JSON.stringify(dok)).not.toContain('Ringde');
  expect(dok).toMatchObject({ etikett: 'LSS Utredning 260601-' });
  expect(dok.lasorsak).toBeUndefined();
});

test('ROLL-03 FORB-15 VERK-09 a utförare’s verkställighet is read only, and points to LSS Insatser', () => {
  openAnna();
  const dokumentation = { slag: 'verkstallighet' as const, id: verkstallighet };
  expect(t.call['dokumentation.hamta']({ personId: anna, dokumentation })).toMatchObject({
    lasorsak: 'utforarens-verkstallighet',
    lssInsatser: { slag: 'verkstallighet', id: lssInsatser },
    organisation: 'LSS Myndighet',
    anteckningar: [{ rubrikKod: 'ANTECKNING', signerad: false }],
    noder: expect.arrayContaining([
      expect.objectContaining({
        slag: 'anteckning',
        meny: [{ post: 'felmarkera', hinder: 'utforarens-verkstallighet' }, { post: 'historik' }],
      }),
    ]),
  });
  expect(
    t.call['dokumentation.hamta']({ personId: anna, dokumentation: { slag: 'verkstallighet', id: lssInsatser } }).lasorsak,
  ).toBeUndefined();
  const own = t.as(anvandare.utforarpersonal);
  own['kund.oppna']({ personId: anna });
  expect(own['dokumentation.hamta']({ personId: anna, dokumentation }).lasorsak).toBeUndefined();
  t.apply([verkstallighetRecord(anna, lssInsatser, { utforareId: ids.funktion3, lssInsatser: true, slutdatum: '2026-02-01' })]);
  expect(t.call['dokumentation.hamta']({ personId: anna, dokumentation }).lssInsatser).toBeUndefined();
  expect(() => t.call['dokumentation.hamta']({ personId: anna, dokumentation: { slag: 'utredning', id: uuid(999) } })).toThrow(
    'finns-inte',
  );
});

test('FRAS-01 the frastexter of a rubrik and those for all, in their order', () => {
  expect(t.call['frastext.lista']({ rubrikKod: 'BEDOMNING_BARN' }).map(({ titel }) => titel)).toEqual(['Barnperspektiv', 'Hembesök']);
  expect(t.call['frastext.lista']({ rubrikKod: 'BAKGRUND' }).map(({ titel }) => titel)).toEqual(['Hembesök']);
});

test('FORB-17 settings are the screens’ own: the core’s are not within reach', () => {
  t.call['installning.satt']({ nyckel: 'trad.bredd', varde: 332 });
  expect(t.call['installning.hamta']({ nyckel: 'trad.bredd' })).toBe(332);
  t.replica.setSetting('karna:token', 'hemlig');
  expect(t.call['installning.hamta']({ nyckel: 'karna:token' })).toBeNull();
});

test('DOK-05 a draft is kept with the name of its person, and without it when the akt is lost', () => {
  const data = { text: fromPlainText('halv mening') };
  t.call['utkast.spara']({ nyckel: 'a', personId: anna, titel: 'Ny anteckning', data });
  t.tick();
  t.call['utkast.spara']({ nyckel: 'b', personId: uuid(999), titel: 'Ny anteckning', data });
  expect(t.call['utkast.lista']({}).map(({ nyckel, namn }) => [nyckel, namn])).toEqual([
    ['b', null],
    ['a', 'Ekström, Linnea Maria'],
  ]);
  expect(t.call['utkast.hamta']({ nyckel: 'a' })?.data).toEqual(data);
  t.call['utkast.kasta']({ nyckel: 'a' });
  expect(t.call['utkast.hamta']({ nyckel: 'a' })).toBeNull();
  expect(t.replica.record('person', anna)?.scope).toBe(aktScope(anna));
});
