import { create } from 'zustand';
import { lasInstallning, sattInstallning } from './installningar.ts';

/** What the work area of a kund's tab shows; the kund feature gives `slag` its meaning. */
export type Arbetsyta = { slag: string; id?: string; [field: string]: unknown };

/** How one kund's tab stands: kept while other tabs are shown, and after a restart. */
export type Kundvy = {
  /** Ids of the open nodes of the rubrikträd. */
  oppna: string[];
  vald: string | null;
  /** Scroll of the rubrikträd, CSS px. */
  scroll: number;
  yta: Arbetsyta | null;
};
export const tomKundvy: Kundvy = { oppna: [], vald: null, scroll: 0, yta: null };

const useKundvyer = create<{ vyer: Record<string, Kundvy> }>(() => ({ vyer: {} }));
const settingKey = (personId: string) => `kundvy:${personId}`;

export const hamtaKundvy = (personId: string): Kundvy | undefined => useKundvyer.getState().vyer[personId];
/** @returns undefined until {@link lasKundvy} has answered for this kund */
export const useKundvy = (personId: string): Kundvy | undefined => useKundvyer(({ vyer }) => vyer[personId]);

/** Changes part of a kund's view; shown at once, remembered. */
export function sattKundvy(personId: string, del: Partial<Kundvy>): void {
  const vy = { ...(hamtaKundvy(personId) ?? tomKundvy), ...del };
  useKundvyer.setState(({ vyer }) => ({ vyer: { ...vyer, [personId]: vy } }));
  sattInstallning(settingKey(personId), vy);
}

/** Reads how the kund's tab stood last time; the empty view when it never did. */
export async function lasKundvy(personId: string): Promise<Kundvy> {
  const known = hamtaKundvy(personId);
  if (known) return known;
  const stored = await lasInstallning(settingKey(personId));
  const vy = hamtaKundvy(personId) ?? (isKundvy(stored) ? stored : tomKundvy);
  useKundvyer.setState(({ vyer }) => ({ vyer: { ...vyer, [personId]: vy } }));
  return vy;
}

export const glomKundvyer = (): void => useKundvyer.setState({ vyer: {} });

function isKundvy(value: unknown): value is Kundvy {
  const vy = value as Partial<Kundvy> | null;
  return typeof vy === 'object' && vy !== null && Array.isArray(vy.oppna) && typeof vy.scroll === 'number' && 'vald' in vy && 'yta' in vy;
}
