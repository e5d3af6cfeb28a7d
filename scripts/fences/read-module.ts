import { parseSync, Visitor } from 'vite';

/** An import or re-export of a file. `names`: what it takes, `*` for all of it. */
export type Import = { from: string; names: string[]; typesOnly: boolean; line: number };
export type Module = {
  imports: Import[];
  /** `usedHere`: its own file names it too, besides where it is made. */
  exports: { name: string; isType: boolean; usedHere: boolean; line: number }[];
  /** What it asks the clock or chance, as it is written: `Date.now`. */
  impure: { what: string; line: number }[];
};

const impureMembers: Record<string, readonly string[]> = {
  Date: ['now'],
  Math: ['random'],
  crypto: ['randomUUID', 'getRandomValues', 'randomBytes'],
  performance: ['now', 'timeOrigin'],
  Temporal: ['Now'],
};

/** Reads what a TypeScript file imports and exports, types too; literal `import()` and `new URL('./x.ts', import.meta.url)` are imports. */
export function readModule(file: string, text: string): Module {
  const { program, module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const read: Module = { imports: [], exports: [], impure: [] };

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

  const impure = (what: string, start: number) => read.impure.push({ what, line: lineAt(start) });
  new Visitor({
    ImportExpression({ source, start }) {
      const from = source.type === 'Literal' ? String(source.value) : text.slice(source.start, source.end);
      read.imports.push({ from, names: ['*'], typesOnly: false, line: lineAt(start) });
    },
    TSImportType({ source, start }) {
      read.imports.push({ from: String(source.value), names: ['*'], typesOnly: true, line: lineAt(start) });
    },
    MemberExpression({ object, property, start, end }) {
      if (object.type !== 'Identifier') return;
      const name = property.type === 'Identifier' ? property.name : property.type === 'Literal' ? String(property.value) : '';
      if (impureMembers[object.name]?.includes(name)) impure(text.slice(start, end), start);
    },
    VariableDeclarator({ id, init, start, end }) {
      // `const { now } = Date` asks it just as well.
      if (id.type === 'ObjectPattern' && init?.type === 'Identifier' && impureMembers[init.name]) impure(text.slice(start, end), start);
    },
    NewExpression({ callee, arguments: given, start, end }) {
      if (callee.type !== 'Identifier') return;
      if (callee.name === 'Date' && given.length === 0) impure(text.slice(start, end), start);
      const [path, base] = given;
      if (
        callee.name === 'URL' &&
        path?.type === 'Literal' &&
        base &&
        text.slice(base.start, base.end) === 'import.meta.url' &&
        /\.tsx?$/.test(String(path.value))
      )
        read.imports.push({ from: String(path.value), names: ['*'], typesOnly: false, line: lineAt(start) });
    },
    CallExpression({ callee, start, end }) {
      if (callee.type === 'Identifier' && callee.name === 'Date') impure(text.slice(start, end), start);
    },
  }).visit(program);
  return read;
}
