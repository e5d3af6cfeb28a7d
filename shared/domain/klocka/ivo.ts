import { compare } from '../../util/compare.ts';
import { dagarMellan, type IsoDate, kvartal, kvartalsborjan, plusDagar, plusManader, swedishDay } from '../../util/datum.ts';
import { periodslut } from '../../util/lagtid.ts';
import { bestallningFor } from '../beslut/bestallbart.ts';
import type { Beslut } from '../beslut/records.ts';
import { etikettBeslut } from '../etikett.ts';
import { insatsAv } from '../katalog/uppslag.ts';
import { beviljat } from '../pagaende.ts';
import { avlidenSenast } from '../person/dodsfall.ts';
import type { Post } from '../post.ts';
import { ansvarigFor } from './agare.ts';
import type { Fristagare, Fristkatalog } from './frist.ts';
import { enhetensFristakt, enheterI, type Fristakt } from './fristakt.ts';
import type { Fristregel } from './records.ts';
import { forNagonLag, regelPa } from './regel-pa.ts';
import { arBestallt, skaVerkstallas, verkstallt } from './verkstallt.ts';

/** A quarter: `{ ar: 2027, nr: 1 }`. */
export type Kvartal = { ar: number; nr: 1 | 2 | 3 | 4 };

/** What has become of it by the end of the quarter; `delvis`: a part of it was carried out then, and the rest is reported. */
export type Ivolage =
  | { slag: 'ejVerkstallt'; delvis?: true }
  | { slag: 'verkstallt'; dag: IsoDate }
  /** `dodsfall`: it ended because she died. */
  | { slag: 'avslutat'; dag: IsoDate; dodsfall?: true };

/** Why what was reported for a quarter does not belong there as the records are now; `dag`: of what it names. */
export type Bortfallen = {
  slag: 'bortfallen';
  varfor: 'felmarkerat' | 'intebifall' | 'verkstallt' | 'avslutat' | 'ingetAvbrott' | 'inteSent' | 'ingenRegel';
  dag?: IsoDate;
};

/**
 * A time in which a beslut was to be carried out and was not: within the rule's days from its own day, or from an interruption. Nothing of
 * it is relative to a quarter: {@link radI} says what the report of one tells of it.
 */
export type Ivotid = {
  personId: string;
  /** What it is of, the beslut or what an interruption is of, not its days: the same on every replica, and when a day is corrected. */
  nyckel: string;
  beslutId: string;
  utredningId: string;
  /** Who answers for it now. */
  ansvarig?: Fristagare | undefined;
  enhet: string | undefined;
  grund: 'beslut' | 'avbrott';
  /** As it is called: `LSS Kontaktperson Bifall 260831`, and the insats. */
  vad: string;
  insats: string;
  lagrum: 'LSS' | 'SoL' | undefined;
  paragraf: string | undefined;
  beslutsdatum: IsoDate;
  /** The first day without it. */
  avbrottFran?: IsoDate;
  /** The day that is counted from: the decision's, or the first day without it. */
  fran: IsoDate;
  /** By when it was to be carried out. */
  senast: IsoDate;
  /** When a part of it was carried out in that time, and what was missing; the earliest first. */
  delvis?: Delvistid[];
  /** It can be ordered, and no order carries it out from its first day on. */
  obestalld?: true;
  /** What came of it, and when; absent = it is still to be carried out. */
  hande?: Extract<Ivolage, { dag: IsoDate }>;
  /** It was reported for the quarter, and does not belong there any more: it stands until the report is taken back. */
  bortfall?: { kvartal: string; rapportId: string; lage: Bortfallen };
};
export type Delvistid = { fran: IsoDate; till?: IsoDate; saknas: string };

/** A beslut of the quarter's report, or one that was reported for it and is no longer of it. */
export type Ivorad = Omit<Ivotid, 'hande' | 'delvis' | 'bortfall'> & {
  lage: Ivolage | Bortfallen;
  /** From the beslut or the interruption to the day it was carried out or ended, else to the end of the quarter. */
  dagar: number;
  /** The latest time in the quarter that a part of it was carried out. */
  delvis?: Delvistid;
  /** Of what has fallen away: the report that was made. */
  rapportId?: string;
};

/** The quarter of a day, and the one so many after it (before it: a negative number). */
export function kvartalFor(dag: IsoDate, steg = 0): Kvartal {
  const flyttad = plusManader(kvartalsborjan(dag), steg * 3);
  return { ar: Number(flyttad.slice(0, 4)), nr: kvartal(flyttad) as Kvartal['nr'] };
}

