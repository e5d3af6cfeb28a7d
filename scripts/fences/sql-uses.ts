import { parseSync, Visitor } from 'vite';

/** `table` as it is named; `${` where the name is put in while the program runs. */
export type Use = { table: string; verb: 'writes' | 'reads' };
export type SqlUses = {
  uses: Use[];
  /** It makes statements or asks a database at all, whatever of. */
  speaksSql: boolean;
};

const put = '${';
/** Of Kysely: the calls that name a table, each with what it does to it. */
const builders: Readonly<Record<string, Use['verb']>> = {
  ...{ insertInto: 'writes', replaceInto: 'writes', updateTable: 'writes', deleteFrom: 'writes', mergeInto: 'writes' },
  ...{ createTable: 'writes', dropTable: 'writes', alterTable: 'writes', truncateTable: 'writes' },
  ...{ selectFrom: 'reads', innerJoin: 'reads', leftJoin: 'reads', rightJoin: 'reads', fullJoin: 'reads', crossJoin: 'reads' },
  ...{ innerJoinLateral: 'reads', leftJoinLateral: 'reads', crossJoinLateral: 'reads' },
};
/** Ways to a database that name no table: better-sqlite3's, Kysely's and pg-boss's. */
const doors = new Set(['prepare', 'pragma', 'executeSql', 'executeQuery', 'getDb', 'backupTo', 'loadExtension', 'selectNoFrom']);
const databases = /^(?:better-sqlite3|kysely|pg|pg-boss)$/;

type Node = { type: string; start: number; end: number } & Record<string, unknown>;

