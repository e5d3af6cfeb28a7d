import { parseSync, Visitor } from 'vite';

/** An import or re-export of a file. `names`: what it takes, `*` for all of it. */
export type Import = { from: string; names: string[]; typesOnly: boolean; line: number };
export type Module = {
  imports: Import[];
  /** `usedHere`: its own file names it too, besides where it is made. */
  exports: { name: string; isType: boolean; usedHere: boolean; line: number }[];
  /** What may ask the clock or chance, as it is written: `Date.now`. */
  impure: { what: string; line: number }[];
  /** Globals that reach the network, as they are written: `fetch`. */
  network: { what: string; line: number }[];
  /** Ways to load a file or a module that no fence sees: `import.meta.glob`, a reference directive. */
  hidden: { what: string; line: number }[];
};

/** Through these, clock, chance and all else can be had under any name: only the forms below are told from that. */
const doors: ReadonlySet<string> = new Set([
  'Date',
  'Math',
  'crypto',
  'performance',
  'Temporal',
  'globalThis',
  'Reflect',
  'process',
  'eval',
]);
/** Members that give the same for the same. */
const pureMembers: Record<string, (name: string) => boolean> = {
  Date: (name) => ['parse', 'UTC'].includes(name),
  Math: (name) => name !== 'random',
};
/** Methods and functions of libraries that look at today by themselves. */
const today: ReadonlySet<string> = new Set(
  'getAge startOfToday endOfToday startOfTomorrow endOfTomorrow startOfYesterday endOfYesterday isToday isTomorrow isYesterday isPast isFuture isThisWeek isThisMonth isThisYear formatDistanceToNow formatDistanceToNowStrict constructNow'.split(
    ' ',
  ),
);
const networkGlobals: ReadonlySet<string> = new Set(['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'WebTransport', 'sendBeacon']);

/** Reads what a TypeScript file imports and exports, types too; literal `import()` and `new URL('./x.ts', import.meta.url)` are imports. */
export function readModule(file: string, text: string): Module {
  const { program, module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const read: Module = { imports: [], exports: [], impure: [], network: [], hidden: [] };

  for (const { moduleRequest, entries, start } of module.staticImports) {
    const names = entries.map(({ importName }) =>
      importName.kind === 'Name' ? (importName.name ?? '*') : importName.kind === 'Default' ? 'default' : '*',
    );
    const typesOnly = entries.length > 0 && entries.every(({ isType }) => isType);
    read.imports.push({ from: moduleRequest.value, names, typesOnly, line: lineAt(start) });
  }
  const named = new Map<string, number>();
  const count = ({ name }: { name: string }) => named.set(name, (named.get(name) ?? 0) + 1);
  new Visitor({ Identifier: count, JSXIdentifier: count }).visit(program);

  for (const { moduleRequest, importName, exportName, localName, isType, start } of module.staticExports.flatMap(
    ({ entries }) => entries,
  )) {
    const line = lineAt(start);
    if (moduleRequest) read.imports.push({ from: moduleRequest.value, names: [importName.name ?? '*'], typesOnly: isType, line });
    const name = exportName.kind === 'Default' ? 'default' : exportName.name;
    if (name) read.exports.push({ name, isType, usedHere: !moduleRequest && (named.get(localName.name ?? '') ?? 0) > 1, line });
  }

  const told = (list: 'impure' | 'network' | 'hidden', { start, end }: { start: number; end: number }) =>
    read[list].push({ what: text.slice(start, end).split('\n')[0] ?? '', line: lineAt(start) });
  for (const reference of text.matchAll(/^\s*\/\/\/\s*<reference\b.*$/gm))
    told('hidden', { start: reference.index + reference[0].search(/\S/), end: reference.index + reference[0].length });
  /** Where a door stands in a form that is known, or as a type or a name of something else. */
  const known = new Set<number>();
  const met: { name: string; start: number; end: number }[] = [];
  const importOf = (value: unknown, start: number) =>
    read.imports.push({ from: String(value), names: ['*'], typesOnly: false, line: lineAt(start) });
  const isImportMeta = (node: { start: number; end: number }, rest = '') => text.slice(node.start, node.end) === `import.meta${rest}`;
  new Visitor({
    Identifier: (node) => void met.push(node),
    ImportExpression({ source, start }) {
      importOf(source.type === 'Literal' ? source.value : text.slice(source.start, source.end), start);
    },
    TSImportType({ source, start }) {
      read.imports.push({ from: String(source.value), names: ['*'], typesOnly: true, line: lineAt(start) });
    },
    TSTypeReference: ({ typeName }) => void known.add(typeName.start),
    TSTypeQuery: ({ exprName }) => void known.add(exprName.start),
    TSPropertySignature: ({ key }) => void known.add(key.start),
    Property: ({ key, computed, shorthand }) => void (computed || shorthand || known.add(key.start)),
    MemberExpression(node) {
      const { object, property, computed } = node;
      const name = property.type === 'Identifier' && !computed ? property.name : property.type === 'Literal' ? String(property.value) : '';
      if (!computed) known.add(property.start);
      if (object.type === 'Identifier' && pureMembers[object.name]?.(name)) known.add(object.start);
      if (today.has(name)) told('impure', node);
      if (name === 'getBuiltinModule' || (name === 'glob' && isImportMeta(object))) told('hidden', node);
      if (networkGlobals.has(name) && object.type === 'Identifier' && ['globalThis', 'window', 'self', 'navigator'].includes(object.name))
        told('network', node);
    },
    NewExpression(node) {
      const { callee, arguments: given } = node;
      if (callee.type !== 'Identifier') return;
      const [first, second] = given;
      if (callee.name === 'Date' && first && first.type !== 'SpreadElement') known.add(callee.start);
      // A library's date of nothing is today, as Date's own.
      if (/Date/.test(callee.name) && callee.name !== 'Date' && (!first || first.type === 'SpreadElement')) told('impure', node);
      if (callee.name !== 'URL' || !second || !isImportMeta(second, '.url')) return;
      if (first?.type !== 'Literal') told('hidden', node);
      else if (/^(?!.*\/dist\/).*\.[cm]?[jt]sx?$/.test(String(first.value))) importOf(first.value, node.start);
    },
    CallExpression(node) {
      const { callee, arguments: given } = node;
      // Without a time it formats now.
      if (callee.type === 'MemberExpression' && given.length === 0 && /\.format(ToParts)?$/.test(text.slice(callee.start, callee.end)))
        told('impure', node);
      const loads = callee.type === 'Identifier' ? callee.name === 'require' : callee.type === 'CallExpression';
      const [first] = given;
      if (loads && first?.type === 'Literal' && typeof first.value === 'string' && /^(\.|node:)/.test(first.value))
        importOf(first.value, node.start);
    },
  }).visit(program);
  const imported = new Set(module.staticImports.flatMap(({ entries }) => entries.map(({ localName }) => localName.value)));
  for (const node of met) {
    if (today.has(node.name) && imported.has(node.name)) told('impure', node);
    if (known.has(node.start)) continue;
    if (doors.has(node.name)) told('impure', node);
    if (networkGlobals.has(node.name) && !imported.has(node.name)) told('network', node);
  }
  return read;
}
