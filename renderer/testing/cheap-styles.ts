/**
 * What tests ask of styles, without jsdom's own: that goes through the thousands of rules of Fluent for each element whose name is
 * asked for, which was a third of the time of all tests of the window. Fluent's rules are of one class each, so that an index of
 * them by class answers what matters to a name: what is hidden, and what stands on a line of its own.
 */
export function takeCheapStyles(): void {
  if (window.getComputedStyle === computedStyle) return;
  const atomic = new Map<string, Map<Wanted, string>>();
  const reset = new Map<string, Map<Wanted, string>>();
  CSSStyleSheet.prototype.insertRule = (rule) => {
    const [, name, body = ''] = /^\.([\w-]+)\{([^{}]*)\}$/.exec(rule) ?? [];
    if (name === undefined) return 0;
    for (const one of body.split(';')) {
      const [property = '', value = ''] = one.split(':', 2).map((part) => part.trim());
      if (!isWanted(property)) continue;
      // As Griffel names them: what all of a kind have begins with r, and gives way to what one has.
      const rules = name.startsWith('r') ? reset : atomic;
      rules.set(name, (rules.get(name) ?? new Map()).set(property, value));
    }
    return 0;
  };
  read = (element, property) => {
    for (const rules of [atomic, reset])
      for (const name of element.classList) {
        const value = rules.get(name)?.get(property);
        if (value !== undefined) return value;
      }
    return undefined;
  };
  window.getComputedStyle = computedStyle;
}

const wanted = ['display', 'visibility', 'font-weight'] as const;
type Wanted = (typeof wanted)[number];
const isWanted = (name: string): name is Wanted => (wanted as readonly string[]).includes(name);

let read: (element: Element, property: Wanted) => string | undefined = () => undefined;

function computedStyle(element: Element): CSSStyleDeclaration {
  const { style } = element as HTMLElement;
  const ofName = (name: string): string => {
    if (!isWanted(name)) return style.getPropertyValue(name);
    return style.getPropertyValue(name) || read(element, name) || (name === 'visibility' ? inherited(element) : initial(element, name));
  };
  return new Proxy(style, {
    get: (own, name) => {
      if (name === 'getPropertyValue') return ofName;
      if (name === 'fontWeight') return ofName('font-weight');
      return typeof name === 'string' && isWanted(name) ? ofName(name) : Reflect.get(own, name, own);
    },
  });
}
const inherited = ({ parentElement }: Element): string => (parentElement ? computedStyle(parentElement).visibility : 'visible');

const unseen = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'HEAD']);
const inLine = new Set('A ABBR B CODE DEL EM I IMG INS KBD LABEL MARK Q S SMALL SPAN STRONG SUB SUP TIME U svg'.split(' '));
const inLineBlock = new Set(['BUTTON', 'INPUT', 'SELECT', 'TEXTAREA']);

/** As browsers have it where no rule says otherwise. */
function initial(element: Element, name: 'display' | 'font-weight'): string {
  const { tagName } = element;
  if (name === 'font-weight') return '400';
  if ((element as HTMLElement).hidden || unseen.has(tagName)) return 'none';
  if (inLine.has(tagName)) return 'inline';
  return inLineBlock.has(tagName) ? 'inline-block' : 'block';
}
