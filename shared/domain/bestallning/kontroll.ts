import type { Beslut, Omfattning } from '../beslut/records.ts';
import { type Rejection, reject } from '../command.ts';
import type { Bestallning } from './records.ts';

export type Avvikelsefalt = 'gallerFran' | 'gallerTom' | 'omfattning';
type Varde = string | Omfattning | undefined;

/** A field of the order beside the same of the beslut (FORB-34). */
export type Kontrollrad = { falt: Avvikelsefalt; beslut: Varde; bestallning: Varde; lika: boolean };
type Matt = Pick<Bestallning, 'gallerFran' | 'gallerTom' | 'omfattning'>;

/** The control step before sending (BEST-GEN-04): dates always, hours where either has hours. */
export function bestallningskontroll(beslut: Pick<Beslut, 'giltigFran' | 'giltigTom' | 'omfattning'>, order: Matt): Kontrollrad[] {
  const rader: Kontrollrad[] = [
    { falt: 'gallerFran', beslut: beslut.giltigFran, bestallning: order.gallerFran, lika: beslut.giltigFran === order.gallerFran },
    { falt: 'gallerTom', beslut: beslut.giltigTom, bestallning: order.gallerTom, lika: beslut.giltigTom === order.gallerTom },
  ];
  if (!beslut.omfattning && !order.omfattning) return rader;
  const lika = sammaOmfattning(beslut.omfattning, order.omfattning);
  return [...rader, { falt: 'omfattning', beslut: beslut.omfattning, bestallning: order.omfattning, lika }];
}

export const sammaOmfattning = (a: Omfattning | undefined, b: Omfattning | undefined): boolean =>
  a?.minuter === b?.minuter && a?.enhet === b?.enhet;

/** What differs from the beslut and is to be confirmed by the sender (FORB-34), in the order of the form. */
export const avvikelserFranBeslut = (beslut: Pick<Beslut, 'giltigFran' | 'giltigTom' | 'omfattning'>, order: Matt): Avvikelsefalt[] =>
  bestallningskontroll(beslut, order)
    .filter(({ lika }) => !lika)
    .map(({ falt }) => falt);

/** BEST-PA-06, BEST-REK-04: hours are ordered when they are granted, in the same unit, and else not. */
export function omfattningsfel(beslut: Pick<Beslut, 'omfattning'>, omfattning: Omfattning | undefined): Rejection | undefined {
  if (!beslut.omfattning) return omfattning && reject('timmar-anvands-inte', 'omfattning');
  if (!omfattning) return reject('timmar-kravs', 'omfattning');
  return omfattning.enhet === beslut.omfattning.enhet ? undefined : reject('enheten-stammer-inte', 'omfattning');
}

/** A confirmed difference of dates makes the order shorter, never longer than what is granted: no order lies outside its bifall. */
export function periodfel(
  beslut: Pick<Beslut, 'giltigFran' | 'giltigTom'>,
  order: Pick<Matt, 'gallerFran' | 'gallerTom'>,
): Rejection | undefined {
  if (order.gallerTom !== undefined && order.gallerTom < order.gallerFran) return reject('datum-fore', 'gallerTom');
  if (order.gallerFran < beslut.giltigFran) return reject('datum-fore', 'gallerFran');
  if (beslut.giltigTom === undefined) return undefined;
  if (order.gallerFran > beslut.giltigTom) return reject('datum-efter', 'gallerFran');
  return order.gallerTom === undefined || order.gallerTom > beslut.giltigTom ? reject('datum-efter', 'gallerTom') : undefined;
}
