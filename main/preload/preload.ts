import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { callChannel, eventChannel } from '../../shared/ipc/channels.ts';
import type { Backend, CoreEvent } from '../../shared/ipc/contract.ts';

/**
 * The page's whole world outside itself: two functions, no channel names, no ipcRenderer, and listeners get data, never
 * the event, whose sender would be a way in (Electron's checklist, item 20).
 */
const bridge: Backend = {
  call: (name, input) => ipcRenderer.invoke(callChannel, { name, input }),
  subscribe(listener) {
    const receive = (_event: IpcRendererEvent, event: CoreEvent) => listener(event);
    ipcRenderer.on(eventChannel, receive);
    return () => {
      ipcRenderer.removeListener(eventChannel, receive);
    };
  },
};

contextBridge.exposeInMainWorld('aktnara', bridge);
