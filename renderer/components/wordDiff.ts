import { diffArrays } from 'diff';

/** A run of words: in both texts, or in one of them. */
export type DiffPart = { slag: 'lika' | 'bara-a' | 'bara-b'; text: string };

type Change = { value: string[]; added: boolean; removed: boolean };

const segmenter = new Intl.Segmenter('sv', { granularity: 'word' });
/** Words, spaces and signs, each alone. `diffWords` has words of its own, but its parts do not keep the spaces of both texts. */
const words = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Beyond this many words taken out and put in, the search costs too much; the middle is then shown as wholly different. */
const maxEditLength = 2000;

/**
 * Compares two texts word by word. The parts joined, without `bara-b`, are `a` exactly; without `bara-a` they are `b` exactly:
 * the comparison never shows a word that was not written. Within one difference the words of `a` stand before those of `b`.
 */
export function wordDiff(a: string, b: string): DiffPart[] {
  const [left, right] = [words(a), words(b)];
  const changes = diffArrays(left, right, { maxEditLength }) ?? byEnds(left, right);
  const parts: DiffPart[] = [];
  const add = (slag: DiffPart['slag'], text: string) => {
    if (text !== '') parts.push({ slag, text });
  };
  let onlyA = '';
  let onlyB = '';
  changes.forEach(({ value, added, removed }, index) => {
    const text = value.join('');
    // A space or a single word that happens to stand in both, between differences, is read as part of the difference.
    const isIsland = index > 0 && index < changes.length - 1 && !/\S\s+\S/.test(text);
    if (removed || (!added && isIsland)) onlyA += text;
    if (added || (!removed && isIsland)) onlyB += text;
    if (added || removed || isIsland) return;
    add('bara-a', onlyA);
    add('bara-b', onlyB);
    onlyA = '';
    onlyB = '';
    add('lika', text);
  });
  add('bara-a', onlyA);
  add('bara-b', onlyB);
  return parts;
}

/** What both begin with and end with; the middle as one difference. */
function byEnds(a: string[], b: string[]): Change[] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const part = (value: string[], slag?: 'added' | 'removed'): Change => ({ value, added: slag === 'added', removed: slag === 'removed' });
  return [
    part(a.slice(0, start)),
    part(a.slice(start, a.length - end), 'removed'),
    part(b.slice(start, b.length - end), 'added'),
    part(a.slice(a.length - end)),
  ];
}
