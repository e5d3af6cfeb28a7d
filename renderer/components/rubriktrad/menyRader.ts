import type { MenyHinder, Nod, NodMeny } from '../../../shared/domain/rubriktrad/nod.ts';
import { menyhinderOrd, menyOrd, menyTangent, oppnaOrdFor } from '../../../shared/words/nod.ts';
import type { MenyRad } from '../Kontextmeny.tsx';
import { menyBild, oppnaBild } from './menybilder.tsx';

type Val = {
  onOpen: () => void;
  onPost: (post: NodMeny) => void;
  /** Words for a hindrance that the tree has none of its own for. */
  ordFor?: (hinder: MenyHinder) => string;
};

/** A node's context menu: what Enter does, then the entries of TRAD-14 with their keys and, dimmed, their hindrances. */
export function menyRader(nod: Nod, { onOpen, onPost, ordFor }: Val): MenyRad[] {
  const oppna: MenyRad = { id: 'oppna', namn: oppnaOrdFor(nod), ikon: oppnaBild(nod), tangent: 'Enter', onChoose: onOpen };
  const poster = nod.meny.map(({ post, hinder }): MenyRad => {
    const tangent = menyTangent[post];
    return {
      id: post,
      namn: menyOrd[post],
      ikon: menyBild[post],
      onChoose: () => onPost(post),
      ...(tangent ? { tangent } : {}),
      ...(hinder ? { hinder: menyhinderOrd[hinder] ?? ordFor?.(hinder) ?? 'Det går inte just nu.' } : {}),
    };
  });
  return [oppna, ...poster];
}
