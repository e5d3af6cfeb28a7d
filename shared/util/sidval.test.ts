import { describe, expect, test } from 'vitest';
import { chosenPages } from './sidval.ts';

describe('BIND-03 a choice of pages', () => {
  test.each([
    [undefined, [0, 1, 2, 3]],
    ['  ', [0, 1, 2, 3]],
    ['1', [0]],
    ['2-3, 1', [1, 2, 0]],
    ['3-', [2, 3]],
    ['4–2', [3, 2, 1]],
    ['1,1', [0, 0]],
  ])('%s', (choice, pages) => {
    expect(chosenPages(choice, 4)).toEqual(pages);
  });
  test.each(['5', '1-5', '0', '0-2', '2-0', '5-', 'a', '1,', '1--2', '-3', '1 2'])('%s is none of four', (choice) => {
    expect(chosenPages(choice, 4)).toBeNull();
  });
});
