// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { plainText, richText } from '../../../shared/domain/text/text.ts';
import { redigerarensDelar } from './delar.ts';
import { cleanPasted } from './paste.ts';
import { tillRichText } from './richtext.ts';

const editors: Editor[] = [];
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
});

/** What the editor makes of a clipboard. */
function paste(html: string) {
  const editor = new Editor({ element: document.createElement('div'), extensions: redigerarensDelar });
  editors.push(editor);
  editor.commands.insertContent(cleanPasted(html));
  return tillRichText(editor.getJSON());
}

const word = (body: string) =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
  <!--[if gte mso 9]><xml><o:Author>Okänd</o:Author></xml><![endif]--><style>p.MsoNormal {font-size:11.0pt}</style></head>
  <body lang=SV><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

describe('paste from Word keeps the subset of shared/domain/text', () => {
  it('keeps bold and italic words and drops fonts, colours and headings', () => {
    const out = paste(
      word(`<h1>Aktuell situation</h1><p class=MsoNormal style='color:red'><span style='font-family:Calibri'>Linnea bor i
      <b>egen lägenhet</b> och har <i>daglig</i> <u>verksamhet</u>.<o:p></o:p></span></p>`),
    );
    expect(richText.safeParse(out).success).toBe(true);
    expect(plainText(out).replace(/\s+/g, ' ').trim()).toBe('Aktuell situation Linnea bor i egen lägenhet och har daglig verksamhet.');
    expect(JSON.stringify(out)).toContain('"text":"egen lägenhet","marks":[{"type":"bold"}]');
    expect(JSON.stringify(out)).not.toContain('underline');
  });

  it('makes lists of Word’s list paragraphs, nested by level', () => {
    const item = (level: number, sign: string, text: string) =>
      `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span>&nbsp;</span></span><![endif]>${text}<o:p></o:p></p>`;
    const out = paste(
      word(
        `${item(1, '·', 'dusch')}${item(2, 'o', 'morgon')}${item(1, '·', 'måltid')}<p class=MsoNormal>Slut.</p>${item(1, '1.', 'ett')}${item(1, '2.', 'två')}`,
      ),
    );
    expect(plainText(out)).toBe('• dusch\n    • morgon\n• måltid\nSlut.\n1. ett\n2. två');
    expect(richText.safeParse(out).success).toBe(true);
  });

  it('keeps the words of a table, a line per row', () => {
    const out = paste(
      word('<table><tr><td><p>Dusch</p></td><td><p>7 ggr</p></td></tr><tr><td><p>Måltid</p></td><td><p>3 ggr</p></td></tr></table>'),
    );
    expect(
      plainText(out)
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual(['Dusch 7 ggr', 'Måltid 3 ggr']);
  });

  it('lets no script, picture or link through', () => {
    const out = paste('<p><a href="javascript:alert(1)">länk</a><img src=x onerror=alert(1)><script>alert(1)</script></p>');
    expect(plainText(out)).toBe('länk');
    expect(JSON.stringify(out)).not.toMatch(/href|alert|img/);
  });
});
