/** An operand of a content stream (ISO 32000-1, 7.8.2); strings as their bytes, one a character. */
export type Operand = number | { name: string } | { string: string } | Operand[] | Map<string, Operand>;
export type Operation = { operator: string; operands: Operand[] };

const blank = /[\0\t\n\f\r ]*/y;
const token = /<<|>>|[[\]]|\/[^\0\t\n\f\r ()<>[\]{}/%]*|<[0-9A-Fa-f\0\t\n\f\r ]*>|[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/**
 * The operations of a content stream that holds no picture, in their order.
 * @param content a byte a character
 * @throws Error for what it does not understand
 */
export function* operations(content: string): Generator<Operation> {
  const open: { list: Operand[]; ends: string }[] = [];
  let operands: Operand[] = [];
  let at = 0;
  for (;;) {
    blank.lastIndex = at;
    blank.test(content);
    at = blank.lastIndex;
    if (at >= content.length) break;
    if (content[at] === '(') {
      const read = literal(content, at);
      operands.push({ string: read.string });
      at = read.end;
      continue;
    }
    token.lastIndex = at;
    const [text] = token.exec(content) ?? [];
    if (text === undefined) throw new Error(`unexpected ${content[at]} in a content stream`);
    at += text.length;
    if (text === '[' || text === '<<') {
      open.push({ list: operands, ends: text === '[' ? ']' : '>>' });
      operands = [];
    } else if (text === ']' || text === '>>') {
      const outer = open.pop();
      if (outer?.ends !== text) throw new Error(`unexpected ${text} in a content stream`);
      outer.list.push(text === ']' ? operands : dictionary(operands));
      operands = outer.list;
    } else if (text[0] === '/') operands.push({ name: text.slice(1) });
    else if (text[0] === '<') operands.push({ string: fromHex(text.slice(1, -1)) });
    else if (/^[+-.\d]/.test(text)) operands.push(Number(text));
    else if (open.length > 0) operands.push({ name: text });
    else {
      yield { operator: text, operands };
      operands = [];
    }
  }
  if (open.length > 0) throw new Error('a content stream that ends within brackets');
}

const dictionary = (pairs: Operand[]): Operand =>
  new Map(pairs.flatMap((key, n) => (n % 2 === 0 ? [[(key as { name: string }).name, pairs[n + 1] ?? 0] as const] : [])));

const fromHex = (hex: string): string => Buffer.from(hex.replace(/[^0-9A-Fa-f]/g, ''), 'hex').toString('latin1');

function literal(content: string, from: number): { string: string; end: number } {
  let string = '';
  let depth = 1;
  let at = from + 1;
  for (; at < content.length; at += 1) {
    const sign = content[at] ?? '';
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(content.slice(at + 1, at + 4))?.[0];
      const next = content[at + 1] ?? '';
      string += octal === undefined ? (escapes[next] ?? (next === '\n' ? '' : next)) : String.fromCharCode(Number.parseInt(octal, 8) & 255);
      at += octal === undefined ? 1 : octal.length;
      continue;
    }
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth === 0) return { string, end: at + 1 };
    string += sign;
  }
  throw new Error('a content stream that ends within a string');
}
