import { expect, test, vi } from 'vitest';
import { callChannel, eventChannel } from '../../shared/ipc/channels.ts';
import type { Backend } from '../../shared/ipc/contract.ts';

const browser = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  listeners: new Map<string, ((...args: unknown[]) => void)[]>(),
}));
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: unknown) => void browser.exposed.set(name, api) },
  ipcRenderer: {
    invoke: async (...args: unknown[]) => {
      browser.invoked.push(args);
      return { ok: true, value: null };
    },
    on: (channel: string, listener: () => void) =>
      void browser.listeners.set(channel, [...(browser.listeners.get(channel) ?? []), listener]),
    removeListener: (channel: string, listener: () => void) =>
      void browser.listeners.set(
        channel,
        (browser.listeners.get(channel) ?? []).filter((one) => one !== listener),
      ),
  },
}));
await import('./preload.ts');
const bridge = browser.exposed.get('aktnara') as Backend;

test('item 20: the page gets two functions and nothing else', () => {
  expect([...browser.exposed.keys()]).toEqual(['aktnara']);
  expect(Object.keys(bridge)).toEqual(['call', 'subscribe']);
});

test('a call goes by the one channel, whatever the page passes', async () => {
  expect(await bridge.call('status.hamta', {})).toEqual({ ok: true, value: null });
  expect(browser.invoked).toEqual([[callChannel, { name: 'status.hamta', input: {} }]]);
});

test('item 20: listeners get the data, never the event', () => {
  const heard: unknown[][] = [];
  const end = bridge.subscribe((...args) => heard.push(args));
  const send = (data: unknown) => {
    for (const listener of browser.listeners.get(eventChannel) ?? []) listener({ sender: 'a way in' }, data);
  };
  send({ event: 'utkorg' });
  end();
  send({ event: 'utkorg' });
  expect(heard).toEqual([[{ event: 'utkorg' }]]);
});
