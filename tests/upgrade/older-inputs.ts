import { randomUUID } from 'node:crypto';
import type { LoadedRecord } from '../../server/store/bulk-load.ts';
import { person, type SmallKommun } from '../../server/testing/small-kommun.ts';
import type { OlderInput } from '../../shared/domain/command.ts';
import { etjanstId } from '../../shared/domain/etjanst/records.ts';
import type { RecordType } from '../../shared/domain/records.ts';
import type { CommandName, commands } from '../../shared/domain/rulebook/command-list.ts';
import { aktScope, eansokanScope, katalogScope } from '../../shared/domain/scope.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';

/**
 * What that version's program queued of a command that Anna may give in this municipality, and what today's makes of it: written down,
 * not asked of the raise. `records` = what else must be there.
 */
export type Sample = (kommun: SmallKommun) => { input: object; raised: object; records?: LoadedRecord[] };
/** Where the raise only adds fields. */
const withMore = (input: object, more: object, records: LoadedRecord[]) => ({ input, raised: { ...input, ...more }, records });

type OlderOf<N extends CommandName> = (typeof commands)[N] extends { older: infer Older extends readonly OlderInput[] } ? Older : never;
type OneOfEach<Older extends readonly OlderInput[]> = { readonly [K in keyof Older]: Sample };
const [insatsId, beslutId] = ['019aa000-0000-7000-8000-00000000f001', '019aa000-0000-7000-8000-00000000f002'];
const katalogpost = (type: RecordType, id: string, data: Record<string, unknown>): LoadedRecord => ({
  ...{ type, id, scope: katalogScope, schema: 1, data },
});
const bifall = { kod: 'TRYGGHETSLARM', namn: 'Trygghetslarm Bifall', insatskategori: 'Trygghetslarm', utskrift: true };
const insats = { lagrum: 'SoL', ordning: 1, aktiv: true, utredningstyper: ['LSS Utredning'] };
const insatser: LoadedRecord[] = [
  katalogpost('insats', insatsId, { ...insats, kod: 'LARM', namn: 'Trygghetslarm', bifall: { ...bifall, personkrets: 'vidNyKund' } }),
  katalogpost('insats', '019aa000-0000-7000-8000-00000000f003', {
    ...{ ...insats, kod: 'LASS', namn: 'LASS-beslut', lagrum: 'LSS', lass: true },
    bifall: {
      ...{ kod: 'ASSISTANSKOSTNADER_UTOVER_LASS', namn: 'Assistanskostnader utöver LASS', insatskategori: 'LSS Insatser' },
      ...{ personkrets: 'alltid', timenhet: 'Vecka', utskrift: false },
    },
  }),
];
const rubriker: LoadedRecord[] = [
  katalogpost('rubrikmall', '019aa000-0000-7000-8000-00000000f004', {
    ...{ slag: 'utredning', typer: ['LSS Utredning'], rubriker: [{ kod: 'BESLUTET', titel: 'Beslut' }] },
  }),
];
const beslutsfalt = ({ users, akter }: SmallKommun) => ({
  ...{ beslutsdatum: '2026-11-18', giltigFran: '2026-11-18', personkrets: '1', organisationId: organisationOf(akter[0]) },
  beslutsfattare: { slag: 'handlaggare', anvandareId: users.anna.id, namn: users.anna.data.namn },
});
const organisationOf = ({ records }: SmallKommun['akter'][number]): unknown =>
  (records.find(({ type }) => type === 'utredning')?.data as Record<string, unknown> | undefined)?.organisationId;
/** A beslut from before revisions, on which nothing is ordered. */
const fattat = (kommun: SmallKommun): LoadedRecord[] => [
  {
    ...{ type: 'beslut', id: beslutId, scope: kommun.akter[0].scope, schema: 1 },
    data: {
      ...{ utredningId: kommun.akter[0].utredningId, insatsId, utfall: 'bifall', ...beslutsfalt(kommun) },
      ...{ beslutskod: bifall.kod, beslutsnamn: bifall.namn, insatskategori: bifall.insatskategori },
    },
  },
];

