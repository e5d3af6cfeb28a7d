import { isNamnsBara } from '../../shared/domain/historik/handelse.ts';
import type { Handelse } from '../../shared/domain/historik/records.ts';
import type { HandelseVy } from '../../shared/ipc/views.ts';
import { kommandoOrd } from '../../shared/words/kommando.ts';
import type { Post } from './ports.ts';

type Handelsepost = Handelse['poster'][number];

/**
 * Events as a screen reads them, newest first.
 * @param about which of the records of each; an event with none of them is left out
 */
export function handelseVyer(poster: readonly Post<'handelse'>[], about: (post: Handelsepost) => boolean = () => true): HandelseVy[] {
  return poster
    .flatMap(({ id, data, pending }): HandelseVy[] => {
      const av = data.poster.filter(about).map(utanVarden);
      if (av.length === 0) return [];
      const { at, anvandareId, namn, kommando } = data;
      return [{ id, at, anvandareId, namn, kommando, vad: kommandoOrd(kommando), poster: av, osand: pending }];
    })
    .sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
}

/** A handelse made by an earlier version may hold what is only named today. */
const utanVarden = (post: Handelsepost): Handelsepost => ({
  ...post,
  falt: post.falt.map((one) => (isNamnsBara(post.type, one.falt) ? { falt: one.falt } : one)),
});
