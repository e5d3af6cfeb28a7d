import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../protocol/protocol.ts';
import {
  type Block,
  emptyText,
  fromPlainText,
  isEmptyText,
  maxTextLength,
  maxTextNodes,
  plainText,
  type RichText,
  richText,
} from './text.ts';

const doc = (...content: unknown[]) => ({ type: 'doc', content });
const words = (text: string, ...marks: string[]) => ({
  type: 'text',
  text,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const p = (...content: unknown[]) => (content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' });
const item = (...content: unknown[]) => ({ type: 'listItem', content });
const bullets = (...content: unknown[]) => ({ type: 'bulletList', content });
const numbers = (attrs: unknown, ...content: unknown[]) => ({ type: 'orderedList', attrs, content });
const listsInLists = (depth: number): unknown =>
  depth === 0 ? p(words('längst in')) : bullets(item(p(words('x')), listsInLists(depth - 1)));
const errorOf = (value: unknown) => richText.safeParse(value).error?.issues[0]?.message;

describe('DOK-04 what TipTap’s StarterKit writes of paragraphs, bold, italic and lists is taken as it is', () => {
  test.each([
    ['an empty text', doc(p())],
    ['no paragraph at all', doc()],
    ['words', doc(p(words('Behöver stöd.')))],
    ['bold and italic', doc(p(words('a', 'bold'), words('b', 'italic'), words('c', 'bold', 'italic')))],
    [
      'a line break, also a bold one',
      doc(p(words('a'), { type: 'hardBreak' }, { type: 'hardBreak', marks: [{ type: 'bold' }] }, words('b'))),
    ],
    ['a bullet list', doc(bullets(item(p(words('ett'))), item(p(words('två')))))],
    ['a numbered list with attrs', doc(numbers({ start: 3, type: null }, item(p(words('tre')))))],
    ['a list in a list', doc(bullets(item(p(words('a')), numbers({ start: 1 }, item(p(words('b')))))))],
    ['eight lists in each other', doc(listsInLists(8))],
  ])('%s', (_, value) => {
    expect(richText.parse(value)).toEqual(value);
  });
});

describe('DOK-04 everything else is refused', () => {
  test.each([
    ['not a document', 'text'],
    ['null', null],
    ['another root', p()],
    ['a heading', doc({ type: 'heading', attrs: { level: 1 }, content: [words('a')] })],
    ['a link', doc(p({ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: 'https://exempel.se' } }] }))],
    ['underlined', doc(p(words('a', 'underline')))],
    ['an image', doc(p({ type: 'image', attrs: { src: 'x' } }))],
    ['words outside a paragraph', doc(words('a'))],
    ['an empty run of words', doc(p(words('')))],
    ['words that are a number', doc(p({ type: 'text', text: 1 }))],
    ['attributes of a paragraph', doc({ type: 'paragraph', attrs: { onclick: 'x' } })],
    ['unknown attributes of a list', doc(numbers({ start: 1, style: 'x' }, item(p())))],
    ['a start that is no whole number', doc(numbers({ start: 1.5 }, item(p())))],
    ['a list with nothing in it', doc(bullets())],
    ['an item with nothing in it', doc(bullets(item()))],
    ['a paragraph right in a list', doc(bullets(p()))],
    ['unknown fields', { ...doc(p()), html: '<b>' }],
  ])('%s', (_, value) => {
    expect(richText.safeParse(value).success).toBe(false);
  });

  test('deeper nesting than any editor of ours makes, however deep', () => {
    expect(richText.safeParse(doc(listsInLists(11))).success).toBe(true);
    expect(errorOf(doc(listsInLists(12)))).toBe('too-deep');
    expect(errorOf(JSON.parse(`${'{"content":['.repeat(20_000)}${']}'.repeat(20_000)}`))).toBe('too-deep');
  });

  test('more words than a text may hold', () => {
    expect(richText.safeParse(fromPlainText('a'.repeat(maxTextLength))).success).toBe(true);
    expect(errorOf(fromPlainText('a'.repeat(maxTextLength + 1)))).toBe('too-long');
  });

  test('more parts than a text may hold: the longest text still fits a request', () => {
    const parts = maxTextNodes - 2;
    const heaviest = doc(p(...Array.from({ length: parts }, () => words('ÅÄÖåäöéüñß', 'bold', 'italic'))));
    expect(richText.safeParse(heaviest).success).toBe(true);
    expect(new TextEncoder().encode(JSON.stringify(heaviest)).length).toBeLessThan(limits.bodyBytes / 2);
    expect(errorOf(doc(p(...Array.from({ length: parts + 1 }, () => words('a')))))).toBe('too-long');
  });

  test('more than words in what is no word: how a list is numbered has no room for it', () => {
    const list = (type: string) => doc({ type: 'orderedList', attrs: { start: 1, type }, content: [item(p(words('a')))] });
    expect(richText.safeParse(list('a')).success).toBe(true);
    expect(richText.safeParse(list('a'.repeat(1000))).success).toBe(false);
  });
});

