import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { callChannel } from '../../shared/ipc/channels.ts';
import { type CallName, type CallResult, calls } from '../../shared/ipc/contract.ts';
import type { RunningCore } from '../core/keep-core.ts';
import { isOurSender } from '../security/sender.ts';

/** What the page sends; whose input it is, is for the core to parse, where it arrives. */
const message = z.strictObject({
  name: z.custom<CallName>((name) => typeof name === 'string' && Object.hasOwn(calls, name)),
  input: z.unknown(),
});

export type HandlerOptions = {
  ipcMain: Pick<IpcMain, 'handle'>;
  core: Pick<RunningCore, 'call'>;
  /** The windows whose page may call; a frame of our origin in any other contents may not. */
  isOurWindow: (contentsId: number) => boolean;
  /** Hears of a refused call: an attack or a fault in our own page. */
  report: (message: string) => void;
};

/**
 * The one door between page and core: who asks is checked first, then what is asked. Failures are answered as data,
 * because Electron passes only the message of an error on.
 */
export function handleCalls({ ipcMain, core, isOurWindow, report }: HandlerOptions): void {
  ipcMain.handle(callChannel, async (event: IpcMainInvokeEvent, data: unknown): Promise<CallResult<CallName>> => {
    if (!isOurSender(event) || !isOurWindow(event.sender.id)) {
      report(`refused a call from ${event.senderFrame?.url ?? 'a frame that has gone'}`);
      return { ok: false, error: { code: 'okant-anrop' } };
    }
    const call = message.safeParse(data);
    if (!call.success) {
      report('refused a malformed call');
      return { ok: false, error: { code: 'okant-anrop' } };
    }
    return core.call(call.data.name, call.data.input);
  });
}
