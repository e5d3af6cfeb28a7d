import type { Dokumentinnehall } from '../../shared/domain/dokument/modell.ts';
import type { bindInThread } from '../binder/binder.ts';
import type { StartThread } from '../fritext/thread.ts';
import type { ScannedPdf } from '../scan/scan-to-pdf.ts';
import type { AskKir } from '../services/kir.ts';
import type { Clock, DocumentPort, NewId, SkrivarPort } from '../services/ports.ts';
import type { DocumentTransport, Hooks, Timers, Transport } from '../sync/ports.ts';
import type { Identity } from './identity.ts';
import type { KeyStore } from './key-store.ts';
import type { Log } from './log.ts';

/**
 * A server's transport for one user. `token` is asked for at each request, so that a renewed one is used at once; null =
 * never signed in by this server.
 */
export type TransportFactory = (server: ServerAccess) => Transport;
export type DocumentTransportFactory = (server: ServerAccess) => DocumentTransport;
export type KirFactory = (server: ServerAccess) => AskKir;
type ServerAccess = { serverUrl: string; tenant: string; token: () => string | null };

/** What makes PDFs of what a document says. */
export type DocumentRenderer = {
  /** @param losenord what alone opens it */
  render(dokument: Dokumentinnehall, losenord?: string): ReturnType<DocumentPort['render']>;
  close(): Promise<void>;
};

/** Makes a PDF of a scanned file. Rejects with a ScanError for one that cannot be kept whole. */
export type Scanner = (file: Uint8Array, title: string) => Promise<ScannedPdf>;
/** Binds PDFs. Rejects with a BindError for what cannot be bound. */
export type Binder = typeof bindInThread;

export type CoreOptions = {
  /** Folder of the replicas and of `datorn.json`; made when it is missing. */
  dataDir: string;
  serverUrl: string;
  /** The municipality's name in the server's paths: lower-case letters, digits and hyphens. */
  tenant: string;
  keys: KeyStore;
  /** Days that a replica may be read with no contact with the server. */
  leaseDays?: number | undefined;
  // Time, chance and network, for tests and the simulation to decide; the platform's own when left out.
  clock?: Clock;
  newId?: NewId;
  timers?: Timers;
  random?: () => number;
  identity?: Identity;
  transportFactory?: TransportFactory;
  documentTransportFactory?: DocumentTransportFactory;
  /** Bytes free on the disk of `dataDir`. */
  freeBytes?: () => number;
  kirFactory?: KirFactory;
  hooks?: Hooks;
  /** Makes PDFs; its thread starts with the first one. Closed with the core. */
  documentRenderer?: DocumentRenderer;
  /** The computer's printers; without it the page's own dialog prints. */
  skrivare?: SkrivarPort;
  scanner?: Scanner;
  binder?: Binder;
  /** Keeps an index of the notes' words, in a thread by this address or by its source, or as `start` does; without it notes are not searched. */
  fritext?: { workerUrl?: URL; start?: StartThread };
  log?: Log;
};