describe('the words alone', () => {
  test.each([
    ['paragraphs', doc(p(words('a', 'bold'), words('b')), p(), p(words('c'))), 'ab\n\nc'],
    ['a line break', doc(p(words('a'), { type: 'hardBreak' }, words('b'))), 'a\nb'],
    ['bullets', doc(bullets(item(p(words('a')), p(words('b'))), item(p(words('c'))))), '• a\n  b\n• c'],
    ['numbers', doc(numbers(undefined, item(p(words('a'))), item(p(words('b'))))), '1. a\n2. b'],
    ['numbers from a start', doc(numbers({ start: 9, type: null }, item(p(words('a'))), item(p(words('b'))))), '9. a\n10. b'],
    ['a list in a list', doc(bullets(item(p(words('a')), numbers({}, item(p(words('b'))))))), '• a\n    1. b'],
  ])('%s', (_, value, text) => {
    expect(plainText(richText.parse(value))).toBe(text);
  });

  test('plain words become paragraphs and the same words again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.constantFrom('\n', '\n\n', 'ord ', '• ')), (text, more) => {
        const written = text + more.join('');
        const rich = fromPlainText(written);
        expect(richText.safeParse(rich).success).toBe(true);
        expect(plainText(rich)).toBe(written);
      }),
    );
  });

  test('no word of any text is missing in its plain words, and none is in another order', () => {
    const run = fc.stringMatching(/^[a-zåäö]{1,8}$/);
    const paragraph = fc.array(run, { maxLength: 3 }).map((texts) => p(...texts.map((text) => words(`${text} `))));
    const { block } = fc.letrec<{ block: unknown; list: unknown }>((tie) => ({
      block: fc.oneof({ depthSize: 'small' }, paragraph, tie('list')),
      list: fc
        .array(fc.array(tie('block'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
        .map((items) => bullets(...items.map((content) => item(...content)))),
    }));
    const runsOf = (value: unknown): string[] => {
      const node = value as { text?: string; content?: unknown[] };
      return [...(node.text === undefined ? [] : [node.text.trim()]), ...(node.content ?? []).flatMap(runsOf)];
    };
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (content) => {
        const rich = richText.parse(doc(...content));
        expect(
          plainText(rich)
            .split(/[\s•]+/)
            .filter((word) => word !== ''),
        ).toEqual(runsOf(rich));
      }),
    );
  });
});

describe('DOK-06 a text without words is empty', () => {
  const empty: RichText[] = [
    emptyText,
    { type: 'doc', content: [] },
    fromPlainText(' \n\t\u00a0'),
    fromPlainText('\u200b\u00ad'),
    richText.parse(doc(bullets(item(p()), item(p(words(' ')))))),
  ];
  test.each(empty.map((text) => [JSON.stringify(text), text] as const))('%s', (_, text) => {
    expect(isEmptyText(text)).toBe(true);
  });

  test('one word in the innermost list is words', () => {
    const content: Block[] = richText.parse(doc(listsInLists(3))).content;
    expect(isEmptyText({ type: 'doc', content })).toBe(false);
  });
});
