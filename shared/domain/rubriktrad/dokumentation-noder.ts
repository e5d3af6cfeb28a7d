import { yymmdd } from '../../util/datum.ts';
import { mayFelmarkera } from '../anteckning/commands.ts';
import { type AnteckningHuvud, type DokumentationRef, journalRubrik } from '../anteckning/records.ts';
import type { Actor } from '../command.ts';
import type { Rubrik } from '../katalog/records.ts';
import type { MenyPost, Nod } from './nod.ts';

export type Anteckningspost = { id: string; huvud: AnteckningHuvud };
type Plats = { parentId: string; niva: number };

/** Newest event first, then newest written. */
const nyastForst = (a: Anteckningspost, b: Anteckningspost): number =>
  b.huvud.handelsedatum.localeCompare(a.huvud.handelsedatum) || b.huvud.skapadAt.localeCompare(a.huvud.skapadAt);

/** Utredningsjournal → Anteckningar → notes (TRAD-12, DOK-03). */
export function journalNoder(ref: DokumentationRef, noter: Anteckningspost[], actor: Actor, { parentId, niva }: Plats): Nod[] {
  const own = noter.filter(({ huvud }) => huvud.rubrikKod === journalRubrik).sort(nyastForst);
  const id = `${parentId}/journal`;
  const list = `${id}/anteckningar`;
  const at = { type: ref.slag, id: ref.id, rubrikKod: journalRubrik } as const;
  return [
    {
      id,
      parentId,
      niva,
      slag: 'journal',
      etikett: 'Utredningsjournal',
      fet: false,
      ikon: 'journal',
      hoger: String(own.length),
      harBarn: true,
      meny: [],
      ref: at,
    },
    {
      id: list,
      parentId: id,
      niva: niva + 1,
      slag: 'anteckningar',
      etikett: 'Anteckningar',
      fet: false,
      ikon: 'mapp',
      harBarn: own.length > 0,
      meny: [],
      ref: at,
    },
    ...own.map((note) => anteckningNod(note, actor, { parentId: list, niva: niva + 2 })),
  ];
}

/** Utredningsdokument with its rubriker, and the texts under them (TRAD-13, DOK-08). */
export function dokumentNoder(
  ref: DokumentationRef,
  rubriker: Rubrik[],
  noter: Anteckningspost[],
  actor: Actor,
  { parentId, niva }: Plats,
): Nod[] {
  const id = `${parentId}/dokument`;
  const inner = rubrikNoder(ref, rubriker, noter, actor, { parentId: id, niva: niva + 1 });
  const rubrikNodes = inner.filter((nod) => nod.slag === 'rubrik');
  const written = rubrikNodes.filter((nod) => inner.some((child) => child.parentId === nod.id && child.slag === 'anteckning'));
  return [
    {
      id,
      parentId,
      niva,
      slag: 'dokument',
      etikett: 'Utredningsdokument',
      fet: false,
      ikon: 'dokument',
      hoger: `${written.length} av ${rubrikNodes.length}`,
      harBarn: rubrikNodes.length > 0,
      meny: [{ post: 'oppnaTradet' }],
      ref: { type: ref.slag, id: ref.id },
    },
    ...inner,
  ];
}

/** Rubriker of a mall, each followed by its sub-headings and its texts. Texts of a rubrik no mall has today stay visible. */
export function rubrikNoder(ref: DokumentationRef, rubriker: Rubrik[], noter: Anteckningspost[], actor: Actor, plats: Plats): Nod[] {
  const known = new Set(rubrikKoder(rubriker));
  const stray = [...new Set(noter.map(({ huvud }) => huvud.rubrikKod))].filter((kod) => kod !== journalRubrik && !known.has(kod));
  const all: Rubrik[] = [...rubriker, ...stray.map((kod) => ({ kod, titel: kod }))];
  return all.flatMap((rubrik) => enRubrik(ref, rubrik, noter, actor, plats));
}

/** The codes of a mall's rubriker, sub-headings included, in the order they stand. */
export const rubrikKoder = (rubriker: Rubrik[]): string[] =>
  rubriker.flatMap((rubrik) => [rubrik.kod, ...rubrikKoder(rubrik.underrubriker ?? [])]);

function enRubrik(ref: DokumentationRef, rubrik: Rubrik, noter: Anteckningspost[], actor: Actor, { parentId, niva }: Plats): Nod[] {
  const own = noter.filter(({ huvud }) => huvud.rubrikKod === rubrik.kod).sort(nyastForst);
  const id = `${parentId}/${rubrik.kod}`;
  const below = { parentId: id, niva: niva + 1 };
  const children = [
    ...(rubrik.underrubriker ?? []).flatMap((under) => enRubrik(ref, under, noter, actor, below)),
    ...own.map((note) => anteckningNod(note, actor, below)),
  ];
  const valid = own.filter(({ huvud }) => !huvud.felmarkerad);
  const marke = valid.length === 0 ? undefined : valid.every(({ huvud }) => huvud.signerad) ? 'signerad' : 'osignerad';
  return [
    {
      id,
      parentId,
      niva,
      slag: 'rubrik',
      etikett: rubrik.titel,
      fet: false,
      ikon: 'rubrik',
      ...(marke ? { marke } : {}),
      harBarn: children.length > 0,
      meny: [],
      ref: { type: ref.slag, id: ref.id, rubrikKod: rubrik.kod },
    },
    ...children,
  ];
}

function anteckningNod({ id, huvud }: Anteckningspost, actor: Actor, { parentId, niva }: Plats): Nod {
  const titel = huvud.titel ? ` ${huvud.titel}` : '';
  return {
    id: `anteckning/${id}`,
    parentId,
    niva,
    slag: 'anteckning',
    etikett: `${yymmdd(huvud.handelsedatum)}${titel}`,
    fet: false,
    ikon: huvud.felmarkerad ? 'felmarkerad' : 'anteckning',
    marke: huvud.felmarkerad ? 'felmarkerad' : huvud.signerad ? 'signerad' : 'osignerad',
    harBarn: false,
    meny: [felmarkeraPost(huvud, actor)],
    ref: { type: 'anteckning', id, rubrikKod: huvud.rubrikKod },
  };
}

/** DOK-13: on a saved and signed note; else the entry stays with its reason. */
function felmarkeraPost(huvud: AnteckningHuvud, actor: Actor): MenyPost {
  if (huvud.felmarkerad) return { post: 'felmarkera', hinder: 'redan-felmarkerad' };
  if (!huvud.signerad) return { post: 'felmarkera', hinder: 'inte-signerad' };
  return mayFelmarkera(huvud.sparadAv, actor) ? { post: 'felmarkera' } : { post: 'felmarkera', hinder: 'inte-forfattare' };
}
