import { compare } from '../../util/compare.ts';
import { yymmdd } from '../../util/datum.ts';
import { mayFelmarkera } from '../anteckning/commands.ts';
import { type AnteckningHuvud, type DokumentationRef, journalRubrik, nottitel } from '../anteckning/records.ts';
import type { Actor } from '../command.ts';
import { type Rubrik, rubrikKoder } from '../katalog/records.ts';
import { rubrikTitel } from '../katalog/rubrik-titel.ts';
import type { Utredning } from '../utredning/records.ts';
import { dokumentMeny, historikPost, lamnaPost } from './menyer.ts';
import type { MenyHinder, MenyPost, Nod } from './nod.ts';

export type Anteckningspost = { id: string; huvud: AnteckningHuvud };
/** Where nodes go, and why the user may change no note there (given by `skrivhinder` of behorighet.ts). */
export type Plats = {
  parentId: string;
  niva: number;
  hinder?: MenyHinder | undefined;
  /** The units that its texts may be handed to. */
  mottagare?: readonly string[] | undefined;
};
type Texter = Map<string, Anteckningspost[]>;

/** Newest event first, then newest written; the same on every client. */
export const nyastForst = (a: Anteckningspost, b: Anteckningspost): number =>
  compare(b.huvud.handelsedatum, a.huvud.handelsedatum) || compare(b.huvud.skapadAt, a.huvud.skapadAt) || compare(a.id, b.id);

/** Utredningsjournal → Anteckningar → notes (TRAD-12, DOK-03). */
export function journalNoder(
  ref: DokumentationRef,
  noter: Anteckningspost[],
  actor: Actor,
  { parentId, niva, hinder, mottagare }: Plats,
): Nod[] {
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
    ...own.map((note) => anteckningNod(note, actor, { parentId: list, niva: niva + 2, hinder, mottagare })),
  ];
}

/** Utredningsdokument with its rubriker, and the texts under them (TRAD-13, DOK-08). */
export function dokumentNoder(
  ref: DokumentationRef,
  utredning: Pick<Utredning, 'slutdatum'>,
  rubriker: Rubrik[],
  noter: Anteckningspost[],
  actor: Actor,
  { parentId, niva, hinder, mottagare }: Plats,
): Nod[] {
  const id = `${parentId}/dokument`;
  const inDocument = noter.filter(({ huvud }) => huvud.rubrikKod !== journalRubrik);
  const inner = rubrikNoder(ref, rubriker, inDocument, actor, { parentId: id, niva: niva + 1, hinder, mottagare });
  const rubrikNodes = inner.filter((nod) => nod.slag === 'rubrik');
  // A rubrik has a mark when it holds a text that counts; one that is felmarkerad does not.
  const written = rubrikNodes.filter((nod) => nod.marke !== undefined);
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
      meny: dokumentMeny(actor, utredning, inDocument.length > 0),
      ref: { type: ref.slag, id: ref.id },
    },
    ...inner,
  ];
}

/** Rubriker of a mall, each followed by its sub-headings and its texts. Texts of a rubrik no mall has today stay visible. */
export function rubrikNoder(ref: DokumentationRef, rubriker: Rubrik[], noter: Anteckningspost[], actor: Actor, plats: Plats): Nod[] {
  const texter: Texter = Map.groupBy(noter, ({ huvud }) => huvud.rubrikKod);
  const known = new Set(rubrikKoder(rubriker));
  const stray = [...texter.keys()].filter((kod) => !known.has(kod)).sort(compare);
  const all: Rubrik[] = [...rubriker, ...stray.map((kod) => ({ kod, titel: rubrikTitel([], kod) }))];
  return all.flatMap((rubrik) => enRubrik(ref, rubrik, texter, actor, plats));
}

function enRubrik(
  ref: DokumentationRef,
  rubrik: Rubrik,
  texter: Texter,
  actor: Actor,
  { parentId, niva, hinder, mottagare }: Plats,
): Nod[] {
  const own = (texter.get(rubrik.kod) ?? []).sort(nyastForst);
  // Escaped, so that no code of a mall reads as a path to another node.
  const id = `${parentId}/${rubrik.kod.replaceAll('%', '%25').replaceAll('/', '%2F')}`;
  const below = { parentId: id, niva: niva + 1, hinder, mottagare };
  const children = [
    ...(rubrik.underrubriker ?? []).flatMap((under) => enRubrik(ref, under, texter, actor, below)),
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

function anteckningNod({ id, huvud }: Anteckningspost, actor: Actor, { parentId, niva, hinder, mottagare }: Plats): Nod {
  return {
    id: `anteckning/${id}`,
    parentId,
    niva,
    slag: 'anteckning',
    etikett: [yymmdd(huvud.handelsedatum), nottitel(huvud)].filter(Boolean).join(' '),
    fet: false,
    ikon: huvud.felmarkerad ? 'felmarkerad' : 'anteckning',
    marke: huvud.felmarkerad ? 'felmarkerad' : huvud.signerad ? 'signerad' : 'osignerad',
    ...(huvud.ejGranskad ? { hoger: 'ej granskad' } : {}),
    harBarn: false,
    meny: [
      felmarkeraPost(huvud, actor, hinder),
      ...lamnaPost(
        actor,
        mottagare ?? [],
        huvud.felmarkerad ? 'felmarkerat-lamnas-inte' : huvud.signerad ? undefined : 'osignerat-lamnas-inte',
      ),
      historikPost(actor),
    ],
    ref: { type: 'anteckning', id, rubrikKod: huvud.rubrikKod },
  };
}

/** DOK-13: on a saved and signed note; else the entry stays with its reason. */
function felmarkeraPost(huvud: AnteckningHuvud, actor: Actor, hinder: MenyHinder | undefined): MenyPost {
  if (hinder) return { post: 'felmarkera', hinder };
  if (huvud.felmarkerad) return { post: 'felmarkera', hinder: 'redan-felmarkerad' };
  if (!huvud.signerad) return { post: 'felmarkera', hinder: 'inte-signerad' };
  return mayFelmarkera(huvud.sparadAv, actor) ? { post: 'felmarkera' } : { post: 'felmarkera', hinder: 'inte-forfattare' };
}
