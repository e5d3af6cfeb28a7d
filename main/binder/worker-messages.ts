import type { BindErrorCode } from './bind-error.ts';
import type { BindOptions, BindStep, Bound, PdfSource } from './bundle.ts';

/** What the binder's thread is given, one at a time. */
export type BindJob = { sources: readonly PdfSource[]; options: BindOptions };
/** What it says: that it has loaded, each step, and in the end the bundle or why there is none. `fault` is a fault of the program. */
export type BindMessage =
  | { slag: 'redo' }
  | { slag: 'steg'; steg: BindStep }
  | { slag: 'bunden'; bunden: Bound }
  | { slag: 'nekad'; code: BindErrorCode; source: string; detail: string }
  | { slag: 'fault'; detail: string };
