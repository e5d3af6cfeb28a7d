import { describe, expect, it } from 'vitest';
import { installningId } from '../../shared/domain/meddelande/installningar.ts';
import { liesIn, type RecordType, recordTypes } from '../../shared/domain/records.ts';
import { aktScope, anvandarScope, eansokanScope, katalogScope, meddelandeScope } from '../../shared/domain/scope.ts';
import { testAktualisering, underlag } from '../../shared/domain/testing/beslut.ts';
import { bifall, order, signatur, verk } from '../../shared/domain/testing/bestallning.ts';
import { brokenFrom, brokenOfType } from '../../shared/domain/testing/broken-records.ts';
import { eansokan, eansokanId } from '../../shared/domain/testing/eansokan.ts';
import { blankettId, formular, inkomstsvar, inlamnad } from '../../shared/domain/testing/inkomst.ts';
import { fraganFranKunden, gruppId, lageId, meddelandeId } from '../../shared/domain/testing/meddelande.ts';
import { akt, katalogTypes, type TestRecord, testActor, testAkt, testAnteckning, testId } from '../../shared/domain/testing/state.ts';
import { beskrivning, lssbeskrivning } from '../../shared/domain/testing/statistik.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { DocumentPort } from './ports.ts';
import type { ServiceCall } from './services.ts';
import { servicesOn } from './testing/services.ts';

const actor = testActor({ skyddadBehorighet: true, roller: ['lssHandlaggare', 'enhetschef', 'avgiftshandlaggare'] });
const annan = testId(700);
const annanUtredning = testId(701);
const note = testId(710);
const signerad = testId(711);
const sokningId = testId(713);
/** The broken one's, where it lies beside what is there. */
const ny = testId(712);
const by = testAnteckning().skapad;
const dokumentation = { slag: 'utredning', id: akt.utredning } as const;

/** A kund with something of most kinds, in whose akt the broken one lies, and another one. */
const egna: TestRecord[] = [
  bifall(1),
  order(1),
  verk(1),
  testAktualisering(1),
  { type: 'anteckning', id: note, data: testAnteckning() },
  { type: 'anteckning', id: signerad, data: testAnteckning({ rubrikKod: 'JOURNAL', signerad: by }) },
  { type: 'kontakt', id: testId(720), data: { typ: 'anhorig', namn: 'Per Ek', rev: testId(721) } },
  { type: 'hushallsmedlem', id: testId(722), data: { namn: 'Eva Ek', relation: 'mor', vardnadshavare: true, registerledare: false } },
  {
    type: 'sokning',
    id: sokningId,
    data: {
      ...{ namn: 'Utredningar', ordning: 1, slag: 'utredning', parametrar: [], villkor: [{ falt: 'pagar', op: 'lika', varde: true }] },
      kolumner: ['kund', 'personkrets', 'utredning', 'handlaggare', 'organisation'],
    },
  },
  ...[formular(), inlamnad(1), inkomstsvar(1)],
  beskrivning(1, lssbeskrivning()),
  { type: 'frastext', id: testId(723), data: { titel: 'Fras', rubrikKoder: [], text: fromPlainText('Sedan ___ år.'), ordning: 1 } },
];

const annans = testAkt()
  .filter(({ type }) => type === 'person' || type === 'utredning')
  .map((one) => ({
    ...one,
    id: one.type === 'person' ? annan : annanUtredning,
    scope: aktScope(annan),
    data: one.type === 'person' ? { ...one.data, personnummer: '199904122380', efternamn: 'Åberg', fodelsedatum: '1999-04-12' } : one.data,
  }));
const records = [
  ...underlag(...egna).map((one) => ({ ...one, scope: katalogTypes.has(one.type) ? katalogScope : aktScope(akt.person) })),
  { ...eansokan(1), scope: eansokanScope(eansokanId(1)) },
  { ...fraganFranKunden(), scope: meddelandeScope(gruppId) },
  {
    type: 'brevlage' as const,
    id: lageId,
    scope: meddelandeScope(gruppId),
    data: { meddelandeId, lada: { slag: 'anvandare', anvandareId: actor.id }, enhet: 'lss', last: signatur },
  },
  {
    type: 'meddelandeinstallning' as const,
    id: installningId(actor.id),
    scope: katalogScope,
    data: { anvandareId: actor.id, signatur: 'Karin', rev: testId(2) },
  },
  ...annans,
];
const scopeOf = (type: RecordType): string =>
  type === 'eansokan'
    ? eansokanScope(eansokanId(1))
    : type === 'meddelande' || type === 'brevlage'
      ? meddelandeScope(gruppId)
      : katalogTypes.has(type)
        ? katalogScope
        : liesIn(type, anvandarScope(actor.id))
          ? anvandarScope(actor.id)
          : aktScope(akt.person);

/** Bytes nobody asks for here. */
const documents: DocumentPort = {
  render: async () => ({ ok: true, value: { bytes: new Uint8Array(), pages: 1 } }),
  put: async () => ({ sha256: '0'.repeat(64), storlek: 0 }),
  read: async () => ({ size: 0, bytes: Buffer.alloc(0) }),
  lageOf: () => undefined,
  unsent: () => [],
  digest: (text) => text,
  forhandsvisningar: new Map(),
};

