import { compare } from '../../util/compare.ts';
import { type IsoDate, swedishDay } from '../../util/datum.ts';
import { fail } from '../../util/result.ts';
import type { Bevakning } from '../bevakning/records.ts';
import type { State } from '../command.ts';
import { enhetensState } from '../enhet.ts';
import type { Rubrik } from '../katalog/records.ts';
import { displayName, type Person } from '../person/records.ts';
import { type Akttyp, akttyper, definitionOf } from '../records.ts';
import type { TidsRad } from '../tidslinje/rader.ts';
import { byggTidslinje } from '../tidslinje/tidslinje.ts';
import { dokumentfel } from './fel.ts';
import { type Byggd, dokumentAv, kundensUppgifter, type Ram, ramFor } from './ram.ts';

type Av = { personId: string; enhet: string; dag: IsoDate; mallId?: string | undefined };

/** A user's bevakningar as their list shows them, of many kunder. */
export type Bevakningsrad = Pick<Bevakning, 'datum' | 'typ' | 'text'> & {
  kund: string /** Its status, or that it is computed. */;
  status: string;
};
export function bevakningslista(
  state: Pick<State, 'katalogLista'>,
  {
    rader,
    enhet,
    anvandare,
    dag,
    mallId,
  }: {
    rader: readonly Bevakningsrad[];
    enhet: string | undefined;
    anvandare: string;
    dag: IsoDate;
    mallId?: string | undefined;
  },
): Byggd {
  const ram = ramFor(state, { kod: 'bevakningslista', dag, enhet, mallId });
  if (!ram.ok) return ram;
  return dokumentAv(ram.value, {
    titel: { anvandare, dag },
    uppgifter: [
      { etikett: 'Bevakas av', varde: anvandare },
      { etikett: 'Utskriven', varde: dag },
    ],
    delar: [
      {
        slag: 'tabell',
        kolumner: [
          { rubrik: 'Datum', bredd: 2 },
          { rubrik: 'Kund', bredd: 4 },
          { rubrik: 'Typ', bredd: 4 },
          { rubrik: 'Text', bredd: 6 },
          { rubrik: 'Status', bredd: 2 },
        ],
        rader: rader.map(({ datum, kund, typ, text, status }) => [datum, kund, typ, text, status]),
      },
    ],
    lopande: anvandare,
  });
}

/** The same bevakningar as a calendar of a week or a month: a row for each week, a cell for each day with its lines. */
export function bevakningskalender(
  state: Pick<State, 'katalogLista'>,
  {
    period,
    tabell,
    tidigare,
    enhet,
    anvandare,
    dag,
    mallId,
  }: {
    /** `december 2026` */
    period: string;
    /** The first column is the number of the week. */
    tabell: { kolumner: readonly string[]; rader: string[][] };
    /** How many before the period are overdue. */
    tidigare: number;
    enhet: string | undefined;
    anvandare: string;
    dag: IsoDate;
    mallId?: string | undefined;
  },
): Byggd {
  const ram = ramFor(state, { kod: 'bevakningslista', dag, enhet, mallId });
  if (!ram.ok) return ram;
  return dokumentAv(ram.value, {
    titel: { anvandare, dag },
    uppgifter: [
      { etikett: 'Bevakas av', varde: anvandare },
      { etikett: 'Visar', varde: period },
      ...(tidigare > 0 ? [{ etikett: 'Förfallet tidigare', varde: `${tidigare} st` }] : []),
      { etikett: 'Utskriven', varde: dag },
    ],
    delar: [
      {
        slag: 'tabell',
        kolumner: tabell.kolumner.map((rubrik, nr) => ({ rubrik, bredd: nr === 0 ? 1 : 4 })),
        rader: tabell.rader,
      },
    ],
    lopande: anvandare,
  });
}

/** A document of a kund that is one table. */
const tabellFor = (ram: Ram, person: Person, dag: IsoDate, kolumner: { rubrik: string; bredd: number }[], rader: string[][]): Byggd =>
  dokumentAv(ram, {
    titel: { namn: displayName(person) },
    uppgifter: [...kundensUppgifter(person), { etikett: 'Utskriven', varde: dag }],
    delar: [{ slag: 'tabell', kolumner, rader }],
    lopande: displayName(person),
  });

