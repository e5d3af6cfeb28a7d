import type { IsoDate } from '../../util/datum.ts';
import { type Lagtid, periodslut } from '../../util/lagtid.ts';
import type { Post } from '../post.ts';
import type { Fristregel } from './records.ts';
import { regelPa } from './regel-pa.ts';

/** The rule of the six months. */
export const lagfristkod = 'utredning-sex-manader';

/** In a municipality whose catalogue has no rules of the clock yet: what its program showed before they were data. */
const utanRegel: Record<string, Lagtid> = {
  [lagfristkod]: { antal: 6, enhet: 'manad' },
  'ej-behandlad-aktualisering': { antal: 14, enhet: 'dag' },
};

const slut = (regler: Post<Fristregel>[], kod: keyof typeof utanRegel, dag: IsoDate): IsoDate =>
  periodslut(dag, regelPa(regler, kod, dag)?.tid ?? (utanRegel[kod] as Lagtid));

/**
 * The day an utredning is to be decided by: six months after the ansökan came in. From that day the applicant may ask in
 * writing for a decision (förvaltningslagen 2017:900 12 §).
 */
export const lagfrist = (regler: Post<Fristregel>[], inkomDatum: IsoDate): IsoDate => slut(regler, lagfristkod, inkomDatum);

/** No utredning has examined an aktualisering for so long that it comes up on the start page (FORB-14). */
export const langeObehandlad = (
  regler: Post<Fristregel>[],
  { utredningId, datum }: { utredningId?: string | undefined; datum: IsoDate },
  today: IsoDate,
): boolean => utredningId === undefined && slut(regler, 'ej-behandlad-aktualisering', datum) <= today;
