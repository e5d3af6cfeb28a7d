import { compare } from '../../util/compare.ts';
import { type IsoDate, swedishDay } from '../../util/datum.ts';
import { isOppenBevakning } from '../bevakning/records.ts';
import type { State } from '../command.ts';
import { etikettBeslut, etikettUtredning } from '../etikett.ts';
import type { Kontakt } from '../kontakt/records.ts';
import { isOngoingBeslut } from '../pagaende.ts';
import { displayName, type Person } from '../person/records.ts';
import { formatPersonnummer } from '../personnummer.ts';
import { isEmptyText } from '../text/text.ts';
import { isOpenUtredning } from '../utredning/records.ts';
import { isOpenVerkstallighet } from '../verkstallighet/records.ts';
import type { Del, Dokumentinnehall, Uppgift } from './modell.ts';

/**
 * What has to be at hand of a kund when nothing else works: who she is, who is near her, what is due, what runs and with whom, and what was
 * written last. Made of the akt alone: where the catalogue is gone too, an utförare has no name and all the rest is there.
 */
type Las = Pick<State, 'get' | 'list' | 'katalog'>;
type Ord = { kontakt: (typ: Kontakt['typ']) => string; skydd: (skydd: Person['skydd']) => string };
type Pa = { personId: string; dag: IsoDate };

/** A row of the list; `fil` is the file of the crisis folder that has the rest. */
export type Krisrad = { namn: string; nummer: string; telefon: string; naste: string; insatser: string; fil: string };

const senasteAnteckningar = 20;
const okandUtforare = 'okänd utförare';
const mall = (kod: string, namn: string, form: 'akt' | 'lista') => ({ id: kod, kod, namn, version: 1, form }) as const;

/** Something of the kund goes on, or is to be done. */
export const harPagaende = (state: Las, dag: IsoDate): boolean =>
  attBevaka(state).length > 0 ||
  state.list('utredning').some(({ data }) => isOpenUtredning(data)) ||
  state.list('beslut').some(({ data }) => isOngoingBeslut(data, dag)) ||
  state.list('verkstallighet').some(({ data }) => isOpenVerkstallighet(data, dag));

/** @returns undefined when the kund is not there */
export function krisblad(state: Las, { personId, dag }: Pa, ord: Ord): Dokumentinnehall | undefined {
  const person = state.get('person', personId);
  if (!person) return undefined;
  const namn = displayName(person);
  return {
    mall: mall('krisblad', 'Krisblad', 'akt'),
    titel: namn,
    datum: dag,
    avsandare: [],
    uppgifter: uppgifterOm(person, dag, ord),
    mottagare: [],
    delar: [
      ...tabell('Att bevaka', [2, 3, 7], ['Datum', 'Typ', 'Text'], attBevaka(state)),
      ...tabell('Pågår', [6, 2, 2, 5], ['Vad', 'Från', 'Till', 'Utförare'], pagar(state, dag)),
      ...tabell('Kontakter', [3, 4, 3, 4], ['Vem', 'Namn', 'Telefon', 'E-post'], kontakter(state, ord)),
      ...senaste(state),
    ],
    fot: [],
    lopande: `${namn} · ${dag}`,
  };
}

/**
 * @param rader in the order they are to stand
 * @param tid the Swedish day and time
 */
export function krislista(rader: readonly Krisrad[], { av, dag, tid }: { av: string; dag: IsoDate; tid: string }): Dokumentinnehall {
  return {
    mall: mall('krislista', 'Krislista', 'lista'),
    titel: `Krislista ${dag}`,
    datum: dag,
    avsandare: [],
    uppgifter: [
      { etikett: 'Uttagen av', varde: av },
      { etikett: 'Uttagen', varde: tid },
      { etikett: 'Kunder', varde: String(rader.length) },
    ],
    mottagare: [],
    delar: tabell(
      undefined,
      [4, 3, 3, 4, 6, 3],
      ['Kund', 'Personnummer', 'Telefon', 'Närmast att bevaka', 'Pågår', 'Fil'],
      rader.map(({ namn, nummer, telefon, naste, insatser, fil }) => [namn, nummer, telefon, naste, insatser, fil]),
    ),
    fot: [],
    lopande: `Krislista ${tid}`,
  };
}

/** @returns undefined when the kund is not there */
export function krisrad(state: Las, { personId, dag }: Pa, fil: string): Krisrad | undefined {
  const person = state.get('person', personId);
  if (!person) return undefined;
  const [naste] = attBevaka(state);
  return {
    namn: displayName(person),
    nummer: formatPersonnummer(person.personnummer),
    telefon: person.telefon ?? '',
    naste: naste ? `${naste[0]} ${naste[2]}` : '',
    insatser: pagar(state, dag)
      .map(([vad, , , utforare]) => [vad, utforare].filter(Boolean).join(', '))
      .join('; '),
    fil,
  };
}

