import type { Anteckning } from '../../../shared/domain/anteckning/records.ts';
import type { Actor } from '../../../shared/domain/command.ts';
import type { Anvandare } from '../../../shared/domain/katalog/records.ts';
import type { Person } from '../../../shared/domain/person/records.ts';
import { type RecordData, type RecordType, type StoredRecord, schemaNumber } from '../../../shared/domain/records.ts';
import { aktScope, katalogScope } from '../../../shared/domain/scope.ts';
import { fromPlainText } from '../../../shared/domain/text/text.ts';

/** Records that tests of services and core are made of: a small catalogue, three users, and akter to fill. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export function stored<T extends RecordType>(type: T, id: string, scope: string, data: RecordData<T>, version = 1): StoredRecord {
  return { type, id, scope, version, schema: schemaNumber(type), data };
}

export const ids = {
  lss: uuid(1),
  funktion3: uuid(2),
  barnUngdom1: uuid(3),
  handlaggare: uuid(11),
  kollega: uuid(12),
  utforarpersonal: uuid(13),
  mallUtredning: uuid(21),
  mallVerkstallighet: uuid(22),
};

const anstalld: Anvandare = {
  namn: 'Berg, Åsa',
  titel: 'Socialsekreterare',
  funktionId: ids.funktion3,
  roller: ['lssHandlaggare'],
  organisationId: ids.lss,
  enheter: ['lss'],
  skyddadBehorighet: true,
  aktiv: true,
};
export const anvandare: Record<'handlaggare' | 'kollega' | 'utforarpersonal', Actor> = {
  handlaggare: { ...anstalld, id: ids.handlaggare },
  kollega: { ...anstalld, id: ids.kollega, namn: 'Dahl, Örjan' },
  utforarpersonal: { ...anstalld, id: ids.utforarpersonal, namn: 'Ek, Nils', roller: ['utforare'], utforareId: ids.barnUngdom1 },
};

export const katalogRecords: StoredRecord[] = [
  stored('organisation', ids.lss, katalogScope, { namn: 'LSS Myndighet', ordning: 1 }),
  stored('utforare', ids.funktion3, katalogScope, { namn: 'LSS-handläggare 3', slag: 'handlaggarfunktion' }),
  stored('utforare', ids.barnUngdom1, katalogScope, { namn: 'Lss, Barn/Ungdom 1', slag: 'utforare' }),
  ...Object.values(anvandare).map(({ id, ...data }) => stored('anvandare', id, katalogScope, data)),
  stored('rubrikmall', ids.mallUtredning, katalogScope, {
    slag: 'utredning',
    typer: [],
    rubriker: [
      { kod: 'BAKGRUND', titel: 'Bakgrund' },
      { kod: 'BEDOMNING', titel: 'Bedömning', underrubriker: [{ kod: 'BEDOMNING_BARN', titel: 'Barnets bästa' }] },
    ],
  }),
  stored('rubrikmall', ids.mallVerkstallighet, katalogScope, {
    slag: 'verkstallighet',
    typer: [],
    rubriker: [{ kod: 'ANTECKNING', titel: 'Anteckning' }],
  }),
  stored('frastext', uuid(31), katalogScope, { titel: 'Hembesök', rubrikKoder: [], text: fromPlainText('Hembesök gjordes.'), ordning: 2 }),
  stored('frastext', uuid(32), katalogScope, {
    titel: 'Barnperspektiv',
    rubrikKoder: ['BEDOMNING_BARN'],
    text: fromPlainText('Barnet har fått komma till tals.'),
    ordning: 1,
  }),
];

export const personData = (over: Partial<Person> = {}): Person => ({
  personnummer: '199904122380',
  nummerSlag: 'personnummer',
  fodelsedatum: '1999-04-12',
  efternamn: 'Ekström',
  fornamn: 'Linnea Maria',
  kundnummer: '1001',
  skydd: 'ingen',
  adress: { gata: 'Storgatan 1', postnummer: '252 20', ort: 'Helsingborg' },
  civilstand: 'ogift',
  folkbokfordIKommunen: true,
  enheter: ['lss'],
  ...over,
});
export const personRecord = (personId: string, over: Partial<Person> = {}): StoredRecord =>
  stored('person', personId, aktScope(personId), personData(over));

export const utredningRecord = (personId: string, utredningId: string, over: Partial<RecordData<'utredning'>> = {}): StoredRecord =>
  stored('utredning', utredningId, aktScope(personId), {
    typ: 'LSS Utredning',
    startdatum: '2026-06-01',
    inkomDatum: '2026-05-20',
    ansvarigHandlaggareId: ids.handlaggare,
    organisationId: ids.lss,
    ...over,
  });

/** What an utredning examines: an ansökan unless told. */
export const aktualiseringRecord = (
  personId: string,
  aktualiseringId: string,
  over: Partial<RecordData<'aktualisering'>> = {},
): StoredRecord =>
  stored('aktualisering', aktualiseringId, aktScope(personId), {
    ...{ slag: 'ansokan', typ: 'Ledsagarservice', datum: '2026-05-20', franVem: 'Kunden', organisationId: ids.lss },
    ...{ ansvarigHandlaggareId: ids.handlaggare, gruppId: uuid(302), rev: uuid(303), anteckning: 'Ringde.' },
    ...over,
  });

