import { journalRubrik } from '../../shared/domain/anteckning/records.ts';
import type { Beslutsfattare } from '../../shared/domain/beslut/records.ts';
import { protokollKod } from '../../shared/domain/beslut/utskick.ts';
import type { Change } from '../../shared/domain/command.ts';
import { isGemensam } from '../../shared/domain/enhet.ts';
import { etjanstId } from '../../shared/domain/etjanst/records.ts';
import type { Anvandare } from '../../shared/domain/katalog/records.ts';
import { displayName } from '../../shared/domain/person/records.ts';
import type { RecordData } from '../../shared/domain/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { formularet, formularId } from '../../shared/domain/testing/inkomst.ts';
import { kat, testKatalog } from '../../shared/domain/testing/katalog.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import type { Random } from './random.ts';
import { sentence } from './words.ts';

export type Akt = {
  personId: string;
  scope: string;
  namn: string;
  /** The number the kund had at first; none of one that was registered during the run. */
  personnummer?: string;
  /** Where notes are written; none of a kund that was registered during the run. */
  dokument?: { utredningId: string; lssInsatserId: string; hosUtforareId: string };
  /** What Bistånd has of it from the beginning. */
  hosBistand?: { utredningId: string };
};
export type User = { id: string; data: Anvandare };
export type Municipality = { katalog: Change[]; users: User[]; akter: (Akt & { changes: Change[] })[] };

export const rubriker = ['ANSOKAN', 'SITUATION', 'BEDOMNING'];

/** Of the year before: each kund has one to fill in from the beginning. */
const utskickad = { ar: 2025, formularId, avgiftsenhet: 'lss', lage: 'ute' as const, sista: '2026-12-15' };

/** Numbers of persons who may be registered during a run: few, so that two clients register the same one. */
export const nummerForrad = ['199001012385', '199001022384', '199001032391', '199904122380'];

/** The other unit, which has one of the kunder from the beginning and may take up the others (OSL 26:1). */
export const bistand = 'bistand';

type Slag = Beslutsfattare['slag'];
const namnen: Record<Slag, string> = { handlaggare: 'Anna Ek', enhetschef: 'Cecilia Öberg', individutskottet: 'Individutskottet' };
const dokumenttyper = [{ namn: 'Utlåtande' }, { namn: 'Beslut' }, { namn: 'Protokoll', kod: protokollKod }];

