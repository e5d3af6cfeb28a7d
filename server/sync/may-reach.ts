import { bucketsOfAnvandare } from '../../shared/domain/buckets.ts';
import type { Actor } from '../../shared/domain/command.ts';
import { anvandarScope, personOfScope } from '../../shared/domain/scope.ts';
import { systemaktorId } from '../../shared/domain/systemaktor.ts';
import type { ChangedScope } from '../store/changed-scope.ts';

/** A user writes only where they may read: their own scope, and akter that a bucket of theirs holds. The server reaches all. */
export function mayReach(scope: ChangedScope, actor: Actor): boolean {
  if (actor.id === systemaktorId) return true;
  const personId = personOfScope(scope.name);
  if (personId === undefined) return scope.name === anvandarScope(actor.id);
  const readable = bucketsOfAnvandare(actor);
  return scope.bucketsOf(personId).some((bucket) => readable.includes(bucket));
}
