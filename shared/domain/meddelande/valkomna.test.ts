import { describe, expect, test } from 'vitest';
import { aktAv } from '../akt.ts';
import { isRejection } from '../command.ts';
import { bladetsPlats, informationsblad, valkomstord } from '../dokument/informationsblad.ts';
import { etjanstId } from '../etjanst/records.ts';
import { valkomstForeslas } from '../etjanst/valkomst.ts';
import type { Mall } from '../katalog/records.ts';
import { fristkatalog } from '../klocka/frist.ts';
import { fristaktUtanAnteckningar } from '../klocka/fristakt.ts';
import { frister } from '../klocka/frister.ts';
import { systemaktor } from '../systemaktor.ts';
import { efter, kor, med } from '../testing/bestallning.ts';
import { etjanst, godkannande, godkannandeId, ombudet, ombudssamtycket } from '../testing/etjanst.ts';
import { akt, stateOf, type TestRecord, testActor, testId } from '../testing/state.ts';
import { valkomstId } from './valkomna.ts';

const nattaktor = systemaktor('E-tjänsten');
const hens = etjanstId(akt.person);
const person = (records: TestRecord[], over: object): TestRecord[] =>
  records.map((one) => (one.id === akt.person ? ({ ...one, data: { ...one.data, ...over } } as TestRecord) : one));
const oskyddad = (...mer: TestRecord[]): TestRecord[] => person(med(...mer), { skydd: 'ingen' });
const natt = (records: TestRecord[], postId = hens) =>
  efter(
    records,
    kor('etjanst.natt', { postId, natt: '2026-11-21', bevakningId: testId(799), svar: { ok: true } }, records, nattaktor, testId(801)),
  );
const posten = (records: TestRecord[]) => stateOf(records).get('etjanst', hens);
const rader = (records: TestRecord[]) => {
  const state = stateOf(records);
  const data = state.get('person', akt.person);
  if (!data) throw new Error('no kund');
  const utan = { ...fristaktUtanAnteckningar(state, { id: akt.person, data }), osignerade: [], senastSkrivet: () => undefined };
  return frister(utan, fristkatalog(state)).filter(({ regel }) => regel.handelse === 'valkomstForeslagen');
};
const forslag = (records: TestRecord[]): boolean => {
  const state = stateOf(records);
  const [data, kund] = [state.get('etjanst', hens), state.get('person', akt.person)];
  if (!data || !kund) throw new Error('no e-service');
  return valkomstForeslas({ type: 'etjanst', data }, { person: kund, kontakt: undefined, samtycke: undefined }, '2026-11-22');
};
const ord = { postId: hens, amne: 'Välkommen', text: 'Hej!', bekraftad: true };
const blad = {
  knytsTill: { type: 'utredning', id: akt.utredning },
  handling: {
    ...{ dokumentId: testId(830), rubrik: 'Information om e-tjänsten', typ: 'Brev', sha256: 'b'.repeat(64), storlek: 10, sidor: 1 },
    ...{ mall: { id: testId(831), version: '1' }, underlag: [] },
  },
};

