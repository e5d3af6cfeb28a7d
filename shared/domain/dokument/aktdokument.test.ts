import { describe, expect, test } from 'vitest';
import { type Mallkod, mallkoder } from '../katalog/records.ts';
import { fattat, underlag } from '../testing/beslut.ts';
import { kat } from '../testing/katalog.ts';
import { akt, stateOf, type TestRecord, testAnteckning, testId } from '../testing/state.ts';
import { fromPlainText } from '../text/text.ts';
import { anteckningsdokument, journal, utelamnade, utredningsdokument } from './aktdokument.ts';
import { bestallningsdokument, brev } from './bestallningsdokument.ts';
import { lasordning } from './lasordning.ts';
import { bevakningslista, innehallsforteckning, tidslinje } from './listor.ts';
import type { Byggd } from './ram.ts';
import { vagTill } from './vag.ts';

const dag = '2026-11-20';
const by = { anvandareId: kat.handlaggare, namn: 'Karin Ek', at: '2026-11-19T23:30:00.000Z' };
const titlar: Partial<Record<Mallkod, string>> = {
  brev: '{titel}',
  anteckning: '{titel}',
  bestallning: 'Till {utforare}',
  bevakningslista: 'Hos {anvandare}',
};
const katalog: TestRecord[] = [
  {
    type: 'brevhuvud',
    id: testId(710),
    data: { fran: '2018-07-01', enheter: [], kommun: 'Almviks kommun', namnd: 'Nämnden', adress: 'Box 1' },
  },
  ...mallkoder.map((kod, n): TestRecord => {
    const titel = titlar[kod] ?? `${kod} {namn}`;
    return {
      type: 'mall',
      id: testId(700 + n),
      data: { fran: '2018-07-01', kod, namn: kod, version: 1, form: 'akt', titel, utredningstyper: [], texter: {} },
    };
  }),
  {
    type: 'rubrikmall',
    id: kat.rubrikmall,
    data: {
      slag: 'utredning',
      typer: [],
      rubriker: [
        { kod: 'BEHOV', titel: 'Behov', underrubriker: [{ kod: 'FRITID', titel: 'Fritid' }] },
        { kod: 'BEDOMNING', titel: 'Bedömning' },
      ],
    },
  },
];
const not = (n: number, text: string, over: Partial<Extract<TestRecord, { type: 'anteckning' }>['data']> = {}): TestRecord => ({
  type: 'anteckning',
  id: testId(730 + n),
  data: testAnteckning({ text: fromPlainText(text), signerad: by, ...over }),
});
const state = (...mer: TestRecord[]) => stateOf(underlag(...katalog, ...mer));
const text = (byggt: Byggd): string => {
  if (!byggt.ok) throw new Error(JSON.stringify(byggt.error));
  return lasordning(byggt.value).join('\n');
};
const felen = (byggt: Byggd) => (byggt.ok ? [] : byggt.error);
const utredning = { personId: akt.person, utredningId: akt.utredning, dag };

