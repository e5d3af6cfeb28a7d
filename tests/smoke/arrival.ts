import type { Page } from '@playwright/test';

/**
 * Watches for a text on the page, by the page's own changes.
 * @returns asks, once the text is there, when it came (ms since 1970, this computer's clock)
 */
export async function watchFor(page: Page, text: string): Promise<() => Promise<number>> {
  const seen = await page.evaluateHandle((wanted) => {
    const holds = () => document.body.textContent.includes(wanted);
    if (holds()) throw new Error(`"${wanted}" is there already`);
    const came = new Promise<number>((resolve) => {
      new MutationObserver((_, observer) => {
        if (!holds()) return;
        observer.disconnect();
        // The next frame shows it.
        requestAnimationFrame(() => resolve(Date.now()));
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    return { came };
  }, text);
  return () => seen.evaluate(({ came }) => came);
}
