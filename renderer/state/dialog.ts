import { create } from 'zustand';

/** The dialogs of the window; at most one is open. */
export type DialogName = 'senaste' | 'kundlista' | 'hjalp' | 'kommandoruta' | 'krismapp' | 'bevakningslista';
/** Whose bevakningar: the user's own, and those of functions and users beside them. */
export type Vilkas = { egna: boolean; agare: string[] };
export const egnaBevakningar: Vilkas = { egna: true, agare: [] };

export const useDialog = create<{ oppen: DialogName | null /** Of bevakningslista, whose. */; vilkas: Vilkas }>(() => ({
  ...{ oppen: null, vilkas: egnaBevakningar },
}));
export const showDialog = (oppen: DialogName, vilkas = egnaBevakningar): void => useDialog.setState({ oppen, vilkas });
export const closeDialog = (): void => useDialog.setState({ oppen: null });
