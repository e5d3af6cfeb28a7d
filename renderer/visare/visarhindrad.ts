import type { CallErrorCode } from '../../shared/ipc/contract.ts';
import type { Visarhinder } from '../../shared/words/visare.ts';

export type Visarfel = Visarhinder | CallErrorCode;

/** A document is not shown, for a reason that has words. */
export class Visarhindrad extends Error {
  readonly fel: Visarfel;
  constructor(fel: Visarfel) {
    super(fel);
    this.name = 'Visarhindrad';
    this.fel = fel;
  }
}