/** `2027-1`, and back; texts are compared as the quarters are. */
export const kvartalstext = ({ ar, nr }: Kvartal): string => `${ar}-${nr}`;
export function kvartalAv(text: string): Kvartal {
  const [ar, nr] = text.split('-');
  return { ar: Number(ar), nr: Number(nr) as Kvartal['nr'] };
}

/** First and last day. */
export function kvartalsdagar({ ar, nr }: Kvartal): { fran: IsoDate; till: IsoDate } {
  const fran = `${ar}-${String(nr * 3 - 2).padStart(2, '0')}-01`;
  return { fran, till: plusDagar(plusManader(fran, 3), -1) };
}

/**
 * What of one unit's akt belongs in the report of a quarter (SoL 34:1–2, LSS 28 f–g §§): what was not carried out in time and is not yet, as long as
 * it is not and the beslut holds; and once more in the quarter that it was carried out or ended, with the day. It is asked of the records
 * as they are today, about any quarter; what was reported and has no place in them stands too ({@link Bortfallen}).
 */
export const ivorader = (akt: Fristakt, enhet: string | undefined, katalog: Fristkatalog, kvartal: Kvartal): Ivorad[] =>
  ivotiderFor(akt, enhet, katalog).flatMap((tid) => radI(tid, kvartal) ?? []);

/** The times of every unit of an akt: those that belong, or may come to belong, in the report of some quarter. */
export const ivotider = (akt: Fristakt, katalog: Fristkatalog): Ivotid[] =>
  enheterI(akt).flatMap((enhet) => ivotiderFor(akt, enhet, katalog));

function ivotiderFor(akt: Fristakt, enhet: string | undefined, katalog: Fristkatalog): Ivotid[] {
  const egen = enhetensFristakt(akt, enhet);
  const gemensamt = { personId: akt.person.id, enhet };
  // One that is common to the kund's units is reported once, by the first of them.
  const [forsta] = akt.person.data.enheter;
  return egen.beslut
    .filter(({ data }) => !data.gemensam || enhet === undefined || enhet === forsta)
    .flatMap((beslut) => {
      const provade = provadeTider(egen, beslut, katalog);
      const tider = provade.flatMap(({ iTid, tid }) => (iTid ? [] : [{ ...tid, ...gemensamt }]));
      return [...tider, ...bortfallna(egen, beslut, { tider, provade, katalog }).map((tid) => ({ ...tid, ...gemensamt }))];
    })
    .sort(
      (a, b) =>
        compare(a.beslutsdatum, b.beslutsdatum) ||
        compare(a.beslutId, b.beslutId) ||
        compare(a.senast, b.senast) ||
        compare(a.nyckel, b.nyckel),
    );
}

type Tid = Omit<Ivotid, 'personId' | 'enhet'>;
/** `iTid`: it was carried out, or ended, by the day it was to be. */
type Provad = { tid: Tid; iTid: boolean };

/** All that a beslut was to be carried out within: from its own day, and from each interruption. */
function provadeTider(akt: Fristakt, beslut: Post<Beslut>, katalog: Fristkatalog): Provad[] {
  const { id, data } = beslut;
  if (!beviljat(data) || !skaVerkstallas(katalog.insatser, utanAvslut(data))) return [];
  const oppet = { id, data: utanAvslut(data) };
  const { forst, avbrott } = verkstallt(oppet, akt);
  const slut = slutAv(data, avlidenSenast(akt.person.data));
  const tider = [
    { grund: 'beslut' as const, av: undefined, fran: data.beslutsdatum, gjort: forst },
    ...avbrott.map(({ fran, till, av }) => ({
      grund: 'avbrott' as const,
      av,
      fran,
      gjort: till === undefined ? undefined : plusDagar(till, 1),
    })),
  ];
  return tider.flatMap(({ grund, av, fran, gjort }) => {
    const om = tidAv(akt, beslut, katalog, { grund, fran });
    if (!om) return [];
    const hande = handeAv(gjort, slut);
    const delvis = delvisI(akt, id, fran, hande?.dag);
    const obestalld = bestallningFor(katalog.insatser, oppet.data) !== undefined && !arBestallt(oppet, akt, fran);
    const tid: Tid = {
      nyckel: [id, grund, av].filter((del) => del !== undefined).join('/'),
      ...om,
      ...(delvis.length > 0 ? { delvis } : {}),
      ...(obestalld ? { obestalld } : {}),
      ...(hande ? { hande } : {}),
    };
    return [{ tid, iTid: hande !== undefined && hande.dag <= om.senast }];
  });
}

