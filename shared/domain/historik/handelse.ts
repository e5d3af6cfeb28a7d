import { canonical } from '../../util/canonical.ts';
import { andraId } from '../andra-id.ts';
import type { Change, Context, State } from '../command.ts';
import { type Enhetsmarke, isGemensam } from '../enhet.ts';
import { definitionOf, isRecordType } from '../records.ts';
import type { Handelse } from './records.ts';

type Post = Handelse['poster'][number];
type Falt = Post['falt'][number];
/** A value longer than this is named only: its versions stand in the server's command log. */
const longest = 300;
/** Bookkeeping that says nothing to a reader. */
const silent = new Set(['rev', 'skyddad', 'enhet', 'enheter', 'gemensam', 'franPersonen', 'postuppgiftId']);
/**
 * Named without their values: an address would still be read in the history of one whose identity is protected later
 * (FRAGA-62), and a written text is read where it stands.
 */
const namnsBara = new Set(['adress', 'postadress', 'post', 'text', 'egenText', 'serverText', 'innehall']);
/** So are those of others than the kund: who they are is read where they stand, and may be protected later. */
const andras: Record<string, readonly string[]> = {
  hushallsmedlem: ['namn', 'personnummer'],
  kontakt: ['namn', 'personnummer', 'telefon', 'epost', 'anteckning'],
  dokument: ['avsandare', 'rubrik'],
  samtycke: ['till', 'aterkallat', 'felmarkering'],
  godkannande: ['till', 'anteckning', 'mobil', 'epost'],
  aktualisering: ['eansokan'],
  mote: ['plats', 'andra', 'kontaktIds'],
};
/** Whether the history of a record names a field without its values; those made before may hold them. */
export const isNamnsBara = (type: string, falt: string): boolean =>
  namnsBara.has(falt) || (andras[type]?.includes(falt) ?? false) || isFlerasAnHistorikens(type);
/** More read the history than such a record: of it nothing but which fields there are. */
const isFlerasAnHistorikens = (type: string): boolean => isRecordType(type) && definitionOf(type).readers === 'avgiften';

/**
 * What a command leaves in the history of its akt: which fields of which records it changed. What it did to a unit's records is the
 * unit's to read, what it did to what is common is every unit's (OSL 26:1): there is one for each of them, of which the first has the
 * command's own id. What every unit is told of one that was decided in a case does not say what was done there; of one that tells each unit
 * of the kund herself (`tillVarje`) it is the first.
 * @param val.enEnhet the kund is one unit's: what says so and what was written before records did is told together
 * @returns none when nothing a reader would see has changed
 */
export function handelserOf(
  kommando: string,
  changes: Change[],
  state: Pick<State, 'get'>,
  { now, actor, kommandoId }: Context & { kommandoId: string },
  { tillVarje = false, enEnhet = false }: { tillVarje?: boolean; enEnhet?: boolean } = {},
): { id: string; data: Handelse }[] {
  const egna = new Map<string | undefined, { enhet: string | undefined; poster: Post[] }>();
  const gemensamma: Post[] = [];
  for (const change of changes) {
    const before = state.get(change.type, change.id) as Record<string, unknown> | undefined;
    const mark = (change.op === 'put' ? change.data : before) as Enhetsmarke | undefined;
    const post = posterOf(change, before);
    if (isGemensam(change.type, mark)) gemensamma.push(...post);
    else if (post.length > 0) {
      const key = enEnhet ? undefined : mark?.enhet;
      const known = egna.get(key);
      egna.set(key, { enhet: known?.enhet ?? mark?.enhet, poster: [...(known?.poster ?? []), ...post] });
    }
  }
  const handelse = { kommando, at: now, anvandareId: actor.id, namn: actor.namn };
  const enheternas = [...egna.values()].map(({ enhet, poster }) => ({ ...handelse, ...(enhet === undefined ? {} : { enhet }), poster }));
  const allas = {
    ...{ ...handelse, ...(enheternas.length > 0 && !tillVarje ? { kommando: iEttArende } : {}) },
    ...{ gemensam: true as const, poster: gemensamma },
  };
  const alla = tillVarje ? [allas, ...enheternas] : [...enheternas, allas];
  return alla.filter(({ poster }) => poster.length > 0).map((data, nr) => ({ id: andraId(kommandoId, nr), data }));
}

/** What every unit is told of a command that was one unit's: that something common was changed with it. */
export const iEttArende = 'i-ett-arende';

/** What has been moved from the common record to the unit whose it is was no change of anything, and every unit would read of it. */
const isFlyttat = ({ type }: { type: string }, falt: string): boolean => type === 'person' && falt === 'personkrets';

function posterOf(change: Change, before: Record<string, unknown> | undefined): Post[] {
  if (change.op === 'delete')
    return before ? [{ type: change.type, id: change.id, op: 'borttagen', falt: faltOf(change.type, before, {}) }] : [];
  if (change.type === 'personkrets' && !before && change.data.franPersonen) return [];
  const falt = faltOf(change.type, before ?? {}, change.data as Record<string, unknown>).filter(
    ({ falt: namn }) => !isFlyttat(change, namn),
  );
  return before && falt.length === 0 ? [] : [{ type: change.type, id: change.id, op: before ? 'andrad' : 'ny', falt }];
}

function faltOf(type: string, before: Record<string, unknown>, after: Record<string, unknown>): Falt[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !silent.has(name)).sort();
  return names.flatMap((falt) => {
    const [fran, till] = [before[falt], after[falt]];
    if (canonical(fran) === canonical(till)) return [];
    return [isNamnsBara(type, falt) ? { falt } : { falt, ...shown('fran', fran), ...shown('till', till) }];
  });
}

/** Plain values as they are, small groups as JSON, long texts not at all. */
function shown<K extends 'fran' | 'till'>(key: K, value: unknown): { [P in K]?: string } {
  if (value === undefined) return {};
  const text = typeof value === 'object' ? canonical(value) : String(value);
  return text.length > longest ? {} : ({ [key]: text } as { [P in K]?: string });
}
