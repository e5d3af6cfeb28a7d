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
  editor.commands.insertContent(cleanPasted(html).html);
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

  it('keeps the numbers that others refer to: a list that begins at 3, § and letters and 2.1 as text', () => {
    const item = (sign: string, text: string, level = 1) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${sign}<span>&nbsp;</span></span>${text}</p>`;
    const lines = (html: string) => plainText(paste(html)).split('\n');
    expect(lines(item('3.', 'tre') + item('4.', 'fyra'))).toEqual(['3. tre', '4. fyra']);
    expect(lines(item('1.', 'ett') + item('5.', 'fem'))).toEqual(['1. ett', '5. fem']);
    expect(lines(item('§ 1', 'Ändamål') + item('a)', 'ett') + item('2.1', 'två ett') + item('7', 'sju'))).toEqual([
      '§ 1 Ändamål',
      'a) ett',
      '2.1 två ett',
      '7 sju',
    ]);
    expect(
      lines("<p style='mso-list:l0 level1 lfo1'><span style='font-family:Wingdings;mso-list:Ignore'>§<span>&nbsp;</span></span>punkt</p>"),
    ).toEqual(['• punkt']);
    expect(lines('<ol start="3"><li>tre</li></ol>')).toEqual(['3. tre']);
    expect(lines('<ol><li value="7">sju</li><li>åtta</li></ol>')).toEqual(['7. sju', '8. åtta']);
  });

  describe('a table is lines, one a row, the cells apart', () => {
    const rows = (html: string) =>
      plainText(paste(word(html)))
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
    it.each([
      [
        '<table><tr><td><p>Dusch</p></td><td><p>7 ggr</p></td></tr><tr><td><p>Måltid</p></td><td><p>3 ggr</p></td></tr></table>',
        ['Dusch | 7 ggr', 'Måltid | 3 ggr'],
      ],
      ['<table><tr><td><p>Dusch</p><p>Hårtvätt</p></td><td><p>10</p><p>15</p></td></tr></table>', ['Dusch | 10', 'Hårtvätt | 15']],
      [
        '<table><tr><td>Morgon</td><td>Dusch<br>Hårtvätt</td><td><div>10</div><div>15</div></td></tr></table>',
        ['Morgon | Dusch | 10', 'Hårtvätt | 15'],
      ],
      ['<table><tr><td><p>Dusch</p><p>Hårtvätt</p></td><td>25 min</td></tr></table>', ['Dusch | 25 min', 'Hårtvätt']],
      ['<table><tr><td><p>a</p><p>b</p></td><td><p>1</p><p>2</p><p>3</p></td></tr></table>', ['a; b | 1; 2; 3']],
      ['<table><tr><td>Behov</td><td></td><td>Minuter</td></tr></table>', ['Behov |  | Minuter']],
      ['<table><tr><td><ul><li>ett</li><li>två</li></ul></td></tr></table>', ['ett', 'två']],
      ['<table><tr><td>yttre</td><td><table><tr><td>inre</td><td>1</td></tr></table></td></tr></table>', ['yttre | inre | 1']],
    ])('%s', (html, expected) => {
      expect(rows(html)).toEqual(expected);
    });

    it('its head stands out, and bold words stay bold', () => {
      const out = paste(word('<table><tr><th>Behov</th><td>är <b>stort<br>nu</b></td></tr></table>'));
      expect(JSON.stringify(out)).toContain('{"type":"text","text":"Behov","marks":[{"type":"bold"}]}');
      expect(JSON.stringify(out)).toContain('{"type":"text","text":"nu","marks":[{"type":"bold"}]}');
    });
  });

  describe('what is no part of the text does not become one, and is told', () => {
    it.each<[string, string, string[]]>([
      ['<p>ansöker för <del>Anton</del><ins>Linnea</ins>.</p>', 'ansöker för Linnea.', ['borttagen text']],
      ['<p><del>inte </del>beviljas</p>', 'beviljas', ['borttagen text']],
      ['<p>a <s>b</s><strike>c</strike><span style="text-decoration: underline line-through">d</span> e</p>', 'a e', ['överstruken text']],
      ['<p>a<span style="display:none;mso-hide:all">hemligt</span><span style="mso-hide: all">x1</span> b</p>', 'a b', ['dold text']],
      [
        '<p>Text<a class=msocomanchor href="#_msocom_1">[KE1]</a></p><div style="mso-element:comment-list"><p>Karin: är det sant?</p></div>',
        'Text',
        ['kommentarer'],
      ],
      ['<p>Se bilden <img src="file:///x.png" alt=""> här</p>', 'Se bilden här', ['bilder']],
      [
        '<style>.xl65{color:black;text-decoration:line-through;}</style><table><tr><td class=xl65>inte</td><td>beviljas</td></tr></table>',
        '| beviljas',
        ['överstruken text'],
      ],
      [
        '<style><!-- /* Word */ span.Struken{mso-style-name:Struken;text-decoration:line-through} @page{size:21cm} span.Dold {display:none;mso-hide:all} --></style><p>ska <span class=Struken>inte </span>ha <span class=Dold>x1 </span>stöd</p>',
        'ska ha stöd',
        ['överstruken text', 'dold text'],
      ],
      [
        '<style type="text/css">span.s1 {text-decoration: line-through} p span.s2{text-decoration:none} span.s2{text-decoration:line-through}</style><p>ja <span class="s1">nej</span><span class="s1" style="text-decoration:none">kanske</span> <span class="s2">då</span></p>',
        'ja kanske då',
        ['överstruken text'],
      ],
      [
        '<style>@media print { .a { display: none } } .b{visibility:hidden}</style><p><i class=a>syns</i><b class=b>ej</b></p>',
        'syns',
        ['dold text'],
      ],
      ['<p>a<span style="opacity: 0">x1</span><span style="opacity:0.5">b</span></p>', 'ab', ['dold text']],
      [
        '<table><colgroup><col width=64><col width=0 style="display:none;mso-width-source:userset" span=2><col></colgroup><tr><td rowspan=2>a</td><td>x1</td><td>x2</td><td>b</td></tr><tr><td>x3</td><td>x4</td><td>c</td></tr><tr><td>d</td><td colspan=3>e</td></tr></table>',
        'a | b c d | e',
        ['dold text'],
      ],
      ['<p>vanlig <u>text</u></p>', 'vanlig text', []],
      ['<p><span style="text-decoration:none">hel</span></p>', 'hel', []],
    ])('%s', (html, text, utelamnat) => {
      expect(plainText(paste(html)).replace(/\s+/g, ' ').trim()).toBe(text);
      expect(cleanPasted(html).utelamnat).toEqual(utelamnat);
    });
  });

  it.each([
    ['a heading is bold', '<h2>Bedömning</h2><p>x</p>', '"text":"Bedömning","marks":[{"type":"bold"}]'],
    [
      'raised and lowered figures',
      '<p>20 m<sup>2</sup>, 3 m<span style="vertical-align:super">3</span>, CO<sub>2</sub></p>',
      '20 m², 3 m³, CO₂',
    ],
    ['a raised word is a word', '<p>1<sup>a</sup></p>', '1a'],
    [
      'boxes of Wingdings',
      "<p><span style='font-family:Wingdings'>þ</span> Ja <span style='font-family:Wingdings'>o</span> Nej</p>",
      '☑ Ja ☐ Nej',
    ],
    ['boxes of Wingdings in the private area', '<p><font face="Wingdings">\uF0FE</font> Ja</p>', '☑ Ja'],
    ['words in another font within', '<p style="font-family:Wingdings">¨ <span style="font-family:Arial">Ja</span></p>', '☐ Ja'],
    ['tick boxes', '<p><input type=checkbox checked> Ja <input type=checkbox> Nej</p>', '☑ Ja ☐ Nej'],
    ['boxes of Wingdings by class', '<style>span.w{font-family:Wingdings}</style><p><span class=w>þ</span> Ja</p>', '☑ Ja'],
    [
      'bold by class',
      '<style>b.n{font-weight:normal} .f{font-weight:bold}</style><p><span class=f>fet</span></p>',
      '"marks":[{"type":"bold"}]',
    ],
    ['what was chosen of a list', '<p>Svar: <select><option>Ja</option><option selected>Nej</option></select></p>', 'Svar: Nej'],
    ['real boxes', '<p>☐ Ja ☒ Nej</p>', '☐ Ja ☒ Nej'],
    ['composed letters', '<p>A\u030Asa A\u0308ngelholm</p>', 'Åsa Ängelholm'],
  ])('%s', (_, html, expected) => {
    expect(JSON.stringify(paste(html))).toContain(expected);
  });

  it('a sign whose look is not known is left out and told', () => {
    expect(cleanPasted("<p><span style='font-family:Wingdings'>Z</span> x</p>")).toMatchObject({ utelamnat: ['symboler'] });
  });

  it('lets no script, picture or link through', () => {
    const out = paste('<p><a href="javascript:alert(1)">länk</a><img src=x onerror=alert(1)><script>alert(1)</script></p>');
    expect(plainText(out)).toBe('länk');
    expect(JSON.stringify(out)).not.toMatch(/href|alert|img/);
  });
});
