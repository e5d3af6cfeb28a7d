import type { BrowserWindow } from 'electron';

/**
 * Keeps the window out of screenshots and screen sharing where the system can: Windows (the documented
 * SetWindowDisplayAffinity). Other systems ignore or half keep it, so nothing is promised there.
 */
export function protectContent(window: Pick<BrowserWindow, 'setContentProtection'>, platform: NodeJS.Platform): void {
  if (platform === 'win32') window.setContentProtection(true);
}
