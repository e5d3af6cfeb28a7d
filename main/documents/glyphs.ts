/** A font as far as it is asked which letters it has. */
export type Glyphs = { family: string; has(codePoint: number): boolean };

/**
 * Reads which code points a TrueType or OpenType font has a glyph for (OpenType 1.9, `cmap`, formats 4 and 12, which all fonts of ours
 * have).
 * @throws Error when the font has neither
 */
export function readGlyphs(family: string, font: Uint8Array): Glyphs {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, 'cmap');
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, n) => cmap + view.getUint32(cmap + 8 + 8 * n));
  const chosen = [12, 4].map((format) => subtables.find((at) => view.getUint16(at) === format)).find((at) => at !== undefined);
  if (chosen === undefined) throw new Error(`${family} has no readable cmap`);
  const known = new Uint8Array(0x110000 / 8);
  const mark = (codePoint: number) => {
    known[codePoint >> 3] = (known[codePoint >> 3] ?? 0) | (1 << (codePoint & 7));
  };
  if (view.getUint16(chosen) === 12) markGroups(view, chosen, mark);
  else markSegments(view, chosen, mark);
  return { family, has: (codePoint) => ((known[codePoint >> 3] ?? 0) & (1 << (codePoint & 7))) !== 0 };
}

function tableOffset(view: DataView, wanted: string): number {
  for (let n = 0; n < view.getUint16(4); n += 1) {
    const at = 12 + 16 * n;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
    if (tag === wanted) return view.getUint32(at + 8);
  }
  throw new Error(`no table ${wanted}`);
}

function markGroups(view: DataView, at: number, mark: (codePoint: number) => void): void {
  for (let n = 0; n < view.getUint32(at + 12); n += 1) {
    const group = at + 16 + 12 * n;
    const [first, last, glyph] = [view.getUint32(group), view.getUint32(group + 4), view.getUint32(group + 8)];
    for (let codePoint = first; codePoint <= last; codePoint += 1) if (glyph + codePoint - first !== 0) mark(codePoint);
  }
}

function markSegments(view: DataView, at: number, mark: (codePoint: number) => void): void {
  const double = view.getUint16(at + 6);
  for (let n = 0; n < double; n += 2) {
    const last = view.getUint16(at + 14 + n);
    const first = view.getUint16(at + 16 + double + n);
    const delta = view.getUint16(at + 16 + 2 * double + n);
    const rangeAt = at + 16 + 3 * double + n;
    const range = view.getUint16(rangeAt);
    for (let codePoint = first; codePoint <= last && codePoint < 0xffff; codePoint += 1) {
      const listed = range === 0 ? codePoint : view.getUint16(rangeAt + range + 2 * (codePoint - first));
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) mark(codePoint);
    }
  }
}