function uppgifterOm(person: Person, dag: IsoDate, { skydd }: Ord): Uppgift[] {
  // Of a protected person no address stands on paper, whatever the record holds (FRAGA-62).
  const adress = person.skydd === 'ingen' ? person.adress : undefined;
  const rader: [string, string | undefined][] = [
    ['Namn', displayName(person)],
    ['Personnummer', formatPersonnummer(person.personnummer)],
    ['Skydd', person.skydd === 'ingen' ? undefined : skydd(person.skydd)],
    ['Telefon', person.telefon],
    ['E-post', person.epost],
    ['Adress', adress && `${adress.gata}, ${adress.postnummer} ${adress.ort}`],
    ['Avliden', person.avliden],
    ['Uttagen', dag],
  ];
  return rader.flatMap(([etikett, varde]) => (varde === undefined || varde === '' ? [] : [{ etikett, varde }]));
}

function attBevaka(state: Las): string[][] {
  return state
    .list('bevakning')
    .filter(({ data }) => isOppenBevakning(data))
    .map(({ id, data: { datum, typ, text } }) => ({ id, rad: [datum, typ, text] }))
    .sort((a, b) => compare(a.rad[0] ?? '', b.rad[0] ?? '') || compare(a.id, b.id))
    .map(({ rad }) => rad);
}

/** Open utredningar, bifall that run with who carries them out, and what is carried out without one. */
function pagar(state: Las, dag: IsoDate): string[][] {
  const utforare = (id: string) => state.katalog('utforare', id)?.namn ?? okandUtforare;
  const bestallningar = state.list('bestallning').filter(({ data }) => !data.borttagen);
  const lopande = state.list('beslut').filter(({ data }) => isOngoingBeslut(data, dag));
  const utredningar = state
    .list('utredning')
    .filter(({ data }) => isOpenUtredning(data))
    .map(({ data }) => [etikettUtredning(data), data.startdatum, '', '']);
  const bifall = lopande.map(({ id, data }) => {
    const hos = bestallningar.filter((one) => one.data.beslutId === id).map((one) => utforare(one.data.utforareId));
    return [etikettBeslut(data), data.giltigFran, data.giltigTom ?? '', [...new Set(hos)].join(', ')];
  });
  const sedda = new Set(lopande.map(({ id }) => id));
  const verkstalls = state
    .list('verkstallighet')
    .filter(({ data }) => isOpenVerkstallighet(data, dag) && (data.beslutId === undefined || !sedda.has(data.beslutId)))
    .map(({ data }) => [data.insatskategori, data.startdatum, data.slutdatum ?? '', utforare(data.utforareId)]);
  return [...utredningar, ...bifall, ...verkstalls];
}

const kontakter = (state: Las, ord: Ord): string[][] =>
  state
    .list('kontakt')
    // One who is protected herself is not named in another's akt on paper.
    .filter(({ data }) => !data.skyddad)
    .map(({ data: { typ, relation, namn, telefon, epost } }) => {
      const slag = ord.kontakt(typ);
      const vem = !relation || relation.toLocaleLowerCase('sv') === slag.toLocaleLowerCase('sv') ? slag : `${slag}, ${relation}`;
      return [vem, namn, telefon ?? '', epost ?? ''];
    });

/** The texts written last, newest first; what is struck out is not among them. */
function senaste(state: Las): Del[] {
  const noter = state
    .list('anteckning')
    .map(({ data }) => data)
    .filter(({ felmarkerad, text }) => !felmarkerad && !isEmptyText(text))
    .sort((a, b) => compare(b.handelsedatum, a.handelsedatum) || compare(b.skapad.at, a.skapad.at))
    .slice(0, senasteAnteckningar);
  if (noter.length === 0) return [];
  return [
    { slag: 'rubrik', niva: 2, text: 'Senast skrivet' },
    ...noter.flatMap(({ handelsedatum, titel, text, signerad }): Del[] => [
      { slag: 'rubrik', niva: 3, text: [handelsedatum, titel].filter(Boolean).join(' ') },
      { slag: 'text', text },
      { slag: 'stycke', text: signerad ? `Signerad ${swedishDay(signerad.at)} av ${signerad.namn}` : 'Inte signerad', dampad: true },
    ]),
  ];
}

/** Nothing where there is no row: an empty table says that there is none, and of what is not here nobody knows that. */
function tabell(rubrik: string | undefined, bredder: readonly number[], kolumner: readonly string[], rader: string[][]): Del[] {
  if (rader.length === 0) return [];
  return [
    ...(rubrik === undefined ? [] : [{ slag: 'rubrik', niva: 2, text: rubrik } as const]),
    { slag: 'tabell', kolumner: kolumner.map((namn, at) => ({ rubrik: namn, bredd: bredder[at] ?? 1 })), rader },
  ];
}
