import { create } from 'zustand';

/** The utredning whose texts were copied (KOP-02), until another takes its place; in memory, for this sign-in and this kund alone. */
export type Kopierat = {
  personId: string;
  utredningId: string;
  etikett: string /** Vill du kopiera händelsedatum och tid? (KOP-03) */;
  handelsedatum: boolean;
};

export const useKopierat = create<{ kopierat: Kopierat | null }>(() => ({ kopierat: null }));
export const copyTexter = (kopierat: Kopierat): void => useKopierat.setState({ kopierat });
export const forgetKopierat = (): void => useKopierat.setState({ kopierat: null });
