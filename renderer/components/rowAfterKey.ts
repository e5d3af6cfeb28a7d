type Key = { key: string; ctrlKey: boolean; altKey: boolean };

/** The row a key moves to in a grid of `count` rows, or undefined when the key moves nothing. */
export function rowAfterKey({ key, ctrlKey, altKey }: Key, index: number, count: number, page: number): number | undefined {
  if (altKey || (ctrlKey && key !== 'Home' && key !== 'End')) return undefined;
  const moves: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  };
  const to = moves[key];
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
}
