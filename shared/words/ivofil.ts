import type { Ivolistrad } from '../domain/dokument/ivolista.ts';
import type { Ivosiffra } from '../domain/klocka/ivo.ts';
import { formatPersonnummer } from '../domain/personnummer.ts';
import type { IvoradVy } from '../ipc/ivo.ts';
import type { Csvcell } from '../util/csv.ts';
import { kvartalsord } from './frist.ts';
import { bristOrd, delvisText, ivogrundOrd, ivolageOrd, ivoradLage, omradeOrd, slutorsakText, svarText } from './ivo.ts';

/** The field that IVO asks for: what is decided by LSS is of one. */
export const omradeFor = ({ uppgift, lagrum }: Pick<IvoradVy, 'uppgift' | 'lagrum'>): string => {
  const omrade = uppgift?.omrade ?? (lagrum === 'LSS' ? 'funktionsnedsattning' : undefined);
  return omrade ? omradeOrd[omrade] : '';
};
const erbjudandetext = ({ erbjudanden, uppgift }: Pick<IvoradVy, 'erbjudanden' | 'uppgift'>): string =>
  erbjudanden.length === 0 && uppgift?.ingetErbjudet
    ? 'Inget har kunnat erbjudas.'
    : erbjudanden
        .map(({ datum, vad, till, lamnatAv, svar }) => `${datum} ${vad}, till ${till} av ${lamnatAv}. ${svarText(svar)}.`)
        .join(' ');

/** The columns of the report as a file, and a row of it. */
const kolumner: [string, (rad: IvoradVy) => Csvcell][] = [
  ['Kund', ({ person }) => person.namn],
  ['Personnummer', ({ person }) => formatPersonnummer(person.personnummer)],
  ['Skyddade personuppgifter', ({ person }) => (person.skydd === 'ingen' ? '' : 'Ja')],
  ['Lag', ({ lagrum }) => lagrum],
  ['Paragraf', ({ paragraf }) => paragraf],
  ['Område', omradeFor],
  ['Insats', ({ insats }) => insats],
  ['Beslut', ({ vad }) => vad],
  ['Beslutsdatum', ({ beslutsdatum }) => beslutsdatum],
  ['Räknas från', ({ grund }) => ivogrundOrd[grund]],
  ['Från och med', ({ fran }) => fran],
  ['Senast', ({ senast }) => senast],
  ['Läge', ({ lage }) => ivolageOrd[lage.slag]],
  ['Dag för läget', ({ lage }) => (lage.slag === 'ejVerkstallt' ? '' : lage.dag)],
  ['Dagar', ({ dagar }) => dagar],
  ['Delvis verkställt', delvisText],
  ['Orsak', ({ uppgift }) => uppgift?.orsak],
  ['Följder för den enskilde', ({ uppgift }) => uppgift?.foljder],
  ['Andra insatser', ({ uppgift }) => uppgift?.andraInsatser],
  ['Erbjudanden', erbjudandetext],
  ['Nästa uppföljning', ({ uppgift }) => uppgift?.nastaUppfoljning],
  ['Varför det avslutades', slutorsakText],
  ['Saknas', ({ saknas }) => saknas.map((one) => bristOrd[one]).join(', ')],
  ['Rapporterad', ({ rapport }) => rapport?.data.dag],
  ['Rapporterad av', ({ rapport }) => rapport?.data.av.namn],
  ['Kvitto', ({ rapport }) => rapport?.data.kvitto],
  ['Handläggare', ({ vem }) => vem],
];
export const rapportkolumner: string[] = ['Kvartal', ...kolumner.map(([namn]) => namn)];
/** @param kvartal `2027-1` */
export const rapportrad = (kvartal: string, rad: IvoradVy): Csvcell[] => [kvartalsord(kvartal), ...kolumner.map(([, varde]) => varde(rad))];

/** A row as it is printed. */
export const listrad = (rad: IvoradVy): Ivolistrad => ({
  kund: [
    rad.person.namn,
    formatPersonnummer(rad.person.personnummer),
    ...(rad.person.skydd === 'ingen' ? [] : ['Skyddade personuppgifter']),
  ].join(', '),
  insats: [rad.insats, rad.paragraf ?? rad.lagrum ?? ''].filter(Boolean).join(', '),
  beslut: `${rad.beslutsdatum}${rad.avbrottFran === undefined ? '' : `, avbrott från ${rad.avbrottFran}`}, senast ${rad.senast}`,
  lage: `${ivoradLage(rad)}, ${rad.dagar} dagar`,
  skal: [
    rad.delvis ? `Delvis verkställt: ${delvisText(rad)}.` : '',
    rad.uppgift?.orsak ? `Orsak: ${rad.uppgift.orsak}` : '',
    rad.uppgift?.foljder ? `Följder: ${rad.uppgift.foljder}` : '',
    rad.uppgift?.andraInsatser ? `Under tiden: ${rad.uppgift.andraInsatser}` : '',
    slutorsakText(rad) && `Avslutat: ${slutorsakText(rad)}`,
    rad.saknas.length > 0 ? `Saknas: ${rad.saknas.map((one) => bristOrd[one]).join(', ')}` : '',
  ]
    .filter(Boolean)
    .join(' '),
  erbjudanden: erbjudandetext(rad),
});

/** A figure in words. */
export const siffra = ({ lagrum, insats, grund, antal, langstDagar }: Ivosiffra) => ({
  ...{ lag: lagrum ?? '', insats, grund: ivogrundOrd[grund], antal, langstDagar },
});
export const siffrekolumner: string[] = ['Kvartal', 'Lag', 'Insats', 'Räknas från', 'Antal', 'Längst, dagar'];
export const siffrerad = (kvartal: string, { lag, insats, grund, antal, langstDagar }: ReturnType<typeof siffra>): Csvcell[] => [
  ...[kvartalsord(kvartal), lag, insats, grund, antal, langstDagar],
];
