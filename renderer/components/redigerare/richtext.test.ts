import { describe, expect, it } from 'vitest';
import { plainText, richText } from '../../../shared/domain/text/text.ts';
import { tillRichText } from './richtext.ts';

const text = (value: string, ...marks: string[]) => ({ type: 'text', text: value, marks: marks.map((type) => ({ type })) });

describe('the editor’s document as the record’s text', () => {
  it('keeps paragraphs, bold, italic and lists in a shape the command accepts', () => {
    const json = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [text('Hjälp med '), text('måltider', 'italic', 'bold')] },
        { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('dusch')] }] }] },
        { type: 'orderedList', attrs: { start: 1, type: null }, content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
      ],
    };
    const out = tillRichText(json);
    expect(richText.safeParse(out).success).toBe(true);
    expect(out.content[0]).toEqual({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Hjälp med ' },
        { type: 'text', text: 'måltider', marks: [{ type: 'bold' }, { type: 'italic' }] },
      ],
    });
    expect(out.content.map((block) => block.type)).toEqual(['paragraph', 'bulletList', 'orderedList']);
  });

  it('drops unknown form but no word', () => {
    const out = tillRichText({
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 1 }, content: [text('Bakgrund', 'underline')] },
        { type: 'blockquote', content: [{ type: 'paragraph', content: [text('citat', 'link', 'bold')] }] },
        {
          type: 'table',
          content: [{ type: 'row', content: [{ type: 'cell', content: [{ type: 'paragraph', content: [text('ruta')] }] }] }],
        },
      ],
    });
    expect(richText.safeParse(out).success).toBe(true);
    expect(plainText(out)).toBe('Bakgrund\ncitat\nruta');
  });

  it('flattens lists too deep for the command instead of having the save refused', () => {
    let node: unknown = { type: 'paragraph', content: [text('längst in')] };
    for (let n = 0; n < 30; n++) node = { type: 'bulletList', content: [{ type: 'listItem', content: [node] }] };
    const out = tillRichText({ type: 'doc', content: [node] });
    expect(richText.safeParse(out).success).toBe(true);
    expect(plainText(out)).toContain('längst in');
  });

  it.each([null, 7, 'text', {}, { type: 'doc' }, { type: 'doc', content: [{ type: 'text', text: '' }] }])(
    'makes an empty text of %j',
    (json) => {
      expect(richText.safeParse(tillRichText(json)).success).toBe(true);
      expect(plainText(tillRichText(json))).toBe('');
    },
  );
});
