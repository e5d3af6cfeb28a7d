import { compare } from '../../util/compare.ts';
import type { Akt as Arende } from '../akt.ts';
import type { Aktualisering } from '../aktualisering/records.ts';
import { oppnaDelar } from '../arende/att-avsluta.ts';
import type { Bedomning } from '../bedomning/records.ts';
import { skrivhinder } from '../behorighet.ts';
import type { Beslut } from '../beslut/records.ts';
import type { Bestallning } from '../bestallning/records.ts';
import type { Actor } from '../command.ts';
import type { Dokument } from '../dokument/records.ts';
import { egnaEnheter, enhetensAkt, enhetOf } from '../enhet.ts';
import { etikettUtredning, etikettVerkstallighet } from '../etikett.ts';
import { enhetsnamn, kandaAndraEnheter, mottagandeEnheter } from '../katalog/enheter.ts';
import type { Rubrikmall } from '../katalog/records.ts';
import { rubrikerFor } from '../katalog/rubriker.ts';
import type { Varde } from '../katalog/varden.ts';
import type { MottagenHuvud, Utlamning } from '../overlamning/records.ts';
import { boldUtredning, boldVerkstallighet, hasOngoingLass, statusUtredning, statusVerkstallighet } from '../pagaende.ts';
import type { Person } from '../person/records.ts';
import type { Post } from '../post.ts';
import type { Utredning } from '../utredning/records.ts';
import { isOpenVerkstallighet, type Verkstallighet } from '../verkstallighet/records.ts';
import { aktualiseringNoder } from './aktualisering-noder.ts';
import { bedomningNoder } from './bedomning-noder.ts';
import { beslutNoder, bestallningNoder } from './beslut-noder.ts';
import { type Anteckningspost, dokumentNoder, journalNoder, type Plats, rubrikNoder } from './dokumentation-noder.ts';
import { medHandlingar } from './handling-noder.ts';
import { type Menyer, type MenyKatalog, type Mottagare, menyer } from './menyer.ts';
import type { Nod } from './nod.ts';
import { overlamningNoder } from './overlamning-noder.ts';

/** What the tree is built from: the heads of an akt's records, and the catalogue values its labels and menus need. */
export type Akt = Arende & {
  bedomningar: Post<Bedomning>[];
  anteckningar: Anteckningspost[];
  utlamningar: Post<Utlamning>[];
  mottagna: Post<MottagenHuvud>[];
  handlingar: Post<Dokument>[];
};
export type TradKatalog = MenyKatalog & {
  utforareNamn: (id: string) => string;
  mallar: Rubrikmall[];
  /** The value list `enhet`. */
  enheter: Varde[];
};

/**
 * The rubrikträd of a kund (TRAD-01 to TRAD-14), every node in the order it is shown, parents before children. Pure and
 * linear in the records: an akt of 2,000 nodes is built in a few milliseconds (bench open-kund).
 * @param kund whose units the akt is of
 */
export function byggTrad(akt: Akt, katalog: TradKatalog, actor: Actor, today: string, kund: Pick<Person, 'enheter'>): Nod[] {
  const groups = {
    aktualiseringar: Map.groupBy(akt.aktualiseringar, (a) => a.data.utredningId),
    beslut: Map.groupBy(akt.beslut, (b) => b.data.utredningId),
    bestallningar: Map.groupBy(akt.bestallningar, (b) => b.data.beslutId),
    bedomningar: Map.groupBy(akt.bedomningar, (b) => b.data.utredningId),
    anteckningar: Map.groupBy(akt.anteckningar, (a) => a.huvud.dokumentation.id),
    oppna: Map.groupBy(
      akt.verkstalligheter.filter(({ data }) => isOpenVerkstallighet(data, today)),
      (v) => likaVerkstallighet(v.data, kund),
    ),
  };
  const mottagare = mottagareFor(katalog, actor, kund);
  const bygge: Bygge = { groups, katalog, actor, meny: menyer(actor, katalog, today, mottagare), mottagare, today, kund };
  const ejBehandlade = groups.aktualiseringar.get(undefined) ?? [];
  const below = [
    ...aktualiseringNoder(ejBehandlade, bygge.meny, { parentId: 'rot', niva: 2, etikett: 'Ej behandlade aktualiseringar' }),
    ...[...akt.utredningar].sort(nyastForst).flatMap((u) => utredningNoder(u, bygge)),
    ...utanforUtredning(akt, bygge),
    ...[...akt.verkstalligheter].sort(nyastForst).flatMap((v) => verkstallighetNoder(v, bygge)),
    ...overlamningNoder(akt, { enheter: katalog.enheter, actor, kund, historik: bygge.meny.historik }),
  ];
  const noder: Nod[] = [
    ...personNoder(bygge.meny),
    {
      id: 'rot',
      parentId: null,
      niva: 1,
      slag: 'rot',
      etikett: 'LSS utredning o verkställighet',
      fet: false,
      ikon: 'mapp',
      harBarn: below.length > 0,
      meny: bygge.meny.rot(
        ejBehandlade.length,
        nagotOppet(akt, actor, today, kund),
        actor.enheter.some((enhet) => !kund.enheter.includes(enhet)),
      ),
    },
    ...below,
    ...andraEnheter(bygge),
  ];
  return medHandlingar(noder, akt, actor, bygge.meny.historik);
}

