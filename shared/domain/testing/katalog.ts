/** Test support only: a small catalogue with a row of each kind. The municipality's own is `resources/catalogue`. */

import type { Insats } from '../katalog/records.ts';
import { akt, type TestRecord, testId } from './state.ts';

/** Ids of {@link testKatalog}. */
export const kat = {
  organisation: testId(2),
  annanOrganisation: testId(600),
  handlaggare: testId(1),
  enhetschef: testId(3),
  systemforvaltare: testId(4),
  utforare: {
    funktion3: testId(610),
    funktion5: testId(611),
    myndighet: testId(612),
    systemforvaltningen: testId(613),
    kommunal: testId(614),
    egetVal: testId(615),
    rekrytering: testId(616),
    /** Barn/Ungdom: staff of {@link akt.utforare} work there. */
    barnUngdom: akt.utforare,
    boendeteamet: testId(617),
    resursformedling: testId(618),
    extern: testId(619),
  },
  insats: {
    assistans: testId(630),
    utokning: testId(631),
    kontaktperson: testId(632),
    korttidsvistelse: testId(633),
    stodfamilj: testId(634),
    bostadVuxna: testId(635),
    dagligVerksamhet: testId(636),
    lass: testId(637),
    fri: testId(638),
    trygghetslarm: testId(639),
    nedlagd: testId(640),
  },
  instrument: testId(650),
  delegation: { extern: testId(660), assistans: testId(661), korttid: testId(662), boende: testId(663) },
  rubrikmall: testId(670),
} as const;

/** An organisation, users, utförare, insatser, delegationer, value lists, an instrument and a rubrikmall. */
export const testKatalog = (): TestRecord[] => [
  { type: 'organisation', id: kat.organisation, data: { namn: 'LSS Myndighet', ordning: 1 } },
  { type: 'organisation', id: kat.annanOrganisation, data: { namn: 'Centrum', ordning: 2 } },
  anvandare(kat.handlaggare, 'Karin Ek', 'LSS-handläggare', 'lssHandlaggare', kat.utforare.funktion3),
  anvandare(kat.enhetschef, 'Ulla Ström', 'Enhetschef', 'enhetschef'),
  anvandare(kat.systemforvaltare, 'Camilla Svärd', 'Systemförvaltare', 'systemforvaltare', kat.utforare.systemforvaltningen),
  utforare(kat.utforare.funktion3, { namn: 'LSS-handläggare 3', slag: 'handlaggarfunktion' }),
  utforare(kat.utforare.funktion5, { namn: 'LSS-handläggare 5', slag: 'handlaggarfunktion' }),
  utforare(kat.utforare.systemforvaltningen, { namn: 'Systemförvaltningen', slag: 'handlaggarfunktion', kod: 'systemforvaltningen' }),
  utforare(kat.utforare.myndighet, { namn: 'LSS Myndighet', slag: 'myndighet' }),
  utforare(kat.utforare.kommunal, { namn: 'Enhetschef, Personlig Assistans', driftform: 'kommunal', bekraftasAv: 'utforare' }),
  utforare(kat.utforare.egetVal, { namn: 'Lss, Eget Val', driftform: 'privat', bekraftasAv: 'handlaggare' }),
  utforare(kat.utforare.rekrytering, { namn: 'Lss, Rekryteringshandläggare', bekraftasAv: 'utforare' }),
  utforare(kat.utforare.barnUngdom, { namn: 'Lss, Barn/Ungdom 1', bekraftasAv: 'utforare' }),
  utforare(kat.utforare.boendeteamet, { namn: 'Lss, Boendeteamet', bekraftasAv: 'utforare' }),
  utforare(kat.utforare.resursformedling, { namn: 'Lss, Resursförmedling', bekraftasAv: 'utforare' }),
  utforare(kat.utforare.extern, { namn: 'Privat, Utförare', driftform: 'privat', bekraftasAv: 'handlaggare', kod: 'externPlacering' }),
  ...insatser(),
  ...delegationer(),
  lista(680, 'aktualiseringstyp', [{ namn: 'LSS Omprövning', kod: 'omprovning' }]),
  lista(681, 'franVem', [
    { namn: 'Den enskilde', kod: 'denEnskilde' },
    { namn: 'Egna myndigheten (VON)', kod: 'egnaMyndigheten' },
  ]),
  lista(682, 'utredningstyp', [
    { namn: 'LSS Utredning', kod: 'lss', standard: true },
    { namn: 'LSS skälig kostnad', kod: 'lss' },
    { namn: 'IBIC utredning', kod: 'sol', standard: true },
  ]),
  lista(683, 'avslutsorsak', [{ namn: 'Insatsen behövs inte längre' }]),
  lista(1530, 'franvaroorsak', [{ namn: 'Sjukhus' }, { namn: 'Resa' }]),
  lista(684, 'civilstand', [
    { namn: 'okänt', kod: 'okant' },
    { namn: 'Ogift', kod: 'ogift' },
  ]),
  lista(685, 'relation', [
    { namn: 'Kund', kod: 'kund' },
    { namn: 'Mor', kod: 'vardnadshavare' },
  ]),
  lista(699, 'samtyckesslag', [
    { namn: 'Kontakt med närstående', tillater: ['lamnaUppgifter', 'inhamtaUppgifter'] },
    { namn: 'Inhämta uppgifter från Försäkringskassan', tillater: ['inhamtaUppgifter'] },
  ]),
  lista(689, 'dokumenttyp', [{ namn: 'Utlåtande' }, { namn: 'Brev' }]),
  lista(688, 'utlamningsgrund', [{ namn: 'Kundens samtycke' }, { namn: 'Beslut' }]),
  lista(686, 'bevakningstyp', [
    { namn: 'LSS Följ upp beslut/verks', kod: 'foljUpp' },
    { namn: 'Bekräfta beställning', kod: 'bekraftaBestallning' },
    { namn: 'Kontrollera KIR', kod: 'kontrolleraKir' },
  ]),
  lista(697, 'diagnosord', [{ namn: 'autis' }, { namn: 'adhd' }]),
  lista(687, 'nyckelkod', [{ namn: '999999 – Ej skriven i Helsingborg', kod: '999999' }]),
  {
    type: 'instrument',
    id: kat.instrument,
    data: {
      namn: 'D. Bedömning Daglig verksamhet',
      funktioner: ['KOMMUNIKATION', 'MALTIDER'].map((kod) => ({
        kod,
        namn: kod,
        nivaer: [
          { niva: 'Självständig', poang: 0 },
          { niva: 'Stort stöd', poang: 2 },
        ],
      })),
    },
  },
  {
    type: 'rubrikmall',
    id: kat.rubrikmall,
    data: {
      slag: 'utredning',
      typer: ['LSS Utredning'],
      rubriker: [
        { kod: 'BEHOV', titel: 'Behov' },
        { kod: 'BESLUTET', titel: 'Beslut' },
      ],
    },
  },
];

