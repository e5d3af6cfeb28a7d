import { compare } from '../../util/compare.ts';
import { dagarMellan, type IsoDate, plusDagar, plusManader, swedishDay } from '../../util/datum.ts';
import { periodslut } from '../../util/lagtid.ts';
import type { Beslut } from '../beslut/records.ts';
import { etikettBeslut } from '../etikett.ts';
import { insatsAv } from '../katalog/uppslag.ts';
import type { Post } from '../post.ts';
import { beviljat } from '../verkstallighet/avslut.ts';
import type { Fristkatalog } from './frist.ts';
import { enhetensFristakt, type Fristakt } from './fristakt.ts';
import type { Fristregel } from './records.ts';
import { regelPa } from './regel-pa.ts';
import { skaVerkstallas, verkstallt } from './verkstallt.ts';

/** A quarter: `{ ar: 2027, nr: 1 }`. */
export type Kvartal = { ar: number; nr: 1 | 2 | 3 | 4 };

/** What has become of it by the end of the quarter. */
export type Ivolage = { slag: 'ejVerkstallt' } | { slag: 'verkstallt' | 'avslutat'; dag: IsoDate };

/** A beslut of the quarter's report: not carried out within the rule's time from its day, or from an interruption. */
export type Ivorad = {
  personId: string;
  beslutId: string;
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
  /** By when it was to be carried out. */
  senast: IsoDate;
  lage: Ivolage;
  /** From the beslut or the interruption to the day it was carried out or ended, else to the end of the quarter. */
  dagar: number;
};

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
export function ivorader(akt: Fristakt, enhet: string | undefined, katalog: Fristkatalog, kvartal: Kvartal): Ivorad[] {
  const egen = enhetensFristakt(akt, enhet);
  return egen.beslut
    .flatMap((beslut) => raderAv(egen, beslut, katalog, kvartalsdagar(kvartal)))
    .map((rad) => ({ ...rad, personId: akt.person.id, enhet }))
    .sort((a, b) => compare(a.beslutsdatum, b.beslutsdatum) || compare(a.beslutId, b.beslutId) || compare(a.senast, b.senast));
}

type Dagar = ReturnType<typeof kvartalsdagar>;

function raderAv(akt: Fristakt, beslut: Post<Beslut>, katalog: Fristkatalog, kvartal: Dagar): Omit<Ivorad, 'personId' | 'enhet'>[] {
  const { id, data } = beslut;
  if (!beviljat(data) || !skaVerkstallas(katalog.insatser, utanAvslut(data))) return [];
  const { forst, avbrott } = verkstallt({ id, data: utanAvslut(data) }, akt);
  const slut = slutAv(data);
  const insats = insatsAv(katalog.insatser, data)?.data;
  const tider = [
    { grund: 'beslut' as const, fran: data.beslutsdatum, gjort: forst },
    ...avbrott.map(({ fran, till }) => ({ grund: 'avbrott' as const, fran, gjort: till === undefined ? undefined : plusDagar(till, 1) })),
  ];
  return tider.flatMap(({ grund, fran, gjort }) => {
    const regel = regelFor(katalog.regler, grund === 'beslut' ? 'bifallFattat' : 'avbrott', insats?.lagrum, fran);
    if (!regel) return [];
    const senast = periodslut(fran, regel.tid);
    const lage = lageVid(kvartal, senast, gjort, slut);
    if (!lage) return [];
    return [
      {
        ...{ beslutId: id, grund, vad: etikettBeslut(data), insats: insats?.namn ?? data.beslutsnamn, lagrum: insats?.lagrum },
        ...{ paragraf: regel.paragraf, beslutsdatum: data.beslutsdatum, senast, lage },
        ...(grund === 'avbrott' ? { avbrottFran: fran } : {}),
        dagar: dagarMellan(fran, lage.slag === 'ejVerkstallt' ? kvartal.till : lage.dag),
      },
    ];
  });
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

/** The day after which it is not to be carried out any more: it ended, or was closed before it began. */
const slutAv = ({ giltigTom, avslutad, aldrigPaborjad }: Beslut): IsoDate | undefined => {
  const stangd = aldrigPaborjad ?? avslutad;
  const dagar = [giltigTom, stangd && swedishDay(stangd.at)].filter((dag) => dag !== undefined).sort();
  return dagar[0];
};

/** @returns undefined when it does not belong in the quarter's report */
function lageVid({ fran, till }: Dagar, senast: IsoDate, gjort: IsoDate | undefined, slut: IsoDate | undefined): Ivolage | undefined {
  // Not yet too late by the last day, or done or ended in time.
  if (senast >= till || (gjort !== undefined && gjort <= senast) || (slut !== undefined && slut <= senast)) return undefined;
  const hande: Extract<Ivolage, { dag: IsoDate }> | undefined =
    gjort !== undefined && (slut === undefined || gjort <= slut)
      ? { slag: 'verkstallt', dag: gjort }
      : slut !== undefined
        ? { slag: 'avslutat', dag: slut }
        : undefined;
  if (!hande || hande.dag > till) return { slag: 'ejVerkstallt' };
  return hande.dag < fran ? undefined : hande;
}

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