/** What a TypeScript file's statements do to which tables, as text or by Kysely. */
export function sqlUses(file: string, source: string): SqlUses {
  const { program, module, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const uses: Use[] = [];
  let speaksSql = module.staticImports.some(
    ({ moduleRequest, entries }) => databases.test(moduleRequest.value) && !(entries.length > 0 && entries.every(({ isType }) => isType)),
  );
  const inside = new Set<number>();
  const text = (node: Node) => {
    if (inside.has(node.start)) return;
    const written = textOf(node, inside);
    const found = usesOfText(written);
    uses.push(...found);
    if (found.some(({ verb }) => verb === 'writes') || isStatement.test(written)) speaksSql = true;
  };
  new Visitor({
    ImportDeclaration: ({ source: from }) => void inside.add(from.start),
    BinaryExpression: (node) => node.operator === '+' && text(node as unknown as Node),
    TemplateLiteral: (node) => text(node as unknown as Node),
    Literal: (node) => typeof node.value === 'string' && text(node as unknown as Node),
    Identifier: ({ name }) => {
      if (Object.hasOwn(builders, name) || doors.has(name)) speaksSql = true;
    },
    CallExpression: ({ callee, arguments: given }) => {
      const called = nameOf(callee as unknown as Node);
      if (called !== undefined && (Object.hasOwn(builders, called) || doors.has(called))) speaksSql = true;
      const verb = called === undefined || !Object.hasOwn(builders, called) ? undefined : builders[called];
      if (verb) uses.push(...namedIn(given[0] as unknown as Node | undefined).map((table) => ({ table, verb })));
      // Of one name with what has nothing to do with a database: only a name in words is taken for a table.
      else if (called === 'using' || called === 'from') {
        uses.push(
          ...namedIn(given[0] as unknown as Node | undefined)
            .filter((table) => table !== put)
            .map((table) => ({ table, verb: 'reads' as const })),
        );
      }
    },
  }).visit(program);
  return { uses, speaksSql };
}

/** The name of what is called: `f`, `x.f`, `x['f']`. */
function nameOf(callee: Node): string | undefined {
  if (callee.type === 'Identifier') return callee.name as string;
  if (callee.type === 'ChainExpression') return nameOf(callee.expression as Node);
  if (callee.type !== 'MemberExpression') return undefined;
  const property = callee.property as Node;
  return property.type === 'Literal' ? String(property.value) : (property.name as string | undefined);
}

/** The tables of a call's first argument: one, or several in a list, each perhaps with a schema before it and an alias after. */
function namedIn(node: Node | undefined): string[] {
  if (node?.type === 'ArrayExpression') return (node.elements as Node[]).flatMap((one) => namedIn(one));
  // A subquery, which names its own tables.
  if (node?.type === 'ArrowFunctionExpression' || node?.type === 'CallExpression') return [];
  const [, table] = (node && /^(?:\w+\.)?(\w+)/.exec(textOf(node, new Set()))) ?? [];
  return [table ?? put];
}

/** A text as it is when the program runs, with `${` for every part that is not known before. */
function textOf(node: Node, inside: Set<number>): string {
  if (node.type === 'Literal') {
    inside.add(node.start);
    return typeof node.value === 'string' ? node.value : put;
  }
  if (node.type === 'TemplateLiteral') {
    inside.add(node.start);
    return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join(put);
  }
  if (node.type === 'BinaryExpression' && node.operator === '+') {
    const written = textOf(node.left as Node, inside) + textOf(node.right as Node, inside);
    inside.add(node.start);
    return written;
  }
  return put;
}

const isStatement =
  /^\s*(?:select|with\s+\w+|insert|update\s+\S+\s+set|delete\s+from|merge\s+into|copy\s+\S+\s+(?:from|to)|truncate|(?:create|drop|alter)\s+(?:\w+\s+)?(?:table|index|trigger|view|schema|role|database|extension)|pragma|vacuum|analyze|begin|commit|rollback|savepoint|listen|notify|lock\s+table|attach|detach)\b/i;

const tokens = /"(?:[^"]|"")*"|`[^`]*`|\[\w+\]|'(?:[^']|'')*'|\$\{|\w+|[^\s\w]/g;
const isName = (token: string | undefined): token is string => token !== undefined && /^(?:["`[]|\$\{|[a-z_])/i.test(token);
const bare = (token: string): string => (token === put ? put : token.replace(/^["`[]|["`\]]$/g, ''));

/** What the statements of a text do. Comments of SQL are passed over; so are the texts in it. */
function usesOfText(text: string): Use[] {
  const all =
    text
      .replace(/\/\*[\s\S]*?\*\//g, ' ')
      .replace(/--.*$/gm, ' ')
      .match(tokens) ?? [];
  const uses: Use[] = [];
  const word = (at: number): string => (all[at] ?? '').toLowerCase();
  const skip = (at: number, ...words: string[]): number => (words.includes(word(at)) ? skip(at + 1, ...words) : at);
  const use = (at: number, verb: Use['verb']): number => {
    let last = at;
    while (all[last + 1] === '.' && isName(all[last + 2])) last += 2;
    const token = all[last];
    if (isName(token)) uses.push({ table: bare(token), verb });
    return last + 1;
  };
  /** Names with commas between: `record r, seen as s`; a subquery or a function's answer names its own tables. */
  const list = (from: number, verb: Use['verb']): void => {
    let at = skip(from, 'only', 'lateral');
    // Read from, what has a parenthesis after it is a function; written, it is a table with its columns.
    if (isName(all[at]) && (verb === 'writes' || all[at + 1] !== '(')) at = use(at, verb);
    else if (isName(all[at])) at++;
    if (all[at] === '(') at = afterParenthesis(at);
    at = skip(at, 'as');
    if (isName(all[at]) && all[at] !== put && !ends.has(word(at))) at++;
    if (all[at] === '(') at = afterParenthesis(at);
    if (all[at] === ',') list(at + 1, verb);
  };
  /** Not "Update the program.": after the name, perhaps with an alias, comes what is set, or a part that is put in later. */
  const isUpdate = (name: number): boolean => {
    let at = name + 1;
    while (all[at] === '.' && isName(all[at + 1])) at += 2;
    const after = [at, at + 1, at + 2].map((one) => word(one));
    return after.some((one) => one === 'set' || one === put) || after[0] === '';
  };
  const afterParenthesis = (from: number): number => {
    let [at, depth] = [from, 0];
    do {
      if (all[at] === '(') depth++;
      if (all[at] === ')') depth--;
      at++;
    } while (depth > 0 && at < all.length);
    return at;
  };
  for (let at = 0; at < all.length; at++) {
    const [before, here] = [word(at - 1), word(at)];
    if (here === 'into' && [before, word(at - 3)].some((one) => ['insert', 'replace', 'merge'].includes(one))) use(at + 1, 'writes');
    else if (here === 'update' && !['for', 'do', 'on', 'after', 'before', 'or', 'of'].includes(before)) {
      const name = skip(word(at + 1) === 'or' ? at + 3 : at + 1, 'only');
      if (isUpdate(name)) use(name, 'writes');
    } else if (here === 'truncate' || here === 'copy' || (here === 'table' && (before === 'drop' || before === 'alter'))) {
      list(skip(at + 1, 'table', 'if', 'exists', 'only'), 'writes');
    } else if ((here === 'table' || here === 'view') && ['create', 'temp', 'temporary', 'virtual', 'unlogged'].includes(before)) {
      use(skip(at + 1, 'if', 'not', 'exists'), 'writes');
    } else if (here === 'from' && before === 'delete') use(skip(at + 1, 'only'), 'writes');
    else if (here === 'from' || here === 'join' || (here === 'using' && all[at + 1] !== '(')) list(at + 1, 'reads');
  }
  return uses;
}

const ends = new Set(
  'where on using join left right inner outer full cross natural group order limit offset union except intersect having for returning set values select when window indexed not default'.split(
    ' ',
  ),
);
