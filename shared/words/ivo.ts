import { type Ivobrist, slutorsakFor } from '../domain/ivo/rad.ts';
import type { Erbjudandesvar, Ivorapport, Ivouppgift } from '../domain/ivo/records.ts';
import type { Ivolage, Ivorad, Kvartal } from '../domain/klocka/ivo.ts';

/** `Kvartal 1 2027` */
export const kvartalsnamn = ({ ar, nr }: Kvartal): string => `Kvartal ${nr} ${ar}`;

/** What the days are counted from. */
export const ivogrundOrd: Record<Ivorad['grund'], string> = { beslut: 'Beslut', avbrott: 'Avbrott' };

export const ivolageOrd: Record<Ivolage['slag'], string> = {
  ejVerkstallt: 'Ej verkställt',
  verkstallt: 'Verkställt',
  avslutat: 'Avslutat',
};

export const svarOrd: Record<Erbjudandesvar['slag'], string> = { vantar: 'Väntar på svar', ja: 'Tackade ja', nej: 'Tackade nej' };

/** `Tackade nej 2026-11-05: Vill ha någon i sin egen ålder` */
export function svarText(svar: Erbjudandesvar): string {
  if (svar.slag === 'vantar') return svarOrd.vantar;
  return `${svarOrd[svar.slag]} ${svar.dag}${svar.slag === 'nej' ? `: ${svar.skal}` : ''}`;
}

export const omradeOrd: Record<NonNullable<Ivouppgift['omrade']>, string> = {
  aldre: 'Äldre',
  funktionsnedsattning: 'Funktionsnedsättning',
  ifo: 'Individ- och familjeomsorg',
};

export const slutorsakOrd: Record<NonNullable<Ivouppgift['slutorsak']>, string> = {
  aterkallad: 'Den enskilde tog tillbaka sin ansökan',
  nyttBeslut: 'Ett nytt beslut ersatte det',
  flyttat: 'Den enskilde har flyttat från kommunen',
  dodsfall: 'Den enskilde har avlidit',
  annat: 'Annat',
};

/** Empty for what did not end, and where nothing is told of why. */
export function slutorsakText({ lage, uppgift }: { lage: Ivolage; uppgift?: Ivouppgift | undefined }): string {
  const orsak = slutorsakFor(lage, uppgift);
  return orsak ? slutorsakOrd[orsak] : '';
}

/** `2027-04-08 Karin Ek, kvitto A-17` */
export const rapportText = ({ dag, av, kvitto }: Ivorapport): string => `${dag} ${av.namn}${kvitto ? `, kvitto ${kvitto}` : ''}`;

/** What a row lacks, in a list of several. */
export const bristOrd: Record<Ivobrist, string> = {
  personnummer: 'personnummer',
  orsak: 'orsak',
  foljder: 'följder',
  erbjudande: 'erbjudande',
  omrade: 'område',
  slutorsak: 'varför det avslutades',
};

/** Carried out in part it is not carried out: the rest is reported. */
export const ivoradLage = ({ lage, delvis }: Pick<Ivorad, 'lage' | 'delvis'>): string =>
  lage.slag === 'ejVerkstallt' && delvis ? 'Delvis verkställt' : ivolageText(lage);
export const delvisText = ({ delvis }: Pick<Ivorad, 'delvis'>): string => (delvis ? `Från ${delvis.fran}, saknas: ${delvis.saknas}` : '');

/** As the report tells it: `Ej verkställt`, `Verkställt 2027-05-04`. */
export function ivolageText(lage: Ivolage): string {
  return lage.slag === 'ejVerkstallt' ? ivolageOrd[lage.slag] : `${ivolageOrd[lage.slag]} ${lage.dag}`;
}
