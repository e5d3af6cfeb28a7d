import type { Backend } from './backend.ts';
import { preloadBackend } from './preload-backend.ts';
import { socketBackend } from './socket-backend.ts';

/** Electron's preload when it is there, else the socket of the web host that served the page. */
export function chooseBackend(): Backend {
  if (window.aktnara) return preloadBackend(window.aktnara);
  const { protocol, host } = window.location;
  return socketBackend({ url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws` });
}
