import { WebSocket, type WebSocketServer } from 'ws';
import { z } from 'zod';
import type { RunningCore } from '../core/keep-core.ts';

/** Bytes in one call. Above it the call is answered with an error; the socket itself allows `frameBytes`. */
export const callBytes = 4 * 1024 * 1024;
/** Bytes in one frame; above it the socket closes, so that a page cannot fill the memory. */
export const frameBytes = 4 * callBytes;
/** Bytes waiting for a window that does not read; above it the socket is cut, and the window connects anew. */
const unreadBytes = 64 * 1024 * 1024;

const frame = z.strictObject({ id: z.number().int().nonnegative(), name: z.string().max(80), input: z.unknown() });

/**
 * Relays `{ id, name, input }` → `{ id, result }` and the core's events as `{ event }` over every socket that `server`
 * accepted. The core parses the input, where it arrives.
 */
export function relay(server: WebSocketServer, core: Pick<RunningCore, 'call' | 'subscribe'>): void {
  const send = (socket: WebSocket, data: unknown) => {
    if (socket.readyState !== WebSocket.OPEN) return; // its page asks again when it is back
    if (socket.bufferedAmount > unreadBytes) return socket.terminate();
    socket.send(JSON.stringify(data));
  };
  core.subscribe((event) => {
    for (const socket of server.clients) send(socket, { event });
  });

  server.on('connection', (socket) => {
    socket.on('error', () => socket.terminate()); // a frame too large or malformed: ws has closed it with its code
    socket.on('message', (data, isBinary) => {
      const text = isBinary ? '' : data.toString();
      const call = frame.safeParse(parse(text));
      if (!call.success) return socket.close(1008, 'not a call');
      const { id, name, input } = call.data;
      if (Buffer.byteLength(text) > callBytes) {
        return send(socket, { id, result: { ok: false, error: { code: 'ogiltig-indata', detail: 'too large' } } });
      }
      void core.call(name, input).then((result) => send(socket, { id, result })); // never rejects: a failure is a result
    });
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // refused by the frame's schema
  }
}
