import type { KirPost } from '../../shared/domain/kir/records.ts';
import { utanAdress } from '../../shared/domain/person/kir-utan-adress.ts';
import { starkastSkydd } from '../../shared/domain/person/skydd.ts';

type Skydd = KirPost['skydd'];
type Relation = NonNullable<KirPost['relationer']>[number];

/** The numbers an answer names: the person's and their relations'. */
export const numbersIn = ({ personnummer, andraNummer = [], relationer = [] }: KirPost): string[] => [
  personnummer,
  ...andraNummer,
  ...relationer.flatMap((relation) => relation.personnummer ?? []),
];

/**
 * What a user may be told of an answer of the register. Of what register and akt say of a protection the stronger counts, for the
 * person and for each relation by itself; a relation that has a number and no mark could not be asked about, and counts as
 * protected. No address of someone whose identity is protected leaves the server (OSL 2009:400 22 kap. 1 §).
 * @param known protections the akter know of, by number
 * @param asked the number that was asked about, which may be an earlier one
 * @returns `skyddad`: the person is there, and may not be shown
 */
export function answerFor(
  post: KirPost,
  known: ReadonlyMap<string, Skydd>,
  { skyddadBehorighet }: { skyddadBehorighet: boolean },
  asked: string,
): { post: KirPost } | 'skyddad' {
  const own = [asked, post.personnummer, ...(post.andraNummer ?? [])];
  const skydd = own.reduce<Skydd>((strongest, number) => starkastSkydd(strongest, known.get(number) ?? 'ingen'), post.skydd);
  if (skydd === 'skyddadFolkbokforing' && !skyddadBehorighet) return 'skyddad';
  const relationer = post.relationer?.map((relation) => maskedRelation(relation, known, skyddadBehorighet));
  const told: KirPost = { ...post, skydd, ...(relationer ? { relationer } : {}) };
  return { post: skydd === 'ingen' ? told : utanAdress(told) };
}

function maskedRelation(relation: Relation, known: ReadonlyMap<string, Skydd>, skyddadBehorighet: boolean): Relation {
  const { personnummer, relation: ord, vardnadshavare } = relation;
  const unmarked = personnummer === undefined ? 'ingen' : 'skyddadFolkbokforing';
  const skydd = starkastSkydd(relation.skydd ?? unmarked, known.get(personnummer ?? '') ?? 'ingen');
  if (skydd === 'ingen' || skyddadBehorighet) return { ...relation, skydd };
  return { relation: ord, namn: '', vardnadshavare, skydd };
}
