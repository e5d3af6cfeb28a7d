import { create } from 'zustand';

/** The dialogs of the window; at most one is open. */
export type DialogName = 'senaste' | 'kundlista' | 'hjalp' | 'kommandoruta' | 'krismapp' | 'bevakningslista';
export const useDialog = create<{ oppen: DialogName | null }>(() => ({ oppen: null }));
export const showDialog = (oppen: DialogName): void => useDialog.setState({ oppen });
export const closeDialog = (): void => useDialog.setState({ oppen: null });
