import { describe, expect, test } from 'vitest';
import type { Beslutsfattare } from '../beslut/records.ts';
import { chefen, fattat, underlag } from '../testing/beslut.ts';
import { kat, testKatalog } from '../testing/katalog.ts';
import { akt, stateOf, type TestRecord, testAkt, testAnteckning, testId } from '../testing/state.ts';
import { fromPlainText } from '../text/text.ts';
import { beslutsbrev } from './beslutsbrev.ts';
import type { Dokumentfel } from './fel.ts';
import { lasordning } from './lasordning.ts';

type Data<T extends TestRecord['type']> = Extract<TestRecord, { type: T }>['data'];
const by = { anvandareId: kat.handlaggare, namn: 'Karin Ek', at: '2026-11-09T10:00:00.000Z' };

const mall = (over: Partial<Data<'mall'>> = {}, id = testId(700)): TestRecord => ({
  type: 'mall',
  id,
  data: {
    fran: '2018-07-01',
    kod: 'beslut',
    namn: 'Beslut',
    version: 1,
    form: 'brev',
    titel: 'Beslut om {insats}',
    utredningstyper: [],
    skalRubriker: ['BEDOMNING'],
    texter: {
      'rubrik.beslut': ['Beslut'],
      'rubrik.skal': ['Skäl'],
      'rubrik.beslutsfattare': ['Beslutat av'],
      'rubrik.overklagande': ['Överklagande'],
      'beslut.bifall': ['Du beviljas {insats}.'],
      'beslut.avslag': ['{insats} avslås.'],
      'skal.utan': ['Inga skäl behövs.'],
      'skal.lagrum': ['Enligt {lagrum}.'],
      'overklagande.besvar': ['Till {domstol}, lämnas till {namnd}, {adress}, inom tre veckor, {enligt}.'],
      'overklagande.laglighet': ['Lämnas till {domstol}, {domstolAdress}, {enligt}.'],
    },
    ...over,
  },
});
const huvud = (over: Partial<Data<'brevhuvud'>> = {}, id = testId(710)): TestRecord => ({
  type: 'brevhuvud',
  id,
  data: {
    fran: '2018-07-01',
    enheter: [],
    kommun: 'Almviks kommun',
    namnd: 'Omsorgsnämnden',
    adress: 'Box 1, 999 01 Almvik',
    domstol: 'Förvaltningsrätten i Almvik',
    domstolAdress: 'Box 2, 999 02 Almvik',
    ...over,
  },
});
const lagrum = (n: number, kod: string, text: string, over: Partial<Data<'lagrum'>> = {}): TestRecord => ({
  type: 'lagrum',
  id: testId(720 + n),
  data: { kod, text, fran: '1994-01-01', ...over },
});
const lagar = [lagrum(1, 'LSS9_4', '9 § 4 LSS', { overklagas: { slag: 'besvar', enligt: 'LSS27' } }), lagrum(2, 'LSS27', '27 § LSS')];
const insats = (id: string, over: Partial<Data<'insats'>>): TestRecord => {
  const found = testKatalog().find((one) => one.id === id);
  if (found?.type !== 'insats') throw new Error(id);
  return { ...found, data: { ...found.data, ...over } };
};
const kontaktperson = insats(kat.insats.kontaktperson, { lagrumKod: 'LSS9_4' });
const skal = (over: Partial<Data<'anteckning'>> = {}): TestRecord => ({
  type: 'anteckning',
  id: testId(730),
  data: testAnteckning({ rubrikKod: 'BEDOMNING', text: fromPlainText('Behovet är tillgodosett.'), signerad: by, ...over }),
});
const ettBeslut = (over: Partial<Data<'beslut'>> = {}) => fattat(1, over);
const avslag = ettBeslut({ utfall: 'avslag' });
const beslutId = avslag.id;
/** A case where nothing is missing, with what the test has instead. */
const allt = (...mer: TestRecord[]) => {
  const ids = new Set(mer.map(({ id }) => id));
  return underlag(...[mall(), huvud(), ...lagar, kontaktperson, avslag, skal()].filter(({ id }) => !ids.has(id)), ...mer);
};
const utan = (...ids: string[]) => allt().filter(({ id }) => !ids.includes(id));
type Val = Partial<Parameters<typeof beslutsbrev>[1]>;
const brev = (records: TestRecord[], val: Val = {}) =>
  beslutsbrev(stateOf(records), { slag: 'beslut', personId: akt.person, beslutId, idag: '2026-11-20', ...val });