/** What is told of a time by its ground and its first day alone; undefined where no rule is of them. */
function tidAv(
  akt: Fristakt,
  { id, data }: Post<Beslut>,
  katalog: Fristkatalog,
  { grund, fran }: Pick<Ivotid, 'grund' | 'fran'>,
): Omit<Tid, 'nyckel'> | undefined {
  const insats = insatsAv(katalog.insatser, data)?.data;
  const regel = regelFor(katalog.regler, grund === 'beslut' ? 'bifallFattat' : 'avbrott', insats?.lagrum, fran);
  return (
    regel && {
      ...{ beslutId: id, utredningId: data.utredningId, ansvarig: ansvarigFor(akt, data.utredningId) },
      ...{ grund, vad: etikettBeslut(data), insats: insats?.namn ?? data.beslutsnamn, lagrum: insats?.lagrum },
      ...{ paragraf: regel.paragraf, beslutsdatum: data.beslutsdatum, fran, senast: periodslut(fran, regel.tid) },
      ...(grund === 'avbrott' ? { avbrottFran: fran } : {}),
    }
  );
}

/** The times that it was carried out in part, of those that touch a time that something is waited for. */
const delvisI = (
  { ivouppgifter }: Pick<Fristakt, 'ivouppgifter'>,
  beslutId: string,
  fran: IsoDate,
  dag: IsoDate | undefined,
): Delvistid[] =>
  ivouppgifter
    .filter(({ data }) => data.beslutId === beslutId)
    .flatMap(({ data }) => data.delvis ?? [])
    .filter((del) => (del.till === undefined || del.till >= fran) && (dag === undefined || del.fran < dag))
    .map((del) => ({ fran: del.fran, ...(del.till === undefined ? {} : { till: del.till }), saknas: del.saknas }));

/** A report names the time it is of by its key; an older program's by its first day. */
export const arTid = ({ nyckel, beslutId, grund, fran }: Pick<Ivotid, 'nyckel' | 'beslutId' | 'grund' | 'fran'>, tid: string): boolean =>
  nyckel === tid || (grund === 'beslut' ? tid.startsWith(`${beslutId}/beslut/`) : tid === `${beslutId}/avbrott/${fran}`);

/** What was reported of a beslut for a quarter in which, as the records are now, it has no place. */
function bortfallna(
  akt: Fristakt,
  beslut: Post<Beslut>,
  { tider, provade, katalog }: { tider: readonly Ivotid[]; provade: readonly Provad[]; katalog: Fristkatalog },
): Tid[] {
  const rapporter = akt.ivorapporter.filter(({ data }) => data.beslutId === beslut.id && !data.felmarkering);
  return rapporter.flatMap(({ id: rapportId, data: { tid: nyckel, kvartal, ...rapport } }): Tid[] => {
    if (tider.some((tid) => arTid(tid, nyckel) && radI(tid, kvartalAv(kvartal)))) return [];
    const grund = nyckel.split('/')[1] === 'avbrott' ? 'avbrott' : 'beslut';
    const [, dag] = /^.*\/(\d{4}-\d\d-\d\d)$/.exec(nyckel) ?? [];
    const fran = rapport.fran ?? dag ?? beslut.data.beslutsdatum;
    const { data } = beslut;
    const om = tidAv(akt, beslut, katalog, { grund, fran }) ?? {
      ...{ beslutId: beslut.id, utredningId: data.utredningId, ansvarig: ansvarigFor(akt, data.utredningId), grund },
      ...{ vad: etikettBeslut(data), insats: insatsAv(katalog.insatser, data)?.data.namn ?? data.beslutsnamn },
      ...{
        lagrum: insatsAv(katalog.insatser, data)?.data.lagrum,
        paragraf: undefined,
        beslutsdatum: data.beslutsdatum,
        fran,
        senast: fran,
      },
    };
    const nu = provade.find(({ tid }) => arTid(tid, nyckel));
    const lage: Bortfallen = { slag: 'bortfallen', ...varforBort(beslut.data, grund, nu, kvartal, katalog) };
    return [
      {
        ...om,
        nyckel: `rapport/${rapportId}`,
        bortfall: { kvartal, rapportId, lage },
      },
    ];
  });
}

function varforBort(
  beslut: Beslut,
  grund: Ivotid['grund'],
  nu: Provad | undefined,
  kvartal: string,
  katalog: Fristkatalog,
): Omit<Bortfallen, 'slag'> {
  if (beslut.felmarkerad) return { varfor: 'felmarkerat', ...(beslut.felmarkering ? { dag: swedishDay(beslut.felmarkering.at) } : {}) };
  if (!beviljat(beslut) || !skaVerkstallas(katalog.insatser, utanAvslut(beslut))) return { varfor: 'intebifall' };
  if (!nu) return { varfor: grund === 'avbrott' ? 'ingetAvbrott' : 'ingenRegel' };
  const { hande, senast } = nu.tid;
  if (hande && (nu.iTid || hande.dag < kvartalsdagar(kvartalAv(kvartal)).fran)) return { varfor: hande.slag, dag: hande.dag };
  return { varfor: 'inteSent', dag: senast };
}

