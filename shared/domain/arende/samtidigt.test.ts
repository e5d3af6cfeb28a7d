import { describe, expect, test } from 'vitest';
import { aktAv } from '../akt.ts';
import { isRejection } from '../command.ts';
import type { CommandName } from '../rulebook/command-list.ts';
import {
  bekraftadI,
  beslutId,
  bifall,
  efter,
  kor,
  med,
  order,
  orderId,
  personal,
  skickaInput,
  u,
  verk,
  verkId,
} from '../testing/bestallning.ts';
import { kat } from '../testing/katalog.ts';
import { akt, stateOf, type TestRecord, testActor, testId } from '../testing/state.ts';
import { aktFel } from './akt-fel.ts';
import { attAvsluta } from './att-avsluta.ts';

/**
 * What two people do at once: each decided on what they both saw, then the second on what the first left. Whatever the order,
 * the akt is whole, and the one who was refused is told why.
 */

/** 1: carried out and confirmed. 2: ordered, not confirmed. 3: granted, not ordered. 4: ended, its verkställighet closed. */
const grund = (): TestRecord[] =>
  med(
    ...[bifall(1), verk(1), order(1, bekraftadI(1))],
    ...[bifall(2), order(2)],
    ...[bifall(3, 'kontaktperson', { giltigTom: '2027-10-31' })],
    ...[bifall(4, 'kontaktperson', { giltigTom: '2026-11-10' }), verk(4, { slutdatum: '2026-11-10' })],
    ...[bifall(5, 'kontaktperson', { utredningId: testId(21), giltigTom: '2026-11-12' })],
    ...[bifall(6, 'assistans')],
  );

const datum = '2026-11-20';
const tom = { gallerTom: '2027-10-31' };
const ny = { tidigareId: orderId(1), utforareId: u.rekrytering, bestallarOrganisationId: kat.organisation, insatser: ['Kontaktperson'] };
const oppen = { slag: 'oppna', organisationId: kat.organisation };
const egetVal = {
  insatskategori: 'Personlig ass LSS',
  utforareId: u.egetVal,
  organisationId: kat.organisation,
  startdatum: datum,
  beslutId: beslutId(6),
};
const mia = personal(u.rekrytering);
const kvitterat = () => attAvsluta(aktAv(stateOf(grund())), datum).kvitterat;

type Gor = [name: CommandName, input: object, actor?: ReturnType<typeof testActor>];
const kommandon = {
  avslutaArende: ['arende.avsluta', { datum, kvitterat: kvitterat() }],
  avslutaArendeSenare: ['arende.avsluta', { datum: '2026-11-25', kvitterat: attAvsluta(aktAv(stateOf(grund())), '2026-11-25').kvitterat }],
  avslutaEtt: ['verkstallighet.avsluta', { verkstallighetId: verkId(1), avslutsdatum: datum, bekraftad: true, beslutIds: [beslutId(1)] }],
  avslutaEttUtforare: [
    'verkstallighet.avsluta',
    { verkstallighetId: verkId(1), avslutsdatum: '2026-11-18', bekraftad: true, orsak: 'Insatsen behövs inte längre', beslutIds: [] },
    mia,
  ],
  avslutaLss: [
    'verkstallighet.avsluta',
    { verkstallighetId: akt.lssInsatser, avslutsdatum: datum, bekraftad: true, beslutIds: [beslutId(2), beslutId(3)] },
  ],
  bytHandlaggare: [
    'verkstallighet.bytUtforare',
    {
      ...{ verkstallighetId: akt.lssInsatser, fran: testId(41), franOrganisationId: testId(2) },
      ...{ utforareId: u.funktion5, organisationId: kat.organisation },
    },
  ],
  oppnaFyraIgen: ['verkstallighet.oppnaIgen', { verkstallighetId: verkId(4), beslut: [{ id: beslutId(4), giltigTom: null }] }],
  bestallTre: ['bestallning.skicka', skickaInput(3, tom)],
  bestallTreIgen: ['bestallning.skicka', skickaInput(3, { ...tom, bestallningId: orderId(13), bevakningId: testId(343) })],
  bestallTreKortare: [
    'bestallning.skicka',
    skickaInput(3, { bestallningId: orderId(23), gallerTom: '2026-11-19', avvikelser: ['gallerTom'] }),
  ],
  bestallFemEfterat: ['bestallning.skicka', skickaInput(5, { gallerTom: '2026-11-12' })],
  avbrott: ['bestallning.nyEfterAvbrott', { ...ny, bestallningId: orderId(31), avbrottsdatum: '2026-11-15' }],
  avbrottAnnan: ['bestallning.nyEfterAvbrott', { ...ny, bestallningId: orderId(32), avbrottsdatum: '2026-12-15' }],
  taBort: ['bestallning.taBort', { bestallningId: orderId(2), orsak: 'Fel' }],
  bekrafta: [
    'bestallning.bekrafta',
    { bestallningId: orderId(2), datum: '2026-11-15', verkstallighet: { ...oppen, verkstallighetId: verkId(2) } },
    mia,
  ],
  bekraftaIEtt: [
    'bestallning.bekrafta',
    { bestallningId: orderId(2), datum: '2026-11-15', verkstallighet: { slag: 'finns', verkstallighetId: verkId(1) } },
    mia,
  ],
  bevaka: [
    'bevakning.lagg',
    {
      ...{ bevakningId: testId(344), ref: { type: 'verkstallighet', id: verkId(1) }, datum: '2026-12-01', text: 'Ring' },
      ...{ typ: 'LSS Följ upp beslut/verks', bevakasAvId: u.funktion3 },
    },
  ],
  oppnaEgen: ['verkstallighet.oppna', { ...egetVal, verkstallighetId: verkId(6) }],
  oppnaEgenIgen: ['verkstallighet.oppna', { ...egetVal, verkstallighetId: verkId(7) }],
  felmarkera: ['beslut.felmarkera', { beslutId: beslutId(2), orsak: 'Fel kund' }, testActor({ id: testId(3), roller: ['enhetschef'] })],
} satisfies Record<string, Gor>;
type Kommando = keyof typeof kommandon;
const alla = Object.keys(kommandon) as Kommando[];

