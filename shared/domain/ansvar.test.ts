import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { funktionKanAnsvara, kanAnsvara } from './ansvar.ts';
import { bucketsOfAnvandare, bucketsOfScope, partOf } from './buckets.ts';
import { roller } from './katalog/records.ts';
import { kanLasaAkt } from './lasare.ts';
import type { Person } from './person/records.ts';
import { aktScope } from './scope.ts';
import { testDecideAny } from './testing/decide.ts';
import { kat, testKatalog } from './testing/katalog.ts';
import { akt, stateOf, type TestRecord, testActor, testAkt, testContext, testId } from './testing/state.ts';

const [first] = testAkt();
const person = first?.data as Person;
const skyddad = { ...person, skydd: 'skyddadFolkbokforing' } as const;
const { id: _, ...karin } = testActor();

describe('ROLL-10 FORB-14 who may answer for a case', () => {
  test.each([
    ['a handläggare of the unit', {}, person, true],
    ['of another unit', { enheter: ['bistand'] }, person, false],
    ['of no unit', { enheter: [] }, person, false],
    ['a protected kund, without the right', {}, skyddad, false],
    ['a protected kund, with the right', { skyddadBehorighet: true }, skyddad, true],
    ['with the right, of another unit', { skyddadBehorighet: true, enheter: ['bistand'] }, skyddad, false],
    ['who has left', { aktiv: false }, person, false],
    ['another role of the unit', { roller: ['boendesamordnare' as const] }, person, false],
  ])('%s', (_, over, kund, far) => {
    expect(kanAnsvara({ id: testId(9), data: { ...karin, ...over } }, akt.person, kund)).toBe(far);
  });

  test('is who reads the utredning: as the buckets have it, whoever and whatever kund', () => {
    const enhet = fc.constantFrom('lss', 'bistand', 'barn');
    fc.assert(
      fc.property(
        fc.record({
          roller: fc.subarray([...roller], { minLength: 1 }),
          enheter: fc.uniqueArray(enhet),
          skyddadBehorighet: fc.boolean(),
          aktiv: fc.boolean(),
        }),
        fc.uniqueArray(enhet, { minLength: 1 }),
        fc.constantFrom<Person['skydd']>('ingen', 'sekretessmarkering', 'skyddadFolkbokforing'),
        (over, enheter, skydd) => {
          const actor = testActor(over);
          const kund = { ...person, enheter, skydd };
          const utredning = testAkt().find(({ type }) => type === 'utredning');
          if (utredning?.type !== 'utredning') throw new Error('no utredning');
          const buckets = bucketsOfScope(aktScope(akt.person), [
            partOf('person', akt.person, kund),
            partOf('utredning', utredning.id, { ...utredning.data, enhet: enheter[0] }),
          ]).get(utredning.id);
          expect(kanLasaAkt(actor, akt.person, kund, enheter[0])).toBe(bucketsOfAnvandare(actor).some((one) => buckets?.includes(one)));
        },
      ),
    );
  });

  test('ROLL-04 a function answers with whoever holds it; one that nobody holds may have LSS Insatser', () => {
    const innehavare = (over: object) => [{ id: testId(9), data: { ...karin, funktionId: kat.utforare.funktion3, ...over } }];
    const far = (over: object, kund = person) => funktionKanAnsvara(innehavare(over), kat.utforare.funktion3, akt.person, kund);
    expect([far({}), far({ enheter: ['bistand'] }), far({}, skyddad), far({ aktiv: false, enheter: [] })]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(far({ roller: ['boendesamordnare'], enheter: [] }), 'who is no handläggare does not hold it for the unit').toBe(true);
  });
});

describe('ROLL-10 an utredning, aktualisering or LSS Insatser is refused to who cannot read the akt', () => {
  const annan: TestRecord = {
    type: 'anvandare',
    id: testId(9),
    data: { ...karin, enheter: ['bistand'], funktionId: kat.utforare.funktion5 },
  };
  const records = (kund: Person = person): TestRecord[] => [
    ...testAkt().map((one): TestRecord => (one.type === 'person' ? { ...one, data: kund } : one)),
    ...testKatalog(),
    annan,
  ];
  const kor = (name: Parameters<typeof testDecideAny>[0], input: object, kund?: Person) =>
    testDecideAny(name, { personId: akt.person, ...input }, stateOf(records(kund)), testContext(testActor({ skyddadBehorighet: true })));
  const nekad = (field: string) => ({ code: 'ansvarig-utan-atkomst', field });

  test('utredning.bytHandlaggare, of another unit and of a protected kund', () => {
    const byt = (till: string, kund?: Person) =>
      kor('utredning.bytHandlaggare', { utredningId: akt.utredning, fran: testId(1), till }, kund);
    expect(byt(testId(9))).toEqual(nekad('till'));
    expect(byt(kat.enhetschef, skyddad)).toEqual(nekad('till'));
    expect(byt(kat.enhetschef)).not.toHaveProperty('code');
  });

  test('aktualisering.registrera', () => {
    const input = {
      ...{
        slag: 'ansokan',
        datum: '2026-11-18',
        franVem: 'Den enskilde',
        organisationId: kat.organisation,
        gruppId: testId(300),
        rev: testId(301),
      },
      aktualiseringar: [{ id: testId(302), typ: 'Kontaktperson', insatsId: kat.insats.kontaktperson }],
    };
    expect(kor('aktualisering.registrera', { ...input, ansvarigHandlaggareId: testId(9) })).toEqual(nekad('ansvarigHandlaggareId'));
    expect(kor('aktualisering.registrera', { ...input, ansvarigHandlaggareId: testId(1) })).not.toHaveProperty('code');
  });

  test('verkstallighet.bytUtforare of LSS Insatser', () => {
    const lss = stateOf(records()).get('verkstallighet', akt.lssInsatser);
    const byt = {
      verkstallighetId: akt.lssInsatser,
      fran: lss?.utforareId,
      franOrganisationId: lss?.organisationId,
      utforareId: kat.utforare.funktion5,
      organisationId: kat.organisation,
    };
    expect(kor('verkstallighet.bytUtforare', byt)).toEqual(nekad('utforareId'));
    expect(kor('verkstallighet.bytUtforare', { ...byt, utforareId: kat.utforare.myndighet })).not.toHaveProperty('code');
  });
});