/** That the kund is another unit's too, and no more of it, where the municipality lets that be known (OSL 8:1, 26:1). */
function andraEnheter({ katalog, actor, kund }: Bygge): Nod[] {
  const egna = egnaEnheter(actor, kund);
  const andra = egna.length === 0 ? [] : kandaAndraEnheter(katalog.enheter, kund.enheter, egna);
  if (andra.length === 0) return [];
  const etikett = `Finns även hos ${andra.join(', ')}`;
  return [
    { id: 'andraEnheter', parentId: null, niva: 1, slag: 'andraEnheter', etikett, fet: false, ikon: 'enheter', harBarn: false, meny: [] },
  ];
}

/** Whom a user may hand something of a record's unit to: nobody where they are not of it, as staff of a utförare. */
export const mottagareFor =
  (katalog: Pick<TradKatalog, 'enheter'>, actor: Actor, kund: Pick<Person, 'enheter'>): Mottagare =>
  (type, data) => {
    const enhet = enhetOf(type, data, kund);
    if (enhet === undefined || !actor.roller.some((roll) => roll !== 'utforare') || !actor.enheter.includes(enhet)) return [];
    return mottagandeEnheter(katalog.enheter, kund.enheter, enhet, actor.enheter);
  };

type Groups = {
  aktualiseringar: Map<string | undefined, Post<Aktualisering>[]>;
  beslut: Map<string, Post<Beslut>[]>;
  bestallningar: Map<string, Post<Bestallning>[]>;
  bedomningar: Map<string, Post<Bedomning>[]>;
  anteckningar: Map<string, Anteckningspost[]>;
  /** Open verkställigheter, by what two of a kind have in common. */
  oppna: Map<string | undefined, Post<Verkstallighet>[]>;
};
type Bygge = {
  groups: Groups;
  katalog: TradKatalog;
  actor: Actor;
  meny: Menyer;
  mottagare: Mottagare;
  today: string;
  kund: Pick<Person, 'enheter'>;
};

/** Two open ones with this in common may not stand beside each other (VERK-03): LSS Insatser of a unit, and those of one bifall at one utförare. */
const likaVerkstallighet = (v: Verkstallighet, kund: Pick<Person, 'enheter'>): string | undefined =>
  v.lssInsatser ? `lssInsatser/${enhetOf('verkstallighet', v, kund)}` : v.beslutId && `${v.beslutId}/${v.utforareId}`;

/** Whether closing the case of one of the user's units would close anything (AVSL-01). */
const nagotOppet = (akt: Akt, actor: Actor, today: string, kund: Pick<Person, 'enheter'>): boolean =>
  egnaEnheter(actor, kund).some((enhet) =>
    Object.values(oppnaDelar(enhetensAkt(akt, enhet, kund), today)).some((delar) => delar.length > 0),
  );

/**
 * Staff of a utförare hold the bifall and the orders that are theirs, not the utredning: these stand at the root, and an
 * order whose beslut they no longer hold, because it was taken back, beside them (FORB-39).
 */
function utanforUtredning(akt: Akt, bygge: Bygge): Nod[] {
  const utredningar = new Set(akt.utredningar.map(({ id }) => id));
  const beslut = new Set(akt.beslut.map(({ id }) => id));
  const plats = { parentId: 'rot', niva: 2 };
  const ensamma = akt.beslut.filter(({ data }) => !utredningar.has(data.utredningId));
  const utanBeslut = akt.bestallningar.filter(({ data }) => !beslut.has(data.beslutId));
  return [...beslutNoder(ensamma, bygge.groups, bygge.meny, plats), ...bestallningNoder(utanBeslut, undefined, bygge.meny, plats)];
}

/** Open before ended, then newest first. */
function nyastForst(a: Post<{ startdatum: string; slutdatum?: string | undefined }>, b: typeof a): number {
  const open = Number(a.data.slutdatum !== undefined) - Number(b.data.slutdatum !== undefined);
  return open || compare(b.data.startdatum, a.data.startdatum) || compare(a.id, b.id);
}