const personfalt = {
  ...{ personnummer: '198001062390', nummerSlag: 'personnummer', efternamn: 'Ny', fornamn: 'Kund', telefon: '042-10 00 00' },
  ...{ civilstand: '', folkbokfordIKommunen: true, skydd: 'ingen' },
};

const lassBeslut = ({ akter: [{ personId }] }: SmallKommun): object => ({
  ...{ personId, utredningId: randomUUID(), inkomDatum: '2026-11-10' },
  journal: { anteckningId: randomUUID(), rev: randomUUID(), text: fromPlainText('Meddelandet kom in.') },
  beslutstext: { anteckningId: randomUUID(), rev: randomUUID(), text: fromPlainText('Beviljat.') },
  beslut: {
    ...{ id: randomUUID(), giltigFran: '2026-12-01', personkrets: '1', rev: randomUUID() },
    omfattning: { minuter: 3000, enhet: 'Vecka' },
  },
  lssInsatser: { slag: 'avsta', skal: 'Öppnas sedan' },
});
const funktionId = '019aa000-0000-7000-8000-00000000f005';
const funktion: LoadedRecord[] = [
  katalogpost('utforare', funktionId, { namn: 'LSS-handläggare 7', slag: 'handlaggarfunktion', ordning: 1 }),
];

/** An e-ansökan from the kund, or from whoever has another number. */
function kopplad(kommun: SmallKommun, nummer: string, over: object = {}) {
  const [akt] = kommun.akter;
  const eansokanId = randomUUID();
  const kund = akt.records.find(({ type }) => type === 'person')?.data as { personnummer: string } | undefined;
  const personnummer = nummer || kund?.personnummer;
  const data = {
    ...{ ingang: 'sol', enhet: 'lss', personnummer, efternamn: 'Åkesson', fornamn: 'Bo' },
    ...{ insats: 'Trygghetslarm', text: 'Jag har ramlat.', inkom: '2026-11-18T20:14:00.000Z' },
  };
  const input = {
    ...{ personId: akt.personId, eansokanId, aktualiseringstyp: 'Ansökan SOL', aktualiseringar: [{ id: randomUUID(), insatsId }] },
    ...{ ansvarigHandlaggareId: kommun.users.anna.id, organisationId: organisationOf(akt), franVem: 'Den enskilde' },
    ...{ aktualiseringssatt: 'E-ansökan', rev: randomUUID(), ...over },
  };
  return withMore(input, {}, [
    ...insatser,
    katalogpost('vardelista', '019aa000-0000-7000-8000-00000000f006', {
      lista: 'aktualiseringstyp',
      varden: [{ namn: 'Ansökan SOL', kod: 'sol' }],
    }),
    { type: 'eansokan', id: eansokanId, scope: eansokanScope(eansokanId), schema: 1, data },
  ]);
}

