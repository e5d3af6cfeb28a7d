import { useSyncExternalStore } from 'react';

const onResize = (listener: () => void) => {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
};

/** The window in CSS px: zoom makes it smaller. `smal`: trees become drawers; `lag`: panes share no height. */
export function useFonster(): { smal: boolean; lag: boolean } {
  const smal = useSyncExternalStore(onResize, () => window.innerWidth < 1000);
  const lag = useSyncExternalStore(onResize, () => window.innerHeight < 560);
  return { smal, lag };
}
