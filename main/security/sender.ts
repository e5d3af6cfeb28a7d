import type { IpcMainInvokeEvent } from 'electron';
import { isAppUrl } from './app-protocol.ts';

/**
 * Whether a message came from our page: the top frame, still alive, on our origin (Electron's checklist, item 17). An
 * empty URL, a frame inside the page and a frame that has gone are strangers.
 */
export function isOurSender(event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && !frame.detached && isAppUrl(frame.url);
}
