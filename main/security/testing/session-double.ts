import type { CallbackResponse, OnBeforeRequestListenerDetails, Session, WebContents, WindowOpenHandlerResponse } from 'electron';
import type { Permission } from '../permissions.ts';

type Handler<K extends keyof Session> = Session[K] extends (handler: infer H, ...rest: never[]) => unknown ? NonNullable<H> : never;
type Guarded = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setBluetoothPairingHandler'
> & { webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>; protocol: Pick<Session['protocol'], 'handle'> };

const unset = (): never => {
  throw new Error('no handler was set: Electron would allow by default');
};

/** A session that keeps the handlers it is given, typed as Electron's, and lets a test play the browser against them. */
export function sessionDouble() {
  let onRequest: Handler<'setPermissionRequestHandler'> = unset;
  let onCheck: Handler<'setPermissionCheckHandler'> = unset;
  let onDevice: Handler<'setDevicePermissionHandler'> = unset;
  let onCapture: Handler<'setDisplayMediaRequestHandler'> = unset;
  let onBluetooth: Handler<'setBluetoothPairingHandler'> = unset;
  let onLoad: (details: OnBeforeRequestListenerDetails, answer: (response: CallbackResponse) => void) => void = unset;
  const schemes = new Map<string, (request: Request) => Response | Promise<Response>>();

  const session: Guarded = {
    setPermissionRequestHandler(handler) {
      onRequest = handler ?? unset;
    },
    setPermissionCheckHandler(handler) {
      onCheck = handler ?? unset;
    },
    setDevicePermissionHandler(handler) {
      onDevice = handler ?? unset;
    },
    setDisplayMediaRequestHandler(handler) {
      onCapture = handler ?? unset;
    },
    setBluetoothPairingHandler(handler) {
      onBluetooth = handler ?? unset;
    },
    webRequest: {
      onBeforeRequest(...args: unknown[]) {
        onLoad = args.at(-1) as typeof onLoad;
      },
    },
    protocol: { handle: (scheme, handler) => void schemes.set(scheme, handler as never) },
  };
  /** What a handler answers through its callback. */
  const answered = <T>(run: (answer: (value: T) => void) => void): T | undefined => {
    let value: T | undefined;
    run((given) => {
      value = given;
    });
    return value;
  };
  return {
    session,
    schemes,
    ask: (permission: string) =>
      answered<boolean>((answer) =>
        onRequest({} as WebContents, permission as Permission, answer, { isMainFrame: true, requestingUrl: 'app://aktnara/' }),
      ),
    check: (permission: string) => onCheck(null, permission as Permission, 'app://aktnara', { isMainFrame: true } as never),
    device: () => onDevice({ deviceType: 'usb', origin: 'app://aktnara', device: {} as never }),
    capture: () => answered<unknown>((answer) => onCapture({} as never, answer)),
    bluetooth: () => answered<unknown>((answer) => onBluetooth({} as never, answer)),
    request: (url: string) => answered<CallbackResponse>((answer) => onLoad({ url } as OnBeforeRequestListenerDetails, answer)),
  };
}

/** A web contents whose events a test emits. */
export function contentsDouble() {
  const listeners = new Map<string, (details: unknown) => void>();
  let onOpen: (details: { url: string }) => WindowOpenHandlerResponse = unset;
  const contents = {
    on(event: string, listener: (details: unknown) => void) {
      listeners.set(event, listener);
      return contents;
    },
    setWindowOpenHandler(handler: typeof onOpen) {
      onOpen = handler;
    },
  } as unknown as Pick<WebContents, 'on' | 'setWindowOpenHandler'>;
  return {
    contents,
    emit(event: string, details: object): 'prevented' | 'allowed' {
      const listener = listeners.get(event) ?? unset;
      let isPrevented = false;
      listener({
        ...details,
        preventDefault() {
          isPrevented = true;
        },
      });
      return isPrevented ? 'prevented' : 'allowed';
    },
    open: (url: string) => onOpen({ url }),
  };
}
