import { useEffect } from 'react';
import { create } from 'zustand';
import { nyBevakningPa } from '../../shared/ipc/utkastnyckel.ts';
import type { BevakningRad, LagdBevakningRad } from '../../shared/ipc/views.ts';
import { type Arendedialog, showArendedialog } from './arendedialog.ts';

type Ref = LagdBevakningRad['ref'];
type Visad = { /** What is shown: `beslutet`. */ namn: string /** Open ones. */; antal: number };

/** What the camera of the toolbar counts; undefined where no kund is shown (FORB-53). */
const useVisad = create<{ visad: Visad | undefined }>(() => ({ visad: undefined }));
export const useKamera = (): Visad | undefined => useVisad(({ visad }) => visad);

/** Tells the toolbar what is shown, while it is. */
export function useKamerans(namn: string, antal: number): void {
  useEffect(() => useVisad.setState({ visad: { namn, antal } }), [namn, antal]);
  useEffect(() => () => useVisad.setState({ visad: undefined }), []);
}

/** The bevakningar on a part of the akt, with a new one (BEV-05). */
export const showKamera = (personId: string, ref: Ref): void =>
  showArendedialog({ personId, post: 'bevakningar', id: `${ref.type}:${ref.id}` });
/** @param fran a bevakning of a list that is laid on the same: the kund need not be open */
export const showNyBevakning = (personId: string, ref: Ref, fran?: string): void =>
  showArendedialog({ personId, post: 'bevakning', id: nyBevakningPa(ref), ...(fran === undefined ? {} : { fran }) });
/** @param efter the dialog it is chosen in, which is shown again afterwards */
export const showBevakning = (
  { id, person: { personId } }: Pick<BevakningRad, 'id' | 'person'>,
  post: 'bevakning' | 'taBortBevakning' | 'frist' = 'bevakning',
  efter?: Arendedialog,
): void => showArendedialog({ personId, post, id, ...(efter ? { efter } : {}) });
