import type { NodMeny } from '../../shared/domain/rubriktrad/nod.ts';
import { ordForAvslag } from '../../shared/words/avslag.ts';
import { useQuery } from './query.ts';

/** An entry of a node's menu as a button elsewhere shows it: `hinder` in words, when it cannot be chosen now. */
export type Menyval = { post: NodMeny; hinder?: string };

/** The menu of one node of the kund's rubrikträd, so that buttons allow exactly what the tree allows; empty until it is read. */
export function useNodmeny(personId: string, nodId: string): (post: NodMeny) => Menyval | undefined {
  const { data } = useQuery('kund.trad', { personId }, [`akt:${personId}`, 'katalog', 'session']);
  const meny = data?.find(({ id }) => id === nodId)?.meny ?? [];
  return (post) => {
    const found = meny.find((one) => one.post === post);
    return found && { post, ...(found.hinder === undefined ? {} : { hinder: ordForAvslag(found.hinder).vad }) };
  };
}
