import { yymmdd } from '../../util/datum.ts';
import { skrivhinder } from '../behorighet.ts';
import type { Beslut } from '../beslut/records.ts';
import type { Bestallning } from '../bestallning/records.ts';
import type { Actor } from '../command.ts';
import type { Rubrik, Rubrikmall } from '../katalog/records.ts';
import type { Utredning } from '../utredning/records.ts';
import type { Verkstallighet } from '../verkstallighet/records.ts';
import { type Anteckningspost, dokumentNoder, journalNoder, type Plats, rubrikNoder } from './dokumentation-noder.ts';
import { etikettUtredning, etikettVerkstallighet } from './etikett.ts';
import { boldUtredning, boldVerkstallighet, hasOngoingLass, statusUtredning, statusVerkstallighet } from './fetstil.ts';
import type { Nod } from './nod.ts';

type Post<T> = { id: string; data: T };

/** What the tree is built from: the heads of an akt's records, and the catalogue values its labels need. */
export type Akt = {
  utredningar: Post<Utredning>[];
  beslut: Post<Beslut>[];
  bestallningar: Post<Bestallning>[];
  verkstalligheter: Post<Verkstallighet>[];
  anteckningar: Anteckningspost[];
};
export type TradKatalog = {
  utforareNamn: (id: string) => string;
  mallar: Rubrikmall[];
};

/**
 * The rubrikträd of a kund (TRAD-01 to TRAD-14), every node in the order it is shown, parents before children. Pure and
 * linear in the records: an akt of 2,000 nodes is built in a few milliseconds (bench open-kund).
 */
export function byggTrad(akt: Akt, katalog: TradKatalog, actor: Actor, today: string): Nod[] {
  const groups = {
    beslut: Map.groupBy(akt.beslut, (b) => b.data.utredningId),
    bestallningar: Map.groupBy(akt.bestallningar, (b) => b.data.beslutId),
    anteckningar: Map.groupBy(akt.anteckningar, (a) => a.huvud.dokumentation.id),
  };
  const utredningar = [...akt.utredningar].sort(nyastForst).flatMap((u) => utredningNoder(u, groups, katalog, actor, today));
  const verkstalligheter = [...akt.verkstalligheter].sort(nyastForst).flatMap((v) => verkstallighetNoder(v, groups, katalog, actor, today));
  return [
    ...personNoder,
    {
      id: 'rot',
      parentId: null,
      niva: 1,
      slag: 'rot',
      etikett: 'LSS utredning o verkställighet',
      fet: false,
      ikon: 'mapp',
      harBarn: utredningar.length + verkstalligheter.length > 0,
      meny: [],
    },
    ...utredningar,
    ...verkstalligheter,
  ];
}

type Groups = {
  beslut: Map<string, Post<Beslut>[]>;
  bestallningar: Map<string, Post<Bestallning>[]>;
  anteckningar: Map<string, Anteckningspost[]>;
};

/** Dates and ids as text: the same order on every client, whatever order the records came in. */
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Open before ended, then newest first. */
function nyastForst(a: Post<{ startdatum: string; slutdatum?: string | undefined }>, b: typeof a): number {
  const open = Number(a.data.slutdatum !== undefined) - Number(b.data.slutdatum !== undefined);
  return open || compare(b.data.startdatum, a.data.startdatum) || compare(a.id, b.id);
}

const delar = [
  ['person', 'Person'],
  ['hushall', 'Hushåll'],
  ['kontaktuppgifter', 'Kontaktuppgifter'],
] as const;

/** Personuppgifter, with its parts below it and in its menu (PERS-02). */
const personNoder: Nod[] = [
  {
    id: 'personuppgifter',
    parentId: null,
    niva: 1,
    slag: 'personuppgifter',
    etikett: 'Personuppgifter',
    fet: false,
    ikon: 'person',
    harBarn: true,
    meny: delar.map(([post]) => ({ post })),
  },
  ...delar.map(
    ([del, etikett]): Nod => ({
      id: `personuppgifter/${del}`,
      parentId: 'personuppgifter',
      niva: 2,
      slag: 'personuppgifterDel',
      etikett,
      fet: false,
      ikon: 'person',
      harBarn: false,
      meny: [],
    }),
  ),
];

const periodOf = ({ startdatum, slutdatum }: Pick<Utredning, 'startdatum' | 'slutdatum'>): { fran: string; till?: string } =>
  slutdatum === undefined ? { fran: startdatum } : { fran: startdatum, till: slutdatum };

function utredningNoder(
  { id: utredningId, data: u }: Post<Utredning>,
  groups: Groups,
  katalog: TradKatalog,
  actor: Actor,
  today: string,
): Nod[] {
  const beslut = groups.beslut.get(utredningId) ?? [];
  const beslutData = beslut.map((b) => b.data);
  const id = `utredning/${utredningId}`;
  return [
    {
      id,
      parentId: 'rot',
      niva: 2,
      slag: 'utredning',
      etikett: etikettUtredning(u),
      fet: boldUtredning(u, beslutData, today),
      status: statusUtredning(u, beslutData, today),
      period: periodOf(u),
      ikon: 'utredning',
      ...(hasOngoingLass(beslutData, today) ? { marke: 'LASS' as const } : {}),
      harBarn: true,
      meny: [{ post: 'dokumentation' }],
      ref: { type: 'utredning', id: utredningId },
    },
    ...utredningDokumentation(utredningId, u, groups, katalog, actor, { parentId: id, niva: 3, hinder: skrivhinder(undefined, actor) }),
    ...beslut
      .sort((a, b) => compare(b.data.beslutsdatum, a.data.beslutsdatum) || compare(a.id, b.id))
      .flatMap((b) => beslutNoder(b, id, groups)),
  ];
}

