/** F6 and Shift+F6 walk the regions of the window: elements that carry `data-yta`. */
const focusable = 'a[href],button:not([disabled]),input:not([disabled]),select,textarea,[contenteditable="true"],[tabindex="0"]';
const lastFocus = new WeakMap<Element, HTMLElement>();

/** Remembers where in each region the focus was. @returns a function that ends it */
export function rememberRegionFocus(root: Document): () => void {
  const onFocus = ({ target }: FocusEvent) => {
    const region = target instanceof HTMLElement ? target.closest('[data-yta]') : null;
    if (region && target instanceof HTMLElement) lastFocus.set(region, target);
  };
  root.addEventListener('focusin', onFocus);
  return () => root.removeEventListener('focusin', onFocus);
}

/**
 * Moves the focus to the next region that can take it: where it was last time, else its first stop.
 * @returns the region's `data-yta`, or undefined when there is none
 */
export function walkRegions(root: Document, steg: 1 | -1): string | undefined {
  const regions = [...root.querySelectorAll('[data-yta]')].filter((region) => stopIn(region));
  const now = regions.findIndex((region) => region.contains(root.activeElement));
  const next = regions[now < 0 ? (steg === 1 ? 0 : regions.length - 1) : (now + steg + regions.length) % regions.length];
  if (!next) return undefined;
  stopIn(next)?.focus();
  return next.getAttribute('data-yta') ?? undefined;
}

/** Where the focus was in it last, else its first stop. */
export function stopIn(region: Element): HTMLElement | undefined {
  const last = lastFocus.get(region);
  if (last?.isConnected && region.contains(last)) return last;
  return [...region.querySelectorAll<HTMLElement>(focusable)].find((one) => one.tabIndex >= 0 && !one.closest('[hidden],[inert]'));
}
