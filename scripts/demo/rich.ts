import type { Block, Inline, List, RichText } from '../../shared/domain/text/text.ts';

/**
 * Text of the demo's own markup → rich text: a paragraph per line, `**bold**`, and a list item per line that begins
 * with `- `.
 */
export function richFrom(text: string): RichText {
  const content: Block[] = [];
  let list: List | undefined;
  for (const line of text.split('\n')) {
    if (line.startsWith('- ')) {
      if (!list) {
        list = { type: 'bulletList', content: [] };
        content.push(list);
      }
      list.content.push({ type: 'listItem', content: [{ type: 'paragraph', content: inlineOf(line.slice(2)) }] });
    } else {
      list = undefined;
      content.push({ type: 'paragraph', content: inlineOf(line) });
    }
  }
  return { type: 'doc', content };
}

/** Every second part between `**` is bold. */
const inlineOf = (line: string): Inline[] =>
  line.split('**').flatMap((text, index): Inline[] => {
    if (text === '') return [];
    return [index % 2 === 1 ? { type: 'text', text, marks: [{ type: 'bold' }] } : { type: 'text', text }];
  });
