import type { Aviserad } from '../domain/etjanst/avisering.ts';
import { nastaNatt } from '../domain/etjanst/natt.ts';
import type {
  Aktivering,
  Aktiveringslage,
  Aviseringsfelorsak,
  Aviseringskanal,
  Misslyckandeorsak,
  Nattrapport,
  nattutfall,
  Slutorsak,
} from '../domain/etjanst/records.ts';
import { type IsoInstant, svenskDag, swedishDay } from '../util/datum.ts';

/** Where an activation stands, as its chip says it. */
export const aktiveringslageOrd: Record<Aktiveringslage, string> = {
  vantarPaNatten: 'Aktiveras i natt',
  aktiv: 'Aktiv',
  misslyckades: 'Aktiveringen misslyckades',
  avslutad: 'Avslutad',
};

export const aktiveringsslagOrd: Record<Nattrapport['poster'][number]['slag'], string> = {
  etjanst: 'Kundens e-tjänst',
  godkannande: 'Närståendes e-tjänst',
};
export const misslyckandeOrd: Record<Misslyckandeorsak, string> = {
  utanNummer: 'Kunden har inget personnummer eller samordningsnummer att logga in med',
  svararInte: 'E-tjänsten svarade inte',
  avvisad: 'E-tjänsten avvisade aktiveringen',
};

export const aviseringskanalOrd: Record<Aviseringskanal, string> = { sms: 'SMS', epost: 'E-post' };
export const aviseringsfelOrd: Record<Aviseringsfelorsak, string> = {
  nekad: 'Togs inte emot',
  ogiltig: 'Numret eller adressen stämmer inte',
  'svarar-inte': 'Tjänsten tog inte emot i tid',
  'ingen-tjanst': 'Ingen tjänst är inställd på servern',
  avbrott: 'Sändningen avbröts, ovisst om den gick fram',
};

export const slutorsakEtjanstOrd: Record<Slutorsak, string> = {
  valt: 'Avslutat för hand',
  slutdatum: 'Slutdagen har passerat',
  avliden: 'Kunden har avlidit',
  samtycketSlut: 'Samtycket gäller inte längre',
  kontaktenBorta: 'Kontakten är borttagen eller har fått ett annat personnummer',
};

/** What has become of the welcome message. */
export const valkomstOrd: Record<NonNullable<Aktivering['valkomst']>['slag'], string> = {
  foreslaget: 'Föreslås',
  skickat: 'Skickat',
  inte: 'Skickas inte',
};

export const nattutfallOrd: Record<(typeof nattutfall)[number], string> = {
  aktiverad: 'Aktiverad',
  misslyckades: 'Misslyckades',
  avslutad: 'Avslutad',
};

/** `1 december`, and with the year where it is another. */
const dagen = (dag: string, idag: string): string => {
  const { utan } = svenskDag(dag);
  return dag.slice(0, 4) === idag.slice(0, 4) ? utan.replace(/ \d{4}$/, '') : utan;
};

/**
 * Where an activation stands and from when it works (FORB-63): `Aktiveras i natt, fungerar från 1 december.`
 * @param fran the first day of an approval, where that is later
 */
export function aktiveringsbesked(
  { lage, fungerarFran, misslyckande, slut }: Pick<Aktivering, 'lage' | 'fungerarFran' | 'misslyckande' | 'slut'>,
  now: IsoInstant,
  fran?: string,
): string {
  const idag = swedishDay(now);
  const natten = nastaNatt(now);
  if (lage === 'vantarPaNatten')
    return fran !== undefined && fran > natten
      ? `Aktiveras natten till ${dagen(fran, idag)} och fungerar från den dagen.`
      : `Aktiveras i natt, fungerar från ${dagen(natten, idag)}.`;
  if (lage === 'aktiv') return `Aktiv, fungerar från ${dagen(fungerarFran ?? idag, idag)}.`;
  if (lage === 'misslyckades' && misslyckande) {
    const { orsak, svar, igen } = misslyckande;
    return `Aktiveringen misslyckades: ${misslyckandeOrd[orsak].toLowerCase()}${svar ? ` (${svar})` : ''}. Nytt försök natten till ${dagen(igen < natten ? natten : igen, idag)}.`;
  }
  if (!slut) return 'Avslutad.';
  const orsak = slut.orsak === 'valt' ? `av ${slut.namn}` : slutorsakEtjanstOrd[slut.orsak].toLowerCase();
  return `Avslutad ${dagen(swedishDay(slut.at), idag)}: ${orsak}${slut.skal ? `. ${slut.skal}` : ''}.`;
}

/** How one is told, and why it is they: `SMS till 070-1740602, som godkänd till och med 2027-11-20`. */
export function aviseradOrd({ sms, epost, tom, hinder }: Aviserad): string {
  if (hinder === 'skyddad') return 'Nej, skyddad folkbokföring';
  if (hinder === 'galler-inte') return 'Nej, godkännandet gäller inte';
  const vagar = [sms && `SMS till ${sms}`, epost && `e-post till ${epost}`].filter(Boolean).join(' och ');
  if (vagar === '') return 'Nej';
  const hur = `${vagar}${tom === undefined ? '' : `, som godkänd till och med ${tom}`}`;
  return hinder === 'inte-an' ? `${hur}, när e-tjänsten är aktiv` : hur;
}

/** What the card says of the latest time that somebody was not told. */
export function aviseringsfelBesked(
  { kanal, orsak, dag }: NonNullable<Aktivering['uteblivenAvisering']>,
  now: IsoInstant,
): { vad: string; gor: string } {
  const vag = kanal === 'sms' ? 'SMS' : 'e-post';
  const nar = dagen(dag, swedishDay(now));
  if (orsak === 'avbrott')
    return { vad: `En avisering via ${vag} den ${nar} kom kanske inte fram.`, gor: 'Sändningen avbröts, och den skickas inte igen.' };
  const gor = {
    nekad: kanal === 'sms' ? 'Numret togs inte emot. Kontrollera det och spara.' : 'Adressen togs inte emot. Kontrollera den och spara.',
    ogiltig: kanal === 'sms' ? 'Numret är inget mobilnummer. Rätta det och spara.' : 'Adressen stämmer inte. Rätta den och spara.',
    'svarar-inte': 'Kommunens tjänst tog inte emot den i tid.',
    'ingen-tjanst': `Kommunens server har ingen tjänst för ${vag} inställd.`,
  }[orsak];
  return { vad: `Avisering via ${vag} har inte kommit fram sedan den ${nar}.`, gor };
}
