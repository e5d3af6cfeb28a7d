import type { IsoDate } from '../../util/datum.ts';
import { periodslut } from '../../util/lagtid.ts';
import type { Post } from '../post.ts';
import type { Utredning } from '../utredning/records.ts';
import { inkommetI, villkoretAnsokan } from './ansokan.ts';
import type { Fristregel } from './records.ts';
import { regelPa } from './regel-pa.ts';

/** The rule of the six months. */
export const lagfristkod = 'utredning-sex-manader';
/** The rule of telling the party of a delay (FL 11 §). */
export const underrattelsekod = 'underratta-om-forsening';

type Regel = Pick<Fristregel, 'tid' | 'villkor'>;
/** In a municipality whose catalogue has no rules of the clock yet: what its program showed before they were data. */
const utanRegel = {
  [lagfristkod]: { tid: { antal: 6, enhet: 'manad' }, villkor: { ansokan: true } },
  'ej-behandlad-aktualisering': { tid: { antal: 14, enhet: 'dag' } },
} satisfies Record<string, Regel>;

const regelFor = (regler: Post<Fristregel>[], kod: keyof typeof utanRegel, dag: IsoDate): Regel =>
  regelPa(regler, kod, dag) ?? utanRegel[kod];

/**
 * The day an utredning is to be decided by: six months after the ansökan came in. From that day the applicant may ask in writing for a decision
 * (förvaltningslagen 2017:900 12 §). Undefined where there is none, as the clock has no row of it (`frister.ts`): it answers no ansökan.
 * @param aktualiseringar of the same akt
 */
export function lagfrist(
  regler: Post<Fristregel>[],
  utredning: Post<Pick<Utredning, 'inkomDatum' | 'lass'>>,
  aktualiseringar: Parameters<typeof inkommetI>[1],
): IsoDate | undefined {
  const { inkomDatum } = utredning.data;
  const { tid, villkor } = regelFor(regler, lagfristkod, inkomDatum);
  const inkommet = inkommetI(utredning, aktualiseringar);
  return inkommet && villkoretAnsokan(villkor, inkommet.ansokan) ? periodslut(inkomDatum, tid) : undefined;
}

/** No utredning has examined an aktualisering for so long that it comes up on the start page (FORB-14). */
export const langeObehandlad = (
  regler: Post<Fristregel>[],
  { utredningId, datum }: { utredningId?: string | undefined; datum: IsoDate },
  today: IsoDate,
): boolean => utredningId === undefined && periodslut(datum, regelFor(regler, 'ej-behandlad-aktualisering', datum).tid) <= today;
