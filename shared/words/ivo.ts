import { type Ivobrist, type Rattelse, slutorsakFor } from '../domain/ivo/rad.ts';
import type { Erbjudandesvar, Ivorapport, Ivouppgift } from '../domain/ivo/records.ts';
import type { Bortfallen, Delvistid, Ivolage, Ivorad, Kvartal } from '../domain/klocka/ivo.ts';
import { isCalendarDay } from '../util/datum.ts';

/** `Kvartal 1 2027` */
export const kvartalsnamn = ({ ar, nr }: Kvartal): string => `Kvartal ${nr} ${ar}`;

/** What the days are counted from. */
export const ivogrundOrd: Record<Ivorad['grund'], string> = { beslut: 'Beslut', avbrott: 'Avbrott' };

/** The key of a time, which is made of ids, in words: `Avbrott`; an older program's with its day. */
export function ivotidOrd(nyckel: string): string {
  const [, grund = '', av = ''] = nyckel.split('/');
  if (grund !== 'beslut' && grund !== 'avbrott') return '';
  return isCalendarDay(av) ? `${ivogrundOrd[grund]} ${av}` : ivogrundOrd[grund];
}

export const ivolageOrd: Record<Ivolage['slag'], string> = {
  ejVerkstallt: 'Ej verkställt',
  verkstallt: 'Verkställt',
  avslutat: 'Avslutat',
};

/** What a row is, wherever it is said: carried out in part it is not carried out, and the rest is reported. */
export const ivolageNamn = (lage: Ivorad['lage']): string => {
  if (lage.slag === 'bortfallen') return 'Hör inte dit längre';
  return lage.slag === 'ejVerkstallt' && lage.delvis ? 'Delvis verkställt' : ivolageOrd[lage.slag];
};
/** As the report tells it: `Ej verkställt`, `Verkställt 2027-05-04`. */
export const ivolageText = (lage: Ivorad['lage']): string =>
  'dag' in lage && lage.slag !== 'bortfallen' ? `${ivolageNamn(lage)} ${lage.dag}` : ivolageNamn(lage);
/** With its days, which what is no longer of the quarter has none of: `Ej verkställt, 121 dagar`. */
export const ivolageMedDagar = ({ lage, dagar }: Pick<Ivorad, 'lage' | 'dagar'>): string =>
  lage.slag === 'bortfallen' ? ivolageText(lage) : `${ivolageText(lage)}, ${dagar} dagar`;

/** Why what was reported is not of the quarter any more, and what to do. */
export function bortfallText(lage: Ivorad['lage']): string {
  return lage.slag === 'bortfallen'
    ? `${varforOrd[lage.varfor](lage.dag ?? '')} Rätta hos IVO och revisorerna, och ångra sedan rapporten.`
    : '';
}
const varforOrd: Record<Bortfallen['varfor'], (dag: string) => string> = {
  felmarkerat: (dag) => `Beslutet är felmarkerat${dag && ` ${dag}`}.`,
  intebifall: () => 'Beslutet är inte ett bifall som kommunen verkställer.',
  verkstallt: (dag) => `Beslutet verkställdes redan ${dag}.`,
  avslutat: (dag) => `Beslutet avslutades redan ${dag}.`,
  ingetAvbrott: () => 'Avbrottet finns inte längre.',
  inteSent: (dag) => `Det skulle vara verkställt senast ${dag}, så det var inte försenat i kvartalet.`,
  ingenRegel: () => 'Ingen regel säger att det ska rapporteras.',
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
export function slutorsakText({ lage, uppgift }: { lage: Ivorad['lage']; uppgift?: Ivouppgift | undefined }): string {
  const orsak = slutorsakFor(lage, uppgift);
  return orsak ? slutorsakOrd[orsak] : '';
}

/** `2027-04-08 Karin Ek, kvitto A-17` */
export const rapportText = ({ dag, av, kvitto }: Ivorapport): string => `${dag} ${av.namn}${kvitto ? `, kvitto ${kvitto}` : ''}`;

/** What was told to IVO: `Delvis verkställt från 2027-02-01, saknas: Helgerna`, `Verkställt 2027-05-04`, counted from 2027-02-01. */
export const rapporteratSom = ({ lage, lagedag, delvis, fran }: Ivorapport): string =>
  [
    [delvis ? ivolageNamn({ slag: 'ejVerkstallt', delvis: true }) : ivolageOrd[lage], lagedag].filter(Boolean).join(' '),
    delvis?.saknas ? `saknas: ${delvis.saknas}` : '',
    fran ? `räknat från ${fran}` : '',
  ]
    .filter(Boolean)
    .join(', ');

/** What has been corrected since it was reported: `Rapporterat från 2027-05-01, nu från 2027-05-08`. */
export const rattelseText = (rattelser: readonly Rattelse[]): string =>
  rattelser
    .map(({ falt, da, nu }) => (falt === 'fran' ? `Rapporterat räknat från ${da}, nu från ${nu}` : `Rapporterat med dagen ${da}, nu ${nu}`))
    .join('. ');

/** What a row lacks, in a list of several. */
export const bristOrd: Record<Ivobrist, string> = {
  insats: 'insatsen i katalogen',
  personnummer: 'personnummer',
  orsak: 'orsak',
  foljder: 'följder',
  erbjudande: 'erbjudande',
  bestallning: 'beställning',
  omrade: 'område',
  slutorsak: 'varför det avslutades',
};

/** `Från 2027-02-01 till 2027-06-30, saknas: Helgerna` */
export const delvisText = ({ delvis }: { delvis?: Delvistid | undefined }): string =>
  delvis
    ? [`Från ${delvis.fran}${delvis.till === undefined ? '' : ` till ${delvis.till}`}`, delvis.saknas && `saknas: ${delvis.saknas}`]
        .filter(Boolean)
        .join(', ')
    : '';
