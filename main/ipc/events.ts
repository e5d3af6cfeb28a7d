import type { WebContents } from 'electron';
import { eventChannel } from '../../shared/ipc/channels.ts';
import type { RunningCore } from '../core/keep-core.ts';
import { isAppUrl } from '../security/app-protocol.ts';

/** Sends the core's events to a window, as long as it shows our page: case data goes to no other. */
export function sendEvents(
  core: Pick<RunningCore, 'subscribe'>,
  contents: Pick<WebContents, 'send' | 'isDestroyed' | 'getURL' | 'once'>,
): void {
  const end = core.subscribe((event) => {
    if (!contents.isDestroyed() && isAppUrl(contents.getURL())) contents.send(eventChannel, event);
  });
  contents.once('destroyed', end);
}
