import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, CustomScheme, IpcMainInvokeEvent, Rectangle } from 'electron';
import { contentsDouble, sessionDouble } from '../../security/testing/session-double.ts';
import type { Electron } from '../start-app.ts';

type Handler = (event: IpcMainInvokeEvent, data: unknown) => Promise<unknown>;

/** Electron as the shell uses it, without the binary: keeps what it is given and lets a test play system and user. */
export function electronDouble({
  isPackaged = true,
  hasLock = true,
  protectedKeys = true,
  userData,
}: {
  isPackaged?: boolean;
  hasLock?: boolean;
  protectedKeys?: boolean;
  userData: string;
}) {
  /** What happened, in order. */
  const log: string[] = [];
  const paths = { userData };
  const errors: [string, string][] = [];
  const handlers = new Map<string, Handler>();
  const privileged: CustomScheme[] = [];
  const windows: {
    options: BrowserWindowConstructorOptions;
    sent: unknown[][];
    loaded: string[];
    focused: number;
    emit(event: string): void;
  }[] = [];
  const ready = Promise.withResolvers<void>();
  const exited = Promise.withResolvers<number>();
  const emitter = new EventEmitter();
  const session = sessionDouble();
  let contentsId = 0;

  const app = Object.assign(emitter, {
    isPackaged,
    commandLine: { appendSwitch: (name: string, value?: string) => log.push(`switch ${name}${value ? `=${value}` : ''}`) },
    setPath: (_name: string, path: string) => {
      paths.userData = path;
    },
    getPath: () => paths.userData,
    requestSingleInstanceLock: () => hasLock,
    enableSandbox: () => log.push('enableSandbox'),
    whenReady: () => {
      log.push('whenReady');
      return ready.promise;
    },
    /** As Electron: will-quit may be prevented; else the program ends. */
    quit: () => {
      log.push('quit');
      let isPrevented = false;
      emitter.emit('will-quit', {
        preventDefault() {
          isPrevented = true;
        },
      });
      if (!isPrevented) exited.resolve(0);
    },
    exit: (code = 0) => {
      log.push('exit');
      exited.resolve(code);
    },
  });

  class BrowserWindow extends EventEmitter {
    readonly record: (typeof windows)[number];
    readonly webContents;
    constructor(options: BrowserWindowConstructorOptions) {
      super();
      log.push('window');
      const contents = contentsDouble();
      contentsId += 1;
      const sent: unknown[][] = [];
      const loaded: string[] = [];
      this.webContents = Object.assign(contents.contents, {
        id: contentsId,
        getURL: () => loaded.at(-1) ?? '',
        isDestroyed: () => false,
        send: (...message: unknown[]) => sent.push(message),
        once: () => {},
        reload: () => log.push('reload'),
      });
      this.record = { options, sent, loaded, focused: 0, emit: (event) => void this.emit(event) };
      windows.push(this.record);
      emitter.emit('web-contents-created', {}, this.webContents);
    }
    async loadURL(url: string) {
      this.record.loaded.push(url);
      log.push(`load ${url}`);
    }
    setContentProtection = (on: boolean) => void log.push(`content protection ${on}`);
    isDestroyed = () => false;
    isMinimized = () => true;
    isMaximized = () => false;
    restore = () => void log.push('restore');
    show = () => void log.push('show');
    focus() {
      this.record.focused += 1;
    }
    getNormalBounds = (): Rectangle => ({ x: 10, y: 20, width: 1400, height: 800 });
  }

  const electron = {
    app,
    BrowserWindow,
    dialog: { showErrorBox: (title: string, content: string) => errors.push([title, content]) },
    ipcMain: { handle: (channel: string, handler: Handler) => void handlers.set(channel, handler) },
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: () => log.push('menu') },
    protocol: {
      registerSchemesAsPrivileged(schemes: CustomScheme[]) {
        log.push('schemes');
        privileged.push(...schemes);
      },
    },
    safeStorage: {
      isAsyncEncryptionAvailable: async () => protectedKeys,
      getSelectedStorageBackend: () => 'gnome_libsecret',
      encryptStringAsync: async (text: string) => Buffer.from(text),
      decryptStringAsync: async (bytes: Buffer) => ({ result: bytes.toString(), shouldReEncrypt: false }),
    },
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] },
    session: { defaultSession: Object.assign(session.session, { on: () => {} }) },
    shell: { openExternal: async (url: string) => void log.push(`external ${url}`) },
  } as unknown as Electron;

  return { electron, log, errors, handlers, privileged, windows, session, app, ready: ready.resolve, exited: exited.promise };
}
