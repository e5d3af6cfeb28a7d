import type { DokumentationRef } from '../anteckning/records.ts';
import type { State } from '../command.ts';
import { insatsAv } from '../katalog/uppslag.ts';
import { isLass } from '../pagaende.ts';
import { type Dokumentfel, dokumentfel } from './fel.ts';

/**
 * What may not be printed or sent: nothing of a LASS-beslut (UTSK-08), and of a stödfamilj the beslut on korttidsvistelse alone
 * (UTSK-07). What the catalogue says is not printed is not.
 * @returns undefined when it may be
 */
export function utskriftshinder(
  state: Pick<State, 'get' | 'list' | 'katalogLista'>,
  av: { slag: 'utredning' | 'beslut'; id: string },
): Dokumentfel | undefined {
  if (av.slag === 'utredning') {
    const lass = state.get('utredning', av.id)?.lass || state.list('beslut').some(({ data }) => data.utredningId === av.id && isLass(data));
    return lass ? dokumentfel('lass-skrivs-inte-ut', av.id) : undefined;
  }
  const beslut = state.get('beslut', av.id);
  if (!beslut) return dokumentfel('finns-inte', av.id);
  if (isLass(beslut) || state.get('utredning', beslut.utredningId)?.lass) return dokumentfel('lass-skrivs-inte-ut', av.id);
  const insats = insatsAv(state.katalogLista('insats'), beslut);
  return beslut.utfall === 'bifall' && insats?.data.bifall.utskrift === false ? dokumentfel('stodfamilj-skrivs-inte-ut', av.id) : undefined;
}

/** Why nothing of what is written in a dokumentation may be printed: the texts and the journal of a LASS-beslut's utredning are that utredning. */
export const texthinder = (state: Parameters<typeof utskriftshinder>[0], { slag, id }: DokumentationRef): Dokumentfel | undefined =>
  slag === 'utredning' ? utskriftshinder(state, { slag, id }) : undefined;
