import { create } from 'zustand';
import type { NodMeny } from '../../shared/domain/rubriktrad/nod.ts';

/** An entry of a node's menu that is answered in a dialog over the kund's tab. `id` names the record it concerns. */
export type Arendedialog = { personId: string; post: NodMeny; id: string };

/** The dialog over a kund's tab; at most one is open. Menus, buttons and Mina sidor open it, the app draws it. */
export const useArendedialog = create<{ oppen: Arendedialog | null }>(() => ({ oppen: null }));
export const visaArendedialog = (oppen: Arendedialog): void => useArendedialog.setState({ oppen });
export const stangArendedialog = (): void => useArendedialog.setState({ oppen: null });
