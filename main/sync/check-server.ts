import type { Page } from './page.ts';
import type { Session } from './session.ts';
import { TransportError } from './transport-error.ts';

/** The server must be the one the replica knows, and remember what it has answered. */
export function checkServer({ replica }: Session, { head, resultsAfter }: Page): void {
  const { epoch } = replica.identity();
  if (epoch !== null && head.epoch !== epoch) throw new TransportError('epoch-changed', { code: 'epoch-changed', epoch: head.epoch });
  if (head.lastSeq < resultsAfter) throw new TransportError('client-ahead', { code: 'client-ahead' });
}
