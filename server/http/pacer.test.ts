import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPacer } from './pacer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const paced = (hasRoom = () => true) => {
  const passed: number[] = [];
  return {
    passed,
    pacer: createPacer<number>(
      (one) => passed.push(one),
      { burst: 3, perSecond: 100, crowded: 10, hasRoom },
      () => Date.now(),
    ),
  };
};

test('a few pass at once, the rest one by one in their order', () => {
  const { passed, pacer } = paced();
  for (const one of [1, 2, 3, 4, 5, 6]) pacer.add(one);
  expect(passed).toEqual([1, 2, 3]);
  vi.advanceTimersByTime(10);
  expect(passed).toEqual([1, 2, 3, 4]);
  vi.advanceTimersByTime(100);
  expect(passed).toEqual([1, 2, 3, 4, 5, 6]);
});

test('what is added again while it waits keeps its place and passes once', () => {
  const { passed, pacer } = paced();
  for (const one of [1, 2, 3, 4, 5, 4]) pacer.add(one);
  vi.advanceTimersByTime(1000);
  expect(passed).toEqual([1, 2, 3, 4, 5]);
  pacer.add(4);
  expect(passed).toEqual([1, 2, 3, 4, 5, 4]);
});

test('one that has gone is not passed, and none after the end', () => {
  const { passed, pacer } = paced();
  for (const one of [1, 2, 3, 4, 5]) pacer.add(one);
  pacer.drop(4);
  vi.advanceTimersByTime(10);
  expect(passed).toEqual([1, 2, 3, 5]);
  pacer.add(6);
  pacer.close();
  vi.advanceTimersByTime(1000);
  expect(passed).toEqual([1, 2, 3, 5]);
  expect(vi.getTimerCount()).toBe(0);
});

test('few pass while there is no room, but never none, and they go on in their order when there is', () => {
  let room = true;
  const { passed, pacer } = paced(() => room);
  for (const one of [1, 2, 3, 4, 5, 6]) pacer.add(one);
  room = false;
  vi.advanceTimersByTime(90);
  expect(passed).toEqual([1, 2, 3]);
  vi.advanceTimersByTime(20);
  expect(passed).toEqual([1, 2, 3, 4]);
  room = true;
  vi.advanceTimersByTime(30);
  expect(passed).toEqual([1, 2, 3, 4, 5, 6]);
});