type Read = Exclude<
  ServiceCall,
  | ('kommando.kor' | `utkast.${'spara' | 'kasta' | 'flytta'}` | `utkorg.${'avgjord' | 'flytta' | 'forsokIgen'}` | 'installning.satt')
  | ('bindare.avbryt' | 'sokverktyg.avbryt' | 'statistik.avbryt' | 'mina.andratSett')
>;
const { person: personId } = akt;
/** Every call that reads; one without its row does not compile. */
const reads: { [N in Read]: CallInput<N>[] } = {
  'sok.person': [
    { text: 'Ek*', arhundrade: 'alla' },
    { text: '20091231-2386', arhundrade: 'alla' },
  ],
  'kunder.senaste': [{}],
  'kunder.lista': [{}],
  'kunder.rader': [{ personIds: [personId, annan] }],
  'sokverktyg.hamta': [{}],
  'sokverktyg.rader': [{ sokningId, parametrar: {}, ids: [akt.utredning, annanUtredning] }],
  'statistik.hamta': [{}],
  'statistik.av': [{ register: 'lss', dag: '2026-10-01', personIds: [personId, annan] }],
  'mina.utredningar': [{}],
  'mina.osignerade': [{}],
  'enhet.oversikt': [{}],
  'enhet.fordelbart': [{ agareId: actor.id }],
  'mina.andrat': [{}],
  'kund.andrat': [{ personId }, { personId: annan }],
  'mina.bestallningar': [{}],
  'mina.franvaro': [{}],
  'avgift.lista': [{}],
  'mina.bevakningar': [{}],
  'meddelande.lista': [{ mapp: { slag: 'inkorg' } }, { mapp: { slag: 'skickat' } }, {}],
  'meddelande.hamta': [{ meddelandeId, mapp: { slag: 'inkorg' } }],
  'meddelande.mottagare': [{ text: 'Ek*', personIder: [personId] }],
  'meddelande.angra': [{ meddelandeId }],
  'meddelande.installning': [{}],
  'eansokan.inkorg': [{ avslutade: true }],
  'eansokan.hamta': [{ eansokanId: eansokanId(1) }],
  'inkomst.lista': [{}],
  'inkomst.hamta': [{ personId, blankettId: blankettId(1) }],
  'natt.rapporter': [{}],
  'natt.misslyckade': [{ rapportId: testId(990) }],
  'ivo.lista': [{ kvartal: { ar: 2026, nr: 3 }, vilka: 'alla' }],
  'etjanst.bruk': [{ personId }],
  'lank.far': [{ adress: 'https://support.soderkoping.se/' }],
  'kund.frister': [{ personId }, { personId: annan }],
  'frist.underlag': [{ personId, nyckel: `utredning-sex-manader/${akt.utredning}` }],
  'bevakningar.kalender': [{ egna: true, agare: [actor.id], till: '2027-12-31' }],
  'bevakningar.lista': (['attGora', 'uppskjutna', 'klara'] as const).map((visa) => ({ egna: true, agare: [actor.id], visa })),
  'bevakning.pa': [{ personId, ref: { type: 'person', id: personId } }],
  'bevakningar.agare': [{}],
  'bevakning.underlag': (['beslut', 'bestallning', 'verkstallighet', 'person'] as const).map((type) => ({
    personId,
    ref: { type, id: { beslut: bifall(1).id, bestallning: order(1).id, verkstallighet: akt.verkstallighet, person: personId }[type] },
  })),
  'bevakning.textfragor': [{ personId, text: 'Ekström' }],
  'katalog.hamta': [{}],
  'person.dubbletter': [{ efternamn: 'Ekström', fornamn: 'Linnea', fodelsedatum: '2009-12-31', nummer: ['200912312386'] }],
  'kund.oppna': [{ personId: annan, skal: 'Handläggning' }],
  'kund.hamta': [{ personId }, { personId: annan }],
  'kund.trad': [{ personId }, { personId: annan }],
  'kund.akt': [{ personId }],
  'kund.historik': [{ personId }],
  'dokumentation.hamta': [{ personId, dokumentation }],
  'dokumentation.noter': [{ personId, dokumentation, ids: [note, signerad, ny] }],
  'dokument.lista': [{ personId }],
  'dokument.hamta': [{ id: ny }],
  'dokument.utbud': (['akt', 'utredning', 'beslut', 'anteckning', 'bestallning', 'verkstallighet'] as const).map((type) => ({
    personId,
    objekt: {
      type,
      id: {
        akt: personId,
        utredning: akt.utredning,
        beslut: bifall(1).id,
        anteckning: note,
        bestallning: order(1).id,
        verkstallighet: akt.verkstallighet,
      }[type],
    },
  })),
  // Without a folder of scans there is no list of them.
  'skanning.lista': [],
  'skanning.egen': [],
  'uppgift.underlag': [{ personId, id: signerad }],
  'uppgift.hamta': [{ personId, id: ny }],
  'vy.las': [
    { name: 'kund.trad', input: { personId } },
    { name: 'kund.hamta', input: { personId } },
    { name: 'katalog.hamta', input: {} },
  ],
  'frastext.lista': [{ rubrikKod: 'BEHOV' }],
  'frastext.luckor': [{}],
  'utkast.hamta': [{ nyckel: 'u' }],
  'utkast.lista': [{}],
  'utkorg.lista': [{}],
  // Nothing is sent here.
  'utkorg.post': [],
  'installning.hamta': [{ nyckel: 'zoom' }],
};

