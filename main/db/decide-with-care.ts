import { type Decision, isRejection } from '../../shared/domain/command.ts';
import type { RecordReads } from './record-reads.ts';

/** Decides a command; one that the rule fell over is decided once more without the records that are not what their types say. */
export function decideWithCare({ carefully }: Pick<RecordReads, 'carefully'>, decide: () => Decision): Decision {
  const decision = decide();
  return isRejection(decision) && decision.code === 'regelfel' ? carefully(decide) : decision;
}