describe('FORB-73 when the night has activated somebody', () => {
  test('VALK-01 the message is proposed, in the list of whoever activated them, from that day', () => {
    const records = natt(oskyddad(etjanst()));
    expect(posten(records)).toMatchObject({ lage: 'aktiv', valkomst: { slag: 'foreslaget', hos: testActor().id, enhet: 'lss' } });
    expect(forslag(records)).toBe(true);
    expect(rader(records)).toMatchObject([
      { regel: { namn: 'Skicka välkomstmeddelande' }, enhet: 'lss', hos: [{ agare: { anvandareId: testActor().id } }] },
    ]);
  });
  test('of who was activated before it was noted nothing is proposed', () => {
    const records = oskyddad(etjanst({ lage: 'aktiv', fungerarFran: '2026-11-10' }));
    expect([forslag(records), rader(records)]).toEqual([false, []]);
  });
  test.each([
    ['protected', (records: TestRecord[]) => person(records, { skydd: 'sekretessmarkering' })],
    ['who has died', (records: TestRecord[]) => person(records, { avliden: '2026-11-20' })],
    [
      'whose e-service has been turned off',
      (records: TestRecord[]) =>
        efter(
          records,
          kor('etjanst.spara', { basRev: posten(records)?.rev, rev: testId(850), meddelande: false, inkomstblankett: true }, records),
        ),
    ],
    ['whom it was said no to', (records: TestRecord[]) => efter(records, kor('etjanst.valkomnaInte', { postId: hens }, records))],
    ['who has got it', (records: TestRecord[]) => efter(records, kor('etjanst.valkomna', ord, records))],
  ])('none is proposed to one %s, in no list', (_, andra) => {
    const records = andra(natt(oskyddad(etjanst())));
    const synliga = rader(records).filter(({ tom }) => tom === undefined || tom >= '2026-11-22');
    expect([forslag(records), synliga]).toEqual([false, []]);
  });
  test('activated anew after it was sent, or said no to, nothing is proposed again', () => {
    for (const slag of ['skickat', 'inte'] as const)
      expect(posten(natt(oskyddad(etjanst({ valkomst: { slag } }))))?.valkomst).toEqual({ slag });
  });
  test('REL-10 an approval has one of its own, while it holds', () => {
    const nara = [ombudet(), ombudssamtycket(), godkannande(1, { fran: '2026-11-21' })];
    const records = natt(oskyddad(...nara), godkannandeId(1));
    expect(rader(records)).toMatchObject([{ fran: '2026-11-21', tom: '2027-11-20' }]);
    const state = stateOf(records);
    const [data, kund] = [state.get('godkannande', godkannandeId(1)), state.get('person', akt.person)];
    if (!data || !kund) throw new Error('no approval');
    const utan = { person: kund, kontakt: state.get('kontakt', data.till.kontaktId), samtycke: undefined };
    const samtycke = state.get('samtycke', data.samtyckeId ?? '');
    expect(valkomstForeslas({ type: 'godkannande', data }, { ...utan, samtycke }, '2026-11-22')).toBe(true);
    expect(valkomstForeslas({ type: 'godkannande', data }, utan, '2026-11-22'), 'the samtycke is gone').toBe(false);
  });
});

describe('VALK-01 etjanst.valkomna', () => {
  const aktiv = (over: Parameters<typeof etjanst>[0] = {}) => etjanst({ lage: 'aktiv', fungerarFran: '2026-11-19', ...over });
  test('VALK-03 sends it to the kund with the sheet, which is filed in the same operation, and is noted with who sent it', () => {
    const changes = kor('etjanst.valkomna', { ...ord, ...blad }, med(aktiv()));
    if (isRejection(changes)) throw new Error(changes.code);
    expect(changes.map(({ type }) => type)).toEqual(expect.arrayContaining(['etjanst', 'dokument', 'meddelande']));
    expect(changes.find(({ type }) => type === 'meddelande')).toMatchObject({
      id: valkomstId(hens),
      data: {
        till: [{ slag: 'medborgare', aktiveringId: hens, levererat: '2026-11-20T09:00:00.000Z' }],
        bilagor: [{ personId: akt.person, dokumentId: testId(830), rubrik: 'Information om e-tjänsten' }],
        ...{ personId: akt.person, enhet: 'lss', amne: 'Välkommen', text: 'Hej!' },
      },
    });
    expect(changes.find(({ type }) => type === 'dokument')).toMatchObject({ data: { knytsTill: blad.knytsTill } });
    expect(posten(efter(med(aktiv()), changes))?.valkomst).toMatchObject({ slag: 'skickat', av: { namn: 'Karin Ek' } });
  });
  test('it is sent once, whoever was first; one that was said no to may still be sent', () => {
    expect(kor('etjanst.valkomna', ord, med(aktiv({ valkomst: { slag: 'skickat' } })))).toEqual({ code: 'valkomst-redan-skickad' });
    expect(isRejection(kor('etjanst.valkomna', ord, med(aktiv({ valkomst: { slag: 'inte' } }))))).toBe(false);
  });
  test.each([
    ['not active yet', med(etjanst()), {}, 'etjanst-ej-aktiverad'],
    ['ended', med(etjanst({ lage: 'avslutad' })), {}, 'etjanst-avslutad'],
    ['dead', person(med(aktiv()), { avliden: '2026-11-19' }), {}, 'mottagaren-avliden'],
    ['skyddad folkbokföring', person(med(aktiv()), { skydd: 'skyddadFolkbokforing' }), {}, 'mottagaren-skyddad'],
    ['FORB-67 none of the sender’s own, and not confirmed', med(aktiv()), { bekraftad: false }, 'mottagare-bekraftas'],
    ['another unit than hers', med(aktiv()), { enhet: 'barn' }, 'annan-enhet'],
    ['a place for the sheet that is not there', med(aktiv()), { ...blad, knytsTill: { type: 'utredning', id: testId(1) } }, 'finns-inte'],
  ])('is refused: %s', (_, records, over, code) => {
    const actor = testActor({ id: testId(5), enheter: ['lss', 'barn'], skyddadBehorighet: true });
    expect(kor('etjanst.valkomna', { ...ord, ...over }, records, actor)).toMatchObject({ code });
  });
  test('a no is said to what is proposed, and changes nothing that was sent', () => {
    const skickad = med(aktiv({ valkomst: { slag: 'skickat' } }));
    expect(kor('etjanst.valkomnaInte', { postId: hens }, skickad)).toEqual([]);
    const sagt = efter(
      med(aktiv({ valkomst: { slag: 'foreslaget' } })),
      kor('etjanst.valkomnaInte', { postId: hens }, med(aktiv({ valkomst: { slag: 'foreslaget' } }))),
    );
    expect(posten(sagt)?.valkomst).toMatchObject({ slag: 'inte', av: { namn: 'Karin Ek' } });
  });
});

