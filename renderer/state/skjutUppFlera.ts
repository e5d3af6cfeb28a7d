import { z } from 'zod';
import { create } from 'zustand';
import { openTab } from './tabs.ts';

/** Several computed bevakningar being put off with one day and reason, as a draft on disk: it names no kund. */
export const skjutUppFlera = z.object({
  till: z.string(),
  skal: z.string(),
  /** Of those that it was written for. */
  nycklar: z.array(z.string()),
});
export type SkjutUppFlera = z.infer<typeof skjutUppFlera>;

/** The draft was opened from Utkorg: which the list is to show it for. */
export const useSkjutUppFlera = create<{ oppen: readonly string[] | null }>(() => ({ oppen: null }));
export function showSkjutUppFlera(nycklar: readonly string[]): void {
  openTab({ slag: 'bevakningar' });
  useSkjutUppFlera.setState({ oppen: nycklar });
}
export const closeSkjutUppFlera = (): void => useSkjutUppFlera.setState({ oppen: null });
