/** What of a style changes what a text says: whether it is there at all, and which signs it shows. The rest is looks. */
const meaning = [
  'display',
  'visibility',
  'opacity',
  'mso-hide',
  'text-decoration',
  'font-family',
  'font-weight',
  'font-style',
  'vertical-align',
] as const;

type Declarations = Map<string, string>;
type Rule = { selector: string; weight: number; declarations: Declarations };

/**
 * Moves what the clipboard's own style sheets say onto the elements: Excel, Word and web pages strike and hide by class. What an
 * element says itself goes before it. The sheets are taken away.
 */
export function styleSheets(doc: Document): void {
  const sheets = [...doc.querySelectorAll('style')];
  const rules = sheets.flatMap((sheet) => rulesOf(sheet.textContent)).sort((a, b) => a.weight - b.weight);
  for (const sheet of sheets) sheet.remove();
  const found = new Map<Element, Declarations>();
  for (const { selector, declarations } of rules) {
    for (const element of matching(doc, selector)) found.set(element, new Map([...(found.get(element) ?? []), ...declarations]));
  }
  for (const [element, declarations] of found) {
    const own = element.getAttribute('style') ?? '';
    const said = declarationsOf(own);
    const added = [...declarations].filter(([name]) => !said.has(name)).map(([name, value]) => `${name}:${value};`);
    if (added.length > 0) element.setAttribute('style', `${added.join('')}${own}`);
  }
}

function rulesOf(text: string): Rule[] {
  const plain = text
    .replace(/\/\*.*?\*\/|<!--|-->/gs, '')
    // Of another medium, of fonts, pages and lists: none says what stands here.
    .replace(/@[^{};]*(?:;|\{(?:[^{}]|\{[^{}]*\})*\})/g, '');
  return [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', body = '']) => {
    const declarations = declarationsOf(body);
    if (declarations.size === 0) return [];
    return selectors.split(',').map((one) => ({ selector: one.trim(), weight: weightOf(one), declarations }));
  });
}

/** `text-decoration-line` is the part of `text-decoration` that counts here, and each takes the other's place. */
function declarationsOf(text: string): Declarations {
  const found: Declarations = new Map();
  for (const declaration of text.split(';')) {
    const [, given = '', value = ''] = /^\s*([\w-]+)\s*:\s*([\s\S]*)$/.exec(declaration) ?? [];
    const name = given.toLowerCase().replace(/^text-decoration-line$/, 'text-decoration');
    if ((meaning as readonly string[]).includes(name)) found.set(name, value.replace(/!important/i, '').trim());
  }
  return found;
}

/** Near enough to CSS: an id before classes, those before names of elements. */
const weightOf = (selector: string): number =>
  10_000 * count(selector, /#/g) + 100 * count(selector, /[.[]|(?<!:):(?!:)/g) + count(selector, /(?:^|[\s>+~])[a-z]/gi);
const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/** None for a selector that this browser does not know, as Word's own. */
function matching(doc: Document, selector: string): Iterable<Element> {
  try {
    return doc.body.querySelectorAll(selector);
  } catch {
    return [];
  }
}
