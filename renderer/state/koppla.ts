import { create } from 'zustand';

/** The e-ansökan whose dialog Koppla is open. */
export const useKoppla = create<{ oppen: string | null }>(() => ({ oppen: null }));
export const showKoppla = (eansokanId: string): void => useKoppla.setState({ oppen: eansokanId });
export const closeKoppla = (): void => useKoppla.setState({ oppen: null });
