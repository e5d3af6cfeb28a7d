import { bucketsOfAnvandare } from '../../shared/domain/buckets.ts';
import type { Actor } from '../../shared/domain/command.ts';
import { anvandarScope, eansokanOfScope, isMeddelandeScope, personOfScope } from '../../shared/domain/scope.ts';
import { systemaktorId } from '../../shared/domain/systemaktor.ts';
import type { ChangedScope, Seen } from '../store/changed-scope.ts';

/**
 * What a user's commands are decided on is what their unit may read, as in their own replica: another unit's cases of the same kund are
 * not there (OSL 26:1). A utförare's are decided on the whole akt, for what they confirm and end hangs on more than they read.
 */
export function seenBy(actor: Actor): Seen {
  if (actor.id === systemaktorId || !actor.roller.some((roll) => roll !== 'utforare')) return () => true;
  const readable = new Set(bucketsOfAnvandare(actor));
  return ({ buckets }) => buckets.some((bucket) => readable.has(bucket));
}

/** A user writes only where they may read: their own scope, and akter, e-ansökningar and messages that a bucket of theirs holds. The server reaches all. */
export function mayReach(scope: ChangedScope, actor: Actor): boolean {
  if (actor.id === systemaktorId) return true;
  if (isMeddelandeScope(scope.name)) return scope.someIn(new Set(bucketsOfAnvandare(actor)));
  const personId = personOfScope(scope.name);
  const held = eansokanOfScope(scope.name) ?? personId;
  if (held === undefined) return scope.name === anvandarScope(actor.id);
  const readable = bucketsOfAnvandare(actor);
  return scope.bucketsOf(held).some((bucket) => readable.includes(bucket));
}
