import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultSize, minimumSize, placeWindow, readWindowState } from './window-state.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 1280, height: 1024 };
const at = (x: number, y: number, width = 1400, height = 800) => ({ x, y, width, height, maximized: false });

describe('where a window opens', () => {
  test('the first time: at its own size', () => expect(placeWindow(null, [screen])).toEqual({ ...defaultSize, maximized: false }));
  test('where it was', () => expect(placeWindow(at(200, 100), [screen])).toEqual(at(200, 100)));
  test('on a second screen that is there', () => expect(placeWindow(at(2000, 10), [screen, second])).toEqual(at(2000, 10)));
  test.each([
    ['on a screen that has been taken away', at(2000, 10)],
    ['with its top above the screen', at(100, -50)],
    ['below the screen', at(100, 1000)],
    ['left of the screen', at(-1390, 100)],
  ])('not %s', (_where, state) => expect(placeWindow(state, [screen])).toEqual({ width: 1400, height: 800, maximized: false }));
  test('no smaller than can be used', () => expect(placeWindow(at(0, 0, 10, 10), [screen])).toMatchObject(minimumSize));
});

test.each(['', '{', '{"x":1}', 'null', '{"x":"1","y":0,"width":1,"height":1,"maximized":false}'])(
  'a stored state %j counts as none',
  (content) => {
    const folder = mkdtempSync(join(tmpdir(), 'aktnara-window-'));
    writeFileSync(join(folder, 'fonster.json'), content);
    expect(readWindowState(join(folder, 'fonster.json'))).toBeNull();
    rmSync(folder, { recursive: true });
  },
);
