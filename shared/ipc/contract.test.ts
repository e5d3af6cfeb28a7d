import { describe, expect, expectTypeOf, test } from 'vitest';
import { akt, testId } from '../domain/testing/state.ts';
import { type CallName, type CallOutputs, callErrorCodes, calls } from './contract.ts';

/** A right input of every call; the type makes a call without one a compile error. */
const right: Record<CallName, object> = {
  'session.hamta': {},
  'session.anvandare': {},
  'session.loggaIn': { anvandareId: testId(1) },
  'session.loggaUt': {},
  'session.aterskapadLast': {},
  'status.hamta': {},
  'synk.nu': {},
  'synk.slappBroms': {},
  'synk.godkannServer': {},
  'sok.person': { text: 'Ek*', arhundrade: 'alla' },
  'fritext.sok': { text: 'boende', felmarkerade: false, id: testId(1) },
  'sokverktyg.hamta': {},
  'sokverktyg.kor': { jobb: testId(1), sokningId: testId(2), parametrar: { fran: '2026-11-19', dagar: 90 } },
  'sokverktyg.avbryt': { jobb: testId(1) },
  'sokverktyg.rader': { sokningId: testId(2), parametrar: {}, ids: [testId(3)] },
  'sokverktyg.exportera': { jobb: testId(1), sokningId: testId(2), parametrar: {}, ids: [testId(3)], mapp: '/usb', format: 'xlsx' },
  'statistik.hamta': {},
  'statistik.rakna': { jobb: testId(1), register: 'lss', dag: '2026-10-01' },
  'statistik.avbryt': { jobb: testId(1) },
  'statistik.av': { register: 'solPagaende', dag: '2026-10-31', personIds: [akt.person] },
  'statistik.exportera': { jobb: testId(1), register: 'lss', dag: '2026-10-01', mapp: '/usb' },
  'kunder.senaste': {},
  'kunder.lista': {},
  'kunder.rader': { personIds: [akt.person] },
  'mina.utredningar': {},
  'mina.osignerade': {},
  'enhet.oversikt': {},
  'enhet.fordelbart': { agareId: akt.person },
  'mina.andrat': {},
  'mina.andratSett': { personIds: [akt.person] },
  'kund.andrat': { personId: akt.person },
  'mina.bestallningar': {},
  'mina.franvaro': {},
  'mina.bevakningar': {},
  'etjanst.valkomst': { personId: testId(1), postId: testId(2), enhet: 'lss' },
  'lank.far': { adress: 'https://support.soderkoping.se/' },
  'etjanst.bruk': { personId: testId(1) },
  'meddelande.lista': { mapp: { slag: 'lada', lada: { slag: 'brevlada', enhet: 'lss', kod: 'lss' } } },
  'meddelande.hamta': { meddelandeId: testId(1), mapp: { slag: 'inkorg' } },
  'meddelande.handling': { meddelandeId: testId(5) },
  'meddelande.angra': { meddelandeId: testId(5) },
  'meddelande.mottagare': { text: 'Ek*', personIder: [testId(1)] },
  'meddelande.installning': {},
  'eansokan.inkorg': { avslutade: true },
  'eansokan.hamta': { eansokanId: testId(1) },
  'eansokan.handling': { eansokanId: testId(1), personId: testId(2) },
  'inkomst.lista': {},
  'avgift.lista': {},
  'inkomst.hamta': { personId: testId(1), blankettId: testId(2) },
  'natt.rapporter': {},
  'natt.misslyckade': { rapportId: testId(1) },
  'mote.kalender': { personId: testId(1), moteId: testId(2), mapp: '/tmp' },
  'ivo.exportera': { kvartal: { ar: 2026, nr: 3 }, vilka: 'mina', vad: 'rapport', format: 'csv', mapp: '/tmp' },
  'ivo.lista': { kvartal: { ar: 2026, nr: 3 }, vilka: 'mina' },
  'kund.frister': { personId: akt.person },
  'frist.underlag': { personId: akt.person, nyckel: 'fyller-18/x' },
  'bevakningar.kalender': { egna: true, agare: [], till: '2026-12-31' },
  'bevakningar.lista': { egna: true, agare: [], visa: 'attGora' },
  'bevakning.pa': { personId: akt.person, ref: { type: 'person', id: akt.person } },
  'bevakningar.agare': {},
  'bevakning.underlag': { personId: akt.person, ref: { type: 'beslut', id: testId(50) } },
  'bevakning.textfragor': { personId: akt.person, text: 'Ring' },
  'katalog.hamta': {},
  'kir.sok': { personnummer: '200912312386' },
  'person.dubbletter': { efternamn: 'Ekström', fornamn: 'Linnea', fodelsedatum: '2009-12-31', nummer: ['200912312386'] },
  'kund.oppna': { personId: akt.person, skal: 'Handläggning' },
  'kund.hamta': { personId: akt.person },
  'kund.trad': { personId: akt.person },
  'kund.akt': { personId: akt.person },
  'kund.historik': { personId: akt.person, type: 'beslut', id: testId(50) },
  'dokumentation.hamta': { personId: akt.person, dokumentation: { slag: 'utredning', id: akt.utredning } },
  'dokumentation.noter': { personId: akt.person, dokumentation: { slag: 'utredning', id: akt.utredning }, ids: [testId(70)] },
  'dokument.lista': { personId: akt.person },
  'dokument.hamta': { id: testId(90) },
  'dokument.las': { kalla: { slag: 'dokument', id: testId(90) }, fran: 0, antal: 1_048_576 },
  'uppgift.underlag': { personId: akt.person, id: testId(70) },
  'uppgift.hamta': { personId: akt.person, id: testId(70) },
  'vy.las': { name: 'kund.trad', input: { personId: akt.person }, har: testId(1) },
  'frastext.lista': { rubrikKod: 'BEHOV' },
  'frastext.luckor': {},
  'kommando.kor': { name: 'senaste.oppnad', input: { personId: akt.person }, utkast: 'u' },
  'utkast.spara': { nyckel: 'u', personId: null, titel: '', data: { text: 'a' } },
  'utkast.hamta': { nyckel: 'u' },
  'utkast.lista': {},
  'utkast.kasta': { nyckel: 'u' },
  'utkorg.lista': {},
  'utkorg.post': { id: testId(5) },
  'utkorg.avgjord': { id: testId(5) },
  'utkorg.flytta': { id: testId(5), tillPersonId: testId(6) },
  'utkast.flytta': { nyckel: 'beslut:x', till: 'beslut:y' },
  'utkorg.forsokIgen': { id: testId(5) },
  'skrivare.lista': {},
  'dokument.skrivUt': {
    ...{ kalla: { slag: 'dokument', id: testId(5) }, titel: 'Beslut', kontrollerad: false, skrivare: 'plan3' },
    ...{ antal: 1, dubbelsidigt: 'langsida' },
  },
  'dokument.sparaKopia': { kalla: { slag: 'dokument', id: testId(5) }, titel: 'Beslut', kontrollerad: false, mapp: '/media/usb' },
  'dokument.utbud': { personId: akt.person, objekt: { type: 'utredning', id: akt.utredning } },
  'bindare.fil': { personId: akt.person, id: testId(91), namn: 'protokoll.pdf', storlek: 4, fran: 0, del: 'JVBERg==' },
  'bindare.prova': { jobb: testId(92), personId: akt.person, kalla: { slag: 'dokument', id: testId(90) } },
  'bindare.bind': {
    ...{ jobb: testId(92), personId: akt.person, titel: 'Beslut och utredning', framsida: true, sidnummer: true },
    delar: [
      { kalla: { slag: 'dokument', id: testId(90) }, sidor: '1-3, 8-' },
      { kalla: { slag: 'fil', id: testId(91) }, losenord: 'å' },
    ],
  },
  'bindare.avbryt': { jobb: testId(92) },
  'kris.skapa': { mapp: '/media/usb', losenord: 'fyra blå elefanter', urval: 'mina' },
  'dokument.granska': { slag: 'beslut', personId: akt.person, beslutId: testId(50) },
  'skanning.lista': {},
  'skanning.mapp': { mapp: '/skannade dokument' },
  'skanning.fil': { personId: akt.person, id: testId(93), namn: 'utlåtande.pdf', storlek: 4, fran: 0, del: 'JVBERg==' },
  'skanning.egen': { sha256: 'b'.repeat(64) },
  'skanning.visa': { id: 'a'.repeat(64), sha256: 'b'.repeat(64) },
  'skanning.taBort': { id: 'a'.repeat(64), dokumentId: testId(90) },
  'installning.hamta': { nyckel: 'zoom' },
  'installning.satt': { nyckel: 'zoom', varde: 150 },
};
const names = Object.keys(calls) as CallName[];

