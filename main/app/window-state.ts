import { readFileSync } from 'node:fs';
import type { Rectangle } from 'electron';
import { z } from 'zod';

const stored = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof stored>;

/** The size that every screen is made for. */
export const defaultSize = { width: 1366, height: 768 };
export const minimumSize = { width: 683, height: 384 }; // 1366x768 at 200 %
/** Pixels of the window's top that must lie on a screen, for the mouse to reach it. */
const grip = 100;

/**
 * Where the window was, if it can still be seen there: a screen may have been taken away since.
 * @param workAreas of all screens now, in the same pixels
 */
export function placeWindow(state: WindowState | null, workAreas: Rectangle[]): Partial<Rectangle> & { maximized: boolean } {
  if (!state) return { ...defaultSize, maximized: false };
  const { maximized } = state;
  const width = Math.max(state.width, minimumSize.width);
  const height = Math.max(state.height, minimumSize.height);
  const isReachable = workAreas.some(
    (area) =>
      state.x + width >= area.x + grip &&
      state.x + grip <= area.x + area.width &&
      state.y >= area.y &&
      state.y + grip <= area.y + area.height,
  );
  return isReachable ? { x: state.x, y: state.y, width, height, maximized } : { width, height, maximized };
}

/** What was stored, or null when nothing or nothing readable was: the window then opens at its own size. */
export function readWindowState(file: string): WindowState | null {
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null; // a lost window position is no reason to say anything
  }
}
