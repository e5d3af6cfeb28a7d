import { dagarMellan, type IsoDate, plusDagar, swedishDay } from '../../util/datum.ts';
import { handlaggare } from '../behorighet.ts';
import { behoverEgenBekraftelse } from '../bestallning/urval.ts';
import type { Actor } from '../command.ts';
import type { Roll, Utforare } from '../katalog/records.ts';
import type { Person } from '../person/records.ts';
import type { Post } from '../post.ts';
import type { Verkstallighet } from '../verkstallighet/records.ts';
import type { Franvaro } from './records.ts';

/** How frånvaro is counted and asked about, from a day on. A municipality that changes its rule adds a row: what began before keeps the one it began under. */
export type Franvaroregel = {
  fran: IsoDate;
  /** The first and the last day are whole days without kost when no meal was eaten then, or never. */
  forstaOchSista: 'utanKost' | 'aldrig';
  /** More days than this give an underlag; so does what is registered more days after its first (PFRAN-04, FRAGA-56). */
  underlagOver: number;
  /** Registered more days back than this, the fee may be set already (FORB-80). */
  sentEfter: number;
  /** Without an end for so many days the unit is asked, and then each so many (FORB-82). */
  fragaEfter: number;
  fragaVar: number;
};

/**
 * The manual says 30 days and "hela dagar utan kost", and not how they are counted. FRAGA-56: longer than 30 days, or registered more than 30 days after the
 * first. FRAGA-57: the days strictly between departure and return; a day of those two on which nothing was eaten is one of them too. FORB-80, FORB-82: 7, 14 and 7 days.
 */
const regler: readonly Franvaroregel[] = [
  { fran: '2000-01-01', forstaOchSista: 'utanKost', underlagOver: 30, sentEfter: 7, fragaEfter: 14, fragaVar: 7 },
];

/** The rule that holds for a frånvaro that began on a day. */
export function franvaroregel(dag: IsoDate, alla: readonly Franvaroregel[] = regler): Franvaroregel {
  const galler = alla.filter(({ fran }) => fran <= dag).at(-1) ?? alla[0];
  if (!galler) throw new Error('There is no rule for frånvaro');
  return galler;
}

/** It counts: it was not marked as wrong, and its verkställighet was not ended before it began. */
export const gallerFranvaro = ({ felmarkering, medVerkstallighet }: Pick<Franvaro, 'felmarkering' | 'medVerkstallighet'>): boolean =>
  felmarkering === undefined && !medVerkstallighet?.utgar;

/** It is going on, or is to come. */
export const isAktuell = (franvaro: Franvaro, today: IsoDate): boolean =>
  gallerFranvaro(franvaro) && (franvaro.till === undefined || franvaro.till >= today);

type Dagar = Pick<Franvaro, 'fran' | 'till' | 'kostForsta' | 'kostSista'>;
export type Period = { fran: IsoDate; tom: IsoDate };
const minst = (a: string, b: string): string => (a < b ? a : b);
const storst = (a: string, b: string): string => (a > b ? a : b);
const antal = (fran: IsoDate, tom: IsoDate): number => (fran > tom ? 0 : dagarMellan(fran, tom) + 1);

/** Calendar days of the frånvaro in a period, the first and the last with them; one without an end goes on. */
export const franvarodagar = ({ fran, till }: Pick<Dagar, 'fran' | 'till'>, period: Period): number =>
  antal(storst(fran, period.fran), minst(till ?? period.tom, period.tom));

/** Whole days without kost in a period (PFRAN-05), by the rule of the day it began. Of one without an end the last day of the period is one of them. */
export function dagarUtanKost(franvaro: Dagar, period: Period, regel = franvaroregel(franvaro.fran)): number {
  const { fran, till, kostForsta, kostSista } = franvaro;
  const raknas = (kost: boolean) => regel.forstaOchSista === 'utanKost' && !kost;
  const forsta = raknas(kostForsta) ? fran : plusDagar(fran, 1);
  const sista = till === undefined ? period.tom : raknas(kostSista) ? till : plusDagar(till, -1);
  // Away and back the same day: a whole one only if nothing was eaten.
  if (till === fran && !(raknas(kostForsta) && raknas(kostSista))) return 0;
  return antal(storst(forsta, period.fran), minst(sista, period.tom));
}

