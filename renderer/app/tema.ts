import { useSyncExternalStore } from 'react';
import type { Temanamn } from '../components/theme.ts';
import { useInstallning } from '../state/installningar.ts';

export const temaval = { dator: 'Som datorn', ljust: 'Ljust', morkt: 'Mörkt', kontrast: 'Hög kontrast' } as const;
export type Temaval = keyof typeof temaval;
const isTemaval = (value: unknown): value is Temaval => typeof value === 'string' && Object.hasOwn(temaval, value);

const media = (query: string) => ({
  subscribe: (listener: () => void) => {
    const list = window.matchMedia(query);
    list.addEventListener('change', listener);
    return () => list.removeEventListener('change', listener);
  },
  read: () => window.matchMedia(query).matches,
});
const dark = media('(prefers-color-scheme: dark)');
const contrast = media('(prefers-contrast: more)');

export const useTemaval = (): [Temaval, (val: Temaval) => void] => useInstallning<Temaval>('tema', 'dator', isTemaval);

/** The theme to show: the user's choice, or as the computer is set. */
export function useTema(): Temanamn {
  const [val] = useTemaval();
  const isDark = useSyncExternalStore(dark.subscribe, dark.read);
  const isContrast = useSyncExternalStore(contrast.subscribe, contrast.read);
  if (val !== 'dator') return val;
  return isContrast ? 'kontrast' : isDark ? 'morkt' : 'ljust';
}