/** The kund's timeline at one unit as rows: what was decided, ordered and carried out, and when. */
export function tidslinje(alla: State, { personId, enhet, dag, mallId }: Av): Byggd {
  const person = alla.get('person', personId);
  if (!person) return fail([dokumentfel('finns-inte', personId)]);
  const state = enhetensState(alla, enhet, person);
  const ram = ramFor(alla, { kod: 'tidslinje', dag, enhet, mallId });
  if (!ram.ok) return ram;
  const rader = byggTidslinje(
    { beslut: state.list('beslut'), bestallningar: state.list('bestallning'), verkstalligheter: state.list('verkstallighet') },
    {
      utforareNamn: (id) => alla.katalog('utforare', id)?.namn ?? '',
      organisationNamn: (id) => alla.katalog('organisation', id)?.namn,
      insatsNamn: (id) => alla.katalog('insats', id)?.namn,
    },
    dag,
  );
  return tabellFor(
    ram.value,
    person,
    dag,
    [
      { rubrik: 'Insatskategori', bredd: 4 },
      { rubrik: 'Vad', bredd: 6 },
      { rubrik: 'Tid', bredd: 5 },
      { rubrik: 'Status', bredd: 2 },
    ],
    rader.map((rad) => [rad.insatskategori, rad.etikett, tider(rad), rad.status]),
  );
}

const tider = ({ staplar, avslag }: TidsRad): string =>
  avslag === undefined
    ? staplar.map(({ fran, till, text }) => `${fran} – ${till ?? 'tills vidare'} ${text}`.trim()).join('; ')
    : `avslag ${avslag}`;

/** What types of records stand in the contents of an akt: what somebody decided, wrote or received, not what keeps it together. */
const dagAv: { [T in Akttyp]?: string } = {
  dokument: 'skapad',
  aktualisering: 'datum',
  utredning: 'startdatum',
  beslut: 'beslutsdatum',
  bestallning: 'bestalltDatum',
  verkstallighet: 'startdatum',
  bedomning: 'datum',
  anteckning: 'handelsedatum',
};

const titlarAv = (rubriker: Rubrik[]): [string, string][] =>
  rubriker.flatMap(({ kod, titel, underrubriker }) => [[kod, titel] as [string, string], ...titlarAv(underrubriker ?? [])]);

/** Everything in one unit's part of the akt, by day: what, when and by what name. */
export function innehallsforteckning(alla: State, { personId, enhet, dag, mallId }: Av): Byggd {
  const person = alla.get('person', personId);
  if (!person) return fail([dokumentfel('finns-inte', personId)]);
  const state = enhetensState(alla, enhet, person);
  const ram = ramFor(alla, { kod: 'innehallsforteckning', dag, enhet, mallId });
  if (!ram.ok) return ram;
  const titlar = new Map(alla.katalogLista('rubrikmall').flatMap(({ data }) => titlarAv(data.rubriker)));
  const utforareNamn = (id: string) => alla.katalog('utforare', id)?.namn ?? '';
  const poster = akttyper.flatMap((type) => {
    const falt = dagAv[type];
    return falt === undefined
      ? []
      : state.list(type).map(({ id, data }) => {
          const falten = data as Record<string, unknown>;
          const { ord, namn } = definitionOf(type);
          const benamning = namn?.(data, utforareNamn) ?? String(falten.titel ?? titlar.get(String(falten.rubrikKod)) ?? '');
          const osignerad = type === 'anteckning' && !falten.signerad ? 'inte signerad' : '';
          const felmarkerad = falten.felmarkerad ? 'felmarkerad' : falten.borttagen ? 'återtagen' : osignerad;
          const dagen = type === 'dokument' ? swedishDay((falten.skapad as { at: string }).at) : String(falten[falt]);
          return { id, dag: dagen, rad: [dagen, ord, benamning, felmarkerad] };
        });
  });
  return tabellFor(
    ram.value,
    person,
    dag,
    [
      { rubrik: 'Datum', bredd: 2 },
      { rubrik: 'Typ', bredd: 3 },
      { rubrik: 'Benämning', bredd: 8 },
      { rubrik: 'Anmärkning', bredd: 3 },
    ],
    poster.sort((a, b) => compare(a.dag, b.dag) || compare(a.id, b.id)).map(({ rad }) => rad),
  );
}
