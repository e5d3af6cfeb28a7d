import type { Ivokolumn, Ivolistrad } from '../domain/dokument/ivolista.ts';
import type { Ivosiffra } from '../domain/klocka/ivo.ts';
import { formatPersonnummer } from '../domain/personnummer.ts';
import type { IvoradVy } from '../ipc/ivo.ts';
import type { Csvcell } from '../util/csv.ts';
import { kvartalsord } from './frist.ts';
import {
  bortfallText,
  bristOrd,
  delvisText,
  ivogrundOrd,
  ivolageNamn,
  omradeOrd,
  rapporteratSom,
  rapportText,
  rattelseText,
  slutorsakText,
  svarText,
} from './ivo.ts';

/** The field that IVO asks for: what is decided by LSS is of one. */
export const omradeFor = ({ uppgift, lagrum }: Pick<IvoradVy, 'uppgift' | 'lagrum'>): string => {
  const omrade = uppgift?.omrade ?? (lagrum === 'LSS' ? 'funktionsnedsattning' : undefined);
  return omrade ? omradeOrd[omrade] : '';
};
const erbjudanderader = ({ erbjudanden, uppgift }: Pick<IvoradVy, 'erbjudanden' | 'uppgift'>): string[] =>
  erbjudanden.length === 0 && uppgift?.ingetErbjudet
    ? ['Inget har kunnat erbjudas.']
    : erbjudanden.map(({ datum, vad, till, lamnatAv, svar }) => `${datum} ${vad}, till ${till} av ${lamnatAv}. ${svarText(svar)}.`);
/** What has changed since it was reported, or that it was reported as something else. */
export const andratText = ({ annat, rattade, lage }: Pick<IvoradVy, 'annat' | 'rattade' | 'lage'>): string =>
  annat ? `Rapporterat ${rapportText(annat.data)}, som ${rapporteratSom(annat.data)}` : bortfallText(lage) || rattelseText(rattade);
/** What was told, where the row does not say it. */
export const rapporteratText = ({ rapport, lage }: Pick<IvoradVy, 'rapport' | 'lage'>): string =>
  rapport && lage.slag === 'bortfallen' ? rapporteratSom(rapport.data) : '';

type Kolumn = {
  namn: string;
  varde: (rad: IvoradVy) => Csvcell;
  /** Where it stands on paper. */
  i: Ivokolumn;
  /** It says itself what it is. */
  utanNamn?: true;
  /** On paper, where several things are a line each. */
  rader?: (rad: IvoradVy) => string[];
};
/** All that the report tells of a row, in the file and on paper. */
const kolumner: Kolumn[] = [
  { namn: 'Kund', varde: ({ person }) => person.namn, i: 'kund', utanNamn: true },
  { namn: 'Personnummer', varde: ({ person }) => formatPersonnummer(person.personnummer), i: 'kund', utanNamn: true },
  { namn: 'Skyddade personuppgifter', varde: ({ person }) => (person.skydd === 'ingen' ? '' : 'Ja'), i: 'kund' },
  { namn: 'Insats', varde: ({ insats }) => insats, i: 'insats', utanNamn: true },
  { namn: 'Lag', varde: ({ lagrum }) => lagrum, i: 'insats' },
  { namn: 'Paragraf', varde: ({ paragraf }) => paragraf, i: 'insats', utanNamn: true },
  { namn: 'Område', varde: omradeFor, i: 'insats' },
  { namn: 'Beslut', varde: ({ vad }) => vad, i: 'beslut', utanNamn: true },
  { namn: 'Beslutsdatum', varde: ({ beslutsdatum }) => beslutsdatum, i: 'beslut' },
  { namn: 'Räknas från', varde: ({ grund }) => ivogrundOrd[grund], i: 'beslut' },
  { namn: 'Från och med', varde: ({ fran }) => fran, i: 'beslut' },
  { namn: 'Senast', varde: ({ senast }) => senast, i: 'beslut' },
  { namn: 'Läge', varde: ({ lage }) => ivolageNamn(lage), i: 'lage', utanNamn: true },
  { namn: 'Dag för läget', varde: ({ lage }) => ('dag' in lage && lage.slag !== 'bortfallen' ? lage.dag : ''), i: 'lage' },
  { namn: 'Dagar', varde: ({ lage, dagar }) => (lage.slag === 'bortfallen' ? '' : dagar), i: 'lage' },
  { namn: 'Delvis verkställt', varde: delvisText, i: 'lage' },
  { namn: 'Orsak', varde: ({ uppgift }) => uppgift?.orsak, i: 'skal' },
  { namn: 'Följder för den enskilde', varde: ({ uppgift }) => uppgift?.foljder, i: 'skal' },
  { namn: 'Andra insatser', varde: ({ uppgift }) => uppgift?.andraInsatser, i: 'skal' },
  { namn: 'Erbjudanden', varde: (rad) => erbjudanderader(rad).join(' '), i: 'erbjudanden', rader: erbjudanderader, utanNamn: true },
  { namn: 'Nästa uppföljning', varde: ({ uppgift }) => uppgift?.nastaUppfoljning, i: 'skal' },
  { namn: 'Varför det avslutades', varde: slutorsakText, i: 'skal' },
  { namn: 'Saknas', varde: ({ saknas }) => saknas.map((one) => bristOrd[one]).join(', '), i: 'skal' },
  { namn: 'Rapporterad', varde: ({ rapport }) => rapport?.data.dag, i: 'lage' },
  { namn: 'Rapporterad av', varde: ({ rapport }) => rapport?.data.av.namn, i: 'lage' },
  { namn: 'Kvitto', varde: ({ rapport }) => rapport?.data.kvitto, i: 'lage' },
  { namn: 'Rapporterad som', varde: rapporteratText, i: 'lage' },
  { namn: 'Ändrat sedan rapporten', varde: andratText, i: 'skal' },
  { namn: 'Kvartal utan rapport', varde: ({ utan }) => utan.map((one) => kvartalsord(one)).join(', '), i: 'lage' },
  { namn: 'Handläggare', varde: ({ vem }) => vem, i: 'kund' },
];
export const rapportkolumner: string[] = ['Kvartal', ...kolumner.map(({ namn }) => namn)];
/** @param kvartal `2027-1` */
export const rapportrad = (kvartal: string, rad: IvoradVy): Csvcell[] => [kvartalsord(kvartal), ...kolumner.map(({ varde }) => varde(rad))];

/** A row as it is printed: all that the file has, what is there of each on a line of its own. */
export function listrad(rad: IvoradVy): Ivolistrad {
  const rader: Ivolistrad = { kund: [], insats: [], beslut: [], lage: [], skal: [], erbjudanden: [] };
  for (const { namn, varde, i, utanNamn, rader: flera } of kolumner) {
    const texter = flera ? flera(rad) : [String(varde(rad) ?? '')];
    rader[i].push(...texter.filter((text) => text !== '').map((text) => (utanNamn ? text : `${namn}: ${text}`)));
  }
  return rader;
}

/** A figure in words. */
export const siffra = ({ lagrum, insats, grund, antal, langstDagar }: Ivosiffra) => ({
  ...{ lag: lagrum ?? '', insats, grund: ivogrundOrd[grund], antal, langstDagar },
});
export const siffrekolumner: string[] = ['Kvartal', 'Lag', 'Insats', 'Räknas från', 'Antal', 'Längst, dagar'];
export const siffrerad = (kvartal: string, { lag, insats, grund, antal, langstDagar }: ReturnType<typeof siffra>): Csvcell[] => [
  ...[kvartalsord(kvartal), lag, insats, grund, antal, langstDagar],
];