const anvandare = (
  id: string,
  namn: string,
  titel: string,
  roll: 'lssHandlaggare' | 'enhetschef' | 'systemforvaltare',
  funktionId?: string,
) =>
  ({
    type: 'anvandare',
    id,
    data: {
      namn,
      titel,
      roller: [roll],
      organisationId: kat.organisation,
      enheter: ['lss'],
      skyddadBehorighet: false,
      aktiv: true,
      ...(funktionId ? { funktionId } : {}),
    },
  }) satisfies TestRecord;

type Utforarpost = Extract<TestRecord, { type: 'utforare' }>;
const utforare = (
  id: string,
  data: Omit<Utforarpost['data'], 'slag' | 'namn'> & { namn: string; slag?: Utforarpost['data']['slag'] },
): TestRecord => ({
  type: 'utforare',
  id,
  data: { slag: 'utforare', ...data },
});

type Listpost = Extract<TestRecord, { type: 'vardelista' }>['data'];
const lista = (n: number, namn: Listpost['lista'], varden: Listpost['varden']): TestRecord => ({
  type: 'vardelista',
  id: testId(n),
  data: { lista: namn, varden },
});

type Egna = Partial<Omit<Insats, 'bifall'>> & { bifall?: Partial<Insats['bifall']> };
function insats(id: string, [kod, namn, insatskategori]: [string, string, string], { bifall, ...rest }: Egna = {}): TestRecord {
  const data = {
    kod,
    namn,
    lagrum: 'LSS' as const,
    ordning: Number(id.slice(-3)),
    aktiv: true,
    utredningstyper: ['LSS Utredning'],
    avslag: { kod: `LSS_${kod}_AVSLAG`, namn: `LSS ${namn} Avslag`, insatskategori: 'LSS Insatser' },
    ...rest,
    bifall: {
      kod: `LSS_${kod}_BIFALL`,
      namn: `LSS ${namn} Bifall`,
      insatskategori,
      personkrets: 'vidNyKund' as const,
      utskrift: true,
      ...bifall,
    },
  };
  return { type: 'insats', id, data };
}
const utanAvslag = { avslag: undefined };
const hos = (utforareId: string, ...namn: string[]) => ({ utforareId, insatser: namn.map((ett) => ({ namn: ett })) });
const niva = (namn: string) => ['1', '2', '3'].map((ett) => ({ namn: `${namn} ${ett}`, niva: ett }));

