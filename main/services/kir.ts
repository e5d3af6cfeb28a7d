import type { KirSvar } from '../../shared/ipc/views.ts';
import { nowOf, type ServicePorts } from './service.ts';

/** What the server answers of a number: a person, nobody, or one whom the user may not see. */
export type KirAnswer = Exclude<KirSvar, { slag: 'ejNaddes' }>;
/**
 * Asks the register of residents. Rejects when no usable answer came; whatever the reason, the user goes on without the
 * register (FRAGA-05).
 */
export type AskKir = (personnummer: string, signal: AbortSignal) => Promise<KirAnswer>;

/** Longer than this nobody waits before filling in the form themselves. */
const patienceMs = 6000;

/**
 * Sök KIR (REG-03, REG-04). The question is a search for a person and stands in the access log, reached or not (FRAGA-62).
 * @param onError what went wrong, for the log: the user is told only that the register was not reached
 */
export function createKir(
  { replica, clock, newId }: Pick<ServicePorts, 'replica' | 'clock' | 'newId'>,
  ask: AskKir,
  onError: (error: unknown) => void,
) {
  return async (personnummer: string): Promise<KirSvar> => {
    replica.logAccess({ id: newId(), at: nowOf(clock), action: 'sokt', personId: null, detail: `KIR ${personnummer}` });
    try {
      return await ask(personnummer, AbortSignal.timeout(patienceMs));
    } catch (error) {
      onError(error);
      return { slag: 'ejNaddes' };
    }
  };
}
