import type { AddressInfo } from 'node:net';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { vi } from 'vitest';
import { WebSocketServer } from 'ws';
import type { RunningCore } from '../../main/core/keep-core.ts';
import { sendEvents } from '../../main/ipc/events.ts';
import { handleCalls } from '../../main/ipc/handler.ts';
import { relay } from '../../main/webhost/relay.ts';
import { backendContract, type FarCore } from '../../shared/ipc/testing/backend-contract.ts';
import { scriptedBackend } from '../testing/scripted-backend.ts';
import { type AktnaraBridge, preloadBackend } from './preload-backend.ts';
import { socketBackend } from './socket-backend.ts';

type Listener = (event: unknown, data: unknown) => void;
/** Electron's wires between page and main: everything is copied, as it is between processes. */
const wires = vi.hoisted(() => ({
  exposed: undefined as unknown,
  invoke: (_channel: string, _data: unknown): unknown => undefined,
  listeners: new Set<Listener>(),
}));
vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld(_name: string, api: unknown) {
      wires.exposed = api;
    },
  },
  ipcRenderer: {
    invoke: async (channel: string, data: unknown) => structuredClone(await wires.invoke(channel, structuredClone(data))),
    on: (_channel: string, listener: Listener) => wires.listeners.add(listener),
    removeListener: (_channel: string, listener: Listener) => wires.listeners.delete(listener),
  },
}));
await import('../../main/preload/preload.ts');

const asRunning = (core: FarCore) => core as Pick<RunningCore, 'call' | 'subscribe'>;

backendContract("the socket to the web host's relay", async (core) => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  relay(server, asRunning(core));
  await new Promise((resolve) => server.once('listening', resolve));
  let isOver = false;
  const backend = socketBackend({
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    later: (run, ms) => {
      if (!isOver) setTimeout(run, ms);
    },
  });
  await new Promise<void>((resolve) => void backend.onConnection((open) => open && resolve()));
  return {
    backend,
    async close() {
      isOver = true;
      for (const client of server.clients) client.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
});

backendContract("Electron's preload to its handler", async (core) => {
  const handlers = new Map<string, (event: IpcMainInvokeEvent, data: unknown) => unknown>();
  const event = {
    senderFrame: { url: 'app://aktnara/', parent: null, detached: false },
    sender: { id: 1 },
  } as unknown as IpcMainInvokeEvent;
  handleCalls({
    ipcMain: { handle: (channel, listener) => void handlers.set(channel, listener) },
    core: asRunning(core),
    isOurWindow: () => true,
    report: () => {},
  });
  wires.invoke = (channel, data) => handlers.get(channel)?.(event, data);
  sendEvents(asRunning(core), {
    getURL: () => 'app://aktnara/',
    isDestroyed: () => false,
    once: () => {},
    send: (_channel: string, data: unknown) => {
      for (const listener of [...wires.listeners]) listener({ sender: 'a way in' }, structuredClone(data));
    },
  } as unknown as WebContents);
  return { backend: preloadBackend(wires.exposed as AktnaraBridge), close: () => wires.listeners.clear() };
});

backendContract('in one process, for component tests', async (core) => {
  const backend = scriptedBackend({}, core as never);
  core.subscribe(backend.emit);
  return { backend };
});
