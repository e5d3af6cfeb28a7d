import { create } from 'zustand';
import { readInstallning, writeInstallning } from './installningar.ts';

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
const tomKundvy: Kundvy = { oppna: [], vald: null, scroll: 0, yta: null };

const useKundvyer = create<{ vyer: Record<string, Kundvy> }>(() => ({ vyer: {} }));
const settingKey = (personId: string) => `kundvy:${personId}`;

export const getKundvy = (personId: string): Kundvy | undefined => useKundvyer.getState().vyer[personId];
/** @returns undefined until {@link readKundvy} has answered for this kund */
export const useKundvy = (personId: string): Kundvy | undefined => useKundvyer(({ vyer }) => vyer[personId]);

/** Changes part of a kund's view; shown at once, remembered. */
export function setKundvy(personId: string, del: Partial<Kundvy>): void {
  const vy = { ...(getKundvy(personId) ?? tomKundvy), ...del };
  useKundvyer.setState(({ vyer }) => ({ vyer: { ...vyer, [personId]: vy } }));
  writeInstallning(settingKey(personId), vy);
}

/** Reads how the kund's tab stood last time; the empty view when it never did. */
export async function readKundvy(personId: string): Promise<Kundvy> {
  const known = getKundvy(personId);
  if (known) return known;
  const stored = await readInstallning(settingKey(personId));
  const vy = getKundvy(personId) ?? (isKundvy(stored) ? stored : tomKundvy);
  useKundvyer.setState(({ vyer }) => ({ vyer: { ...vyer, [personId]: vy } }));
  return vy;
}

/** The places of an akt that is no longer here, in memory and on disk. */
export function forgetKundvyOf(personId: string): void {
  useKundvyer.setState(({ vyer: { [personId]: _, ...vyer } }) => ({ vyer }));
  writeInstallning(settingKey(personId), null);
}
export const forgetKundvyer = (): void => useKundvyer.setState({ vyer: {} });

function isKundvy(value: unknown): value is Kundvy {
  const vy = value as Partial<Kundvy> | null;
  return typeof vy === 'object' && vy !== null && Array.isArray(vy.oppna) && typeof vy.scroll === 'number' && 'vald' in vy && 'yta' in vy;
}