type Slut = Extract<Ivolage, { slag: 'avslutat' }>;

function handeAv(gjort: IsoDate | undefined, slut: Slut | undefined): Ivotid['hande'] {
  return gjort !== undefined && (slut === undefined || gjort <= slut.dag) ? { slag: 'verkstallt', dag: gjort } : slut;
}

/** What the report of a quarter tells of it; undefined when it does not belong there. */
export function radI({ hande, delvis: tider = [], bortfall, ...tid }: Ivotid, kvartal: Kvartal): Ivorad | undefined {
  if (bortfall) {
    const { kvartal: dess, rapportId, lage } = bortfall;
    return dess === kvartalstext(kvartal) ? { ...tid, lage, dagar: 0, rapportId } : undefined;
  }
  const { fran, till } = kvartalsdagar(kvartal);
  // Not yet too late by the last day, or over before the first.
  if (tid.senast >= till || (hande && hande.dag < fran)) return undefined;
  const iKvartalet = tider.filter((del) => del.fran <= till && (del.till === undefined || del.till >= fran));
  const slutet = iKvartalet.some((del) => del.till === undefined || del.till >= till);
  const lage: Ivolage = !hande || hande.dag > till ? { slag: 'ejVerkstallt', ...(slutet ? { delvis: true } : {}) } : hande;
  const delvis = iKvartalet.at(-1);
  return {
    ...tid,
    ...(delvis ? { delvis } : {}),
    ...{ lage, dagar: dagarMellan(tid.fran, lage.slag === 'ejVerkstallt' ? till : lage.dag) },
  };
}

/** The rule by which it is reported, as it was on the day it counts from. */
function regelFor(
  regler: Post<Fristregel>[],
  handelse: Fristregel['handelse'],
  lagrum: Ivorad['lagrum'],
  fran: IsoDate,
): Fristregel | undefined {
  const hor = regler.filter(
    ({ data: { ivo, villkor, ...regel } }) =>
      ivo && regel.handelse === handelse && (villkor?.lagrum === undefined || villkor.lagrum === lagrum),
  );
  const koder = [...new Set(hor.map(({ data }) => data.kod))].sort(compare);
  const regel = koder.map((kod) => regelPa(hor, kod, fran)).find((one) => one !== undefined);
  const handelsens = regler.filter(({ data }) => data.handelse === handelse);
  return regel ?? (lagrum === undefined ? forNagonLag(handelsens, fran) : undefined);
}

/** As it was before it was closed: until then it was to be carried out. */
const utanAvslut = ({ aldrigPaborjad: _, avslutad: __, ...data }: Beslut): Beslut => data as Beslut;

/** The day after which it is not to be carried out any more: it ended, was closed before it began, or she died. */
const slutAv = ({ giltigTom, avslutad, aldrigPaborjad }: Beslut, dod: IsoDate | undefined): Slut | undefined => {
  const stangd = aldrigPaborjad ?? avslutad;
  // What never began has its first day as its end, for a program that does not know of that: it was to be carried out until it was closed.
  const [dag] = [aldrigPaborjad ? undefined : giltigTom, stangd && swedishDay(stangd.at), dod].filter((one) => one !== undefined).sort();
  return dag === undefined ? undefined : { slag: 'avslutat', dag, ...(dag === dod ? { dodsfall: true } : {}) };
};

/** The figures for fullmäktige (SoL 34:3, LSS 28 h §): how many, of which kinds and for how long, without anybody's name. */
export type Ivosiffra = { lagrum: Ivorad['lagrum']; insats: string; grund: Ivorad['grund']; antal: number; langstDagar: number };

/** Of what is still not carried out, by kind, beslut and interruptions apart. */
export function ivosiffror(rader: Ivorad[]): Ivosiffra[] {
  const kvar = rader.filter(({ lage }) => lage.slag === 'ejVerkstallt');
  const grupper = Map.groupBy(kvar, ({ lagrum, insats, grund }) => [lagrum ?? '', insats, grund].join('/'));
  return [...grupper.values()]
    .flatMap((grupp) => {
      const [forst] = grupp;
      if (!forst) return [];
      const { lagrum, insats, grund } = forst;
      return [{ lagrum, insats, grund, antal: grupp.length, langstDagar: Math.max(...grupp.map(({ dagar }) => dagar)) }];
    })
    .sort((a, b) => compare(a.lagrum ?? '', b.lagrum ?? '') || compare(a.insats, b.insats) || compare(a.grund, b.grund));
}
