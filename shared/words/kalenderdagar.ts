import type { BevakningRad } from '../ipc/views.ts';
import { type IsoDate, plusDagar, plusManader, sistaDagen, svenskDag, vecka, veckodag } from '../util/datum.ts';
import { helgdagar } from '../util/helgdagar.ts';

export const vyer = { vecka: 'Vecka', manad: 'Månad' } as const;
export type Kalendervy = keyof typeof vyer;

const mandagen = (dag: IsoDate): IsoDate => plusDagar(dag, 1 - veckodag(dag));

/** The whole weeks, Monday first, that show the week or the month of a day. */
export function veckorna(vy: Kalendervy, dag: IsoDate): IsoDate[][] {
  const forsta = mandagen(vy === 'vecka' ? dag : `${dag.slice(0, 8)}01`);
  const sista = vy === 'vecka' ? dag : sistaDagen(dag);
  const veckor: IsoDate[][] = [];
  for (let at = forsta; at <= sista; at = plusDagar(at, 7)) veckor.push(Array.from({ length: 7 }, (_, n) => plusDagar(at, n)));
  return veckor;
}

/** The same day a period further on, or back. */
export const bladdra = (vy: Kalendervy, dag: IsoDate, steg: number): IsoDate =>
  vy === 'vecka' ? plusDagar(dag, 7 * steg) : plusManader(dag, steg);

/** `vecka 49, 2026`, `december 2026` */
export const periodnamn = (vy: Kalendervy, dag: IsoDate): string =>
  vy === 'vecka' ? `vecka ${vecka(dag)}, ${plusDagar(mandagen(dag), 3).slice(0, 4)}` : svenskDag(dag).utan.replace(/^\d+ /, '');

/** A Sunday or other public holiday. */
export const isRod = (dag: IsoDate): boolean => veckodag(dag) === 7 || helgdagar(Number(dag.slice(0, 4))).has(dag);

/** What is due, told apart by a shape and a word: what somebody laid, and what the law or a routine of the municipality's asks. */
export const slagen = {
  lag: { form: '▲', ord: ['lagregel', 'lagregler'] },
  rutin: { form: '■', ord: ['rutin', 'rutiner'] },
  lagd: { form: '●', ord: ['bevakning', 'bevakningar'] },
} as const;
export type Kalenderslag = keyof typeof slagen;

export const slagAv = (rad: BevakningRad): Kalenderslag => (rad.slag === 'lagd' ? 'lagd' : rad.grund.startsWith('Rutin') ? 'rutin' : 'lag');

/** How many of each, of those there are: `2 lagregler` */
export function perSlag(rader: readonly BevakningRad[]): { slag: Kalenderslag; antal: number; text: string }[] {
  return (Object.keys(slagen) as Kalenderslag[]).flatMap((slag) => {
    const antal = rader.filter((rad) => slagAv(rad) === slag).length;
    return antal === 0 ? [] : [{ slag, antal, text: `${antal} ${slagen[slag].ord[antal === 1 ? 0 : 1]}` }];
  });
}

/** Where an arrow, Home, End or a page key goes from a day; undefined for other keys. */
export function dagEfterTangent(vy: Kalendervy, dag: IsoDate, tangent: string): IsoDate | undefined {
  switch (tangent) {
    case 'ArrowLeft':
      return plusDagar(dag, -1);
    case 'ArrowRight':
      return plusDagar(dag, 1);
    case 'ArrowUp':
      return plusDagar(dag, -7);
    case 'ArrowDown':
      return plusDagar(dag, 7);
    case 'Home':
      return mandagen(dag);
    case 'End':
      return plusDagar(mandagen(dag), 6);
    case 'PageUp':
      return bladdra(vy, dag, -1);
    case 'PageDown':
      return bladdra(vy, dag, 1);
    default:
      return undefined;
  }
}

/** Weekdays, Monday first. */
export const veckodagar = ['mån', 'tis', 'ons', 'tor', 'fre', 'lör', 'sön'];

/**
 * The calendar as a table on paper: a row for each week, a cell for each day, a line for each thing in it. In a month the kinds are counted, in a week
 * each one is told.
 * @param namnet what of a row is said on paper
 * @returns what stands above the columns, and the rows
 */
export function kalendertabell(
  vy: Kalendervy,
  dag: IsoDate,
  rader: readonly BevakningRad[],
  namnet: (rad: BevakningRad) => string,
): { kolumner: string[]; rader: string[][] } {
  const perDag = Map.groupBy(rader, ({ datum }) => datum);
  const ruta = (en: IsoDate): string => {
    const dess = perDag.get(en) ?? [];
    const utanfor = vy === 'manad' && en.slice(0, 7) !== dag.slice(0, 7);
    const datum = [
      vy === 'vecka' || utanfor ? svenskDag(en).utan.replace(/ \d{4}$/, '') : String(Number(en.slice(8))),
      isRod(en) && 'röd dag',
    ];
    const vad =
      vy === 'manad'
        ? perSlag(dess).map(({ slag, text }) => `${slagen[slag].form} ${text}`)
        : dess.map((rad) => `${slagen[slagAv(rad)].form} ${namnet(rad)}`);
    return [datum.filter(Boolean).join(', '), ...(dess.length > 0 ? [`${dess.length} st`] : []), ...vad].join('\n');
  };
  return { kolumner: ['v', ...veckodagar], rader: veckorna(vy, dag).map((dagar) => [String(vecka(dagar[0] ?? dag)), ...dagar.map(ruta)]) };
}
