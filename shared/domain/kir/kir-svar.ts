import type { IsoInstant } from '../../util/datum.ts';
import type { Change, State } from '../command.ts';
import { forslagUtanAdress, utanAdress } from '../person/kir-utan-adress.ts';
import { starkastSkydd } from '../person/skydd.ts';
import { utanSkyddadAdress } from '../person/utan-adress.ts';
import type { KirForslag, KirPost } from './records.ts';

/**
 * What an akt, and the log of its commands, may keep of an answer about its person: not whom the register calls near. They are kunder or
 * are not, protected or not, by their own akt and post alone; a copy here would go on telling who they are (FRAGA-62).
 */
export function postForAkten(post: KirPost): KirPost {
  const { relationer: _, ...rest } = post;
  return rest as KirPost;
}

/**
 * What the register's answer means for a kund registered while it could not be reached (FRAGA-05): a forslag that a user takes
 * or leaves, never a merge. One thing does not wait for a user: a protection the register knows of counts at once, and takes
 * the address away (FRAGA-62); the new revision lets no half-filled form bring it back.
 *
 * Pure and repeatable: nothing for a person who is not `ejKontrollerad`, or whose forslag waits already.
 * @param post none = the register does not know the person
 * @param forslagId of the forslag, made by the caller
 * @param now when the register answered
 */
export function kirSvar(
  state: Pick<State, 'get' | 'list'>,
  personId: string,
  post: KirPost | null | undefined,
  { forslagId, now }: { forslagId: string; now: IsoInstant },
): Change[] {
  const person = state.get('person', personId);
  if (person?.kir?.status !== 'ejKontrollerad') return [];
  if (state.get('kirForslag', forslagId) || state.list('kirForslag').some(({ data }) => !data.avgjord)) return [];
  const skydd = starkastSkydd(person.skydd, post?.skydd ?? 'ingen');
  const kept = post && postForAkten(post);
  const data: KirForslag = { at: now, ...(kept ? { post: skydd === 'ingen' ? kept : utanAdress(kept) } : {}) };
  const forslag: Change = { op: 'put', type: 'kirForslag', id: forslagId, data };
  if (skydd === person.skydd) return [forslag];
  return [
    forslag,
    { op: 'put', type: 'person', id: personId, data: utanSkyddadAdress({ ...person, skydd, rev: forslagId }) },
    ...forslagUtanAdress(state),
  ];
}