const text = (records: TestRecord[], val: Val = {}): string => {
  const byggt = brev(records, val);
  if (!byggt.ok) throw new Error(JSON.stringify(byggt.error));
  return lasordning(byggt.value).join('\n');
};
const fel = (records: TestRecord[], val: Val = {}): Dokumentfel[] => {
  const byggt = brev(records, val);
  return byggt.ok ? [] : byggt.error;
};

describe('PDF-01 the letter of an avslag has what FL 31 to 33 §§ ask', () => {
  const brevet = text(allt());
  test.each([
    ['the day', '2026-11-10'],
    ['what was decided', 'kontaktperson avslås.'],
    ['who decided', 'Karin Ek, LSS-handläggare'],
    ['the reasons', 'Behovet är tillgodosett.'],
    ['the provisions', 'Enligt 9 § 4 LSS.'],
    [
      'how to appeal, where it is handed in and until when',
      'Till Förvaltningsrätten i Almvik, lämnas till Omsorgsnämnden, Box 1, 999 01 Almvik, inom tre veckor, 27 § LSS.',
    ],
    ['whom it is about', 'Linnea Maria Ekström'],
  ])('%s', (_, words) => expect(brevet).toContain(words));

  test('who reported, where another decided', () => {
    const records = allt(ettBeslut({ utfall: 'avslag', beslutsfattare: chefen }));
    const other = records.map((one) =>
      one.type === 'utredning' ? { ...one, data: { ...one.data, ansvarigHandlaggareId: kat.handlaggare } } : one,
    );
    expect(text(other as TestRecord[])).toMatch(/Beslutsfattare\nUlla Ström, .*\nFöredragande\nKarin Ek/);
  });
});

describe('PDF-01 a letter that lacks something is not made, and says all that it lacks', () => {
  test.each<[string, TestRecord[], Dokumentfel[]]>([
    ['reasons', utan(testId(730)), [{ kod: 'skal-saknas', ref: akt.utredning }]],
    ['reasons that are signed', allt(skal({ signerad: undefined })), [{ kod: 'skal-osignerat', ref: akt.utredning }]],
    [
      'reasons but for those that are felmarkerade',
      allt(skal({ felmarkerad: { ...by, orsak: 'Fel' } })),
      [{ kod: 'skal-saknas', ref: akt.utredning }],
    ],
    ['who decided', allt(ettBeslut({ utfall: 'avslag', beslutsfattare: undefined })), [{ kod: 'beslutsfattare-saknas', ref: beslutId }]],
    ['the mall', utan(testId(700)), [{ kod: 'mall-saknas', ref: 'beslut' }]],
    ['mall and letterhead', utan(testId(700), testId(710)), [{ kod: 'mall-saknas', ref: 'beslut' }, { kod: 'brevhuvud-saknas' }]],
    ['the court', allt(huvud({ domstol: undefined })), [{ kod: 'uppgift-saknas', ref: 'domstol' }]],
    ['the provision of appeal', utan(testId(722)), [{ kod: 'lagrum-saknas', ref: 'LSS27' }]],
    ['the insats’ provision', utan(kontaktperson.id), [{ kod: 'lagrum-saknas' }, { kod: 'overklagas-oklart' }]],
    ['how it is appealed', allt(lagrum(1, 'LSS9_4', '9 § 4 LSS')), [{ kod: 'overklagas-oklart' }]],
    [
      'a text of the mall',
      allt(mall({ texter: {} })),
      expect.arrayContaining([{ kod: 'malltext-saknas', ref: 'overklagande.besvar' }]) as never,
    ],
    ['a beslut that holds', allt(ettBeslut({ utfall: 'avslag', felmarkerad: true })), [{ kod: 'beslut-felmarkerat', ref: beslutId }]],
  ])('%s', (_, records, expected) => expect(fel(records)).toEqual(expected));

  test('reasons and provision together', () => {
    expect(fel(allt(lagrum(1, 'LSS9_4', '9 § 4 LSS')).filter(({ id }) => id !== testId(730)))).toEqual([
      { kod: 'skal-saknas', ref: akt.utredning },
      { kod: 'overklagas-oklart' },
    ]);
  });
  test('a full bifall needs no reasons', () => {
    expect(text(allt(ettBeslut()).filter(({ id }) => id !== testId(730)))).toContain('Inga skäl behövs.');
  });
});

