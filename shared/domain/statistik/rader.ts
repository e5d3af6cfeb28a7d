import { type IsoDate, sistaDagen } from '../../util/datum.ts';
import type { Insats } from '../katalog/records.ts';
import { avlidenSenast, avlidenTidigast } from '../person/dodsfall.ts';
import type { Person } from '../person/records.ts';
import { parsePersonnummer } from '../personnummer.ts';
import type { Post } from '../post.ts';
import { isFalt, type Statistikkalla, varde } from './falt.ts';
import { type Skrivfel, skrivfel } from './fil.ts';
import { externaTider, type Insatstid, insatstider, okandaTider, type Statistikakt, slutDen, tacker } from './insatstider.ts';
import type { Statistikbeskrivning } from './records.ts';

/** What the authority would refuse a row for. */
export type Avvisning =
  | 'nummer-saknas'
  | 'nummer-ogiltigt'
  | 'dubblett'
  | 'insats-okand'
  | 'personkrets-saknas'
  | 'personkretsar-olika'
  | 'dodsdag-okand'
  | 'kravs'
  | 'kod-okand'
  | 'for-lang'
  | Skrivfel;
/** What a row is told with, and is to be looked at. */
export type Anmarkning = 'inte-folkbokford' | 'extern-placering';
/** `kolumn`: of which column it is said; `beslut`: of which of her beslut, by its name. */
export type Brist = { kod: Avvisning; kolumn?: string; beslut?: string };

export type Statistikrad = {
  /** The same as long as it is of the same: the person, or her insats and its first day. */
  nyckel: string;
  personId: string;
  /** What stands in the columns, in their order. */
  varden: string[];
  /** The kinds that it tells of. */
  koder: string[];
  personkretsar: string[];
  fran?: IsoDate;
  till?: IsoDate;
  /** Where it is looked into. */
  beslutId: string;
  brister: Brist[];
  anmarkningar: Anmarkning[];
};

/** What of a description cannot be written by; undefined = it can. */
export type Beskrivningsfel = 'okant-falt' | 'okand-insats' | 'kommunkod' | 'rubrik';
export function beskrivningsfel({ kolumner, insatser, kommunkod, fil }: Statistikbeskrivning): Beskrivningsfel | undefined {
  if (kolumner.some(({ falt }) => !isFalt(falt))) return 'okant-falt';
  const koder = new Set(insatser.map(({ kod }) => kod));
  if (kolumner.some(({ falt, insats }) => falt === 'harInsats' && (insats === undefined || !koder.has(insats)))) return 'okand-insats';
  if (!/^\d{4}$/.test(kommunkod)) return 'kommunkod';
  const rubrikfel = fil.rubrikrad && kolumner.some(({ namn }, n) => skrivfel(namn, fil, n === kolumner.length - 1) !== undefined);
  return rubrikfel ? 'rubrik' : undefined;
}

/**
 * The rows that an akt gives a list of a day: one of who has something of it carried out on it (LSS); one of each insats that is carried out on
 * it, or began or ended in its month (SoL). What is carried out of an insats that the catalogue does not have is in each list, to be refused: which
 * it is told of in nobody knows. It is asked of the records as they are today, about any day.
 */
export function statistikrader(
  akt: Statistikakt,
  beskrivning: Statistikbeskrivning,
  insatser: Post<Insats>[],
  dag: IsoDate,
): Statistikrad[] {
  return [...kandaRader(akt, beskrivning, insatser, dag), ...okandaRader(akt, beskrivning, insatser, dag)];
}

type Fraga = Parameters<typeof statistikrader>;

const okandaRader = (...[akt, beskrivning, insatser, dag]: Fraga): Statistikrad[] =>
  okandaTider(akt, insatser)
    .filter((tid) => (beskrivning.register === 'solForandrade' ? isForandrad(tid, dag) : tacker(tid, dag)))
    .map((tid) => ({
      ...{ nyckel: `${akt.person.id}/okand/${tid.beslutId}/${tid.fran}`, personId: akt.person.id, beslutId: tid.beslutId },
      ...{ varden: beskrivning.kolumner.map(() => ''), koder: [], personkretsar: [], ...dagarna(tid, dag) },
      ...{ brister: [{ kod: 'insats-okand', beslut: tid.namn }], anmarkningar: [] },
    }));

const dagarna = (tid: Insatstid, dag: IsoDate): Pick<Statistikrad, 'fran' | 'till'> => {
  const till = slutDen(tid, dag);
  return { fran: tid.fran, ...(till === undefined ? {} : { till }) };
};

function kandaRader(...[akt, beskrivning, insatser, dag]: Fraga): Statistikrad[] {
  const { person, personkretsar } = akt;
  const tider = insatstider(dag, akt, beskrivning.insatser, beskrivning.lagrum, insatser);
  const externa = externaTider(akt, beskrivning.insatser, beskrivning.lagrum, insatser);
  const pa = tider.filter((tid) => tacker(tid, dag));
  const kretsar = [...new Set(personkretsar.map(({ data }) => data.personkrets))].sort();
  const bas = { person: person.data, beskrivning, pa: dag };
  if (beskrivning.register === 'lss') {
    const [forst] = pa;
    if (!forst) return [];
    const koder = beskrivning.insatser.map(({ kod }) => kod).filter((kod) => pa.some((tid) => tid.kod === kod));
    const funna = kretsar.length > 0 ? kretsar : kretsarAv(akt, pa);
    return [rad(akt, { ...bas, koder: new Set(koder), personkretsar: funna }, forst, person.id, koder, dag, externa)];
  }
  return (beskrivning.register === 'solPagaende' ? pa : tider.filter((tid) => isForandrad(tid, dag))).map((tid) => ({
    ...rad(
      akt,
      { ...bas, koder: new Set([tid.kod]), personkretsar: [], tid },
      tid,
      `${person.id}/${tid.kod}/${tid.fran}`,
      [tid.kod],
      dag,
      externa,
    ),
    ...dagarna(tid, dag),
  }));
}

