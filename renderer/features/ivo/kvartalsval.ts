import { type Kvartal, kvartalFor, kvartalstext } from '../../../shared/domain/klocka/ivo.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { kvartalsnamn } from '../../../shared/words/ivo.ts';
import type { Val } from '../../components/formular/Valfalt.tsx';

/** So many quarters can be chosen: the one that goes on, and those of two years before. */
const antal = 9;

/** The latest that is over: the one to report now. */
export const attRapportera = (idag: IsoDate): Kvartal => kvartalFor(idag, -1);

/** The latest first. */
export const kvartalsval = (idag: IsoDate): Val[] =>
  Array.from({ length: antal }, (_, steg) => kvartalFor(idag, -steg)).map((kvartal, steg) => ({
    varde: kvartalstext(kvartal),
    namn: steg === 0 ? `${kvartalsnamn(kvartal)} (pågår)` : kvartalsnamn(kvartal),
  }));

/** The chosen one, where it can still be chosen; else the one to report. */
export const valtKvartal = (text: string, idag: IsoDate): Kvartal =>
  Array.from({ length: antal }, (_, steg) => kvartalFor(idag, -steg)).find((one) => kvartalstext(one) === text) ?? attRapportera(idag);
