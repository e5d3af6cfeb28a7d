import { z } from 'zod';
import { isSynlig } from './synlig.ts';

/**
 * Written text of the record: paragraphs, bold, italic and lists, kept as TipTap's JSON (ProseMirror document). Anything
 * else a clipboard may hold is dropped by the editor; what reaches a command is refused unless it has this shape. Letters are
 * composed.
 */
const mark = z.strictObject({ type: z.enum(['bold', 'italic']) });
const inline = z.union([
  z.strictObject({ type: z.literal('text'), text: z.string().normalize('NFC').min(1), marks: z.array(mark).max(2).optional() }),
  z.strictObject({ type: z.literal('hardBreak'), marks: z.array(mark).max(2).optional() }),
]);
const paragraph = z.strictObject({ type: z.literal('paragraph'), content: z.array(inline).optional() });

export type Inline = z.infer<typeof inline>;
export type Paragraph = z.infer<typeof paragraph>;
export type ListItem = { type: 'listItem'; content: (Paragraph | List)[] };
export type List = { type: 'bulletList' | 'orderedList'; attrs?: unknown; content: ListItem[] };
export type Block = Paragraph | List;
export type RichText = { type: 'doc'; content: Block[] };

/** How a list is numbered: `a`, `A`, `i`. Not among the words, so the length of those does not bound it. */
const listType = z.string().refine((type) => type.length <= 20, { error: 'too-long' });
const listAttrs = z.strictObject({ start: z.number().int().optional(), type: listType.nullish() }).optional();
const list: z.ZodType<List, List> = z.lazy(() =>
  z.strictObject({ type: z.enum(['bulletList', 'orderedList']), attrs: listAttrs, content: z.array(listItem).min(1) }),
);
const listItem: z.ZodType<ListItem, ListItem> = z.lazy(() =>
  z.strictObject({ type: z.literal('listItem'), content: z.array(z.union([paragraph, list])).min(1) }),
);

/** A text may hold about 60 printed pages. */
export const maxTextLength = 200_000;
/** Deeper nesting comes from no editor of ours. */
const maxDepth = 24;
/** Bold, italic and plain runs, paragraphs and items together: keeps the longest text, as JSON, far below a request's limit. */
export const maxTextNodes = 20_000;

export const richText = z
  .custom<RichText>((value) => depthOf(value, 0) <= maxDepth, { error: 'too-deep', abort: true })
  .refine((value) => countNodes(value) <= maxTextNodes, { error: 'too-long' })
  .pipe(z.strictObject({ type: z.literal('doc'), content: z.array(z.union([paragraph, list])) }))
  .refine((doc) => plainText(doc).length <= maxTextLength, { error: 'too-long' });

/** Of a document no deeper than {@link maxDepth}. */
function countNodes(value: unknown): number {
  const content = (value as { content?: unknown } | null)?.content;
  return Array.isArray(content) ? content.reduce<number>((sum, child) => sum + countNodes(child), 1) : 1;
}

function depthOf(value: unknown, depth: number): number {
  if (depth > maxDepth || typeof value !== 'object' || value === null) return depth;
  const content = (value as { content?: unknown }).content;
  if (!Array.isArray(content)) return depth;
  return content.reduce<number>((deepest, child) => Math.max(deepest, depthOf(child, depth + 1)), depth);
}

/** The words alone, a line per paragraph and list item: for search, comparison, screen readers and print. */
export function plainText(doc: RichText): string {
  return doc.content.map((block) => blockLines(block, '').join('\n')).join('\n');
}

function blockLines(block: Block, indent: string): string[] {
  if (block.type === 'paragraph') return [indent + inlineText(block.content ?? [])];
  const labels = listLabels(block);
  return block.content.flatMap((item, index) => {
    const bullet = `${labels[index]} `;
    const lines = item.content.flatMap((child) =>
      child.type === 'paragraph' ? [inlineText(child.content ?? [])] : blockLines(child, '  '),
    );
    return lines.map((line, n) => indent + (n === 0 ? bullet : '  ') + line);
  });
}

/** What stands before each item of a list. */
export function listLabels(list: List): string[] {
  const first = (list.attrs as z.infer<typeof listAttrs>)?.start ?? 1;
  return list.content.map((_, index) => (list.type === 'bulletList' ? '•' : `${first + index}.`));
}

const inlineText = (content: Inline[]): string => content.map((node) => (node.type === 'text' ? node.text : '\n')).join('');

/** Characters of {@link plainText}, near enough to know how much room the text takes, without making it. */
export const textLength = (doc: RichText): number => doc.content.reduce((sum, block) => sum + nodeLength(block), 0);

/** A paragraph ends its line, so it counts for one more than its words. */
const nodeLength = (node: Block | ListItem | Inline): number =>
  node.type === 'text'
    ? node.text.length
    : 'content' in node && node.content !== undefined
      ? (node.content as (Block | ListItem | Inline)[]).reduce((sum, child) => sum + nodeLength(child), node.type === 'paragraph' ? 1 : 0)
      : 1;

/** Plain text → one paragraph per line. */
export function fromPlainText(text: string): RichText {
  return {
    type: 'doc',
    content: text
      .split('\n')
      .map((line): Paragraph => (line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] })),
  };
}

/** No words: an empty list is as empty as an empty paragraph. */
export const isEmptyText = (doc: RichText): boolean => !doc.content.some(hasWords);

const hasWords = (block: Block): boolean =>
  block.type === 'paragraph' ? isSynlig(inlineText(block.content ?? [])) : block.content.some((item) => item.content.some(hasWords));
export const emptyText: RichText = { type: 'doc', content: [{ type: 'paragraph' }] };