/** Began or ended in the month that the day ends; what ended on its last day did. */
const isForandrad = ({ fran, till }: Insatstid, dag: IsoDate): boolean => {
  const manad = (day: IsoDate | undefined) => day !== undefined && sistaDagen(day) === dag;
  return manad(fran) || manad(till);
};

/** Where none is registered: what the beslut were made on. */
const kretsarAv = ({ beslut }: Statistikakt, tider: readonly Insatstid[]): string[] => [
  ...new Set(beslut.flatMap(({ id, data }) => (data.personkrets && tider.some((tid) => tid.beslutId === id) ? [data.personkrets] : []))),
];

function rad(
  akt: Statistikakt,
  kalla: Statistikkalla,
  { beslutId, till }: Insatstid,
  nyckel: string,
  koder: string[],
  dag: IsoDate,
  externa: readonly Insatstid[],
): Statistikrad {
  const varden = kalla.beskrivning.kolumner.map((kolumn) => varde(kalla, kolumn));
  const egna = new Set(koder);
  // Of what ended within the month, its last day.
  const senast = till !== undefined && till < dag ? till : dag;
  const isExtern = externa.some((tid) => egna.has(tid.kod) && tacker(tid, senast));
  return {
    ...{ nyckel, personId: akt.person.id, varden, koder: [...egna], personkretsar: [...kalla.personkretsar], beslutId },
    brister: [...bristerOm(kalla, dag), ...bristerI(kalla.beskrivning, varden)],
    anmarkningar: [
      ...(kalla.person.folkbokfordIKommunen ? [] : ['inte-folkbokford' as const]),
      ...(isExtern ? ['extern-placering' as const] : []),
    ],
  };
}

/** Of the person: who she is, that she lived, and her personkrets where it is asked for. */
function bristerOm({ person, beskrivning, personkretsar, tid }: Statistikkalla, dag: IsoDate): Brist[] {
  const har = (falt: string) => beskrivning.kolumner.find((kolumn) => kolumn.falt === falt)?.namn;
  const [nummer, krets] = [har('personnummer'), har('personkrets')];
  const fel: Brist[] = [];
  if (nummer !== undefined) {
    const kod = nummerfel(person, beskrivning, dag);
    if (kod) fel.push({ kod, kolumn: nummer });
  }
  if (krets !== undefined && personkretsar.length !== 1)
    fel.push({ kod: personkretsar.length === 0 ? 'personkrets-saknas' : 'personkretsar-olika', kolumn: krets });
  if (isDodsdagOkand(person, tid, dag)) fel.push({ kod: 'dodsdag-okand' });
  return fel;
}

/**
 * That she has died is known and not when: nobody can say that she lived on the day, or the day that her insats ended with her. Of a day that is known in
 * part only where that leaves it open.
 */
function isDodsdagOkand(person: Pick<Person, 'avliden'>, tid: Insatstid | undefined, dag: IsoDate): boolean {
  if (person.avliden === undefined) return false;
  const [tidigast, senast] = [avlidenTidigast(person), avlidenSenast(person)];
  if (tidigast === undefined || senast === undefined) return true;
  return tidigast < senast && ((tidigast < dag && dag <= senast) || tid?.till === senast);
}

function nummerfel(
  { personnummer, nummerSlag }: Pick<Person, 'personnummer' | 'nummerSlag'>,
  { utanNummer }: Statistikbeskrivning,
  dag: IsoDate,
): Avvisning | undefined {
  if (nummerSlag === 'interim') return utanNummer === undefined ? 'nummer-saknas' : undefined;
  return parsePersonnummer(personnummer, dag).ok ? undefined : 'nummer-ogiltigt';
}

/** Of what stands in the columns; what {@link bristerOm} says of a column is not said twice. */
function bristerI({ kolumner, fil }: Statistikbeskrivning, varden: readonly string[]): Brist[] {
  return kolumner.flatMap(({ namn, falt, kravs, koder, langst }, n): Brist[] => {
    const text = varden[n] ?? '';
    if (text === '' && kravs) return falt === 'personnummer' || falt === 'personkrets' ? [] : [{ kod: 'kravs', kolumn: namn }];
    const fel = skrivfel(text, fil, n === kolumner.length - 1);
    if (fel) return [{ kod: fel, kolumn: namn }];
    if (text === '') return [];
    if (koder && !koder.some(({ kod }) => kod === text)) return [{ kod: 'kod-okand', kolumn: namn }];
    return langst !== undefined && text.length > langst ? [{ kod: 'for-lang', kolumn: namn }] : [];
  });
}

type Nummer = { personnummer: string; tidigareNummer?: string[] | undefined };
/**
 * The persons that stand in two akter of the list: by the same number, or one by a number that another had before. A person has one row; which akt is hers
 * somebody must say.
 */
export function dubbletter(personer: ReadonlyMap<string, Nummer>): Set<string> {
  const hos = new Map<string, Set<string>>();
  for (const [personId, { personnummer, tidigareNummer = [] }] of personer) {
    for (const nummer of [personnummer, ...tidigareNummer].map((one) => one.replaceAll('-', ''))) {
      const alla = hos.get(nummer) ?? new Set();
      hos.set(nummer, alla.add(personId));
    }
  }
  return new Set([...hos.values()].flatMap((alla) => (alla.size > 1 ? [...alla] : [])));
}