/** Two units of five people who share three akter, one of them in both: where everything meets. */
export function makeMunicipality(random: Random): Municipality {
  const organisationId = kat.organisation;
  const funktionId = kat.utforare.funktion3;
  const utforareId = kat.utforare.rekrytering;
  const user = (namn: string, more: Partial<Anvandare> = {}): User => ({
    id: random.uuid(),
    data: {
      namn,
      titel: 'LSS-handläggare',
      funktionId,
      roller: ['lssHandlaggare'],
      organisationId,
      enheter: ['lss'],
      skyddadBehorighet: false,
      aktiv: true,
      ...more,
    },
  });
  const users = [
    user('Anna Ek', { skyddadBehorighet: true, brevlador: [{ enhet: 'lss', kod: 'lss' }] }),
    user('Bo Åström', { roller: ['lssHandlaggare', 'avgiftshandlaggare'], brevlador: [{ enhet: 'lss', kod: 'lss' }] }),
    // Of both units: she works in the one's case, and then in the other's.
    user('Cecilia Öberg', {
      roller: ['lssHandlaggare', 'enhetschef', 'systemforvaltare', 'avgiftshandlaggare'],
      enheter: ['lss', bistand],
    }),
    user('Disa Lund', { roller: ['utforare'], enheter: [], utforareId }),
    user('Eva Nord', {
      roller: ['bistandshandlaggare'],
      enheter: [bistand],
      funktionId: kat.utforare.funktion5,
      organisationId: kat.annanOrganisation,
    }),
  ];
  const enheter = [
    {
      ...{ namn: 'LSS', kod: 'lss', synlighet: 'kommunen' as const, bevakaUtskick: true },
      brevlador: [{ kod: 'lss', namn: 'LSS Myndighet', medborgarnas: true }],
    },
    { namn: 'Bistånd', kod: bistand, synlighet: 'kommunen' as const, eansokan: { ingangar: ['sol' as const], dagar: 2 } },
  ];
  const katalog: Change[] = [
    ...katalogen(utforareId),
    { op: 'put', type: 'inkomstformular', id: formularId, data: formularet },
    { op: 'put', type: 'vardelista', id: random.uuid(), data: { lista: 'enhet', varden: enheter } },
    { op: 'put', type: 'vardelista', id: random.uuid(), data: { lista: 'dokumenttyp', varden: dokumenttyper } },
    {
      ...{ op: 'put', type: 'vardelista', id: random.uuid() },
      data: { lista: 'aktualiseringstyp', varden: [{ namn: 'Begäran LSS', kod: 'lss' }] },
    },
    {
      op: 'put',
      type: 'rubrikmall',
      id: random.uuid(),
      data: {
        slag: 'utredning',
        typer: [],
        rubriker: [...rubriker.map((kod) => ({ kod, titel: kod })), { kod: 'BESLUT', titel: 'Beslut' }],
      },
    },
    ...users.map(({ id, data }): Change => ({ op: 'put', type: 'anvandare', id, data })),
  ];
  const akt = (efternamn: string, personnummer: string, beslutsfattare: Slag[], enheter = ['lss']): Akt & { changes: Change[] } => {
    const [personId, utredningId, lssInsatserId, hosUtforareId] = [random.uuid(), random.uuid(), random.uuid(), random.uuid()] as const;
    const person = {
      personnummer,
      nummerSlag: 'personnummer' as const,
      fodelsedatum: '1999-04-12',
      efternamn,
      fornamn: 'Märta',
      kundnummer: personnummer.slice(-4),
      skydd: 'ingen' as const,
      civilstand: 'ogift',
      folkbokfordIKommunen: true,
      enheter,
    };
    const utredning = {
      typ: 'LSS Utredning',
      startdatum: '2026-01-02',
      inkomDatum: '2026-01-02',
      ansvarigHandlaggareId: users[0]?.id ?? '',
      organisationId,
    };
    const begard = { anvandareId: users[0]?.id ?? '', namn: 'Anna Ek', at: '2026-01-02T08:00:00.000Z' };
    const avisering = { sms: { telefon: 2 as const, nummer: '070-1740601' }, epost: 'kunden@exempel.se' };
    const etjanst = { lage: 'aktiv' as const, begard, fungerarFran: '2026-01-03', inkomstblankett: true, ...avisering, rev: random.uuid() };
    const verkstallighet = { insatskategori: 'LSS Insatser', organisationId, startdatum: '2026-01-02' };
    const bifall = kontaktperson(utredningId, random.uuid());
    const hos = { ...verkstallighet, insatskategori: bifall.insatskategori, utforareId, lssInsatser: false };
    const pagar = pagaende(random, bifall, { verkstallighetId: hosUtforareId, utforareId, av: users[3] });
    return {
      personId,
      dokument: { utredningId, lssInsatserId, hosUtforareId },
      scope: aktScope(personId),
      namn: displayName(person),
      personnummer,
      changes: [
        { op: 'put', type: 'person', id: personId, data: person },
        { op: 'put', type: 'etjanst', id: etjanstId(personId), data: etjanst },
        { op: 'put', type: 'inkomstblankett', id: random.uuid(), data: { ...utskickad, skickad: begard, rev: random.uuid() } },
        { op: 'put', type: 'utredning', id: utredningId, data: utredning },
        { op: 'put', type: 'verkstallighet', id: lssInsatserId, data: { ...verkstallighet, utforareId: funktionId, lssInsatser: true } },
        { op: 'put', type: 'verkstallighet', id: hosUtforareId, data: { ...hos, beslutId: pagar.id } },
        ...pagar.changes,
        ...beslutsfattare.map(
          (slag): Change => ({
            ...{ op: 'put', type: 'beslut', id: random.uuid() },
            data: { ...bifall, rev: random.uuid(), beslutsfattare: { slag, namn: namnen[slag] }, utskick: begard },
          }),
        ),
      ],
    };
  };
  const akter = [
    akt('Åkesson', '199904122380', ['enhetschef', 'individutskottet']),
    akt('Ödman', '200001012384', ['handlaggare', 'enhetschef']),
    // A child, as she is by her number alone.
    tvaEnheters(akt('Ek', '201409032396', ['handlaggare', 'individutskottet'], ['lss', bistand])),
  ] as const;
  /** Each part says whose it is, and Bistånd has an utredning of its own. */
  function tvaEnheters(given: Akt & { changes: Change[] }): Akt & { changes: Change[] } {
    const utredningId = random.uuid();
    const ansvar = { ansvarigHandlaggareId: users[4]?.id ?? '', organisationId: kat.annanOrganisation, enhet: bistand };
    const utredning = { typ: 'LSS Utredning', startdatum: '2026-01-02', inkomDatum: '2026-01-02', ...ansvar };
    const changes = given.changes.map((change) =>
      change.op === 'put' && !isGemensam(change.type, undefined)
        ? ({ ...change, data: { ...change.data, enhet: 'lss' } } as Change)
        : change,
    );
    return {
      ...given,
      hosBistand: { utredningId },
      changes: [...changes, { op: 'put', type: 'utredning', id: utredningId, data: utredning }],
    };
  }
  akter[0].changes.push(...manyNotes(random, akter[0], users[0]));
  // Of LSS, to be handed to the other unit.
  akter[2].changes.push(
    ...manyNotes(random, akter[2], users[0], 4).map(
      (change): Change =>
        change.op === 'put' ? ({ ...change, data: { ...change.data, enhet: 'lss', text: sentence(random) } } as Change) : change,
    ),
  );
  return { katalog, users, akter: [...akter] };
}

