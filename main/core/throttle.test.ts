import { expect, test, vi } from 'vitest';
import { createThrottle } from './throttle.ts';

function manualTimers() {
  const due: (() => void)[] = [];
  return {
    setTimeout: (fn: () => void) => due.push(fn),
    clearTimeout: () => due.splice(0),
    fire: () => {
      for (const fn of due.splice(0)) fn();
    },
    get waiting() {
      return due.length;
    },
  };
}

test('status is told at once, then at most once a period, and the last one always', () => {
  const timers = manualTimers();
  const emit = vi.fn();
  const throttle = createThrottle(timers, 250, emit);
  throttle.request();
  expect(emit).toHaveBeenCalledTimes(1);
  throttle.request();
  throttle.request();
  expect(emit).toHaveBeenCalledTimes(1);
  timers.fire();
  expect(emit).toHaveBeenCalledTimes(2);
  timers.fire();
  expect(emit).toHaveBeenCalledTimes(2);
  expect(timers.waiting).toBe(0);
  throttle.request();
  expect(emit).toHaveBeenCalledTimes(3);
});

test('status after stop is told no more', () => {
  const timers = manualTimers();
  const emit = vi.fn();
  const throttle = createThrottle(timers, 250, emit);
  throttle.request();
  throttle.request();
  throttle.stop();
  timers.fire();
  throttle.request();
  expect(emit).toHaveBeenCalledTimes(1);
});
