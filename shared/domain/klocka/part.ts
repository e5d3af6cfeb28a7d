import type { IsoDate } from '../../util/datum.ts';
import { type Rejection, reject } from '../command.ts';
import type { Post } from '../post.ts';
import type { Utredning } from '../utredning/records.ts';
import { inkommetI } from './ansokan.ts';
import { lagfrist } from './lagfrist.ts';
import type { Fristregel } from './records.ts';

type Aktualiseringar = Parameters<typeof inkommetI>[1];
type Provad = Post<Pick<Utredning, 'inkomDatum' | 'lass'>>;

/** Why nobody is to be told of a delay: the case was not begun by the person herself (FL 11 §). */
export const underrattelsehinder = (utredning: Provad, aktualiseringar: Aktualiseringar): Rejection | undefined =>
  inkommetI(utredning, aktualiseringar)?.ansokan ? undefined : reject('ingen-ansokan');

/**
 * Why a letter is no request for a decision (FL 12 §): only who has asked for something may ask for it to be decided, and not before six months
 * have gone. @param inkom the day it came in; absent = whatever day
 */
export function begaranshinder(
  regler: Post<Fristregel>[],
  utredning: Provad,
  aktualiseringar: Aktualiseringar,
  inkom?: IsoDate,
): Rejection | undefined {
  const frist = lagfrist(regler, utredning, aktualiseringar);
  if (!inkommetI(utredning, aktualiseringar)?.ansokan || frist === undefined) return reject('ingen-ansokan');
  return inkom !== undefined && inkom < frist ? reject('begaran-for-tidig', 'begaran.inkom') : undefined;
}