describe('UTSK-01 the Utredningsdokument', () => {
  test('has its texts under their rubriker in the mall’s order, with who signed, and no empty rubrik', () => {
    const noter = [not(1, 'Vi bedömer.', { rubrikKod: 'BEDOMNING' }), not(2, 'Simmar.', { rubrikKod: 'FRITID' }), not(3, 'Behöver stöd.')];
    expect(text(utredningsdokument(state(...noter), utredning))).toMatch(
      /Behov\nBehöver stöd\.\nSignerad 2026-11-20 av Karin Ek\nFritid\nSimmar\.\nSignerad 2026-11-20 av Karin Ek\nBedömning\nVi bedömer\./,
    );
    expect(text(utredningsdokument(state(not(1, 'Vi bedömer.', { rubrikKod: 'BEDOMNING' })), utredning))).not.toContain('Behov');
  });
  test('leaves out the journal and what is felmarkerat, and no text whose rubrik is gone', () => {
    const brevet = text(
      utredningsdokument(
        state(
          not(1, 'Journal.', { rubrikKod: 'JOURNAL' }),
          not(2, 'Struken.', { felmarkerad: { ...by, orsak: 'Fel' } }),
          not(3, 'Gammal.', { rubrikKod: 'BORTA' }),
        ),
        utredning,
      ),
    );
    expect(brevet).toContain('Övrigt\nGammal.');
    expect(brevet).not.toMatch(/Journal\.|Struken\./);
  });
  test('UTSK-08 of a LASS-beslut is not printed, nor its texts and journal one by one', () => {
    const lass = fattat(1, { beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS' });
    const las = state(lass, not(1, 'Vi bedömer.', { rubrikKod: 'BEDOMNING' }), not(2, 'Ringde.', { rubrikKod: 'JOURNAL' }));
    const nej = [{ kod: 'lass-skrivs-inte-ut', ref: akt.utredning }];
    expect(felen(utredningsdokument(las, utredning))).toEqual(nej);
    const dokumentation = { slag: 'utredning' as const, id: akt.utredning };
    expect(felen(journal(las, { personId: akt.person, dokumentation, dag }))).toEqual(nej);
    for (const n of [1, 2])
      expect(felen(anteckningsdokument(las, { personId: akt.person, anteckningId: testId(730 + n), dag }))).toEqual(nej);
    // A verkställighet has its own.
    const annan = { slag: 'verkstallighet' as const, id: akt.lssInsatser };
    expect(felen(journal(las, { personId: akt.person, dokumentation: annan, dag }))).toEqual([]);
  });
});

describe('PDF-05 what is not signed is in no document', () => {
  const osignerad = (n: number, ord: string, over = {}) => not(n, ord, { signerad: undefined, ...over });
  const dokumentation = { slag: 'utredning' as const, id: akt.utredning };
  const iJournal = { personId: akt.person, dokumentation, dag };

  test('it is left out, and told where it stands; an empty text is nothing', () => {
    const alla = state(
      not(1, 'Behöver stöd.'),
      osignerad(2, 'Utkast.'),
      osignerad(3, ' '),
      osignerad(4, 'Ringde.', { rubrikKod: 'JOURNAL' }),
    );
    expect(text(utredningsdokument(alla, utredning))).not.toMatch(/Utkast|Ringde/);
    expect(utelamnade(alla, { slag: 'utredning', ...utredning }).map(({ id }) => id)).toEqual([testId(732)]);
    expect(utelamnade(alla, { slag: 'journal', ...iJournal }).map(({ id }) => id)).toEqual([testId(734)]);
    expect(utelamnade(alla, { slag: 'anteckning', personId: akt.person, anteckningId: testId(732) })).toEqual([]);
  });
  test('where nothing is signed there is no document: the way leads to the first', () => {
    const alla = state(osignerad(1, 'Utkast.'), osignerad(4, 'Ringde.', { rubrikKod: 'JOURNAL' }));
    const byggda = [utredningsdokument(alla, utredning), journal(alla, iJournal)];
    expect(byggda.map(felen)).toEqual([[{ kod: 'texter-osignerade', ref: testId(731) }], [{ kod: 'texter-osignerade', ref: testId(734) }]]);
    const vag = vagTill(alla, { slag: 'utredning', ...utredning }, { kod: 'texter-osignerade', ref: testId(731) });
    expect(vag).toEqual({ slag: 'text', dokumentation, rubrikKod: 'BEHOV', anteckningId: testId(731) });
  });
  test('where nothing is written it is a document without texts', () => {
    const made = utredningsdokument(state(), utredning);
    // The kund's name stands in its title, and is not said twice at the head of each page.
    expect(made.ok && made.value.lopande).toBe(made.ok && made.value.titel);
  });
});

test('DOK-15 a document is printed with its kind', () => {
  const brev = state(not(1, 'Vi hörs.', { rubrikKod: 'JOURNAL', typ: 'Brev', titel: 'Svar till skolan' }));
  const val = { personId: akt.person, anteckningId: testId(731), dag };
  expect(text(anteckningsdokument(brev, val))).toMatch(/Typ\nBrev\n.*\n.*\n.*\n.*\nSvar till skolan\nVi hörs\./);
  const dokumentation = { slag: 'utredning' as const, id: akt.utredning };
  expect(text(journal(brev, { personId: akt.person, dokumentation, dag }))).toContain('Brev: Svar till skolan');
});

test('UTSK-06 a journal in the order of its days; what is felmarkerat says so', () => {
  const noter = [
    not(1, 'Sedan.', { rubrikKod: 'JOURNAL', handelsedatum: '2026-11-02', titel: 'Möte' }),
    not(2, 'Först.', { rubrikKod: 'JOURNAL', handelsedatum: '2026-11-01', felmarkerad: { ...by, orsak: 'Fel person' } }),
    not(3, 'Text i dokumentet.'),
  ];
  const dokumentation = { slag: 'utredning' as const, id: akt.utredning };
  const skriven = text(journal(state(...noter), { personId: akt.person, dokumentation, dag }));
  expect(skriven).toMatch(/2026-11-01\nFörst\.\nSignerad .*Felmarkerad 2026-11-20 av Karin Ek: Fel person\n2026-11-02 Möte\nSedan\./);
  expect(skriven).not.toContain('Text i dokumentet.');
});

test('UTSK-06 one note, when it is signed', () => {
  const val = { personId: akt.person, anteckningId: testId(731), dag };
  expect(text(anteckningsdokument(state(not(1, 'Ringde.', { titel: 'Samtal' })), val))).toMatch(/Samtal\nRingde\.\nSignerad/);
  expect(felen(anteckningsdokument(state(not(1, 'Ringde.', { signerad: undefined })), val))).toEqual([
    { kod: 'anteckning-osignerad', ref: testId(731) },
  ]);
});

test('UTSK-09 a beställning has the parts that were ticked, and no empty one', () => {
  const bestallning: TestRecord = {
    type: 'bestallning',
    id: testId(750),
    data: {
      beslutId: testId(201),
      bestalltDatum: '2026-11-12',
      gallerFran: '2026-12-01',
      utforareId: kat.utforare.rekrytering,
      insatser: ['Kontaktperson'],
      bestallningstext: 'Börja försiktigt.',
    },
  };
  const skriven = (delar: Parameters<typeof bestallningsdokument>[1]['delar']) =>
    text(bestallningsdokument(state(bestallning, fattat(1)), { personId: akt.person, bestallningId: testId(750), delar, dag }));
  expect(skriven(['insatser'])).toMatch(/Det som beställs\nInsatser\nKontaktperson\nGäller\nfrån och med 2026-12-01 tills vidare$/);
  expect(skriven(['bestallningstext', 'beslut', 'bekraftelse'])).toMatch(
    /Beslut\nBeslut\nLSS Kontaktperson Bifall 261110\nBeställningstext\nBörja försiktigt\.$/,
  );
});

test('UTSK-01 a letter in the user’s own words', () => {
  const skrivet = text(
    brev(state(), {
      personId: akt.person,
      enhet: 'lss',
      titel: 'Kallelse',
      text: fromPlainText('Välkommen.'),
      avsandareId: kat.handlaggare,
      dag,
    }),
  );
  expect(skrivet).toMatch(/Linnea Maria Ekström\nKallelse\nVälkommen\.\nKarin Ek\nLSS-handläggare$/);
});

test('UTSK-01 lists: bevakningar, the timeline, and what is in one unit’s part of the akt', () => {
  const rader = [{ datum: '2026-12-01', kund: 'Ekström, Linnea', typ: 'Följ upp', text: 'Ring', status: 'Väntar' as const }];
  expect(text(bevakningslista(state(), { rader, enhet: 'lss', anvandare: 'Karin Ek', dag }))).toMatch(
    /Ekström, Linnea\nFölj upp\nRing\nVäntar$/,
  );
  const medAnnan = state(
    fattat(1),
    fattat(2, { enhet: 'bistand', beslutsnamn: 'SoL Hemtjänst Bifall' }),
    not(1, 'Vi bedömer.', { rubrikKod: 'BEDOMNING', signerad: undefined }),
  );
  const val = { personId: akt.person, enhet: 'lss', dag };
  expect(text(tidslinje(medAnnan, val))).toContain('beslut löper');
  expect(text(tidslinje(medAnnan, val))).toMatch(/\d{4}-\d\d-\d\d – (?:tills vidare|\d{4}-\d\d-\d\d)(?: |$)/m);
  const innehall = text(innehallsforteckning(medAnnan, val));
  expect(innehall).toMatch(/2026-11-10\nBeslut\nLSS Kontaktperson Bifall 261110\n/);
  expect(innehall).toMatch(/Anteckning\nBedömning\ninte signerad/);
  expect(innehall).not.toContain('Hemtjänst');
});
