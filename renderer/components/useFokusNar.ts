import { type RefObject, useEffect, useRef } from 'react';

/**
 * Gives an element the focus once something is so: what had it is gone then, and without it no key reaches the dialog, not even Esc.
 * @returns the ref of the element
 */
export function useFokusNar<E extends HTMLElement>(nar: boolean): RefObject<E | null> {
  const ref = useRef<E>(null);
  useEffect(() => {
    if (nar) ref.current?.focus();
  }, [nar]);
  return ref;
}