const gor = (records: TestRecord[], kommando: Kommando) => {
  const [name, input, actor] = kommandon[kommando] as Gor;
  const decision = kor(name, input, records, actor);
  return { records: isRejection(decision) ? records : efter(records, decision), kod: isRejection(decision) ? decision.code : 'ok' };
};
const fel = (records: TestRecord[]) => aktFel(aktAv(stateOf(records)));

test('each alone is accepted', () => {
  expect(alla.map((one) => [one, gor(grund(), one).kod])).toEqual(alla.map((one) => [one, 'ok']));
});

describe('both orders', () => {
  test.each([
    ['avslutaArende', 'avslutaArendeSenare', 'inget-att-avsluta', 'arendet-har-andrats'],
    ['avslutaArende', 'avslutaEtt', 'verkstallighet-avslutad', 'arendet-har-andrats'],
    ['avslutaArende', 'bestallTre', 'arendet-avslutat', 'arendet-har-andrats'],
    ['avslutaArende', 'bestallTreKortare', 'arendet-avslutat', 'arendet-har-andrats'],
    ['avslutaArende', 'bestallFemEfterat', 'arendet-avslutat', 'arendet-har-andrats'],
    ['avslutaArende', 'avbrott', 'arendet-avslutat', 'arendet-har-andrats'],
    ['avslutaArende', 'bytHandlaggare', 'verkstallighet-avslutad', 'ok'],
    ['avslutaArende', 'oppnaFyraIgen', 'ok', 'arendet-har-andrats'],
    ['avslutaArende', 'bekrafta', 'borttagen', 'arendet-har-andrats'],
    ['avslutaArende', 'taBort', 'borttagen', 'arendet-har-andrats'],
    ['avslutaArende', 'oppnaEgen', 'arendet-avslutat', 'arendet-har-andrats'],
    ['avslutaArende', 'bevaka', 'arendet-avslutat', 'arendet-har-andrats'],
    ['bestallTre', 'bestallTreIgen', 'redan-bestallt', 'redan-bestallt'],
    ['avbrott', 'avbrottAnnan', 'redan-bestallt', 'redan-bestallt'],
    ['avslutaEtt', 'avslutaEttUtforare', 'verkstallighet-avslutad', 'verkstallighet-avslutad'],
    ['avslutaEtt', 'avbrottAnnan', 'datum-efter', 'ok'],
    ['avslutaLss', 'bestallTre', 'avviker-fran-beslut', 'ok'],
    ['avslutaLss', 'bytHandlaggare', 'verkstallighet-avslutad', 'ok'],
    ['taBort', 'bekrafta', 'borttagen', 'bekraftad'],
    ['avslutaEtt', 'bekraftaIEtt', 'ok', 'ok'],
    ['oppnaEgen', 'oppnaEgenIgen', 'verkstallighet-finns', 'verkstallighet-finns'],
    ['felmarkera', 'bekrafta', 'borttagen', 'ok'],
  ] as [Kommando, Kommando, string, string][])('%s and %s', (a, b, bEfterA, aEfterB) => {
    const ab = gor(gor(grund(), a).records, b);
    const ba = gor(gor(grund(), b).records, a);
    expect([ab.kod, ba.kod]).toEqual([bEfterA, aEfterB]);
    expect([...fel(ab.records), ...fel(ba.records)]).toEqual([]);
  });
});

test('any three, in any order, leave the akt whole; after a closing nothing is open but what was opened again', () => {
  const trasiga: string[] = [];
  const oppetI = (records: TestRecord[]) =>
    attAvsluta(aktAv(stateOf(records)), datum).delar.filter(({ id }) => id !== verkId(4) && id !== beslutId(4));
  for (const a of alla) {
    const forst = gor(grund(), a);
    for (const b of alla) {
      const sedan = gor(forst.records, b);
      const stangt = a === 'avslutaArende' || (b === 'avslutaArende' && sedan.kod === 'ok');
      for (const c of alla) {
        const { records } = gor(sedan.records, c);
        trasiga.push(...fel(records).map((one) => `${a} ${b} ${c}: ${one}`));
        if (stangt) trasiga.push(...oppetI(records).map(({ type, id }) => `${a} ${b} ${c}: ${type} ${id} is open`));
      }
    }
  }
  expect(trasiga).toEqual([]);
});