/** One for each older version, the oldest first: a command whose input has changed does not compile without them. */
export const olderInputs: {
  readonly [N in CommandName as OlderOf<N> extends never ? never : N]: OneOfEach<OlderOf<N>>;
} = {
  'beslut.fatta': [
    (kommun) =>
      withMore(
        {
          ...{ personId: kommun.akter[0].personId, utredningId: kommun.akter[0].utredningId, avslutaUtredning: false },
          beslut: [{ id: randomUUID(), insatsId, utfall: 'bifall', ...beslutsfalt(kommun), rev: randomUUID() }],
        },
        { sedda: null },
        insatser,
      ),
  ],
  'beslut.spara': [
    (kommun) =>
      withMore(
        {
          ...{ personId: kommun.akter[0].personId, beslutId, basRev: null, rev: randomUUID() },
          ...beslutsfalt(kommun),
          giltigTom: '2026-12-31',
        },
        { sedda: null },
        [...insatser, ...fattat(kommun)],
      ),
  ],
  'beslut.kopplaAnteckning': [
    (kommun) => {
      const [{ personId, utredningId, scope }] = kommun.akter;
      const by = { anvandareId: kommun.users.anna.id, namn: kommun.users.anna.data.namn, at: '2026-11-19T09:00:00.000Z' };
      const not: LoadedRecord = {
        ...{ type: 'anteckning', id: randomUUID(), scope, schema: 1 },
        data: {
          ...{
            dokumentation: { slag: 'utredning', id: utredningId },
            rubrikKod: 'JOURNAL',
            handelsedatum: '2026-11-19',
            rev: randomUUID(),
          },
          ...{ text: fromPlainText('Samråd.'), skapad: by, sparad: by, signerad: by },
        },
      };
      const skickas = fattat(kommun).map((one) => ({ ...one, data: { ...(one.data as object), utskick: by } }) as LoadedRecord);
      // It waits for its letters: by post it would be marked so by the server meanwhile.
      const etjanst: LoadedRecord = {
        ...{ type: 'etjanst', id: etjanstId(personId), scope, schema: 1 },
        data: { lage: 'aktiv', begard: by, inkomstblankett: true, rev: randomUUID() },
      };
      const input = { personId, beslutId, anteckningId: not.id, sedd: null };
      return { input, raised: input, records: [...insatser, ...skickas, not, etjanst] };
    },
  ],
  'arende.avsluta': [
    ({ akter: [{ personId, utredningId, verkstallighetId }] }) => {
      const input = { personId, datum: '2026-11-20', kvitterat: [utredningId, verkstallighetId] };
      return { input, raised: input };
    },
  ],
  'dokument.arkivera': [
    ({ akter: [{ personId, utredningId }] }) => {
      const input = {
        ...{ personId, dokumentId: randomUUID(), rubrik: 'Brev', typ: 'Brev', knytsTill: { type: 'utredning', id: utredningId } },
        ...{ sha256: 'a'.repeat(64), storlek: 1, sidor: 1 },
      };
      return { input, raised: input };
    },
  ],
  'person.sankSkydd': [
    ({ users, akter: [{ personId, records }] }) => {
      users.anna.data.skyddadBehorighet = true;
      for (const { type, data } of records) if (type === 'person') Object.assign(data as object, { skydd: 'sekretessmarkering' });
      const input = {
        ...{ personId, fran: 'sekretessmarkering', till: 'ingen', skal: 'Beslut av Skatteverket' },
        ...{ bevakningId: randomUUID(), rev: randomUUID() },
      };
      return { input: { ...input, forslagId: randomUUID() }, raised: input };
    },
  ],
  'verkstallighet.bytUtforare': [
    (kommun) => {
      const [{ personId, scope }] = kommun.akter;
      const [verkstallighetId, fran, organisationId] = [randomUUID(), randomUUID(), organisationOf(kommun.akter[0])];
      const lssInsatser = { insatskategori: 'LSS Insatser', utforareId: fran, organisationId, startdatum: '2026-01-02', lssInsatser: true };
      return withMore(
        { personId, verkstallighetId, fran, utforareId: kommun.users.anna.data.funktionId, organisationId },
        { franOrganisationId: null },
        [
          katalogpost('utforare', fran, { namn: 'LSS-handläggare 5', slag: 'handlaggarfunktion' }),
          { type: 'verkstallighet', id: verkstallighetId, scope, schema: 1, data: lssInsatser },
        ],
      );
    },
  ],
  'bestallning.skicka': [
    (kommun) =>
      withMore(
        {
          ...{ personId: kommun.akter[0].personId, bestallningId: randomUUID(), beslutId, bevakningId: randomUUID() },
          ...{ bestalltDatum: '2026-11-20', gallerFran: '2026-11-18', avvikelser: [], insatser: ['Larm'] },
          ...{ utforareId: kommun.utforareId, bestallarOrganisationId: organisationOf(kommun.akter[0]) },
        },
        { sedda: null },
        [
          ...fattat(kommun),
          katalogpost('insats', insatsId, {
            ...{ ...insats, kod: 'LARM', namn: 'Trygghetslarm', bifall: { ...bifall, personkrets: 'vidNyKund' } },
            bestallning: { utforare: [{ utforareId: kommun.utforareId, insatser: [{ namn: 'Larm' }] }] },
          }),
        ],
      ),
  ],
  'eansokan.koppla': [(kommun) => kopplad(kommun, '')],
  'eansokan.gallerAnnan': [(kommun) => kopplad(kommun, '191401682396', { kommentar: 'Sonen sökte.', bevakningId: randomUUID() })],
  'kontakt.spara': [
    ({ akter: [{ personId }] }) => {
      const kontakt = { typ: 'anhorig', namn: 'Åkesson, Bo', telefon: '042-10 00 00', rev: randomUUID() };
      const input = { personId, kontaktId: randomUUID(), basRev: null, kontakt };
      return { input, raised: input };
    },
  ],
  'person.registrera': [
    () => {
      const kir = { status: 'ejKontrollerad', at: '2026-11-20T09:00:00.000Z' };
      const input = { personId: randomUUID(), rev: randomUUID(), person: personfalt, enhet: 'lss', kir };
      return { input, raised: input };
    },
  ],
  'person.spara': [
    () => {
      // A kund by themselves: those of the municipality share a number.
      const personId = randomUUID();
      const data = person({ personnummer: personfalt.personnummer });
      const input = { personId, basRev: null, rev: randomUUID(), person: personfalt };
      const i = { scope: aktScope(personId), schema: 1 };
      const kontakt = { typ: 'anhorig', namn: 'Åkesson, Bo', rev: randomUUID() };
      return {
        ...{ input, raised: input },
        records: [
          { ...i, type: 'person', id: personId, data },
          { ...i, type: 'kontakt', id: randomUUID(), data: kontakt },
        ],
      };
    },
  ],
  'person.avgorKir': [
    (kommun) => {
      const [{ personId, scope }] = kommun.akter;
      const forslagId = randomUUID();
      const input = { personId, forslagId, val: 'avvisat', rev: randomUUID() };
      return { input, raised: input, records: [{ type: 'kirForslag', id: forslagId, scope, schema: 1, data: {} }] };
    },
  ],
  'verkstallighet.oppnaIgen': [
    (kommun) => {
      const [{ personId, scope }] = kommun.akter;
      const verkstallighetId = randomUUID();
      const stangd = {
        ...{ insatskategori: 'Trygghetslarm', utforareId: kommun.utforareId, organisationId: organisationOf(kommun.akter[0]) },
        ...{ startdatum: '2026-01-02', slutdatum: '2026-11-10', lssInsatser: false },
      };
      const input = { personId, verkstallighetId, beslut: [] };
      return { input, raised: input, records: [{ type: 'verkstallighet', id: verkstallighetId, scope, schema: 1, data: stangd }] };
    },
  ],
  'lass.fatta': [
    (kommun) => withMore(lassBeslut(kommun), {}, [...insatser, ...rubriker]),
    (kommun) => withMore({ ...lassBeslut(kommun), personkretsSedd: null }, {}, [...insatser, ...rubriker]),
  ],
  'aktualisering.registrera': [
    (kommun) =>
      withMore(
        {
          ...{ personId: kommun.akter[0].personId, slag: 'ansokan', datum: '2026-11-18', franVem: 'Kunden', gruppId: randomUUID() },
          ...{ ansvarigHandlaggareId: kommun.users.anna.id, organisationId: organisationOf(kommun.akter[0]), rev: randomUUID() },
          aktualiseringar: [{ id: randomUUID(), typ: 'Trygghetslarm', insatsId }],
        },
        {},
        insatser,
      ),
  ],
  'verkstallighet.oppna': [
    (kommun) =>
      withMore(
        {
          ...{ personId: kommun.akter[0].personId, verkstallighetId: randomUUID(), insatskategori: 'LSS Insatser' },
          ...{ utforareId: funktionId, organisationId: organisationOf(kommun.akter[0]), startdatum: '2026-11-18' },
        },
        {},
        funktion,
      ),
  ],
};
