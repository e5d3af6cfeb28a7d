import type { State } from '../command.ts';
import type { lankvisare, Vardelista } from './records.ts';

/** A link or an address of the municipality's (HJALP-01 to -05). `oppnas`: what a browser, a mail program or a phone is given; absent = it is read. */
export type Lank = { namn: string; grupp: string; adress: string; oppnas?: string };

const sida = /^https:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[^\s"'<>\\]*)?$/i;
const brevadress = /^[a-z0-9._+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}$/i;
const telefon = /^\+?[\d -]{6,20}$/;

/**
 * What an address of the catalogue is opened as: a page by https with neither port nor user, a mail address, or a phone number. Nothing else leaves the
 * program: a place on the intranet is told in words.
 */
export function oppnasSom(adress: string): string | undefined {
  const text = adress.trim();
  if (sida.test(text)) return text;
  if (brevadress.test(text)) return `mailto:${text}`;
  return telefon.test(text) ? `tel:${text.replace(/[ -]/g, '')}` : undefined;
}

type Lista = { data: Vardelista };
/** The links that are shown to staff, or to citizens, in the municipality's order. */
export const lankarAv = (listor: readonly Lista[], vem: (typeof lankvisare)[number]): Lank[] =>
  listor
    .flatMap(({ data: { lista, varden } }) => (lista === 'lank' ? varden : []))
    .filter(({ aktiv, visas = ['personal'] }) => aktiv !== false && visas.includes(vem))
    .map(({ namn, grupp = '', adress = '' }) => {
      const oppnas = oppnasSom(adress);
      return { namn, grupp, adress, ...(oppnas === undefined ? {} : { oppnas }) };
    });

/** All that the catalogue lets the program open: the links, and the routines that are pages. */
export const oppningsbara = (state: Pick<State, 'katalogLista'>): string[] =>
  state
    .katalogLista('vardelista')
    .flatMap(({ data: { lista, varden } }) => (lista === 'lank' || lista === 'rutin' ? varden : []))
    .flatMap(({ aktiv, adress }) => (aktiv === false || adress === undefined ? [] : (oppnasSom(adress) ?? [])));
