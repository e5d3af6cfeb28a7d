import type { WebPreferences } from 'electron';

/** What decides how much a page may do; every one is stated, so that a changed default of Electron changes nothing. */
type Guarded =
  | 'sandbox'
  | 'contextIsolation'
  | 'nodeIntegration'
  | 'nodeIntegrationInWorker'
  | 'nodeIntegrationInSubFrames'
  | 'webSecurity'
  | 'allowRunningInsecureContent'
  | 'experimentalFeatures'
  | 'enableBlinkFeatures'
  | 'webviewTag'
  | 'plugins'
  | 'navigateOnDragDrop'
  | 'enableDeprecatedPaste'
  | 'devTools'
  | 'safeDialogs'
  | 'spellcheck';

/**
 * Electron's checklist, items 2–6 and 8–11.
 * @param development an unpackaged run: the developer tools open
 */
export function guardedPreferences(platform: NodeJS.Platform, development: boolean): Required<Pick<WebPreferences, Guarded>> {
  return {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: '',
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    enableDeprecatedPaste: false,
    devTools: development,
    safeDialogs: true,
    // Windows checks spelling by itself; elsewhere Chromium would fetch dictionaries from the network.
    spellcheck: platform === 'win32',
  };
}
