import { create } from 'zustand';

/** Which words a draft shall have that was written in two windows at once. */
export type Fonsterval = { keep: () => Promise<void>; take: () => Promise<void> };

/** Drafts that the user has to choose for, by key. */
export const useAnnatFonster = create<{ fragor: ReadonlyMap<string, Fonsterval> }>(() => ({ fragor: new Map() }));

export function askOmFonster(nyckel: string, val: Fonsterval): void {
  useAnnatFonster.setState(({ fragor }) => ({ fragor: new Map(fragor).set(nyckel, val) }));
}

export function answerOmFonster(nyckel: string, val: keyof Fonsterval): void {
  const { fragor } = useAnnatFonster.getState();
  const asked = fragor.get(nyckel);
  useAnnatFonster.setState({ fragor: new Map([...fragor].filter(([one]) => one !== nyckel)) });
  void asked?.[val]();
}
