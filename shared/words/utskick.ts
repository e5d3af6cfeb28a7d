import type { Beslut } from '../domain/beslut/records.ts';
import type { Utskickslage, Utskicksvag, Vantan } from '../domain/beslut/utskick.ts';
import { svenskTid } from '../util/datum.ts';
import { ordForAvslag } from './avslag.ts';

/** How a beslut will reach the kund, before it is saved. */
export const utskicksvagOrd: Record<Utskicksvag, string> = {
  skyddad: 'Aldrig av sig själv: kunden har skyddade personuppgifter. Skriv ut och kontrollera vart det får skickas.',
  post: 'Med post: skriv ut beslutet.',
  underArton: 'Med post: kunden är under 18 år och kan inte logga in i e-tjänsten. Skriv ut beslutet.',
  okandAlder: 'Med post: kundens födelsedatum är okänt, så det går inte att se om kunden är vuxen. Skriv ut beslutet.',
  etjanst: 'Till e-tjänsten, av sig självt när beslutet är sparat.',
};

const vantanOrd: Record<Vantan, string> = {
  brev: 'beslutet och beslutsmeddelandet sparas i akten',
  protokoll: 'det signerade protokollet',
  anteckning: 'journalanteckningen om enhetschefens beslut',
  natten: 'nattens aktivering',
};

/**
 * Where a saved beslut stands on its way to the kund.
 * @param vag how one that is saved today would go
 * @param hinder why the letter could not be made just now
 */
export function utskickOrd({ utskick }: Pick<Beslut, 'utskick'>, lage: Utskickslage, vag: Utskicksvag, hinder?: string): string {
  if (utskick?.skickat) {
    const { skickat, oppnat } = utskick;
    return `Skickat till e-tjänsten ${svenskTid(skickat.at)}. ${oppnat === undefined ? 'Kunden har inte öppnat det än.' : `Kunden öppnade det ${svenskTid(oppnat)}.`}`;
  }
  if (utskick?.uteblivet)
    return `Gick inte till e-tjänsten. ${ordForAvslag(utskick.uteblivet.kod).vad} Skriv ut beslutet och skicka det med post.`;
  if (lage.slag === 'nu') return 'Till e-tjänsten: skickas av sig självt när servern har tagit emot det.';
  if (lage.slag === 'uteblir') return utskicksvagOrd[lage.vag];
  if (lage.slag === 'vantar') {
    const pa = `Till e-tjänsten, av sig självt. Väntar på att ${lage.pa.map((ett) => vantanOrd[ett]).join(', ')}`;
    return hinder !== undefined && lage.pa.includes('brev') ? hinder : `${pa}.`;
  }
  return vag === 'etjanst' ? 'Med post: skriv ut beslutet. E-tjänsten var inte aktiv när det sparades.' : utskicksvagOrd[vag];
}
