import { stopIn } from './regioner.ts';
import { gavsFokus } from './utanFokus.ts';

/** What lies over the window, and is gone when it has been answered. */
const over = '[role="dialog"],[role="alertdialog"],[role="menu"],[data-portal-node]';
const lists = '[role="grid"],[role="tree"],[role="listbox"]';
/** So far back the focus is looked for. */
const longest = 40;

type Place = { element: HTMLElement; list: Element | null; isOver: boolean };

/**
 * The keyboard is never left without a place. When what had the focus is taken away (a dialog that is closed, a row that is done, a view that is
 * left) the browser gives it to nobody; then it goes back to what had it before: the row or button that the dialog was opened from, the list whose
 * row is gone, or the view that is shown now. A click beside everything is the user's own, and is left alone.
 * @returns a function that ends it
 */
export function keepFocus(root: Document): () => void {
  let trail: Place[] = [];
  let asked = false;

  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target === root.body) return;
    const place = { element: target, list: target.closest(lists), isOver: target.closest(over) !== null };
    trail = [...trail.filter(({ element }) => element !== target), place].slice(-longest);
  };
  const isLost = () => root.activeElement === root.body && trail.at(-1)?.element.isConnected === false;
  // Whoever takes something away may give the focus a place of its own, or show another dialog, before the next frame.
  const look = () => {
    if (asked || !isLost()) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      if (isLost()) giveBack(root, trail);
    });
  };
  const observer = new MutationObserver(look);
  observer.observe(root.body, { childList: true, subtree: true });
  root.addEventListener('focusin', onFocus);
  return () => {
    observer.disconnect();
    root.removeEventListener('focusin', onFocus);
  };
}

function giveBack(root: Document, trail: readonly Place[]): void {
  const modal = [...root.querySelectorAll('[aria-modal="true"]')].at(-1);
  const takes = (element: HTMLElement | undefined | null): boolean => {
    if (!element || (modal && !modal.contains(element))) return false;
    element.focus();
    return root.activeElement === element;
  };
  for (const { element, list, isOver } of trail.toReversed()) {
    if (element.isConnected ? takes(element) : list?.isConnected && takes(rowIn(list))) return;
    // The view that this was in is gone: what had the focus before it is of no help.
    if (!isOver && !modal) break;
  }
  if (modal) takes(stopIn(modal));
  else giveView(root);
}

const rowIn = (list: Element) =>
  list.querySelector<HTMLElement>('[aria-selected="true"][tabindex="0"]') ?? list.querySelector<HTMLElement>('[tabindex="0"]');

/** The view that is shown takes the focus where nothing has it. */
export function giveView(root: Document): void {
  if (root.activeElement !== root.body) return;
  const view = root.querySelector('main');
  const areas = [...(view?.querySelectorAll('[data-yta="arbetsyta"]') ?? []), ...(view ? [view] : [])];
  for (const area of areas) {
    stopIn(area)?.focus();
    const given = root.activeElement;
    if (!given || given === root.body) continue;
    // A form or a tree that is still on its way may take it from here. It may have been passed on: Fluent has stops that only lead elsewhere.
    given.setAttribute(gavsFokus, '');
    given.addEventListener('blur', () => given.removeAttribute(gavsFokus), { once: true });
    return;
  }
}