export const verkstallighetRecord = (
  personId: string,
  verkstallighetId: string,
  over: Partial<RecordData<'verkstallighet'>> = {},
): StoredRecord =>
  stored('verkstallighet', verkstallighetId, aktScope(personId), {
    insatskategori: 'Korttidsvistelse-insatser LSS',
    utforareId: ids.barnUngdom1,
    organisationId: ids.lss,
    startdatum: '2026-01-01',
    lssInsatser: false,
    ...over,
  });

const signatur = { anvandareId: ids.handlaggare, namn: 'Berg, Åsa', at: '2026-11-01T08:00:00.000Z' };
export const anteckningRecord = (
  personId: string,
  anteckningId: string,
  over: Partial<Anteckning> & Pick<Anteckning, 'dokumentation'>,
): StoredRecord =>
  stored('anteckning', anteckningId, aktScope(personId), {
    rubrikKod: 'JOURNAL',
    handelsedatum: '2026-11-01',
    text: fromPlainText('Ringde modern.'),
    rev: uuid(900),
    skapad: signatur,
    sparad: signatur,
    ...over,
  });
export const signeradAv = (anvandareId = ids.handlaggare) => ({ ...signatur, anvandareId });

/** What documents are made with: a letterhead, and a mall of each of these kinds. */
export const dokumentkatalog: StoredRecord[] = [
  stored('brevhuvud', uuid(40), katalogScope, {
    fran: '2020-01-01',
    enheter: [],
    kommun: 'Provköpings kommun',
    namnd: 'Omsorgsnämnden',
    adress: 'Box 1, 252 20 Provköping',
  }),
  ...(
    [
      'utredning',
      'journal',
      'anteckning',
      'brev',
      'bevakningslista',
      'tidslinje',
      'innehallsforteckning',
      'bestallning',
      'eansokan',
      'meddelande',
    ] as const
  ).map((kod, n) =>
    stored('mall', uuid(41 + n), katalogScope, {
      ...{ fran: '2020-01-01', kod, namn: `Mall ${kod}`, version: 2, utredningstyper: [], texter: {} },
      form: kod === 'brev' ? 'brev' : 'akt',
      titel:
        kod === 'brev'
          ? '{titel}'
          : kod === 'eansokan'
            ? 'E-ansökan: {insats}'
            : kod === 'meddelande'
              ? 'Meddelande: {amne}'
              : `Dokument ${kod}`,
    }),
  ),
];
