import { expect, test } from 'vitest';
import { createGate } from './gate.ts';

test('changes run one at a time and in order, and one that fails holds up no other', async () => {
  const gate = createGate();
  const steps: string[] = [];
  const first = Promise.withResolvers<void>();
  const runs = [
    gate.run(async () => {
      steps.push('a');
      await first.promise;
      throw new Error('a');
    }),
    gate.run(async () => {
      steps.push('b');
      return 2;
    }),
  ];
  const waited = gate.settled().then(() => steps.push('settled'));
  // The first has begun by now, so that what is called next finds the gate shut.
  expect(steps).toEqual(['a']);
  expect(gate.isOpen).toBe(false);
  first.resolve();
  expect((await Promise.allSettled(runs)).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  await waited;
  expect(steps).toEqual(['a', 'b', 'settled']);
  expect(gate.isOpen).toBe(true);
});
