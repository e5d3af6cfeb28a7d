import type { Beslut } from './beslut/records.ts';
import { isOpenUtredning, type Utredning } from './utredning/records.ts';
import { isOpenVerkstallighet, type Verkstallighet } from './verkstallighet/records.ts';

/** The predicates of caseflow.md section 7, word for word. `today` is the client's local day, `YYYY-MM-DD`. */

/** Granted and not marked as wrong. What never began is one of them: it can be opened again (FORB-42). */
export const beviljat = (b: Beslut): boolean => b.utfall === 'bifall' && !b.felmarkerad;
/** Bifall that stand: what has not been granted, was marked as wrong or never began has no end to move. */
export const standigtBifall = (b: Beslut): boolean => beviljat(b) && !b.aldrigPaborjad;

export const isOngoingBeslut = (b: Beslut, today: string): boolean =>
  standigtBifall(b) && (b.giltigTom === undefined || b.giltigTom >= today);

export const isLass = (b: Beslut): boolean => b.beslutskod === 'ASSISTANSKOSTNADER_UTOVER_LASS';

export const boldUtredning = (u: Utredning, beslut: Beslut[], today: string): boolean =>
  isOpenUtredning(u) || beslut.some((b) => isOngoingBeslut(b, today) && !isLass(b));

export const boldVerkstallighet = (v: Verkstallighet, today: string): boolean => isOpenVerkstallighet(v, today);

/** The state in words, for screen readers, tooltips and the filter: bold alone says nothing (FORB-09). */
export type Statusord = 'pågående' | 'beslut löper' | 'avslutad';

export function statusUtredning(u: Utredning, beslut: Beslut[], today: string): Statusord {
  if (isOpenUtredning(u)) return 'pågående';
  return beslut.some((b) => isOngoingBeslut(b, today)) ? 'beslut löper' : 'avslutad';
}

export const statusVerkstallighet = (v: Verkstallighet, today: string): Statusord =>
  isOpenVerkstallighet(v, today) ? 'pågående' : 'avslutad';

/** An utredning with an ongoing LASS-beslut carries a mark, since it is not bold (TRAD-07, LASS-02, FORB-29). */
export const hasOngoingLass = (beslut: Beslut[], today: string): boolean => beslut.some((b) => isLass(b) && isOngoingBeslut(b, today));
