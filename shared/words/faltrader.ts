import { omfattning } from '../domain/beslut/records.ts';
import { visaOmfattning } from '../domain/beslut/timmar.ts';
import { id, instant } from '../domain/fields.ts';
import { formatPersonnummer } from '../domain/personnummer.ts';
import { plainText, richText } from '../domain/text/text.ts';
import type { UtkorgRad } from '../ipc/views.ts';
import { svenskTid } from '../util/datum.ts';
import { faltOrd } from './falt.ts';
import { ivotidOrd } from './ivo.ts';
import { vardeOrd } from './varde.ts';

/**
 * What an id stands for, or a code of the catalogue in its field; undefined for an id of nothing held, and for a word that is no code.
 * @param falt the name of the field the value stands in
 */
export type Namn = (value: string, falt?: string) => string | undefined;

/**
 * The fields of a record or a command's input as label and value, of every version and shape. Ids are the names of what they
 * stand for; one of nothing held is left out.
 * @param tysta names of fields that say nothing to a reader
 */
export const faltRader = (value: unknown, namn: Namn, tysta: ReadonlySet<string>): UtkorgRad[] => falt(value, 0, { namn, tysta });

type Las = { namn: Namn; tysta: ReadonlySet<string> };

function falt(value: unknown, niva: UtkorgRad['niva'], las: Las): UtkorgRad[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([nyckel, inne]) => (las.tysta.has(nyckel) ? [] : rader(nyckel, faltNamn(nyckel), inne, niva, las)));
}

function rader(nyckel: string, etikett: string, value: unknown, niva: UtkorgRad['niva'], las: Las): UtkorgRad[] {
  const varde = enkelt(value, las.namn, nyckel);
  if (varde !== undefined) return varde === '' ? [] : [{ etikett, varde, niva }];
  if (Array.isArray(value)) {
    const enkla = value.map((one) => enkelt(one, las.namn, nyckel));
    if (enkla.every((one) => one !== undefined)) return rad(etikett, enkla.filter(Boolean).join(', '), niva);
    return value.flatMap((one, index) => grupp(value.length > 1 ? `${etikett} ${index + 1}` : etikett, one, niva, las));
  }
  return grupp(etikett, value, niva, las);
}

const rad = (etikett: string, varde: string, niva: UtkorgRad['niva']): UtkorgRad[] => (varde === '' ? [] : [{ etikett, varde, niva }]);

/** A heading row, and its fields a step in; what lies deeper than the steps there are stands at the last of them. */
function grupp(etikett: string, value: unknown, niva: UtkorgRad['niva'], las: Las): UtkorgRad[] {
  const inne = falt(value, niva === 0 ? 1 : 2, las);
  return inne.length === 0 ? [] : [{ etikett, varde: '', niva }, ...inne];
}

/** The Swedish name of a field. */
export const faltNamn = (falt: string): string => ord(faltOrd, falt);

const ord = (lista: Record<string, string>, nyckel: string): string => (Object.hasOwn(lista, nyckel) ? (lista[nyckel] ?? nyckel) : nyckel);

/** Fields whose value is a personnummer. */
const nummerfalt: ReadonlySet<string> = new Set(['personnummer', 'tidigareNummer', 'andraNummer']);
const nummer = /^\d{8}[0-9A-Z]\d{3}$/;

/**
 * A value that is one text; undefined for a group. An empty text says nothing.
 * @param falt the name of the field it stands in
 */
export function enkelt(value: unknown, namn: Namn, falt = ''): string | undefined {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nej';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return id.safeParse(value).success ? (namn(value) ?? '') : (namn(value, falt) ?? text(value, falt));
  const tid = omfattning.safeParse(value);
  if (tid.success) return visaOmfattning(tid.data);
  const skrivet = richText.safeParse(value);
  return skrivet.success ? plainText(skrivet.data) : undefined;
}

function text(value: string, falt: string): string {
  if (instant.safeParse(value).success) return svenskTid(value);
  if (falt === 'tid') return ivotidOrd(value);
  return nummerfalt.has(falt) && nummer.test(value) ? formatPersonnummer(value) : ord(vardeOrd, value);
}
