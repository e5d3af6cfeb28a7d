import { omfattning } from '../../shared/domain/beslut/records.ts';
import { visaTimmar } from '../../shared/domain/beslut/timmar.ts';
import { id } from '../../shared/domain/fields.ts';
import { plainText, richText } from '../../shared/domain/text/text.ts';
import type { UtkorgRad } from '../../shared/ipc/views.ts';
import type { Katalog } from './katalog.ts';
import type { Replica } from './ports.ts';
import { faltOrd, tysta, vardeOrd } from './utkorg-ord.ts';
import { namnPa } from './utkorg-vad-arende.ts';

type Namn = (id: string) => string | undefined;

/**
 * A command's input as label and value, so that what was refused can be read whole and done again (FRAGA-61): of every
 * version and shape, since a row may be older than this program. Ids are the names of what they stand for; an id of nothing
 * held is the command's own and is left out.
 */
export const inputRader = (input: unknown, replica: Replica, katalog: Katalog): UtkorgRad[] =>
  falt(input, 0, (value) => namnPa(value, replica, katalog));

function falt(value: unknown, niva: UtkorgRad['niva'], namn: Namn): UtkorgRad[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([nyckel, inne]) => (tysta.has(nyckel) ? [] : rader(ord(faltOrd, nyckel), inne, niva, namn)));
}

function rader(etikett: string, value: unknown, niva: UtkorgRad['niva'], namn: Namn): UtkorgRad[] {
  const varde = enkelt(value, namn);
  if (varde !== undefined) return varde === '' ? [] : [{ etikett, varde, niva }];
  if (Array.isArray(value)) {
    const enkla = value.map((one) => enkelt(one, namn));
    if (enkla.every((one) => one !== undefined)) return rad(etikett, enkla.filter(Boolean).join(', '), niva);
    return value.flatMap((one, index) => grupp(value.length > 1 ? `${etikett} ${index + 1}` : etikett, one, niva, namn));
  }
  return grupp(etikett, value, niva, namn);
}

const rad = (etikett: string, varde: string, niva: UtkorgRad['niva']): UtkorgRad[] => (varde === '' ? [] : [{ etikett, varde, niva }]);

/** A heading row, and its fields a step in; what lies deeper than the steps there are stands at the last of them. */
function grupp(etikett: string, value: unknown, niva: UtkorgRad['niva'], namn: Namn): UtkorgRad[] {
  const inne = falt(value, niva === 0 ? 1 : 2, namn);
  return inne.length === 0 ? [] : [{ etikett, varde: '', niva }, ...inne];
}

const ord = (lista: Record<string, string>, nyckel: string): string => (Object.hasOwn(lista, nyckel) ? (lista[nyckel] ?? nyckel) : nyckel);

/** A value that is one text; undefined for a group. An empty text says nothing. */
function enkelt(value: unknown, namn: Namn): string | undefined {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nej';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return id.safeParse(value).success ? (namn(value) ?? '') : ord(vardeOrd, value);
  const tid = omfattning.safeParse(value);
  if (tid.success) return `${visaTimmar(tid.data.minuter)} per ${tid.data.enhet.toLocaleLowerCase('sv')}`;
  const text = richText.safeParse(value);
  return text.success ? plainText(text.data) : undefined;
}
