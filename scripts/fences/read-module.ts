import { type ESTree, parseSync, Visitor } from 'vite';

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
  'Function',
]);
/** Members that give the same for the same. */
const pureMembers: Record<string, (name: string) => boolean> = {
  Date: (name) => ['parse', 'UTC'].includes(name),
  Math: (name) => name !== 'random',
};
/** Methods and functions of libraries that look at today by themselves. */
const today =
  /^(?:getAge|(?:start|end)Of(?:Today|Tomorrow|Yesterday)|is(?:Today|Tomorrow|Yesterday|Past|Future|This[A-Z]\w*)|formatDistanceToNow\w*|constructNow)$/;
/** Members that answer by the computer's zone or language, which differ between a caseworker's computer and the server. */
const local =
  /^(?:[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds)|getTimezoneOffset|to(?:Locale)?(?:Date|Time)String|toLocaleString|localeCompare|resolvedOptions)$/;
/** Of these the language is given. */
const inALanguage = /\.toLocale(?:Lower|Upper)Case$|^Intl\.\w+$/;
const networkGlobals: ReadonlySet<string> = new Set([
  'fetch',
  'WebSocket',
  'EventSource',
  'XMLHttpRequest',
  'WebTransport',
  'RTCPeerConnection',
  'sendBeacon',
]);
/** Objects that have the network's globals as members. */
const worlds: ReadonlySet<string> = new Set(['globalThis', 'global', 'window', 'self', 'navigator']);
/** Ways to code and modules that no import names. */
const hiddenWays: ReadonlySet<string> = new Set(['eval', 'Function', 'getBuiltinModule', 'mainModule', 'importScripts']);

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
    TSExternalModuleReference: ({ expression, start }) => importOf(expression.value, start),
    TSTypeReference: ({ typeName }) => void known.add(typeName.start),
    TSTypeQuery: ({ exprName }) => void known.add(exprName.start),
    TSPropertySignature: ({ key }) => void known.add(key.start),
    Property: ({ key, computed, shorthand }) => void (computed || shorthand || known.add(key.start)),
    MemberExpression(node) {
      const { object, property, computed } = node;
      const name = memberName(property, computed);
      if (!computed) known.add(property.start);
      if (object.type === 'Identifier' && pureMembers[object.name]?.(name)) known.add(object.start);
      if (today.test(name) || local.test(name) || name === 'constructor') told('impure', node);
      if ((property.type !== 'Identifier' && hiddenWays.has(name)) || (['glob', 'resolve'].includes(name) && isImportMeta(object)))
        told('hidden', node);
      if (networkGlobals.has(name) && object.type === 'Identifier' && worlds.has(object.name)) told('network', node);
    },
    VariableDeclarator({ id, init }) {
      if (!init) return;
      // What is made of it under another name is not seen.
      if (isImportMeta(init) || isImportMeta(init, '.url')) told('hidden', init);
      if (init.type === 'CallExpression' && isCreateRequire(init.callee) && !(id.type === 'Identifier' && id.name === 'require'))
        told('hidden', init);
      if (id.type !== 'ObjectPattern' || init.type !== 'Identifier') return;
      for (const one of id.properties)
        if (one.type === 'Property' && worlds.has(init.name) && networkGlobals.has(memberName(one.key, one.computed))) told('network', one);
    },
    NewExpression(node) {
      const { callee, arguments: given } = node;
      if (given.length === 0 && inALanguage.test(text.slice(callee.start, callee.end))) told('impure', node);
      if (callee.type !== 'Identifier') return;
      const [first, second] = given;
      if (['Worker', 'SharedWorker'].includes(callee.name) && first?.type === 'Literal') importOf(first.value, node.start);
      // Of several numbers it is a time by the computer's zone.
      if (callee.name === 'Date' && first && first.type !== 'SpreadElement' && !second) known.add(callee.start);
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
      if (given.length === 0 && inALanguage.test(text.slice(callee.start, callee.end))) told('impure', node);
      const loads =
        callee.type === 'Identifier' ? callee.name === 'require' : callee.type === 'CallExpression' && isCreateRequire(callee.callee);
      const [first] = given;
      if (loads && first?.type === 'Literal') importOf(first.value, node.start);
    },
  }).visit(program);
  for (const { entries, start, end } of module.staticImports)
    if (entries.some(({ importName }) => today.test(importName.name ?? ''))) told('impure', { start, end });
  const imported = new Set(module.staticImports.flatMap(({ entries }) => entries.map(({ localName }) => localName.value)));
  for (const node of new Map(met.map((one) => [one.start, one])).values()) {
    // Under another name, too, out of what holds it.
    if (hiddenWays.has(node.name) && !(known.has(node.start) && doors.has(node.name))) told('hidden', node);
    if (known.has(node.start)) continue;
    if (doors.has(node.name)) told('impure', node);
    if (networkGlobals.has(node.name) && !imported.has(node.name)) told('network', node);
  }
  return read;
}

/** `x` of `.x`, `['x']` and of a template without parts; empty when it is made while the program runs. */
function memberName(property: ESTree.PropertyKey, computed: boolean): string {
  if (property.type === 'TemplateLiteral') return property.expressions.length === 0 ? (property.quasis[0]?.value.cooked ?? '') : '';
  if (property.type === 'Literal') return String(property.value);
  return property.type === 'Identifier' && !computed ? property.name : '';
}
const isCreateRequire = (callee: ESTree.Expression): boolean => callee.type === 'Identifier' && callee.name === 'createRequire';
