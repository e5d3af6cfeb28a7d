/**
 * What every store of the product can hold. PostgreSQL's text and jsonb refuse NUL and a surrogate without its other half,
 * and documents nested without end exhaust whoever walks them: one such value would stop a whole queue behind it.
 */
export const maxJsonDepth = 100;

/** True when arrays and objects nest at most {@link maxJsonDepth} deep. */
export function isShallow(value: unknown, depth: number = maxJsonDepth): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((part) => isShallow(part, depth - 1));
}

/** The same JSON value with U+FFFD for what is no character. Nothing is copied when there is nothing to replace. */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = value.map(storable);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  const entries = Object.entries(value);
  const cleaned = entries.map(([key, part]) => [storableText(key), storable(part)] as const);
  const same = cleaned.every(([key, part], index) => key === entries[index]?.[0] && part === entries[index]?.[1]);
  return same ? value : Object.fromEntries(cleaned);
}

/** A text that PostgreSQL takes as it is. */
export const isStorableText = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

export const storableText = (text: string): string => (isStorableText(text) ? text : text.replaceAll('\0', '\uFFFD').toWellFormed());
