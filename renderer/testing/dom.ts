import { configure } from '@testing-library/react';
import { takeCheapStyles } from './cheap-styles.ts';

/** What jsdom lacks of a browser and Fluent, the virtualiser and the editor ask for: no layout, so nothing has a size. */
export function domOfTests(): void {
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  // A computer with no wish for dark or contrast.
  window.matchMedia ??= (media) => Object.assign(new EventTarget(), { media, matches: false }) as MediaQueryList;
  takeCheapStyles();
  const box = (): DOMRect => ({ x: 0, y: 0, top: 0, left: 0, right: 0, bottom: 0, width: 0, height: 0, toJSON: () => ({}) });
  Range.prototype.getBoundingClientRect = box;
  Range.prototype.getClientRects = () =>
    ({ length: 0, item: () => null, [Symbol.iterator]: [][Symbol.iterator] }) as unknown as DOMRectList;
  // The virtualiser draws what fits: a pane of a screen's height.
  Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, get: () => 640 });
  Object.defineProperty(Element.prototype, 'clientWidth', { configurable: true, get: () => 332 });
  // Without these two all looks hidden to Fluent: a dialog would take the focus itself, and be hidden as one that has not got it.
  Object.defineProperty(HTMLElement.prototype, 'offsetParent', {
    configurable: true,
    get(this: HTMLElement) {
      return this.parentElement;
    },
  });
  document.body.getBoundingClientRect = () => ({ ...box(), right: 1366, bottom: 768, width: 1366, height: 768 });
  document.elementFromPoint = () => null;
  // Tabster hides what stands behind a dialog a quarter of a second after it took the focus, and shows it as late: on a busy machine
  // a test would meet either. What is hidden from whom is seen by the specs in a real browser, and by axe there.
  // How long a busy machine takes is not what is tested: a limit only ends a test that hangs.
  configure({ defaultHidden: true, asyncUtilTimeout: 20_000 });
}

/** The window in CSS px, as a zoom leaves it. */
export function setFonster(bredd: number, hojd: number): void {
  Object.assign(window, { innerWidth: bredd, innerHeight: hojd });
  window.dispatchEvent(new Event('resize'));
}
