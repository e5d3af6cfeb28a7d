import { compare } from '../../util/compare.ts';
import { dagarMellan, type IsoDate, kvartal, kvartalsborjan, plusDagar, plusManader, swedishDay } from '../../util/datum.ts';
import { periodslut } from '../../util/lagtid.ts';
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
import { regelPa } from './regel-pa.ts';
import { skaVerkstallas, verkstallt } from './verkstallt.ts';

/** A quarter: `{ ar: 2027, nr: 1 }`. */
export type Kvartal = { ar: number; nr: 1 | 2 | 3 | 4 };

/** What has become of it by the end of the quarter. */
export type Ivolage =
  | { slag: 'ejVerkstallt' }
  | { slag: 'verkstallt'; dag: IsoDate }
  /** `dodsfall`: it ended because she died. */
  | { slag: 'avslutat'; dag: IsoDate; dodsfall?: true };

/**
 * A time in which a beslut was to be carried out and was not: within the rule's days from its own day, or from an interruption. Nothing of
 * it is relative to a quarter: {@link radI} says what the report of one tells of it.
 */
export type Ivotid = {
  personId: string;
  /** The beslut and which of its times: the same on every replica. */
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
  /** That a part of it was carried out in that time, from when the latest, and what was missing. */
  delvis?: { fran: IsoDate; saknas: string };
  /** What came of it, and when; absent = it is still to be carried out. */
  hande?: Extract<Ivolage, { dag: IsoDate }>;
};

/** A beslut of the quarter's report. */
export type Ivorad = Omit<Ivotid, 'hande'> & {
  lage: Ivolage;
  /** From the beslut or the interruption to the day it was carried out or ended, else to the end of the quarter. */
  dagar: number;
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
 * as they are today, about any quarter.
 */
export const ivorader = (akt: Fristakt, enhet: string | undefined, katalog: Fristkatalog, kvartal: Kvartal): Ivorad[] =>
  ivotiderFor(akt, enhet, katalog).flatMap((tid) => radI(tid, kvartal) ?? []);

/** The times of every unit of an akt: those that belong, or may come to belong, in the report of some quarter. */
export const ivotider = (akt: Fristakt, katalog: Fristkatalog): Ivotid[] =>
  enheterI(akt).flatMap((enhet) => ivotiderFor(akt, enhet, katalog));

function ivotiderFor(akt: Fristakt, enhet: string | undefined, katalog: Fristkatalog): Ivotid[] {
  const egen = enhetensFristakt(akt, enhet);
  return egen.beslut
    .flatMap((beslut) => tiderAv(egen, beslut, katalog))
    .map((tid) => ({ ...tid, personId: akt.person.id, enhet }))
    .sort((a, b) => compare(a.beslutsdatum, b.beslutsdatum) || compare(a.beslutId, b.beslutId) || compare(a.senast, b.senast));
}

function tiderAv(akt: Fristakt, beslut: Post<Beslut>, katalog: Fristkatalog): Omit<Ivotid, 'personId' | 'enhet'>[] {
  const { id, data } = beslut;
  if (!beviljat(data) || !skaVerkstallas(katalog.insatser, utanAvslut(data))) return [];
  const { forst, avbrott } = verkstallt({ id, data: utanAvslut(data) }, akt);
  const slut = slutAv(data, avlidenSenast(akt.person.data));
  const insats = insatsAv(katalog.insatser, data)?.data;
  const tider = [
    { grund: 'beslut' as const, fran: data.beslutsdatum, gjort: forst },
    ...avbrott.map(({ fran, till }) => ({ grund: 'avbrott' as const, fran, gjort: till === undefined ? undefined : plusDagar(till, 1) })),
  ];
  return tider.flatMap(({ grund, fran, gjort }) => {
    const regel = regelFor(katalog.regler, grund === 'beslut' ? 'bifallFattat' : 'avbrott', insats?.lagrum, fran);
    if (!regel) return [];
    const senast = periodslut(fran, regel.tid);
    // Done, or ended, in time.
    if ((gjort !== undefined && gjort <= senast) || (slut !== undefined && slut.dag <= senast)) return [];
    const hande = handeAv(gjort, slut);
    const del = delvisI(akt, id, fran, hande?.dag);
    return [
      {
        ...{ nyckel: `${id}/${grund}/${fran}`, beslutId: id, utredningId: data.utredningId, ansvarig: ansvarigFor(akt, data.utredningId) },
        ...{ grund, vad: etikettBeslut(data), insats: insats?.namn ?? data.beslutsnamn, lagrum: insats?.lagrum },
        ...{ paragraf: regel.paragraf, beslutsdatum: data.beslutsdatum, fran, senast },
        ...(grund === 'avbrott' ? { avbrottFran: fran } : {}),
        ...(del ? { delvis: { fran: del.fran, saknas: del.saknas } } : {}),
        ...(hande ? { hande } : {}),
      },
    ];
  });
}

/** The latest time that it was carried out in part, of those that touch a time that something is waited for. */
const delvisI = ({ ivouppgifter }: Pick<Fristakt, 'ivouppgifter'>, beslutId: string, fran: IsoDate, dag: IsoDate | undefined) =>
  ivouppgifter
    .filter(({ data }) => data.beslutId === beslutId)
    .flatMap(({ data }) => data.delvis ?? [])
    .filter((del) => (del.till === undefined || del.till >= fran) && (dag === undefined || del.fran < dag))
    .at(-1);

type Slut = Extract<Ivolage, { slag: 'avslutat' }>;

function handeAv(gjort: IsoDate | undefined, slut: Slut | undefined): Ivotid['hande'] {
  return gjort !== undefined && (slut === undefined || gjort <= slut.dag) ? { slag: 'verkstallt', dag: gjort } : slut;
}

/** What the report of a quarter tells of it; undefined when it does not belong there. */
export function radI({ hande, ...tid }: Ivotid, kvartal: Kvartal): Ivorad | undefined {
  const { fran, till } = kvartalsdagar(kvartal);
  // Not yet too late by the last day, or over before the first.
  if (tid.senast >= till || (hande && hande.dag < fran)) return undefined;
  const lage: Ivolage = !hande || hande.dag > till ? { slag: 'ejVerkstallt' } : hande;
  return { ...tid, lage, dagar: dagarMellan(tid.fran, lage.slag === 'ejVerkstallt' ? till : lage.dag) };
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
  return hor.map(({ data }) => regelPa(hor, data.kod, fran)).find((regel) => regel !== undefined);
}

/** As it was before it was closed: until then it was to be carried out. */
const utanAvslut = ({ aldrigPaborjad: _, avslutad: __, ...data }: Beslut): Beslut => data as Beslut;

/** The day after which it is not to be carried out any more: it ended, was closed before it began, or she died. */
const slutAv = ({ giltigTom, avslutad, aldrigPaborjad }: Beslut, dod: IsoDate | undefined): Slut | undefined => {
  const stangd = aldrigPaborjad ?? avslutad;
  const [dag] = [giltigTom, stangd && swedishDay(stangd.at), dod].filter((one) => one !== undefined).sort();
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
