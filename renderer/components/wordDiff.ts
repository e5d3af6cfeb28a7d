/** A run of words: in both texts, or in one of them. */
export type DiffPart = { slag: 'lika' | 'bara-a' | 'bara-b'; text: string };

/** Beyond this many cells a table of all pairs costs too much; the middle is then shown as wholly different. */
const maxCells = 4_000_000;

const words = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];

/**
 * Compares two texts word by word (longest common subsequence). The parts joined, without `bara-b`, are `a` exactly; without
 * `bara-a` they are `b` exactly: the comparison never shows a word that was not written.
 */
export function wordDiff(a: string, b: string): DiffPart[] {
  const left = words(a);
  const right = words(b);
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < left.length - start && end < right.length - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1;
  const same = (from: string[]): DiffPart[] => from.map((text) => ({ slag: 'lika', text }));
  return join([
    ...same(left.slice(0, start)),
    ...withoutIslands(join(middle(left.slice(start, left.length - end), right.slice(start, right.length - end)))),
    ...same(left.slice(left.length - end)),
  ]);
}

function middle(a: string[], b: string[]): DiffPart[] {
  const onlyA = (text: string): DiffPart => ({ slag: 'bara-a', text });
  const onlyB = (text: string): DiffPart => ({ slag: 'bara-b', text });
  if (a.length === 0 || b.length === 0 || a.length * b.length > maxCells) return [...a.map(onlyA), ...b.map(onlyB)];
  const width = b.length + 1;
  // common[i * width + j]: length of the longest common subsequence of a from i and b from j.
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      common[at] = a[i] === b[j] ? 1 + (common[at + width + 1] ?? 0) : Math.max(common[at + width] ?? 0, common[at + 1] ?? 0);
    }
  }
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const wordA = a[i];
    const wordB = b[j];
    const at = i * width + j;
    if (wordA !== undefined && wordA === wordB) {
      parts.push({ slag: 'lika', text: wordA });
      i += 1;
      j += 1;
    } else if (wordA !== undefined && (wordB === undefined || (common[at + width] ?? 0) >= (common[at + 1] ?? 0))) {
      parts.push(onlyA(wordA));
      i += 1;
    } else if (wordB !== undefined) {
      parts.push(onlyB(wordB));
      j += 1;
    }
  }
  return parts;
}

/** A space or a single word that happens to stand in both, between differences, is read as part of the difference. */
function withoutIslands(parts: DiffPart[]): DiffPart[] {
  const open = parts.flatMap((part): DiffPart[] => {
    const isIsland = part.slag === 'lika' && words(part.text.trim()).length <= 1;
    return isIsland
      ? [
          { slag: 'bara-a', text: part.text },
          { slag: 'bara-b', text: part.text },
        ]
      : [part];
  });
  // Within one difference the words of a stand before those of b, each side in its own order.
  return open.reduce<DiffPart[]>((ordered, part) => {
    const last = ordered.at(-1);
    const beforeLast = ordered.at(-2);
    if (part.slag === 'bara-a' && last?.slag === 'bara-b') {
      if (beforeLast?.slag === 'bara-a') beforeLast.text += part.text;
      else ordered.splice(-1, 0, { ...part });
    } else if (part.slag !== 'lika' && last?.slag === part.slag) last.text += part.text;
    else ordered.push({ ...part });
    return ordered;
  }, []);
}

const join = (parts: DiffPart[]): DiffPart[] =>
  parts.reduce<DiffPart[]>((joined, part) => {
    const last = joined.at(-1);
    if (last?.slag === part.slag) last.text += part.text;
    else joined.push({ ...part });
    return joined;
  }, []);
