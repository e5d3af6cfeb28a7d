import { nottitel } from '../../../shared/domain/anteckning/records.ts';
import type { Nod } from '../../../shared/domain/rubriktrad/nod.ts';
import { yymmdd } from '../../../shared/util/datum.ts';
import type { SparatUtkast } from './utkast.ts';

/** Tree row of a draft that is not yet a note. */
export const utkastNodId = (nyckel: string): string => `utkast/${nyckel}`;

/**
 * The tree with the drafts of notes that are not saved yet, first under their rubrik: what is written is always listed
 * where it belongs. Drafts of saved notes are a dot on the note's own row instead.
 * @returns the nodes, and the ids of those that carry a draft
 */
export function medUtkast(noder: readonly Nod[], utkast: readonly SparatUtkast[]): { noder: Nod[]; utkast: Set<string> } {
  const ids = new Set(noder.map((nod) => nod.id));
  const marked = new Set<string>();
  const nya = new Map<string, SparatUtkast[]>();
  for (const one of utkast) {
    const saved = `anteckning/${one.data.anteckningId}`;
    if (ids.has(saved)) marked.add(saved);
    else nya.set(one.data.rubrikKod, [...(nya.get(one.data.rubrikKod) ?? []), one]);
  }
  const out = noder.flatMap((nod) => {
    const kod = nod.slag === 'rubrik' || nod.slag === 'anteckningar' ? nod.ref?.rubrikKod : undefined;
    const own = kod === undefined ? undefined : nya.get(kod);
    if (!own) return [nod];
    if (nod.slag === 'rubrik') marked.add(nod.id);
    return [{ ...nod, harBarn: true }, ...own.map((one) => utkastNod(nod, one))];
  });
  for (const nod of out) if (nod.id.startsWith('utkast/')) marked.add(nod.id);
  return { noder: out, utkast: marked };
}

function utkastNod(under: Nod, { nyckel, data }: SparatUtkast): Nod {
  const datum = /^\d{4}-\d{2}-\d{2}$/.test(data.datumtext) ? yymmdd(data.datumtext) : data.datumtext;
  return {
    id: utkastNodId(nyckel),
    parentId: under.id,
    niva: under.niva + 1,
    slag: 'anteckning',
    etikett: [datum, nottitel(data) || 'Utkast'].filter((part) => part !== '').join(' '),
    fet: false,
    ikon: 'anteckning',
    harBarn: false,
    meny: [],
  };
}
