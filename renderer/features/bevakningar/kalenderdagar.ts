import type { BevakningRad } from '../../../shared/ipc/views.ts';
import { type IsoDate, plusDagar, plusManader, sistaDagen, svenskDag, vecka, veckodag } from '../../../shared/util/datum.ts';
import { helgdagar } from '../../../shared/util/helgdagar.ts';

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
