import type { CallName, CallResult, CoreEvent } from '../../shared/ipc/contract.ts';
import type { SkrivarPort } from '../services/ports.ts';
import type { SkrivarFraga, SkrivarSvar } from './skrivare.ts';

/** What the host starts the core's thread with. */
export type WorkerStart = {
  dataDir: string;
  serverUrl: string;
  tenant: string;
  leaseDays?: number;
  provkorning: boolean;
  /** Where the built thread that makes documents is, and the folder `resources`; without it the sources beside the core's. */
  documents?: { workerUrl: string; resources: string };
  /** What the host's printers take, when it has any to offer. */
  skrivare?: SkrivarPort['tar'];
  /** Where the built thread is that makes PDFs of scanned files. */
  scanWorkerUrl?: string;
  /** And the one that binds. */
  bindWorkerUrl?: string;
  /** And the one that keeps the index of the notes' words. */
  fritextWorkerUrl?: string;
};

export type ToWorker =
  | { call: { id: number; name: string; input: unknown } }
  /** The answer to a key request: keys stay with the host, whose process alone reaches the operating system's store. */
  | { key: { id: number; key: Uint8Array } | { id: number; problem: string } }
  | { skrivare: SkrivarSvar }
  | { close: true };

export type FromWorker =
  | { result: { id: number; result: CallResult<CallName> } }
  | { event: CoreEvent }
  | { keyRequest: { id: number; name: string } }
  | { skrivarfraga: SkrivarFraga };