/** How many days it has lasted by a day; of one that is to come none. */
export const dagarHittills = (franvaro: Pick<Dagar, 'fran' | 'till'>, today: IsoDate): number =>
  franvarodagar(franvaro, { fran: franvaro.fran, tom: today });

/** Longer than the rule's days: as far as its own end, or by today where it has none. */
export const isLang = ({ fran, till }: Pick<Dagar, 'fran' | 'till'>, today: IsoDate): boolean =>
  antal(fran, till ?? today) > franvaroregel(fran).underlagOver;

/** FORB-80: told when it is registered, and allowed. */
export const isSentRegistrerad = (fran: IsoDate, today: IsoDate): boolean => dagarMellan(fran, today) > franvaroregel(fran).sentEfter;

/**
 * Since which day the unit is asked whether one without an end has ended (FORB-82): 14 days after its first, and anew each week after that. A change made since
 * then is an answer. Undefined = it is not asked, as of a kund who has died: nobody is to come back.
 */
export function fragasSedan(franvaro: Franvaro, kund: Pick<Person, 'avliden'>, today: IsoDate): IsoDate | undefined {
  const { fran, till, registrerad, andrad } = franvaro;
  const sparad = swedishDay((andrad ?? registrerad).at);
  if (till !== undefined || kund.avliden !== undefined || !gallerFranvaro(franvaro)) return undefined;
  const { fragaEfter, fragaVar } = franvaroregel(fran);
  const dagar = dagarMellan(fran, today);
  if (dagar < fragaEfter) return undefined;
  const senast = plusDagar(fran, fragaEfter + Math.floor((dagar - fragaEfter) / fragaVar) * fragaVar);
  return sparad >= senast ? undefined : senast;
}

/** Two of one verkställighet that hold for the same day (FRAGA-58). Back and away again on one day is two, unless nothing was eaten in either. */
export function overlappar(a: Dagar, b: Dagar): boolean {
  const [forst, sedan] = a.fran <= b.fran ? [a, b] : [b, a];
  if (forst.till !== undefined && forst.till < sedan.fran) return false;
  return !(forst.till === sedan.fran && forst.fran < sedan.fran && (forst.kostSista || sedan.kostForsta));
}

/** The first of the others of the verkställighet that it would overlap. */
export const overlappad = <P extends Post<Franvaro>>(
  alla: readonly P[],
  verkstallighetId: string,
  id: string,
  dagar: Dagar,
): P | undefined =>
  alla.find(
    (annan) =>
      annan.id !== id && annan.data.verkstallighetId === verkstallighetId && gallerFranvaro(annan.data) && overlappar(annan.data, dagar),
  );

export type Datumhinder = { code: 'datum-fore' | 'datum-efter'; field: 'fran' | 'till' };
/** Why its days cannot be: the end before the beginning, or outside the verkställighet. */
export function datumhinder(
  { startdatum, slutdatum }: Pick<Verkstallighet, 'startdatum' | 'slutdatum'>,
  { fran, till }: Pick<Dagar, 'fran' | 'till'>,
): Datumhinder | undefined {
  if (fran < startdatum) return { code: 'datum-fore', field: 'fran' };
  if (slutdatum !== undefined && fran > slutdatum) return { code: 'datum-efter', field: 'fran' };
  if (till !== undefined && till < fran) return { code: 'datum-fore', field: 'till' };
  return till !== undefined && slutdatum !== undefined && till > slutdatum ? { code: 'datum-efter', field: 'till' } : undefined;
}

export type Franvarohinder = 'behorighet-saknas' | 'utforarens-verkstallighet' | 'utforare-stammer-inte';
/**
 * Why somebody does not register frånvaro from a verkställighet (PFRAN-07): the utförare's staff do, of their own, and handläggare of the utförare who are not in the
 * program. From LSS Insatser, which is the handläggare's own writing, nobody is away.
 */
export function franvarohinder(
  v: Pick<Verkstallighet, 'lssInsatser' | 'utforareId'>,
  utforare: Utforare | undefined,
  actor: Pick<Actor, 'roller' | 'utforareId'>,
): Franvarohinder | undefined {
  if (v.lssInsatser) return 'utforare-stammer-inte';
  if (actor.roller.includes('utforare') && actor.utforareId === v.utforareId) return undefined;
  if (!actor.roller.some((roll) => (handlaggare as readonly Roll[]).includes(roll))) return 'behorighet-saknas';
  return behoverEgenBekraftelse(utforare) ? undefined : 'utforarens-verkstallighet';
}
