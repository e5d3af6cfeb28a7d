import type { DigitalPostlage } from '../domain/beslut/digital-post.ts';
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
  if (vag === 'skyddad') return utskicksvagOrd.skyddad;
  if (utskick?.uteblivet)
    return `Gick inte till e-tjänsten. ${ordForAvslag(utskick.uteblivet.kod).vad} Skriv ut beslutet och skicka det med post.`;
  if (lage.slag === 'nu') return 'Till e-tjänsten: skickas av sig självt när servern har tagit emot det.';
  if (lage.slag === 'uteblir') return utskicksvagOrd[lage.vag];
  if (lage.slag === 'vantar') {
    const pa = `Till e-tjänsten, av sig självt. Väntar på att ${lage.pa.map((ett) => vantanOrd[ett]).join(', ')}`;
    return hinder !== undefined && lage.pa.includes('brev') ? `Till e-tjänsten, när beslutsbrevet kan göras. ${hinder}` : `${pa}.`;
  }
  return vag === 'etjanst' ? 'Med post: skriv ut beslutet. E-tjänsten var inte aktiv när det sparades.' : utskicksvagOrd[vag];
}

/**
 * Where the digital post of a saved beslut stands: which way it takes and why; undefined where nobody has chosen it.
 * @param vag how one that is saved today would go
 * @param hinder why the letter could not be made just now
 */
export function digitalPostOrd(
  { digitalPost = [], partTagitDel }: Pick<Beslut, 'digitalPost' | 'partTagitDel'>,
  lage: DigitalPostlage,
  vag: Utskicksvag,
  hinder?: string,
): string | undefined {
  const senaste = digitalPost.at(-1);
  if (!senaste) return undefined;
  const { mottaget, uteblivet, lamnat, fragad, namn, at } = senaste;
  const hos = fragad?.operator === undefined ? '' : ` hos ${fragad.operator}`;
  if (mottaget) {
    const del = partTagitDel ? '' : ' Vilken dag kunden fick del av det är inte känt.';
    return `Med digital post: mottaget i brevlådan${hos} ${svenskTid(mottaget.at)}. Kvitto ${mottaget.kvitto}.${del}`;
  }
  // Where what is protected may be sent is not for the program to say.
  if (vag === 'skyddad' || uteblivet?.kod === 'mottagaren-skyddad')
    return `${utskicksvagOrd.skyddad}${uteblivet?.kod === 'digital-post-oviss' ? ` ${ordForAvslag(uteblivet.kod).vad}` : ''}`;
  if (uteblivet?.kod === 'kunden-tagit-del' || (!uteblivet && lage.slag === 'uteblir' && lage.kod === 'kunden-tagit-del'))
    return `Inte med digital post. ${ordForAvslag('kunden-tagit-del').vad}`;
  if (uteblivet)
    return `Med post: digital post gick inte ${svenskTid(uteblivet.at)}. ${ordForAvslag(uteblivet.kod).vad} Skriv ut beslutet.`;
  const valt = `${namn} valde det ${svenskTid(at)}.`;
  if (lamnat) return `Med digital post: på väg till brevlådan${hos}. ${valt}`;
  if (lage.slag === 'uteblir') return `Med post: ${ordForAvslag(lage.kod).vad} Skriv ut beslutet.`;
  if (lage.slag === 'vantar') {
    if (hinder !== undefined && lage.pa.includes('brev')) return `Med digital post, när beslutsbrevet kan göras. ${hinder}`;
    return `Med digital post. Väntar på att ${lage.pa.map((ett) => vantanOrd[ett]).join(', ')}. ${valt}`;
  }
  return `Med digital post: servern frågar om kunden har en brevlåda och lämnar brevet, annars med post. ${valt}`;
}

/** What the register answered, and when it was asked: the reason for the way that was taken. */
export function registersvarOrd({ digitalPost = [] }: Pick<Beslut, 'digitalPost'>): string | undefined {
  const fragad = digitalPost.at(-1)?.fragad;
  return fragad && `${registersvar[fragad.svar]} (frågat ${svenskTid(fragad.at)})`;
}
const registersvar = {
  kanTaEmot: 'Kunden har en digital brevlåda som tar emot från kommunen',
  ejAnsluten: 'Kunden har ingen digital brevlåda',
  avbojt: 'Kunden tar inte emot digital post från kommunen',
} as const;
