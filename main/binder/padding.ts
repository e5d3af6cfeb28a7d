/**
 * A file without the zeros behind its end: old systems and some scanners write whole blocks. Where a PDF ends is looked for from the end of the
 * file.
 */
export function withoutPadding(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytes.subarray(0, end);
}
