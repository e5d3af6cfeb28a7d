import type { IsoDate } from '../../util/datum.ts';
import type { State } from '../command.ts';
import { type Byggd, dokumentAv, ramFor } from './ram.ts';

type Av = {
  /** As the title has it: `kvartal 1 2027`. */
  kvartal: string;
  /** Whose unit's letterhead. */
  enhet: string | undefined;
  anvandare: string;
  dag: IsoDate;
};

/** The columns of the report as it is printed, and how many parts of the line each takes. */
const kolumner = {
  kund: ['Kund', 4],
  insats: ['Insats', 4],
  beslut: ['Beslut', 4],
  lage: ['Läge', 4],
  skal: ['Skäl', 7],
  erbjudanden: ['Erbjudanden', 5],
} as const;
export type Ivokolumn = keyof typeof kolumner;
/** A row of the report, in the words that it is printed with: of each column its lines. */
export type Ivolistrad = Record<Ivokolumn, string[]>;
const kolumnerna = Object.keys(kolumner) as Ivokolumn[];

/** What a unit reports for a quarter of bifall that were not carried out in time (SoL 34:1–2, LSS 28 f–g §§): for IVO and the auditors. */
export const ivorapport = (
  state: Pick<State, 'katalogLista'>,
  { rader, utelamnade, ...av }: Av & { rader: readonly Ivolistrad[]; utelamnade: number },
): Byggd =>
  listan(state, 'ivorapport', av, {
    kolumner: kolumnerna.map((kolumn) => ({ rubrik: kolumner[kolumn][0], bredd: kolumner[kolumn][1] })),
    rader: rader.map((rad) => kolumnerna.map((kolumn) => rad[kolumn].join('\n'))),
    uppgifter: [
      { etikett: 'Antal beslut', varde: String(rader.length) },
      ...(utelamnade > 0 ? [{ etikett: 'Inte med i listan', varde: `${utelamnade} med skyddade personuppgifter` }] : []),
    ],
  });

/** The figures for fullmäktige and the auditors (SoL 34:3, LSS 28 h §): nobody is named. */
export const ivosiffrorna = (
  state: Pick<State, 'katalogLista'>,
  { rader, ...av }: Av & { rader: readonly { lag: string; insats: string; grund: string; antal: number; langstDagar: number }[] },
): Byggd =>
  listan(state, 'ivosiffror', av, {
    kolumner: [
      { rubrik: 'Lag', bredd: 2 },
      { rubrik: 'Insats', bredd: 6 },
      { rubrik: 'Räknas från', bredd: 3 },
      { rubrik: 'Antal', bredd: 2 },
      { rubrik: 'Längst, dagar', bredd: 2 },
    ],
    rader: rader.map(({ lag, insats, grund, antal, langstDagar }) => [lag, insats, grund, String(antal), String(langstDagar)]),
    uppgifter: [{ etikett: 'Antal beslut', varde: String(rader.reduce((sum, { antal }) => sum + antal, 0)) }],
  });

type Tabell = {
  kolumner: { rubrik: string; bredd: number }[];
  rader: string[][];
  uppgifter: { etikett: string; varde: string }[];
};

function listan(
  state: Pick<State, 'katalogLista'>,
  kod: 'ivorapport' | 'ivosiffror',
  { kvartal, enhet, anvandare, dag }: Av,
  { kolumner, rader, uppgifter }: Tabell,
): Byggd {
  const ram = ramFor(state, { kod, dag, enhet });
  if (!ram.ok) return ram;
  return dokumentAv(ram.value, {
    titel: { kvartal, dag },
    uppgifter: [{ etikett: 'Gjord av', varde: anvandare }, { etikett: 'Gjord den', varde: dag }, ...uppgifter],
    delar:
      rader.length === 0
        ? [{ slag: 'stycke', text: 'Inget beslut hör till rapporten för kvartalet.' }]
        : [{ slag: 'tabell', kolumner, rader }],
    lopande: kvartal,
  });
}
