import type { IsoDate } from '../../util/datum.ts';
import type { Akt } from '../akt.ts';
import type { State } from '../command.ts';
import type { Kontakt } from '../kontakt/records.ts';
import { isEpost } from '../kontaktvag.ts';
import type { Person } from '../person/records.ts';
import { kindOfNumber } from '../personnummer.ts';
import type { Samtycke } from '../samtycke/records.ts';
import { gallerPa, kravsSamtycke } from '../samtycke/regler.ts';
import { type Aktiveringslage, type Etjanst, type Godkannande, isOppen, type Slutorsak } from './records.ts';

const vantar = (lage: Aktiveringslage): boolean => lage === 'vantarPaNatten' || lage === 'misslyckades';

/** A Swedish mobile number, or one of another country with its code, in any grouping: what an SMS can be sent to (FORB-60). */
export function isMobil(typed: string): boolean {
  const siffror = typed.replace(/[\s()/-]/g, '');
  return /^(07[02369]\d{7}|(\+|00)467[02369]\d{7}|(\+|00)(?!46)[1-9]\d{6,14})$/.test(siffror);
}

type Nummer = Pick<Person, 'avliden' | 'nummerSlag'>;
/** Nobody signs in who has died, or whose number no e-legitimation knows. */
export const aktiveringshinder = ({ avliden, nummerSlag }: Nummer): 'etjanst-avliden' | 'etjanst-utan-nummer' | undefined =>
  avliden !== undefined ? 'etjanst-avliden' : nummerSlag === 'interim' ? 'etjanst-utan-nummer' : undefined;

/** FRAGA-41: from the aktualisering and onwards, as the one who activates sees the akt. */
export const harBorjat = (akt: Pick<Akt, 'aktualiseringar' | 'utredningar' | 'bestallningar' | 'verkstalligheter'>): boolean =>
  [akt.aktualiseringar, akt.utredningar, akt.bestallningar, akt.verkstalligheter].some((poster) => poster.length > 0);

/** FRAGA-62: of one with skyddad folkbokföring neither number nor address leaves the akt. */
export const farAviseras = ({ skydd }: Pick<Person, 'skydd'>): boolean => skydd !== 'skyddadFolkbokforing';

type Val = Pick<Etjanst, 'sms' | 'epost'>;
/** Where an SMS goes: telefon 1 as the kund has it now. @returns undefined when none is sent */
export function smsnummer({ sms }: Pick<Etjanst, 'sms'>, { telefon }: Pick<Person, 'telefon'>): string | undefined {
  const nummer = sms && (sms.telefon === 1 ? telefon : sms.nummer);
  return nummer !== undefined && isMobil(nummer) ? nummer : undefined;
}

export type Aviseringsfel = { code: 'etjanst-skydd-avisering' | 'mobil-kravs' | 'epost-kravs'; falt: 'sms' | 'epost' };
/** The first that is wrong with how the kund is to be told. */
export function aviseringsfel(val: Val, person: Pick<Person, 'skydd' | 'telefon'>): Aviseringsfel | undefined {
  const skyddad = !farAviseras(person);
  if (val.sms && skyddad) return { code: 'etjanst-skydd-avisering', falt: 'sms' };
  if (val.epost !== undefined && skyddad) return { code: 'etjanst-skydd-avisering', falt: 'epost' };
  if (val.sms && smsnummer(val, person) === undefined) return { code: 'mobil-kravs', falt: 'sms' };
  if (val.epost !== undefined && !isEpost(val.epost)) return { code: 'epost-kravs', falt: 'epost' };
  return undefined;
}

/** Whoever may be approved: one with a number that an e-legitimation knows, and somebody else than the kund (REL-03). */
export function narstaendehinder(
  { personnummer }: Pick<Kontakt, 'personnummer'>,
  kunden: Pick<Person, 'personnummer'>,
): 'godkannande-utan-nummer' | 'godkannande-kunden-sjalv' | undefined {
  if (personnummer === undefined || kindOfNumber(personnummer) === 'interim') return 'godkannande-utan-nummer';
  return personnummer === kunden.personnummer ? 'godkannande-kunden-sjalv' : undefined;
}

export type Grund = { person: Pick<Person, 'avliden'>; kontakt: Kontakt | undefined; samtycke: Samtycke | undefined };

/** Why what was approved is over on a day; undefined while it is not. */
export function godkannandeSlut(data: Godkannande, { person, kontakt, samtycke }: Grund, dag: IsoDate): Slutorsak | undefined {
  if (person.avliden !== undefined) return 'avliden';
  if (data.tom < dag) return 'slutdatum';
  if (!kontakt || kontakt.personnummer !== data.till.personnummer) return 'kontaktenBorta';
  const utan = data.samtyckeId === undefined;
  // A samtycke that begins later ends nothing; one that is gone, over or taken back does.
  const galler = samtycke && (gallerPa(samtycke, dag) || (samtycke.fran > dag && gallerPa(samtycke, samtycke.fran)));
  return (utan ? !kravsSamtycke(kontakt) : galler) ? undefined : 'samtycketSlut';
}

/**
 * Whether somebody near may act for the kund in the e-service on a day: what whoever lets them in asks, each time. Whatever the record
 * says, it holds no longer than the samtycke, the contact and the kund do (FORB-65, FORB-66).
 */
export const godkannandeGaller = (data: Godkannande, grund: Grund, dag: IsoDate): boolean =>
  data.lage === 'aktiv' && data.fran <= dag && godkannandeSlut(data, grund, dag) === undefined;

export type Nattpost = { type: 'etjanst'; data: Etjanst } | { type: 'godkannande'; data: Godkannande };
/** What a night has to do with a record; undefined = nothing. */
export type Nattatgard = { slag: 'aktivera' } | { slag: 'hinder' } | { slag: 'avsluta'; orsak: Slutorsak };

/**
 * What a night does with one record: the one rule, asked by the run that looks for them and by the command that is decided.
 * @param natt the day in whose small hours it is
 */
export function nattatgard(post: Nattpost, grund: Grund & { person: Nummer }, natt: IsoDate): Nattatgard | undefined {
  const { lage, misslyckande } = post.data;
  if (!isOppen(post.data)) return undefined;
  const slut = post.type === 'godkannande' ? godkannandeSlut(post.data, grund, natt) : grund.person.avliden && ('avliden' as const);
  if (slut) return { slag: 'avsluta', orsak: slut };
  if (!vantar(lage) || (post.type === 'godkannande' && post.data.fran > natt)) return undefined;
  if (lage === 'misslyckades' && misslyckande && misslyckande.igen > natt) return undefined;
  return { slag: post.type === 'etjanst' && aktiveringshinder(grund.person) ? 'hinder' : 'aktivera' };
}

/** What a record of an akt rests on, there. */
export function grundenFor(state: Pick<State, 'get'>, person: Person, post: Nattpost): Grund & { person: Person } {
  if (post.type === 'etjanst') return { person, kontakt: undefined, samtycke: undefined };
  const { till, samtyckeId } = post.data;
  return {
    person,
    kontakt: state.get('kontakt', till.kontaktId),
    samtycke: samtyckeId === undefined ? undefined : state.get('samtycke', samtyckeId),
  };
}
