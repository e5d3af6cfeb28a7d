import type { ProtocolErrorCode } from '../../shared/protocol/protocol.ts';
import type { Clock } from './clock.ts';
import { TransportError } from './transport-error.ts';

/** So many documents are carried at once: the server's answer to one is waited for while another is read. */
const atOnce = 8;
/** A document that the server has not, or says is not the user's, is tried again after so long. */
const laterMs = 60_000;
/** One that the server fails at is tried again after twice as long each time, up to this. */
const longestMs = 16 * laterMs;
/** Codes that are about one document and not about the server. */
const ofOne: readonly (ProtocolErrorCode | undefined)[] = ['not-found', 'not-received', 'malformed', 'too-large'];
/** Codes that no other document would be answered better than. */
const ofAll: readonly (ProtocolErrorCode | undefined)[] = [
  'unauthorised',
  'forbidden',
  'wrong-tenant',
  'too-many-requests',
  'client-too-old',
  'server-too-old',
];

type Parts = { clock: Clock; signal: AbortSignal; onError: (error: unknown) => void };

/** What goes wrong with one document stops no other, until it is seen to be the server that does not do. */
export function createTrouble({ clock, signal, onError }: Parts) {
  const later = new Map<string, { at: number; failures: number }>();
  const postpone = (id: string, failures: number) =>
    later.set(id, { at: clock.now().getTime() + Math.min(longestMs, laterMs * 2 ** Math.max(0, failures - 1)), failures });

  return {
    isDue: (id: string): boolean => (later.get(id)?.at ?? 0) <= clock.now().getTime(),
    /** One round: `of` each document, and `end` when there are no more. */
    round() {
      const failedAt = new Set<string>();
      let inRow = 0;
      let didServe = false;
      let last: unknown;
      return {
        /**
         * @param failed hears what went wrong with this document; the others go on
         * @throws what is of all of them: the user's right, a defect of the program, or a server that fails at one after the other
         */
        async of(id: string, work: () => Promise<void>, failed: (error: unknown) => void): Promise<void> {
          try {
            await work();
            later.delete(id);
            [inRow, didServe] = [0, true];
          } catch (error) {
            if (signal.aborted || isOfAll(error)) throw error;
            onError(error);
            failed(error);
            if (isOfOne(error)) {
              postpone(id, 0);
              [inRow, didServe] = [0, true];
              return;
            }
            failedAt.add(id);
            inRow += 1;
            last = error;
            if (inRow >= atOnce) throw error;
          }
        },
        /** @throws when the server did nothing at all */
        end(): void {
          if (failedAt.size > 0 && !didServe) throw last;
          for (const id of failedAt) postpone(id, (later.get(id)?.failures ?? 0) + 1);
        },
      };
    },
  };
}
export type Trouble = ReturnType<typeof createTrouble>;

const isOfOne = (error: unknown): boolean =>
  error instanceof TransportError ? ofOne.includes(error.code) : codeOf(error)?.startsWith('dokument-') === true;
export const isOfAll = (error: unknown): boolean => (error instanceof TransportError ? ofAll.includes(error.code) : !isOfOne(error));

export const codeOf = (error: unknown): string | undefined => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
};

/** Works off what `next` gives, so many at once. The first failure ends it, when those under way have ended. */
export async function inPool<T>(next: () => T | undefined, work: (one: T) => Promise<void>): Promise<void> {
  const failed: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (let one = next(); one !== undefined && failed.length === 0; one = next()) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, () => worker().catch((error: unknown) => failed.push(error))));
  if (failed.length > 0) throw failed[0];
}
