import type { Block, Inline, List, ListItem, Paragraph, RichText } from '../../../shared/domain/text/text.ts';

/** What a text may hold of lists in lists; `richText` refuses a deeper one, so the editor's is flattened before that. */
const djupastLista = 8;

type Marks = { type: 'bold' | 'italic' }[];

/**
 * The editor's document as the record's text: paragraphs, bold, italic and lists (shared/domain/text). Whatever else a
 * document may hold loses its form but keeps its words.
 * @param json a ProseMirror document; of unknown origin, since a draft may be older than this program
 */
export function tillRichText(json: unknown): RichText {
  const content = children(json).flatMap((node) => blocks(node, 0));
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

const fieldOf = (node: unknown, field: string): unknown =>
  typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[field] : undefined;
const children = (node: unknown): unknown[] => {
  const content = fieldOf(node, 'content');
  return Array.isArray(content) ? content : [];
};
const isList = (type: unknown): type is List['type'] => type === 'bulletList' || type === 'orderedList';
const isInline = (node: unknown): boolean => ['text', 'hardBreak'].includes(String(fieldOf(node, 'type')));

function blocks(node: unknown, depth: number): Block[] {
  const type = fieldOf(node, 'type');
  if (isInline(node)) return [paragraph([node])];
  if (isList(type)) return list(node, type, depth);
  const inner = children(node);
  if (type === 'paragraph' || inner.every(isInline)) return [paragraph(inner)];
  return inner.flatMap((child) => blocks(child, depth));
}

function paragraph(nodes: unknown[]): Paragraph {
  const content = nodes.flatMap(inline);
  return content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' };
}

function list(node: unknown, type: List['type'], depth: number): Block[] {
  const items = children(node).map((item): ListItem => {
    const content = children(item).flatMap((child) => blocks(child, depth + 1));
    return { type: 'listItem', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
  });
  if (items.length === 0) return [];
  // Too deep for a list of its own: its paragraphs stand in the item around it.
  if (depth >= djupastLista) return items.flatMap((item) => item.content);
  const start = fieldOf(fieldOf(node, 'attrs'), 'start');
  const numbered = type === 'orderedList' && Number.isInteger(start) && start !== 1;
  return [{ type, ...(numbered ? { attrs: { start } } : {}), content: items }];
}

function inline(node: unknown): Inline[] {
  const type = fieldOf(node, 'type');
  const marks = marksOf(node);
  const withMarks = marks.length > 0 ? { marks } : {};
  if (type === 'hardBreak') return [{ type, ...withMarks }];
  const text = fieldOf(node, 'text');
  if (type === 'text') return typeof text === 'string' && text !== '' ? [{ type, text, ...withMarks }] : [];
  return children(node).flatMap(inline);
}

function marksOf(node: unknown): Marks {
  const marks = fieldOf(node, 'marks');
  const kinds = Array.isArray(marks) ? marks.map((mark) => fieldOf(mark, 'type')) : [];
  return (['bold', 'italic'] as const).filter((kind) => kinds.includes(kind)).map((type) => ({ type }));
}