function insatser(): TestRecord[] {
  const { insats: i, utforare: u } = kat;
  const assistans = { insatskategori: 'Personlig ass LSS' };
  return [
    insats(i.assistans, ['PERSONLIG_ASSISTENT', 'Personlig assistent', 'Personlig ass LSS'], {
      bifall: { timenhet: 'Månad' },
      bestallning: {
        ...assistans,
        utforare: [
          { ...hos(u.kommunal, 'Biträde av assistans'), driftform: 'kommunal' },
          { ...hos(u.egetVal, 'Personlig assistans'), driftform: 'privat' },
        ],
      },
    }),
    insats(i.utokning, ['TILLF_UTOKNING', 'Personlig assistent tillf. utökning', 'Personlig ass LSS'], {
      bifall: { timenhet: 'År', serie: 'kalendermanad' },
      bestallning: { ...assistans, utforare: [hos(u.kommunal, 'Biträde av assistans'), hos(u.egetVal, 'Pers ass tillf utök')] },
    }),
    insats(i.kontaktperson, ['KONTAKTPERSON', 'Kontaktperson', 'Rekrytering LSS-insatser'], {
      bestallning: { utforare: [hos(u.rekrytering, 'Kontaktperson')] },
    }),
    insats(i.korttidsvistelse, ['KORTTIDSVISTELSE', 'Korttidsvistelse', 'Korttidsvistelse-insatser LSS'], {
      bifall: { nivaer: ['1', '2', '3'] },
      bestallning: { utforare: [{ utforareId: u.barnUngdom, insatser: niva('korttidsvistelse') }] },
    }),
    insats(i.stodfamilj, ['STODFAMILJ', 'Stödfamilj', 'Rekrytering LSS-insatser'], {
      ...utanAvslag,
      bifall: { nivaer: ['1', '2', '3'], utskrift: false },
      avslagsInsatsId: i.korttidsvistelse,
      parMedId: i.korttidsvistelse,
      bestallning: { utforare: [{ utforareId: u.rekrytering, insatser: niva('Stödfamilj') }] },
    }),
    insats(i.bostadVuxna, ['BOSTAD_VUXNA', 'Bostad vuxna', 'Boende-insatser LSS'], {
      bestallning: {
        insatskategori: 'Planering LSS',
        utanBeslut: true,
        utforare: [{ ...hos(u.boendeteamet, 'Boende vuxna LSS'), organisationId: kat.organisation }],
      },
    }),
    insats(i.dagligVerksamhet, ['DAGLIG_VERKSAMHET', 'Daglig verksamhet', 'Daglig verksamhet LSS'], {
      bestallning: {
        insatskategori: 'Planering Daglig verksamhet',
        utanBeslut: true,
        utforare: [hos(u.resursformedling, 'Daglig verksamhet')],
      },
      instrumentId: kat.instrument,
    }),
    insats(i.lass, ['LASS', 'LASS-beslut', 'LSS Insatser'], {
      ...utanAvslag,
      bifall: {
        kod: 'ASSISTANSKOSTNADER_UTOVER_LASS',
        namn: 'Assistanskostnader utöver LASS',
        timenhet: 'Vecka',
        personkrets: 'alltid',
        utskrift: false,
      },
      lass: true,
    }),
    insats(i.fri, ['SKALIG_KOSTNAD', 'skälig kostnad', 'LSS Insatser'], { utredningstyper: ['LSS skälig kostnad'], friBenamning: true }),
    insats(i.trygghetslarm, ['TRYGGHETSLARM', 'Trygghetslarm', 'SoL – Trygghetslarm'], {
      lagrum: 'SoL',
      utredningstyper: ['IBIC utredning'],
      bifall: { personkrets: 'aldrig' },
      bestallning: { utforare: [hos(u.kommunal, 'Trygghetslarm')] },
    }),
    insats(i.nedlagd, ['NEDLAGD', 'Nedlagd insats', 'LSS Insatser'], { aktiv: false }),
  ];
}

function delegationer(): TestRecord[] {
  const { insats: i, delegation: d } = kat;
  const utskottet = { beslutas: 'individutskottet' as const, namn: 'Individutskottet' };
  return [
    { type: 'delegation', id: d.extern, data: { ...utskottet, ordning: 1, insatsIds: [], externPlacering: true } },
    {
      type: 'delegation',
      id: d.assistans,
      data: { ...utskottet, ordning: 2, insatsIds: [i.assistans], over: { minuter: 1200, enhet: 'Vecka' } },
    },
    {
      type: 'delegation',
      id: d.korttid,
      data: { ...utskottet, ordning: 3, insatsIds: [i.korttidsvistelse, i.stodfamilj], over: { minuter: 840, enhet: 'Månad' } },
    },
    { type: 'delegation', id: d.boende, data: { beslutas: 'enhetschef', namn: 'Enhetschef', ordning: 4, insatsIds: [i.bostadVuxna] } },
  ];
}