/** So many that they are most of each replica: were they to vanish for no reason, the brake would hold. */
function manyNotes(random: Random, { dokument }: Akt, av: User | undefined, length = 220): Change[] {
  const skriven = { anvandareId: av?.id ?? '', namn: av?.data.namn ?? '', at: '2026-10-01T08:00:00.000Z' };
  const note: RecordData<'anteckning'> = {
    dokumentation: { slag: 'utredning', id: dokument?.utredningId ?? '' },
    ...{ rubrikKod: journalRubrik, handelsedatum: '2026-10-01', text: fromPlainText('Samtal'), rev: random.uuid() },
    ...{ skapad: skriven, sparad: skriven, signerad: skriven },
  };
  return Array.from({ length }, (): Change => ({ op: 'put', type: 'anteckning', id: random.uuid(), data: note }));
}

/** A row of each kind of insats; what utförare confirm themselves is all ordered from the one whose staff takes part. */
function katalogen(utforareId: string): Change[] {
  return testKatalog().flatMap((record): Change[] => {
    if (record.type === 'anvandare' || record.type === 'rubrikmall') return [];
    if (record.type !== 'insats' || !record.data.bestallning) return [{ op: 'put', ...record } as Change];
    const { bestallning } = record.data;
    const rader = bestallning.utforare.map((rad) => (rad.utforareId === kat.utforare.egetVal ? rad : { ...rad, utforareId }));
    return [{ ...record, op: 'put', data: { ...record.data, bestallning: { ...bestallning, utforare: rader } } }];
  });
}

/** A bifall that nothing has been ordered of yet: everyone sees it from the first day, and may order it before the others have heard. */
function kontaktperson(utredningId: string, rev: string): RecordData<'beslut'> {
  const insats = testKatalog().find(({ id }) => id === kat.insats.kontaktperson);
  if (insats?.type !== 'insats') throw new Error('the catalogue lacks kontaktperson');
  const { kod: beslutskod, namn: beslutsnamn, insatskategori } = insats.data.bifall;
  return {
    ...{ utredningId, insatsId: insats.id, beslutskod, beslutsnamn, insatskategori, utfall: 'bifall', organisationId: kat.organisation },
    ...{ beslutsdatum: '2026-09-01', giltigFran: '2026-10-01', rev },
    // Each kund has several of them.
    samtidigSkal: 'Prövat vart för sig',
  };
}

/** One that is carried out: ordered, and confirmed by the utförare. */
function pagaende(
  random: Random,
  bifall: RecordData<'beslut'>,
  { verkstallighetId, utforareId, av }: { verkstallighetId: string; utforareId: string; av: User | undefined },
): { id: string; changes: Change[] } {
  const [id, bestallningId] = [random.uuid(), random.uuid()];
  const bekraftelse = { anvandareId: av?.id ?? '', namn: av?.data.namn ?? '', at: '2026-10-01T08:00:00.000Z', verkstallighetId };
  const order: RecordData<'bestallning'> = {
    ...{ beslutId: id, insatskategori: bifall.insatskategori, bestalltDatum: '2026-09-02', gallerFran: '2026-10-01', utforareId },
    ...{ insatser: ['Kontaktperson'], bekraftad: '2026-10-01', bekraftelse },
  };
  return {
    id,
    changes: [
      { op: 'put', type: 'beslut', id, data: bifall },
      { op: 'put', type: 'bestallning', id: bestallningId, data: order },
    ],
  };
}
