import { create } from 'zustand';

/** How Registrera kund begins: with a question to KIR, or with an empty form (REG-02, REG-04). */
export type Registrering = {
  start: 'kir' | 'ny';
  /** What was searched for: a number or a name. */
  sokt: string;
  /** The e-ansökan that is connected when the kund is registered. */
  koppla?: string;
};

export const useRegistrera = create<{ oppen: Registrering | null }>(() => ({ oppen: null }));
export const showRegistrera = (oppen: Registrering): void => useRegistrera.setState({ oppen });
export const closeRegistrera = (): void => useRegistrera.setState({ oppen: null });
