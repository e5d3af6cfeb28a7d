/** Swedish words for a code: what happened, and what to do about it. */
export type Ord = { vad: string; gor: string };
export const ord = (vad: string, gor: string): Ord => ({ vad, gor });
