import { compare } from '../../util/compare.ts';
import { swedishDay, yymmdd } from '../../util/datum.ts';
import type { Actor } from '../command.ts';
import { felmarkeringshinder } from '../dokument/felmarkera.ts';
import type { Dokument } from '../dokument/records.ts';
import type { Post } from '../post.ts';
import { mayRun } from '../rulebook/command-roles.ts';
import type { Verkstallighet } from '../verkstallighet/records.ts';
import type { MenyPost, Nod } from './nod.ts';

type Akt = { handlingar: Post<Dokument>[]; verkstalligheter: Post<Verkstallighet>[] };

/**
 * The tree with the documents of the akt, each last under what it is tied to, the newest first (SKAN-02). One whose place the reader has not
 * stands at the root.
 */
export function medHandlingar(noder: Nod[], akt: Akt, actor: Actor, historik: MenyPost): Nod[] {
  if (akt.handlingar.length === 0) return noder;
  const finns = new Set(noder.flatMap((nod) => (kanHaHandlingar(nod) ? nod.id : [])));
  const plats = ({ data: { knytsTill } }: Post<Dokument>): string => {
    const id = `${knytsTill.type}/${knytsTill.id}`;
    return finns.has(id) ? id : 'rot';
  };
  const per = Map.groupBy(
    [...akt.handlingar].sort((a, b) => compare(b.data.skapad.at, a.data.skapad.at) || compare(a.id, b.id)),
    plats,
  );
  const verkstallighet = ({ knytsTill: { type, id } }: Dokument) =>
    type === 'verkstallighet' ? akt.verkstalligheter.find((one) => one.id === id)?.data : undefined;
  const far = mayRun('dokument.felmarkera', actor);
  const nodAv = ({ id, data }: Post<Dokument>, { id: parentId, niva }: Nod): Nod => {
    const hinder = far ? felmarkeringshinder(data, verkstallighet(data), actor) : 'behorighet-saknas';
    return {
      ...{ id: `handling/${id}`, parentId, niva: niva + 1, slag: 'handling', fet: false, harBarn: false },
      etikett: `${yymmdd(swedishDay(data.skapad.at))} ${data.rubrik}`,
      ikon: data.felmarkerad ? 'felmarkerad' : 'handling',
      ...(data.felmarkerad ? { marke: 'felmarkerad' as const } : {}),
      meny: [{ post: 'felmarkeraHandling', ...(hinder ? { hinder } : {}) }, historik],
      ref: { type: 'dokument', id },
    };
  };
  const made: Nod[] = [];
  const oppna: Nod[] = [];
  /** What has no more nodes below it gets its documents. */
  const stang = (niva: number) => {
    for (let nod = oppna.at(-1); nod && nod.niva >= niva; nod = oppna.at(-1)) {
      const forald = nod;
      oppna.pop();
      if (kanHaHandlingar(forald)) made.push(...(per.get(forald.id) ?? []).map((post) => nodAv(post, forald)));
    }
  };
  for (const nod of noder) {
    stang(nod.niva);
    made.push(kanHaHandlingar(nod) && per.has(nod.id) ? { ...nod, harBarn: true } : nod);
    oppna.push(nod);
  }
  stang(0);
  return made;
}

/** Nothing is tied to a note: of the thousands there may be none is looked up. */
const kanHaHandlingar = ({ slag }: Nod): boolean => slag !== 'anteckning';