/** Dokumentation of an utredning: the folder, the journal and the document (TRAD-12); the documentation view shows the same below its root. */
export function utredningDokumentation(
  utredningId: string,
  u: Pick<Utredning, 'typ'>,
  groups: Pick<Groups, 'anteckningar'>,
  katalog: Pick<TradKatalog, 'mallar'>,
  actor: Actor,
  { parentId, niva, hinder }: Plats,
): Nod[] {
  const noter = groups.anteckningar.get(utredningId) ?? [];
  const ref = { slag: 'utredning', id: utredningId } as const;
  const id = `${parentId}/dokumentation`;
  const below = { parentId: id, niva: niva + 1, hinder };
  return [
    {
      id,
      parentId,
      niva,
      slag: 'dokumentation',
      etikett: 'Dokumentation',
      fet: false,
      ikon: 'mapp',
      harBarn: true,
      meny: [{ post: 'dokumentation' }],
      ref: { type: 'utredning', id: utredningId },
    },
    ...journalNoder(ref, noter, actor, below),
    ...dokumentNoder(ref, rubrikerFor(katalog.mallar, 'utredning', u.typ), noter, actor, below),
  ];
}

/** The rubriker of a dokumentation: the mall made for its type, else the general one of its kind. */
export function rubrikerFor(mallar: Rubrikmall[], slag: Rubrikmall['slag'], typ?: string): Rubrik[] {
  const candidates = mallar.filter((mall) => mall.slag === slag);
  const own = candidates.find((mall) => typ !== undefined && mall.typer.includes(typ));
  return (own ?? candidates.find((mall) => mall.typer.length === 0))?.rubriker ?? [];
}

function beslutNoder({ id: beslutId, data: b }: Post<Beslut>, parentId: string, groups: Groups): Nod[] {
  const bestallningar = (groups.bestallningar.get(beslutId) ?? []).sort(
    (a, b) => compare(b.data.bestalltDatum, a.data.bestalltDatum) || compare(a.id, b.id),
  );
  const id = `beslut/${beslutId}`;
  return [
    {
      id,
      parentId,
      niva: 3,
      slag: 'beslut',
      etikett: `${b.beslutsnamn} ${yymmdd(b.beslutsdatum)}`,
      fet: false,
      ikon: b.utfall === 'avslag' ? 'beslutAvslag' : 'beslut',
      ...(b.felmarkerad ? { marke: 'felmarkerad' as const } : {}),
      harBarn: bestallningar.length > 0,
      meny: [],
      ref: { type: 'beslut', id: beslutId },
    },
    ...bestallningar.map(
      (best): Nod => ({
        id: `bestallning/${best.id}`,
        parentId: id,
        niva: 4,
        slag: 'bestallning',
        etikett: `Beställning ${yymmdd(best.data.bestalltDatum)}`,
        fet: false,
        ikon: 'bestallning',
        hoger: best.data.bekraftad ? 'bekräftad' : 'ej bekräftad',
        harBarn: false,
        meny: [],
        ref: { type: 'bestallning', id: best.id },
      }),
    ),
  ];
}

function verkstallighetNoder(
  { id: vId, data: v }: Post<Verkstallighet>,
  groups: Groups,
  katalog: TradKatalog,
  actor: Actor,
  today: string,
): Nod[] {
  const id = `verkstallighet/${vId}`;
  const plats = { parentId: id, niva: 3, hinder: skrivhinder(v, actor) };
  const inside = verkstallighetDokumentation(vId, groups, katalog, actor, plats);
  return [
    {
      id,
      parentId: 'rot',
      niva: 2,
      slag: 'verkstallighet',
      etikett: etikettVerkstallighet(v, katalog.utforareNamn(v.utforareId)),
      fet: boldVerkstallighet(v, today),
      status: statusVerkstallighet(v, today),
      period: periodOf(v),
      ikon: 'verkstallighet',
      harBarn: inside.length > 0,
      meny: [{ post: 'dokumentation' }],
      ref: { type: 'verkstallighet', id: vId },
    },
    ...inside,
  ];
}

/** The rubriker of a verkställighet with their notes (DOK-11, DOK-12). */
export function verkstallighetDokumentation(
  verkstallighetId: string,
  groups: Pick<Groups, 'anteckningar'>,
  katalog: Pick<TradKatalog, 'mallar'>,
  actor: Actor,
  plats: Plats,
): Nod[] {
  const noter = groups.anteckningar.get(verkstallighetId) ?? [];
  const ref = { slag: 'verkstallighet', id: verkstallighetId } as const;
  return rubrikNoder(ref, rubrikerFor(katalog.mallar, 'verkstallighet'), noter, actor, plats);
}
