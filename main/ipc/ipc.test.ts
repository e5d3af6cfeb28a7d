import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { describe, expect, test } from 'vitest';
import { callChannel, eventChannel } from '../../shared/ipc/channels.ts';
import { coreDouble } from '../webhost/testing/core-double.ts';
import { sendEvents } from './events.ts';
import { handleCalls } from './handler.ts';

type Frame = { url: string; parent: object | null; detached: boolean };
const ourPage: Frame = { url: 'app://aktnara/', parent: null, detached: false };

function door() {
  const { core, calls } = coreDouble();
  const reports: string[] = [];
  const handlers = new Map<string, (event: IpcMainInvokeEvent, data: unknown) => unknown>();
  const ipcMain: Pick<IpcMain, 'handle'> = { handle: (channel, listener) => void handlers.set(channel, listener) };
  handleCalls({ ipcMain, core, isOurWindow: (id) => id === 1, report: (message) => reports.push(message) });
  const invoke = (data: unknown, senderFrame: Frame | null = ourPage, contentsId = 1) =>
    handlers.get(callChannel)?.({ senderFrame, sender: { id: contentsId } } as unknown as IpcMainInvokeEvent, data);
  return { invoke, calls, reports, channels: [...handlers.keys()] };
}

describe('the call channel', () => {
  test('is the only one', () => expect(door().channels).toEqual([callChannel]));

  test('passes a call of our page on', async () => {
    const { invoke, calls } = door();
    expect(await invoke({ name: 'status.hamta', input: {} })).toMatchObject({ ok: true });
    expect(calls).toEqual([{ name: 'status.hamta', input: {} }]);
  });

  test.each<[string, Frame | null, number]>([
    ['a foreign page', { ...ourPage, url: 'https://evil.se/?app://aktnara/' }, 1],
    ['a page of a host that begins alike', { ...ourPage, url: 'app://aktnara.evil/' }, 1],
    ['an empty page', { ...ourPage, url: '' }, 1],
    ['about:blank', { ...ourPage, url: 'about:blank' }, 1],
    ['a frame inside our page', { ...ourPage, parent: {} }, 1],
    ['a frame that has been replaced', { ...ourPage, detached: true }, 1],
    ['a frame that has gone', null, 1],
    ['our page in a window that is not ours', ourPage, 2],
  ])('refuses %s', async (_who, frame, contentsId) => {
    const { invoke, calls, reports } = door();
    expect(await invoke({ name: 'status.hamta', input: {} }, frame, contentsId)).toEqual({ ok: false, error: { code: 'okant-anrop' } });
    expect(calls).toEqual([]);
    expect(reports).toHaveLength(1);
  });

  test.each([
    [undefined],
    [null],
    ['status.hamta'],
    [[]],
    [{}],
    [{ name: 'none', input: {} }],
    [{ name: 'constructor', input: {} }],
    [{ name: '__proto__', input: {} }],
    [{ name: ['status.hamta'], input: {} }],
    [{ name: 'status.hamta', input: {}, more: 1 }],
  ])('refuses %j', async (data) => {
    const { invoke, calls } = door();
    expect(await invoke(data)).toEqual({ ok: false, error: { code: 'okant-anrop' } });
    expect(calls).toEqual([]);
  });
});

describe('the event channel', () => {
  function window() {
    const state = { url: 'app://aktnara/', isDestroyed: false };
    const sent: unknown[] = [];
    let onDestroyed = () => {};
    const contents = {
      getURL: () => state.url,
      isDestroyed: () => state.isDestroyed,
      send: (...message: unknown[]) => sent.push(message),
      once: (_event: 'destroyed', listener: () => void) => {
        onDestroyed = listener;
      },
    } as unknown as WebContents;
    return { contents, sent, state, destroy: () => onDestroyed() };
  }

  test('carries the core’s events to our page and to no other', () => {
    const { core, tell } = coreDouble();
    const { contents, sent, state } = window();
    sendEvents(core, contents);
    tell({ event: 'utkorg' });
    state.url = 'https://evil.se/';
    tell({ event: 'andrat', scopes: ['secret'] });
    state.url = 'app://aktnara/';
    state.isDestroyed = true;
    tell({ event: 'andrat', scopes: ['secret'] });
    expect(sent).toEqual([[eventChannel, { event: 'utkorg' }]]);
  });

  test('ends with its window', () => {
    const { core, tell } = coreDouble();
    const { contents, sent, destroy } = window();
    sendEvents(core, contents);
    destroy();
    tell({ event: 'utkorg' });
    expect(sent).toEqual([]);
  });
});
