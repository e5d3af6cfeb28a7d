import type { CallInput, CallName, CallResult, CoreEvent } from '../../shared/ipc/contract.ts';
import { type ConnectedBackend, callFailed } from './backend.ts';

/** The socket as used here: the browser's WebSocket, or a double in tests. */
export type Socket = {
  send(text: string): void;
  close(): void;
  onopen: (() => void) | null;
  onclose: (() => void) | null;
  onmessage: ((message: { data: unknown }) => void) | null;
};
export type SocketOptions = {
  url: string;
  open?: (url: string) => Socket;
  /** @param ms milliseconds until `run` */
  later?: (run: () => void, ms: number) => void;
};
type Waiting = { id: number; text: string; answer: (result: CallResult<CallName>) => void };
type Frame = { id?: number; result?: CallResult<CallName>; event?: CoreEvent };

const firstWait = 200;
const longestWait = 5000;
/** Characters in one frame. The host closes a socket that brings far more, and it would come again at each connection. */
const longestFrame = 4 * 1024 * 1024;

/**
 * The web host's socket: `{ id, name, input }` out; `{ id, result }` and `{ event }` in. A call is kept until it is
 * answered: what was made or under way while the socket was down is sent again, in order, when it is back. That is safe
 * because reads and drafts may be repeated and a command carries its own id (`kommando.kor`).
 */
export function socketBackend({ url, open = openWebSocket, later = (run, ms) => setTimeout(run, ms) }: SocketOptions): ConnectedBackend {
  const listeners = new Set<(event: CoreEvent) => void>();
  const connectionListeners = new Set<(open: boolean) => void>();
  const waiting = new Map<number, Waiting>();
  let socket: Socket | undefined;
  let isOpen = false;
  let wait = firstWait;
  let lastId = 0;

  const setOpen = (value: boolean) => {
    isOpen = value;
    for (const listener of connectionListeners) listener(value);
  };

  function connect() {
    const next = open(url);
    socket = next;
    next.onopen = () => {
      wait = firstWait;
      setOpen(true);
      for (const call of waiting.values()) next.send(call.text);
    };
    next.onmessage = ({ data }) => receive(String(data));
    next.onclose = () => {
      if (isOpen) setOpen(false);
      later(connect, wait);
      wait = Math.min(wait * 2, longestWait);
    };
  }

  function receive(text: string) {
    const frame = JSON.parse(text) as Frame;
    if (frame.event) for (const listener of listeners) listener(frame.event);
    const call = frame.id === undefined ? undefined : waiting.get(frame.id);
    if (!call) return;
    waiting.delete(call.id);
    call.answer(frame.result ?? callFailed({ code: 'internt-fel', detail: 'no result' }));
  }

  connect();
  return {
    call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>> {
      return new Promise((resolve) => {
        lastId += 1;
        const text = JSON.stringify({ id: lastId, name, input });
        if (text.length > longestFrame) return resolve(callFailed({ code: 'ogiltig-indata', detail: 'too large' }));
        waiting.set(lastId, { id: lastId, text, answer: (result) => resolve(result as CallResult<N>) });
        if (isOpen) socket?.send(text);
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onConnection(listener) {
      connectionListeners.add(listener);
      listener(isOpen);
      return () => connectionListeners.delete(listener);
    },
  };
}

const openWebSocket = (url: string): Socket => new WebSocket(url) as unknown as Socket;