function core() {
  const one = servicesOn({ records, actor, clock: { now: () => new Date('2026-11-20T09:00:00.000Z') }, documents });
  one.call['kund.oppna']({ personId, skal: 'Handläggning' });
  return one;
}
/** `finns-inte` is an answer: what the call is about may be the broken one itself. */
function answers(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    expect(error).toMatchObject({ name: 'CallFailure', code: 'finns-inte' });
    return undefined;
  }
}
const spara = (personId: string, utredningId: string, anteckningId: string, rubrikKod = 'JOURNAL') => ({
  ...{ personId, anteckningId, dokumentation: { slag: 'utredning', id: utredningId }, rubrikKod, handelsedatum: '2026-11-20' },
  ...{ text: fromPlainText('Ringde.'), basRev: null, rev: testId(999) },
});

describe.each(recordTypes)('Lost 3: a broken %s of today’s schema number', (type) => {
  const own = records.filter((one) => one.type === type);
  const beside = brokenOfType(type).map((data) => ({ id: ny, data }));
  // And one in the place of a sound one, in each of its fields.
  const instead = own.slice(0, 1).flatMap(({ id, data }) => brokenFrom(type, data as never).map((broken) => ({ id, data: broken })));

  it('stops no call: the rest is shown, and told of', async () => {
    const { call, apply, applyBroken, replica, close } = core();
    const trad = call['kund.trad']({ personId });
    for (const { id, data } of [...beside, ...instead]) {
      applyBroken({ type, id, scope: scopeOf(type), data });
      for (const [name, inputs] of Object.entries(reads)) {
        for (const input of inputs) answers(() => (call[name as Read] as (input: unknown) => unknown)(input));
      }
      for (const val of [
        { slag: 'utredning', personId, utredningId: akt.utredning },
        { slag: 'beslut', personId, beslutId: bifall(1).id },
        { slag: 'bevakningslista' },
      ]) {
        await Promise.resolve(answers(() => call['dokument.granska'](val as never))).catch((error) =>
          expect(error).toMatchObject({ name: 'CallFailure' }),
        );
      }
    }
    expect(replica.unreadableIn(scopeOf(type)).every((one) => one.type === type)).toBe(true);
    // Written over by what is sound, all is as it was.
    for (const { id } of [...beside, ...instead]) {
      const sound = own.find((one) => one.id === id);
      if (sound) apply([sound]);
    }
    call['kund.oppna']({ personId, skal: 'Handläggning' });
    const after = call['kund.trad']({ personId });
    expect(after).toEqual(expect.arrayContaining(trad));
    close();
  });

  it('keeps nobody from saving and signing in another akt', () => {
    const { call, applyBroken, close } = core();
    call['kund.oppna']({ personId: annan, skal: 'Handläggning' });
    for (const [n, { id, data }] of [...beside, ...instead].entries()) {
      if (id === actor.id) continue;
      applyBroken({ type, id, scope: scopeOf(type), data });
      const anteckningId = testId(2000 + n);
      expect(call['kommando.kor']({ name: 'anteckning.spara', input: spara(annan, annanUtredning, anteckningId) })).toMatchObject({
        ok: true,
      });
      const signera = { personId: annan, anteckningId, rev: testId(999) };
      expect(call['kommando.kor']({ name: 'anteckning.signera', input: signera })).toMatchObject({ ok: true });
      // In its own akt what can be done is done, and what cannot is refused by its rule, never by a fall.
      const here = call['kommando.kor']({ name: 'anteckning.spara', input: spara(personId, akt.utredning, testId(5000 + n)) });
      expect(here).not.toMatchObject({ rejection: { code: 'regelfel' } });
    }
    close();
  });

  it('is judged anew when it is put again', () => {
    const { apply, applyBroken, replica, close } = core();
    const [sound] = own;
    for (const { id, data } of instead.slice(0, 3)) {
      applyBroken({ type, id, scope: scopeOf(type), data });
      replica.carefully(() => replica.record(type, id));
      expect(replica.record(type, id)).toBeUndefined();
      expect(replica.unreadableIn(scopeOf(type))).toMatchObject([{ type, id }]);
      if (sound) apply([sound]);
      expect(replica.record(type, id)?.data).toEqual(sound?.data);
      expect(replica.unreadableIn(scopeOf(type))).toEqual([]);
    }
    close();
  });
});
