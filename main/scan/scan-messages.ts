import type { ScanErrorCode } from './scan-error.ts';

/** What the thread is given, once. */
export type ToScanWorker = { file: Uint8Array; title: string };
/** What it says, once. `fault` is a fault of the program. */
export type FromScanWorker =
  | { slag: 'klar'; bytes: Uint8Array; sidor: number }
  | { slag: 'nekad'; code: ScanErrorCode; detail: string }
  | { slag: 'fault'; detail: string };
