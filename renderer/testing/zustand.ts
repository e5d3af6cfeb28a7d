import type { StateCreator } from 'zustand';
import { create as realCreate } from 'zustand/react';

/** What the stores of the window began with. */
const resets: (() => void)[] = [];

/** In the place of zustand's own in tests, where files share one load of the stores: what one has left there the next would meet. */
export function create<T>(begin: StateCreator<T>) {
  const store = realCreate<T>(begin);
  const first = store.getInitialState();
  resets.push(() => store.setState(first, true));
  return store;
}

export function resetStores(): void {
  for (const reset of resets) reset();
}
