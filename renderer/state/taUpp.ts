import { create } from 'zustand';

/** A kund of the municipality whom the user's units do not have, or not all of them. */
export type AttTaUpp = {
  personId: string;
  personnummer: string;
  /** The units that have her, as the akt here says. */
  har?: string[];
  /** The refused registration in Utkorg, whose work is moved to her. */
  franRad?: string;
};

export const useTaUpp = create<{ oppen: AttTaUpp | null }>(() => ({ oppen: null }));
export const showTaUpp = (oppen: AttTaUpp): void => useTaUpp.setState({ oppen });
export const closeTaUpp = (): void => useTaUpp.setState({ oppen: null });
