import type { Nod, NodMeny } from '../../../shared/domain/rubriktrad/nod.ts';
import type { MenyRad } from '../Kontextmeny.tsx';
import { menyBild, oppnaBild } from './menybilder.tsx';
import { hinderOrd, menyOrd, menyTangent, oppnaOrdFor } from './ord.ts';

/** A node's context menu: what Enter does, then the entries of TRAD-14 with their keys and, dimmed, their hindrances. */
export function menyRader(nod: Nod, { onOppna, onPost }: { onOppna: () => void; onPost: (post: NodMeny) => void }): MenyRad[] {
  const oppna: MenyRad = { id: 'oppna', namn: oppnaOrdFor(nod), ikon: oppnaBild(nod), tangent: 'Enter', onValj: onOppna };
  const poster = nod.meny.map(({ post, hinder }): MenyRad => {
    const tangent = menyTangent[post];
    return {
      id: post,
      namn: menyOrd[post],
      ikon: menyBild[post],
      onValj: () => onPost(post),
      ...(tangent ? { tangent } : {}),
      ...(hinder ? { hinder: hinderOrd[hinder] } : {}),
    };
  });
  return [oppna, ...poster];
}
