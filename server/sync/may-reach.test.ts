import { expect, test } from 'vitest';
import { anvandarScope, katalogScope } from '../../shared/domain/scope.ts';
import { systemaktorId } from '../../shared/domain/systemaktor.ts';
import { testActor, testId } from '../../shared/domain/testing/state.ts';
import type { ChangedScope } from '../store/changed-scope.ts';
import { mayReach } from './may-reach.ts';

const scope = (name: string) => ({ name }) as ChangedScope;
const anna = testActor();

test('a user writes in their own lists, in nobody else’s, and not in the catalogue', () => {
  expect(mayReach(scope(anvandarScope(anna.id)), anna)).toBe(true);
  expect(mayReach(scope(anvandarScope(testId(2))), anna)).toBe(false);
  expect(mayReach(scope(katalogScope), testActor({ roller: ['systemforvaltare'] }))).toBe(false);
});

test('the server reaches all', () => {
  expect(mayReach(scope(anvandarScope(anna.id)), testActor({ id: systemaktorId }))).toBe(true);
});
