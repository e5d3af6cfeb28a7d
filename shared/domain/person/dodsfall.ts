import { type IsoDate, plusDagar, plusManader } from '../../util/datum.ts';
import type { Person } from './records.ts';

/**
 * The day after which nothing is carried out for somebody who has died: of a day that is known in part the last that it can be; undefined for
 * who lives, and where nothing of the day is known.
 */
export function avlidenSenast({ avliden }: Pick<Person, 'avliden'>): IsoDate | undefined {
  const [ar = '0000', manad, dag] = avliden?.split('-') ?? [];
  if (avliden === undefined || ar === '0000') return undefined;
  if (manad === '00') return `${ar}-12-31`;
  return dag === '00' ? plusDagar(plusManader(`${ar}-${manad}-01`, 1), -1) : avliden;
}

/** The first day that it can have been; undefined as of {@link avlidenSenast}. */
export function avlidenTidigast({ avliden }: Pick<Person, 'avliden'>): IsoDate | undefined {
  if (avliden === undefined || avliden.startsWith('0000')) return undefined;
  return avliden.replaceAll('-00', '-01');
}