describe('VALK-02 the words', () => {
  const mall = (texter: Mall['texter']): TestRecord => ({
    type: 'mall',
    id: testId(832),
    data: {
      ...{ fran: '2018-07-01', kod: 'valkomst', namn: 'Informationsblad', version: 1, form: 'brev', dokumenttyp: 'Brev' },
      ...{ titel: 'Information om e-tjänsten', utredningstyper: [], texter },
    },
  });
  const huvud = {
    type: 'brevhuvud',
    id: testId(833),
    data: { fran: '2018-07-01', enheter: [], kommun: 'K', namnd: 'N', adress: 'A 1' },
  } as TestRecord;
  test('are the municipality’s; where its catalogue has none, our own', () => {
    expect(valkomstord(stateOf(med()), 'kund', '2026-11-20').text).toContain('Nu är vår e-tjänst påslagen för dig.');
    expect(valkomstord(stateOf(med()), 'narstaende', '2026-11-20').text).not.toContain('genomförandeplan');
    const egna = stateOf(med(mall({ amne: ['Hej'], 'meddelande.kund': ['Ett.', 'Två.'] })));
    expect(valkomstord(egna, 'kund', '2026-11-20')).toEqual({ amne: 'Hej', text: 'Ett.\n\nTvå.' });
  });
  test('VALK-03 the sheet says all that its mall has, or what it lacks', () => {
    const delar = ['vad', 'inloggning', 'avisering', 'narstaende', 'fragor'];
    const texter = Object.fromEntries(
      delar.flatMap((del) => [
        [`rubrik.${del}`, [`Om ${del}`]],
        [del, [`Text om ${del}, {kommun}.`]],
      ]),
    );
    const hel = informationsblad(stateOf(med(huvud, mall(texter))), { personId: akt.person, enhet: 'lss', dag: '2026-11-20' });
    expect(hel.ok && hel.value.delar.map((del) => 'text' in del && del.text)).toContain('Text om fragor, K.');
    const { vad: _, ...halva } = texter;
    const utan = informationsblad(stateOf(med(huvud, mall(halva))), { personId: akt.person, enhet: 'lss', dag: '2026-11-20' });
    expect(utan).toMatchObject({ ok: false, error: [{ kod: 'malltext-saknas', ref: 'vad' }] });
  });
  test('the sheet is filed in the unit’s open utredning, or with what the case has', () => {
    expect(bladetsPlats(aktAv(stateOf(med())), 'lss', { enheter: ['lss'] })).toEqual({ type: 'utredning', id: akt.utredning });
    const tom = { ...aktAv(stateOf(med())), utredningar: [], aktualiseringar: [] };
    expect(bladetsPlats(tom, 'lss', { enheter: ['lss'] })).toBeUndefined();
  });
});
