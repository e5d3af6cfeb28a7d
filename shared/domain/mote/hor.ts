import type { Beslut } from '../beslut/records.ts';
import { isOpenUtredning, type Utredning } from '../utredning/records.ts';

/** What of the akt a meeting may be about. */
export type Motesfraga = { utredning: Utredning | undefined } | { beslut: Pick<Beslut, 'felmarkerad'> | undefined };

/** Why no meeting is planned about an utredning or a beslut: one that is ended, or was noted by mistake. */
export function horhinder(om: Motesfraga): 'utredningen-avslutad' | 'beslutet-felmarkerat' | undefined {
  if ('beslut' in om) return om.beslut?.felmarkerad ? 'beslutet-felmarkerat' : undefined;
  return om.utredning && !isOpenUtredning(om.utredning) ? 'utredningen-avslutad' : undefined;
}
