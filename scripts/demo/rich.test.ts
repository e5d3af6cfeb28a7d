import { describe, expect, it } from 'vitest';
import { plainText, richText } from '../../shared/domain/text/text.ts';
import { richFrom } from './rich.ts';

describe('richFrom', () => {
  it('makes paragraphs, bold and lists that the rulebook accepts', () => {
    const doc = richFrom('Före **fet** efter\n- ett\n- **två**\nSist');
    expect(richText.parse(doc)).toEqual(doc);
    expect(plainText(doc)).toBe('Före fet efter\n• ett\n• två\nSist');
    expect(doc.content.map(({ type }) => type)).toEqual(['paragraph', 'bulletList', 'paragraph']);
    expect(JSON.stringify(doc).match(/"bold"/g)).toHaveLength(2);
  });
});