describe('PDF-01 mall, letterhead and law are those of the day of the decision', () => {
  const dagar = (n: number) => [
    mall({ tom: '2025-12-31' }),
    mall({ fran: '2026-01-01', version: 2, titel: 'Nya beslutet' }, testId(701)),
    huvud({ namnd: 'Gamla nämnden' }),
    huvud({ namnd: 'Nya nämnden', fran: '2026-01-01' }, testId(711)),
    lagrum(3, 'LSS9_4', `nya 9 § ${n}`, { fran: '2026-01-01', overklagas: { slag: 'besvar', enligt: 'LSS27' } }),
  ];
  test('after the change', () => {
    const byggt = text(allt(...dagar(4)));
    expect(byggt).toContain('Nya beslutet');
    expect(byggt).toContain('nya 9 § 4');
    expect(byggt).not.toContain('Gamla nämnden');
  });
  test('before it, however late the letter is made', () => {
    const byggt = text(allt(...dagar(4), ettBeslut({ utfall: 'avslag', beslutsdatum: '2025-12-31' })));
    expect(byggt).toContain('Beslut om kontaktperson');
    expect(byggt).toContain('Gamla nämnden');
    expect(byggt).not.toContain('nya 9 §');
  });
  test('the unit’s own letterhead before the general one, and the utredningstyp’s mall', () => {
    const egna = [
      huvud({ enheter: ['lss'], namnd: 'LSS-nämnden' }, testId(711)),
      mall({ utredningstyper: ['LSS Utredning'], titel: 'Enligt LSS' }, testId(701)),
    ];
    expect(text(allt(...egna))).toMatch(/LSS-nämnden[\s\S]*Enligt LSS/);
  });
});

test('PDF-01 a laglighetsprövning is handed in to the court, not to the nämnd', () => {
  const byggt = text(allt(lagrum(1, 'LSS9_4', '11 kap. 4 §', { overklagas: { slag: 'laglighet', enligt: 'LSS27' } })));
  expect(byggt).toContain('Lämnas till Förvaltningsrätten i Almvik, Box 2, 999 02 Almvik');
  expect(byggt).not.toContain('lämnas till Omsorgsnämnden');
});

describe('FRAGA-62 a protected person', () => {
  const adress = { gata: 'Hemliga gatan 1', postnummer: '999 03', ort: 'Almvik' };
  const medSkydd = (skydd: 'ingen' | 'sekretessmarkering' | 'skyddadFolkbokforing') => {
    const [person] = testAkt();
    if (person?.type !== 'person') throw new Error('no person');
    return allt({ ...person, data: { ...person.data, skydd, adress, postadress: { ...adress, gata: 'Box 9' }, telefon: '070-174 06 05' } });
  };
  test.each(['sekretessmarkering', 'skyddadFolkbokforing'] as const)('%s: no address is on paper, whatever the record holds', (skydd) => {
    const brevet = text(medSkydd(skydd));
    for (const ord of ['Hemliga', 'Box 9', '999 03', '070']) expect(brevet).not.toContain(ord);
  });
  test('anyone else gets it where post goes', () =>
    expect(text(medSkydd('ingen'))).toContain('Linnea Maria Ekström\nBox 9\n999 03 Almvik'));
});

