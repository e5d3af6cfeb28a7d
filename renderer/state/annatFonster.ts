import { create } from 'zustand';

/** Which words a draft shall have that was written in two windows at once. */
export type Fonsterval = { keep: () => Promise<void>; take: () => void };

/** Drafts that the user has to choose for, by key. */
export const useAnnatFonster = create<{ fragor: ReadonlyMap<string, Fonsterval> }>(() => ({ fragor: new Map() }));

export function askOmFonster(nyckel: string, val: Fonsterval): void {
  useAnnatFonster.setState(({ fragor }) => ({ fragor: new Map(fragor).set(nyckel, val) }));
}

/** @param nyckel of the question; all, when another user comes */
export function forgetFonsterfraga(nyckel?: string): void {
  useAnnatFonster.setState(({ fragor }) => ({ fragor: new Map([...fragor].filter(([one]) => nyckel !== undefined && one !== nyckel)) }));
}

export function answerOmFonster(nyckel: string, val: keyof Fonsterval): void {
  const asked = useAnnatFonster.getState().fragor.get(nyckel);
  forgetFonsterfraga(nyckel);
  void asked?.[val]();
}
