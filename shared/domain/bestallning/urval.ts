import { levandeBestallningar } from '../beslut/bestallbart.ts';
import type { Beslut } from '../beslut/records.ts';
import type { Insats, Utforare } from '../katalog/records.ts';
import { externUtforare } from '../katalog/uppslag.ts';
import type { Post } from '../post.ts';
import type { Bestallning } from './records.ts';

/** BEKR-01: the handläggare confirms what nobody else can, by the catalogue's word on the utförare. */
export const behoverEgenBekraftelse = (utforare: Pick<Utforare, 'bekraftasAv'> | undefined): boolean =>
  utforare?.bekraftasAv === 'handlaggare';

/** FRAGA-18, FRAGA-25: the catalogue's insatskategori of the order; of the beslut where it has none, and for an extern placering. */
export const bestallningskategori = (beslut: Pick<Beslut, 'insatskategori' | 'externPlacering'>, insats: Insats): string =>
  (beslut.externPlacering ? undefined : insats.bestallning?.insatskategori) ?? beslut.insatskategori;

/** One utförare that a bifall may be ordered from, with what may be ordered there. */
export type Utforarval = {
  utforareId: string;
  namn: string;
  driftform?: 'kommunal' | 'privat' | undefined;
  /** Utförarens organisation must be this one (BEST-BV-02). */
  organisationId?: string | undefined;
  /** The handläggare confirms it herself when the insats is verkställd (BEST-PA-07). */
  egenBekraftelse: boolean;
  insatser: string[];
};

/**
 * Whom a bifall may be ordered from (BEST-PA-03, BEST-REK-02, BEST-KORT-02): by the catalogue's row; an extern placering from the
 * utförare the catalogue keeps for that, whatever the insats (BEST-GEN-10, FRAGA-25). More than one = a real choice (FORB-33).
 */
export function utforarval(beslut: Pick<Beslut, 'externPlacering' | 'niva'>, insats: Insats, utforare: Post<Utforare>[]): Utforarval[] {
  const rader = insats.bestallning?.utforare ?? [];
  if (beslut.externPlacering && rader.length > 0) {
    const insatser = avNiva(
      beslut,
      rader.flatMap((rad) => rad.insatser),
    );
    const extern = externUtforare(utforare);
    return extern ? [valOf(extern.id, extern.data, { insatser })] : [];
  }
  return rader.flatMap((rad) => {
    const data = utforare.find(({ id }) => id === rad.utforareId)?.data;
    return data ? [valOf(rad.utforareId, data, { ...rad, insatser: avNiva(beslut, rad.insatser) })] : [];
  });
}

function valOf(
  utforareId: string,
  utforare: Utforare,
  rad: { driftform?: 'kommunal' | 'privat' | undefined; organisationId?: string | undefined; insatser: string[] },
): Utforarval {
  return {
    utforareId,
    namn: utforare.namn,
    driftform: rad.driftform ?? utforare.driftform,
    organisationId: rad.organisationId,
    egenBekraftelse: behoverEgenBekraftelse(utforare),
    insatser: rad.insatser,
  };
}

/** BEST-KORT-06: what stands for another nivå than the beslut's cannot be ordered. */
function avNiva(beslut: Pick<Beslut, 'niva'>, insatser: { namn: string; niva?: string | undefined }[]): string[] {
  const some = insatser.filter(({ niva }) => niva === undefined || beslut.niva === undefined || niva === beslut.niva);
  return [...new Set(some.map(({ namn }) => namn))];
}

/** What the insats picker offers (BEST-GEN-05): by utförare and nivå; nothing until an utförare is chosen. */
export const valbaraInsatser = (val: Utforarval[], utforareId: string | undefined): string[] =>
  val.find((one) => one.utforareId === utforareId)?.insatser ?? [];

/** Not taken back. */
export const isLevande = (bestallning: Pick<Bestallning, 'borttagen'>): boolean => bestallning.borttagen === undefined;
/** Someone has said that it is verkställd. */
export const isBekraftad = (bestallning: Pick<Bestallning, 'bekraftad' | 'bekraftelse'>): boolean =>
  bestallning.bekraftad !== undefined || bestallning.bekraftelse !== undefined;

/**
 * Who follows an order up until it is confirmed (FRAGA-34): who sent it; where that one is not known or can no longer do it, the
 * handläggare of its utredning; undefined when neither can (ROLL-10).
 */
export const uppfoljare = (
  { bestallare }: Pick<Bestallning, 'bestallare'>,
  ansvarigId: string | undefined,
  kan: (anvandareId: string) => boolean,
): string | undefined => [bestallare?.anvandareId, ansvarigId].find((id) => id !== undefined && kan(id));

/** The one that goes on this one after an avbrott (BEST-KOP-01). */
export const ersattAv = (bestallningId: string, bestallningar: Post<Bestallning>[]): Post<Bestallning> | undefined =>
  bestallningar.find(({ data }) => isLevande(data) && data.ersatter === bestallningId);

/** The order that stands for a bifall today: not taken back, and not gone on by another (BEST-GEN-02). */
export const gallandeBestallning = (beslutId: string, bestallningar: Post<Bestallning>[]): Post<Bestallning> | undefined =>
  levandeBestallningar(bestallningar, beslutId).find(({ id }) => !ersattAv(id, bestallningar));
