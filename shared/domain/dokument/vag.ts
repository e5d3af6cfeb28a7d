import type { DokumentationRef } from '../anteckning/records.ts';
import type { State } from '../command.ts';
import { isEmptyText } from '../text/text.ts';
import type { Dokumentfel } from './fel.ts';
import { mallFor } from './gallande.ts';
import type { Dokumentval } from './val.ts';

/** Where what is missing is put right: a beslut, or a rubrik of a dokumentation, with the text that stands there. */
export type Dokumentvag = { slag: 'beslut'; beslutId: string; utredningId: string } | Textvag;
export type Textvag = { slag: 'text'; dokumentation: DokumentationRef; rubrikKod: string; anteckningId?: string };
type Las = Pick<State, 'get' | 'list' | 'katalogLista'>;

/** @returns undefined where nobody in the akt can do anything about it */
export function vagTill(state: Las, val: Dokumentval, { kod, ref }: Dokumentfel): Dokumentvag | undefined {
  if (ref === undefined) return undefined;
  if (kod === 'beslutsfattare-saknas' || kod === 'beslut-felmarkerat') {
    const utredningId = state.get('beslut', ref)?.utredningId;
    return utredningId === undefined ? undefined : { slag: 'beslut', beslutId: ref, utredningId };
  }
  if (kod === 'anteckning-osignerad' || kod === 'texter-osignerade') return textensVag(state, ref);
  if (kod === 'skal-saknas' || kod === 'skal-osignerat') return skalensVag(state, val, ref);
  return undefined;
}

/** Where a text stands; undefined when it is gone. */
export function textensVag(state: Pick<Las, 'get'>, anteckningId: string): Textvag | undefined {
  const data = state.get('anteckning', anteckningId);
  return data && { slag: 'text', dokumentation: data.dokumentation, rubrikKod: data.rubrikKod, anteckningId };
}

/** The first text of the reasons that is not signed, or the rubrik where they are to stand. */
function skalensVag(state: Las, val: Dokumentval, utredningId: string): Dokumentvag | undefined {
  const beslut = 'beslutId' in val ? state.get('beslut', val.beslutId) : undefined;
  if (!beslut || (val.slag !== 'beslut' && val.slag !== 'beslutsmeddelande')) return undefined;
  const utredningstyp = state.get('utredning', utredningId)?.typ;
  const koder = mallFor(state, val.slag, beslut.beslutsdatum, { utredningstyp, mallId: val.mallId })?.data.skalRubriker ?? [];
  const osignerad = state
    .list('anteckning', { dokumentationId: utredningId })
    .filter(({ data }) => data.dokumentation.id === utredningId && koder.includes(data.rubrikKod))
    .find(({ data }) => !data.signerad && !data.felmarkerad && !isEmptyText(data.text));
  if (osignerad) return textensVag(state, osignerad.id);
  const [rubrikKod] = koder;
  return rubrikKod === undefined ? undefined : { slag: 'text', dokumentation: { slag: 'utredning', id: utredningId }, rubrikKod };
}
