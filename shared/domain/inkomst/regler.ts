import type { IsoDate } from '../../util/datum.ts';
import { plusManader } from '../../util/datum.ts';
import type { Lasbart, RejectionCode } from '../command.ts';
import { etjanstId } from '../etjanst/records.ts';
import { nabarhet } from '../meddelande/mottagare.ts';
import { arUnderArton } from '../person/alder.ts';
import type { Post } from '../post.ts';
import type { Blankettlage, Inkomstblankett, Inkomstformular } from './records.ts';

/** The kund can fill it in. */
export const isUte = (lage: Blankettlage): boolean => lage === 'ute' || lage === 'kompletteras';

/** Its last day has passed, and it has not come. */
export const isSen = ({ lage, sista }: Pick<Inkomstblankett, 'lage' | 'sista'>, dag: IsoDate): boolean => isUte(lage) && sista < dag;

/** Why a kund cannot be sent anything to fill in, whatever the year: the e-service is not on, the box is not ticked (EAKT-09), or nobody could sign in. */
export function ifyllnadshinder(akt: Pick<Lasbart, 'get'>, personId: string, dag: IsoDate): RejectionCode | undefined {
  const nas = nabarhet(akt, personId, { slag: 'kund' }, dag);
  if ('hinder' in nas) return nas.hinder;
  if (nas.lage !== 'aktiv') return 'etjanst-ej-aktiverad';
  if (!akt.get('etjanst', etjanstId(personId))?.inkomstblankett) return 'blankett-avvald';
  const person = akt.get('person', personId);
  return person && arUnderArton(person, dag) ? 'blankett-under-arton' : undefined;
}

/** Why a kund cannot return what she was sent: what was sent out is hers to return, whatever is ticked today, and who is protected may write too. */
export function inlamningshinder(akt: Pick<Lasbart, 'get'>, personId: string, dag: IsoDate): RejectionCode | undefined {
  const [person, etjanst] = [akt.get('person', personId), akt.get('etjanst', etjanstId(personId))];
  if (!person) return 'finns-inte';
  if (person.avliden !== undefined) return 'mottagaren-avliden';
  if (etjanst?.lage !== 'aktiv') return etjanst?.lage === 'avslutad' ? 'etjanst-avslutad' : 'etjanst-ej-aktiverad';
  return arUnderArton(person, dag) ? 'blankett-under-arton' : undefined;
}

/** Why a kund cannot be sent the inkomstblankett of a year: the one rule, asked by the form and by what is sent (INK-01). */
export function blanketthinder(akt: Lasbart, personId: string, ar: number, dag: IsoDate): RejectionCode | undefined {
  const hinder = ifyllnadshinder(akt, personId, dag);
  if (hinder) return hinder;
  const nu = Number(dag.slice(0, 4));
  if (Math.abs(ar - nu) > 1) return 'blankett-ar';
  const redan = akt.list('inkomstblankett').some(({ data }) => data.ar === ar && data.lage !== 'aterkallad');
  return redan ? 'blankett-finns' : undefined;
}

/** What is wrong with the last day: it has been, or is more than a year off. */
export const sistahinder = (sista: IsoDate, dag: IsoDate): 'datum-fore' | 'datum-efter' | undefined =>
  sista < dag ? 'datum-fore' : sista > plusManader(dag, 12) ? 'datum-efter' : undefined;

/** The questions that are sent out on a day. */
export const gallandeFormular = (alla: readonly Post<Inkomstformular>[], dag: IsoDate): Post<Inkomstformular> | undefined =>
  alla.filter(({ data }) => data.fran <= dag).sort((a, b) => b.data.version - a.data.version)[0];