describe('every call of the renderer', () => {
  test('has an input schema and an answer', () => {
    expect(names.toSorted()).toEqual(Object.keys(right).toSorted());
    expectTypeOf<CallName>().toEqualTypeOf<keyof CallOutputs>();
  });

  test.each(names)('%s takes what it should', (name) => {
    expect(calls[name].input.parse(right[name])).toEqual(right[name]);
  });

  test.each(names)('%s refuses an unknown field, and what is no object', (name) => {
    for (const bad of [{ ...right[name], okant: 1 }, null, undefined, 'text', [right[name]]]) {
      expect(calls[name].input.safeParse(bad).success).toBe(false);
    }
  });
});

test.each<[CallName, object]>([
  ['session.loggaIn', { anvandareId: 'x' }],
  ['sok.person', { text: 'a'.repeat(201), arhundrade: 'alla' }],
  ['sok.person', { text: 'Ek*', arhundrade: '18' }],
  ['kund.oppna', { personId: akt.person, skal: ' a ' }],
  ['kund.oppna', { personId: '../katalog' }],
  ['kir.sok', { personnummer: '0912312386' }],
  ['kir.sok', { personnummer: '20091231T386' }],
  ['person.dubbletter', { efternamn: 'Ek', fornamn: 'Bo', fodelsedatum: '2009-02-30', nummer: [] }],
  ['kund.historik', { personId: akt.person, type: 'brev' }],
  ['dokumentation.hamta', { personId: akt.person, dokumentation: { slag: 'beslut', id: testId(5) } }],
  ['vy.las', { name: 'kommando.kor', input: { name: 'senaste.oppnad', input: {} } }],
  ['vy.las', { name: 'kund.trad', input: { personId: 'x' } }],
  ['dokument.las', { kalla: { slag: 'dokument', id: testId(90) }, fran: -1, antal: 1 }],
  ['dokument.las', { kalla: { slag: 'dokument', id: testId(90) }, fran: 0, antal: 1_048_577 }],
  ['dokument.las', { kalla: { slag: 'forhandsvisning', sha256: '../x' }, fran: 0, antal: 1 }],
  ['bindare.fil', { personId: akt.person, id: testId(91), namn: 'p.pdf', storlek: 200_000_001, fran: 0, del: '' }],
  ['skanning.fil', { personId: akt.person, id: testId(93), namn: 'p.pdf', storlek: 200_000_001, fran: 0, del: '' }],
  ['skanning.egen', { sha256: '../x' }],
  ['bindare.bind', { jobb: testId(92), personId: akt.person, titel: 'A', framsida: true, sidnummer: true, delar: [] }],
  ['utkast.spara', { nyckel: '', personId: null, titel: '', data: 1 }],
  ['utkast.spara', { nyckel: 'u', personId: 'x', titel: '', data: 1 }],
  ['installning.satt', { nyckel: 'a'.repeat(121), varde: 1 }],
])('%s refuses %j', (name, input) => {
  expect(calls[name].input.safeParse(input).success).toBe(false);
});

test('every error has its own code', () => {
  expect(new Set(callErrorCodes).size).toBe(callErrorCodes.length);
});