test('PDF-01 a meddelande may leave out names, and gives their title; the beslut keeps them (FL 33 §)', () => {
  const records = allt(mall({ kod: 'beslutsmeddelande' }, testId(701)));
  expect(text(records, { slag: 'beslutsmeddelande', utanNamn: true })).not.toContain('Karin Ek');
  expect(text(records, { slag: 'beslutsmeddelande', utanNamn: true })).toContain('Beslutsfattare\nLSS-handläggare');
  expect(text(records, { slag: 'beslutsmeddelande' })).toContain('Karin Ek, LSS-handläggare');
  expect(text(records, { utanNamn: true })).toContain('Karin Ek, LSS-handläggare');
});

test('PDF-01 a meddelande without names has none of who has left the municipality, or has no account; an utskott keeps its own (FL 33 §)', () => {
  const utan = (beslutsfattare: Beslutsfattare) =>
    text([...allt(mall({ kod: 'beslutsmeddelande' }, testId(701)), ettBeslut({ beslutsfattare }))], {
      ...{ slag: 'beslutsmeddelande', utanNamn: true },
    });
  expect(utan({ slag: 'enhetschef', anvandareId: testId(799), namn: 'Gunnel Borta' })).toContain('Beslutsfattare\nEnhetschef');
  expect(utan({ slag: 'handlaggare', namn: 'Gunnel Borta' })).not.toContain('Gunnel Borta');
  expect(utan({ slag: 'individutskottet', namn: 'Individutskottet' })).toContain('Beslutsfattare\nIndividutskottet');
});

describe('PDF-01 what was decided together is one letter', () => {
  const koppling = { slag: 'delavslag' as const, id: testId(740) };
  const halvor = [ettBeslut({ utfall: 'avslag', koppling }), fattat(2, { koppling, omfattning: { minuter: 600, enhet: 'Vecka' } })];
  test('both halves of a delavslag, the granted one first, and its reasons are asked for', () => {
    for (const id of halvor.map((one) => one.id))
      expect(text(allt(...halvor), { beslutId: id })).toMatch(/beviljas kontaktperson[\s\S]*10 tim per vecka[\s\S]*avslås/);
    expect(
      fel(
        allt(...halvor).filter(({ id }) => id !== testId(730)),
        { beslutId: testId(202) },
      ),
    ).toEqual([{ kod: 'skal-saknas', ref: akt.utredning }]);
  });
  test('a half that is felmarkerad is in no other’s letter', () => {
    expect(text(allt(...halvor.slice(0, 1), fattat(2, { koppling, felmarkerad: true })))).not.toContain('beviljas');
  });
});

describe('UTSK-07 and UTSK-08 what is not printed', () => {
  const { insats: i } = kat;
  test('UTSK-07 of a stödfamilj the beslut on korttidsvistelse alone', () => {
    const koppling = { slag: 'stodfamilj' as const, id: testId(741) };
    const par = [
      ettBeslut({ insatsId: i.korttidsvistelse, koppling }),
      fattat(2, { insatsId: i.stodfamilj, koppling }),
      insats(i.korttidsvistelse, { lagrumKod: 'LSS9_4' }),
      insats(i.stodfamilj, { lagrumKod: 'LSS9_4' }),
    ];
    expect(text(allt(...par))).not.toContain('stödfamilj');
    expect(fel(allt(...par), { beslutId: testId(202) })).toEqual([{ kod: 'stodfamilj-skrivs-inte-ut', ref: testId(202) }]);
  });
  test('what is not printed is in no letter of what was decided together with it', () => {
    const koppling = { slag: 'serie' as const, id: testId(741) };
    const serie = [ettBeslut({ koppling }), fattat(2, { insatsId: i.stodfamilj, koppling }), insats(i.stodfamilj, { lagrumKod: 'LSS9_4' })];
    expect(fel(allt(...serie))).toEqual([{ kod: 'stodfamilj-skrivs-inte-ut', ref: testId(202) }]);
  });
  test('UTSK-08 nothing of a LASS-beslut', () => {
    expect(fel(allt(ettBeslut({ beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS', insatsId: i.lass })))).toEqual([
      { kod: 'lass-skrivs-inte-ut', ref: beslutId },
    ]);
  });
});
