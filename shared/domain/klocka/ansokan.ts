import type { Aktualisering } from '../aktualisering/records.ts';
import type { Post } from '../post.ts';
import type { Utredning } from '../utredning/records.ts';
import type { Fristregel } from './records.ts';

/** What an utredning was begun by: something that came in, which she has asked for herself or not. */
export type Inkommet = { ansokan: boolean };

/**
 * Whether the times of what came in run in an utredning, and for what; undefined in a LASS-utredning, which answers nothing: the beslut is
 * Försäkringskassan's.
 * @param aktualiseringar of the same akt
 */
export const inkommetI = (
  { id, data }: Post<Pick<Utredning, 'lass'>>,
  aktualiseringar: readonly Post<Pick<Aktualisering, 'utredningId' | 'slag'>>[],
): Inkommet | undefined =>
  data.lass ? undefined : { ansokan: aktualiseringar.some((one) => one.data.utredningId === id && one.data.slag === 'ansokan') };

/** A rule of law for what an enskild has asked for (FL 11–12 §§) does not run in what the authority has begun itself. */
export const villkoretAnsokan = (villkor: Fristregel['villkor'], ansokan: boolean): boolean => !villkor?.ansokan || ansokan;
