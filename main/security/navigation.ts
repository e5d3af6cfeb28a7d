import type { WebContents } from 'electron';
import { isAppUrl } from './app-protocol.ts';

/**
 * Electron's checklist, items 12–14, for every web contents that ever exists: the page stays on its own origin in every
 * frame, also by redirect; no window opens; no webview attaches.
 * @param openExternal gets the link a window was asked for; it judges by its own allow-list
 */
export function holdPage(contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>, openExternal: (url: string) => void): void {
  contents.on('will-navigate', (details) => {
    if (!isAppUrl(details.url)) details.preventDefault();
  });
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isAppUrl(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => {
    if (!isAppUrl(details.url)) details.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openExternal(url);
    return { action: 'deny' };
  });
}