const delar = [
  ['person', 'Person'],
  ['hushall', 'Hushåll'],
  ['kontaktuppgifter', 'Kontaktuppgifter'],
  ['samtycken', 'Samtycken'],
] as const;

/** Personuppgifter, with its parts below it and in its menu (PERS-02). */
function personNoder(meny: Menyer): Nod[] {
  // What the kund has agreed to is the units' own, as the history is.
  const visade = delar.filter(([del]) => del !== 'samtycken' || meny.historik.hinder === undefined);
  return [
    {
      id: 'personuppgifter',
      parentId: null,
      niva: 1,
      slag: 'personuppgifter',
      etikett: 'Personuppgifter',
      fet: false,
      ikon: 'person',
      harBarn: true,
      meny: [...visade.map(([post]) => ({ post })), meny.historik],
    },
    ...visade.map(
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
}

/** Who reads several units' says them apart. */
const vems = (
  type: 'utredning' | 'verkstallighet',
  data: Utredning | Verkstallighet,
  { katalog, actor, kund }: Bygge,
): { hoger?: string } =>
  egnaEnheter(actor, kund).length > 1 ? { hoger: enhetsnamn(katalog.enheter, enhetOf(type, data, kund) ?? '') } : {};

const periodOf = ({ startdatum, slutdatum }: Pick<Utredning, 'startdatum' | 'slutdatum'>): { fran: string; till?: string } =>
  slutdatum === undefined ? { fran: startdatum } : { fran: startdatum, till: slutdatum };

function utredningNoder({ id: utredningId, data: u }: Post<Utredning>, bygge: Bygge): Nod[] {
  const { groups, katalog, actor, meny, mottagare, today } = bygge;
  const beslut = groups.beslut.get(utredningId) ?? [];
  const beslutData = beslut.map((b) => b.data);
  const id = `utredning/${utredningId}`;
  const below = { parentId: id, niva: 3 };
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
      ...vems('utredning', u, bygge),
      harBarn: true,
      meny: meny.utredning(u),
      ref: { type: 'utredning', id: utredningId },
    },
    ...aktualiseringNoder(groups.aktualiseringar.get(utredningId) ?? [], meny, {
      ...below,
      etikett: 'Aktualiseringar',
      utredning: { id: utredningId, data: u },
    }),
    ...utredningDokumentation(utredningId, u, groups, katalog, actor, {
      ...{ ...below, hinder: skrivhinder(undefined, actor) },
      mottagare: mottagare('utredning', u),
    }),
    ...beslutNoder(beslut, groups, meny, { ...below, ansvarigId: u.ansvarigHandlaggareId }),
    ...bedomningNoder(utredningId, beslutData, groups.bedomningar.get(utredningId) ?? [], katalog, meny, below),
  ];
}

/** Dokumentation of an utredning: the folder, the journal and the document (TRAD-12); the documentation view shows the same below its root. */
function utredningDokumentation(
  utredningId: string,
  u: Pick<Utredning, 'typ' | 'slutdatum'>,
  groups: Pick<Groups, 'anteckningar'>,
  katalog: Pick<TradKatalog, 'mallar'>,
  actor: Actor,
  { parentId, niva, hinder, mottagare }: Plats,
): Nod[] {
  const noter = groups.anteckningar.get(utredningId) ?? [];
  const ref = { slag: 'utredning', id: utredningId } as const;
  const id = `${parentId}/dokumentation`;
  const below = { parentId: id, niva: niva + 1, hinder, mottagare };
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
    ...dokumentNoder(ref, u, rubrikerFor(katalog.mallar, 'utredning', u.typ), noter, actor, below),
  ];
}

function verkstallighetNoder({ id: vId, data: v }: Post<Verkstallighet>, bygge: Bygge): Nod[] {
  const { groups, katalog, actor, meny, mottagare, today, kund } = bygge;
  const id = `verkstallighet/${vId}`;
  const plats = { parentId: id, niva: 3, hinder: skrivhinder(v, actor), mottagare: mottagare('verkstallighet', v) };
  const inside = verkstallighetDokumentation(vId, groups, katalog, actor, plats);
  const lika = likaVerkstallighet(v, kund);
  const annanOppen = lika !== undefined && (groups.oppna.get(lika)?.some((other) => other.id !== vId) ?? false);
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
      ...vems('verkstallighet', v, bygge),
      harBarn: inside.length > 0,
      meny: meny.verkstallighet(v, annanOppen),
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
