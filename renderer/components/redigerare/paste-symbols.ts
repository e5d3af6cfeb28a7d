const box = '☐';
const ticked = '☑';
const crossed = '☒';
/** What letters of fonts that hold pictures look like: the boxes, ticks and arrows of forms. */
const fonts: Record<string, Record<string, string>> = {
  wingdings: {
    o: box,
    '¨': box,
    q: box,
    r: box,
    þ: ticked,
    ý: crossed,
    x: crossed,
    ü: '✓',
    û: '✗',
    à: '→',
    ß: '←',
    l: '●',
    n: '■',
    '§': '▪',
    Ø: '➢',
    v: '❖',
    '·': '•',
  },
  'wingdings 2': { '£': box, '*': box, R: ticked, Q: crossed, S: crossed, T: crossed, P: '✓', O: '✗' },
  'wingdings 3': {},
  webdings: { c: box, a: '✓', r: '✗' },
  symbol: { '·': '•', '®': '→', '¬': '←', '°': '°', '±': '±', '³': '≥', '£': '≤', '¹': '≠', '»': '≈', '´': '×', '¸': '÷', '¥': '∞' },
};
const superscript: Record<string, string> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  n: 'ⁿ',
};
const subscript: Record<string, string> = {
  0: '₀',
  1: '₁',
  2: '₂',
  3: '₃',
  4: '₄',
  5: '₅',
  6: '₆',
  7: '₇',
  8: '₈',
  9: '₉',
  '+': '₊',
  '-': '₋',
  '−': '₋',
};

/**
 * Signs that only a font or a place made what they were: boxes of Wingdings, tick boxes, raised and lowered figures.
 * @returns whether some were left out, for what they looked like is not known
 */
export function symbols(doc: Document): boolean {
  let unknown = false;
  for (const input of doc.querySelectorAll<HTMLInputElement>('input[type="checkbox"], input[type="radio"]')) {
    input.replaceWith(input.hasAttribute('checked') ? ticked : box);
  }
  // Of a list of values those that were chosen; without a choice it shows its first.
  for (const select of doc.querySelectorAll('select')) {
    const values = [...select.querySelectorAll('option')];
    const chosen = values.filter((value) => value.hasAttribute('selected'));
    const shown = chosen.length > 0 || select.hasAttribute('multiple') ? chosen : values.slice(0, 1);
    select.replaceWith(shown.map((value) => value.textContent.trim()).join(', '));
  }
  for (const element of doc.querySelectorAll<HTMLElement>('[style*="font-family" i], font[face]')) {
    const font = fontOf(element);
    if (font === undefined) continue;
    for (const text of textsIn(element)) {
      if (fontOf(text.parentElement as HTMLElement, element) !== font) continue;
      text.data = [...text.data]
        .map((letter) => {
          const seen = lookOf(font, letter);
          unknown ||= seen === undefined;
          return seen ?? '';
        })
        .join('');
    }
    element.removeAttribute('face');
    element.style.fontFamily = '';
  }
  for (const [selector, signs] of [
    ['sup, [style*="vertical-align:super" i], [style*="vertical-align: super" i]', superscript],
    ['sub, [style*="vertical-align:sub" i], [style*="vertical-align: sub" i]', subscript],
  ] as const) {
    for (const element of doc.querySelectorAll(selector)) {
      const text = element.textContent.trim();
      if (text !== '' && [...text].every((sign) => signs[sign] !== undefined))
        element.textContent = [...text].map((sign) => signs[sign]).join('');
    }
  }
  return unknown;
}

/** The nearest font that is said, from an element up to another. @returns its name when it is one of pictures */
function fontOf(element: HTMLElement, upTo: HTMLElement = element): string | undefined {
  for (let at: HTMLElement | null = element; at; at = at === upTo ? null : at.parentElement) {
    const said = at.getAttribute('face') ?? /font-family\s*:\s*([^;]+)/i.exec(at.getAttribute('style') ?? '')?.[1];
    if (said === undefined) continue;
    const name = said.split(',')[0]?.replace(/["']/g, '').trim().toLowerCase() ?? '';
    return fonts[name] === undefined ? undefined : name;
  }
  return undefined;
}

function lookOf(font: string, letter: string): string | undefined {
  const code = letter.codePointAt(0) ?? 0;
  // Word also writes them in the private area, F0 before the letter's own code.
  const own = code >= 0xf020 && code <= 0xf0ff ? String.fromCodePoint(code - 0xf000) : letter;
  if (/\s/.test(own)) return own;
  // What is no letter of the font was drawn in another one: a real box stays a box.
  return fonts[font]?.[own] ?? (code > 0xff && own === letter ? letter : undefined);
}

function textsIn(element: Element): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
}
