import { createHash } from 'node:crypto';

/**
 * A UUID that follows from a text (version 5, of SHA-256): what is asked for again under it, by whichever node, takes effect once.
 * @param kind of what it names
 */
export function idOf(kind: string, text: string): string {
  const hex = createHash('sha256').update(`${kind} ${text}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
