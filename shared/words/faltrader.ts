import { omfattning } from '../domain/beslut/records.ts';
import { visaOmfattning } from '../domain/beslut/timmar.ts';
import { id } from '../domain/fields.ts';
import { plainText, richText } from '../domain/text/text.ts';
import type { UtkorgRad } from '../ipc/views.ts';
import { faltOrd } from './falt.ts';
import { vardeOrd } from './varde.ts';

/** What an id stands for; undefined for one of nothing held. */
export type Namn = (id: string) => string | undefined;

/**
 * The fields of a record or a command's input as label and value, of every version and shape. Ids are the names of what they
 * stand for; one of nothing held is left out.
 * @param tysta names of fields that say nothing to a reader
 */
export const faltRader = (value: unknown, namn: Namn, tysta: ReadonlySet<string>): UtkorgRad[] => falt(value, 0, { namn, tysta });

type Las = { namn: Namn; tysta: ReadonlySet<string> };

function falt(value: unknown, niva: UtkorgRad['niva'], las: Las): UtkorgRad[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([nyckel, inne]) => (las.tysta.has(nyckel) ? [] : rader(faltNamn(nyckel), inne, niva, las)));
}

function rader(etikett: string, value: unknown, niva: UtkorgRad['niva'], las: Las): UtkorgRad[] {
  const varde = enkelt(value, las.namn);
  if (varde !== undefined) return varde === '' ? [] : [{ etikett, varde, niva }];
  if (Array.isArray(value)) {
    const enkla = value.map((one) => enkelt(one, las.namn));
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

/** A value that is one text; undefined for a group. An empty text says nothing. */
export function enkelt(value: unknown, namn: Namn): string | undefined {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nej';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return id.safeParse(value).success ? (namn(value) ?? '') : ord(vardeOrd, value);
  const tid = omfattning.safeParse(value);
  if (tid.success) return visaOmfattning(tid.data);
  const text = richText.safeParse(value);
  return text.success ? plainText(text.data) : undefined;
}
