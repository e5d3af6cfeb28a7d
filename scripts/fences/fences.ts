import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { type Import, type Module, readModule } from './read-module.ts';
import { type Row, type Table, testPackages } from './table.ts';

export type Fault = { file: string; line: number; what: string };

/** A row with the folder it stands for where it stands for many (`renderer/features/*`). */
type Place = { row: Row; folder: string };

const isTestFile = (path: string): boolean => /\.test\.tsx?$/.test(path);
const isTest = (path: string): boolean => isTestFile(path) || /(^|\/)testing\/|^tests\//.test(path);
const isUnder = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);

/** Whether a path begins as the pattern says. */
const matches = (names: readonly string[], pattern: readonly string[]): boolean =>
  pattern.every((name, at) => name === names[at] || (name === '*' && names[at] !== undefined));
const isGround = ({ ground = [] }: Row, path: string): boolean =>
  ground.some((pattern) => pattern.split('/').length === path.split('/').length && matches(path.split('/'), pattern.split('/')));

/** The row that a file lies under; undefined when the table has none for it. */
export function placeOf(table: Table, path: string): Place | undefined {
  const names = posix.dirname(path).split('/');
  let best: Place | undefined;
  for (const row of table) {
    const pattern = row.folder.split('/');
    if (!matches(names, pattern)) continue;
    const hasDeeper = table.some((other) => isUnder(other.folder, row.folder));
    if (hasDeeper && names.length !== pattern.length) continue;
    if (!best || pattern.length > best.row.folder.split('/').length) best = { row, folder: names.slice(0, pattern.length).join('/') };
  }
  const ground = best && table.find((row) => isGround(row, path));
  return ground ? { row: ground, folder: ground.folder } : best;
}

/** Whether a row may import another's own files because it stands on them. */
export const standsOn = (table: Table, row: Row, other: Row): boolean =>
  other.ground !== undefined && isUnder(row.folder, other.folder) && table.indexOf(other) < table.indexOf(row);

const packageOf = (from: string): string =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
const targetOf = (path: string, from: string): string => posix.join(posix.dirname(path), from.replace(/\?.*$/, ''));

/** Why a file may not import this; undefined when it may. */
function importFault(table: Table, path: string, { from, typesOnly }: Pick<Import, 'from' | 'typesOnly'>): string | undefined {
  const place = placeOf(table, path);
  if (!place) return `${posix.dirname(path)} has no row in the table of folders`;
  const { row } = place;
  const test = isTest(path);
  const may = `${row.folder}${test ? ' (tests)' : ''} may not import`;
  if (isBuiltin(from)) {
    const name = from.replace(/^node:/, '').split('/')[0] ?? '';
    return test || row.node?.includes(name) ? undefined : `${may} node:${name}`;
  }
  if (!from.startsWith('.')) {
    const name = packageOf(from);
    const listed = [...(row.packages ?? []), ...(test ? [...testPackages, ...(row.tests?.packages ?? [])] : [])];
    return listed.includes(name) ? undefined : `${may} the package ${name}`;
  }
  const target = targetOf(path, from);
  const fault = `${may} ${target}`;
  if (isTestFile(target)) return fault;
  const there = placeOf(table, target);
  const own = there?.folder === place.folder;
  if (/(^|\/)testing\//.test(target)) {
    const layer = path.split('/')[0];
    const named = row.tests?.folders?.some((folder) => isUnder(target, folder));
    const near = own || named || ['shared', layer].includes(target.split('/')[0]) || ['tests', 'scripts'].includes(layer ?? '');
    return test && near ? undefined : fault;
  }
  if (own || (there && standsOn(table, row, there.row))) return undefined;
  const listed = [...row.folders, ...(typesOnly || test ? (row.types ?? []) : []), ...(test ? (row.tests?.folders ?? []) : [])];
  return listed.some((folder) => isUnder(target, folder)) ? undefined : fault;
}

/** Circles of files that import each other, types too; each told once, at one of its files. */
function circles(graph: Map<string, string[]>): string[][] {
  const done = new Set<string>();
  const found: string[][] = [];
  const walk = (path: string, way: string[]) => {
    const at = way.indexOf(path);
    if (at >= 0) found.push([...way.slice(at), path]);
    if (at >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...way, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return found;
}

/**
 * Everything wrong in the sources: imports that the table does not allow, folders without a row, circles, exports that nobody names,
 * rules that ask the clock, the network where it is not reached, and ways to load what no import names.
 * @param sources text by path from the root
 */
export function check(table: Table, sources: Map<string, string>): Fault[] {
  const modules = new Map([...sources].map(([path, text]) => [path, readModule(path, text)]));
  return [
    ...imports(table, modules),
    ...unlisted(table, modules),
    ...unbroken(modules),
    ...unnamed(table, modules),
    ...impure(table, modules),
    ...network(table, modules),
    ...hidden(modules),
  ];
}

const imports = (table: Table, modules: Map<string, Module>): Fault[] =>
  [...modules].flatMap(([file, module]) =>
    module.imports.flatMap((one) => {
      const what = placeOf(table, file) && importFault(table, file, one);
      return what ? [{ file, line: one.line, what }] : [];
    }),
  );

const unlisted = (table: Table, modules: Map<string, Module>): Fault[] =>
  [...modules.keys()]
    .filter((file) => !placeOf(table, file))
    .map((file) => ({ file, line: 1, what: `${posix.dirname(file)} has no row in the table of folders` }));

function unbroken(modules: Map<string, Module>): Fault[] {
  const graph = new Map(
    [...modules].map(([path, { imports }]) => [
      path,
      imports.map(({ from }) => targetOf(path, from)).filter((target) => modules.has(target)),
    ]),
  );
  return circles(graph).map((way) => ({ file: way[0] ?? '', line: 1, what: `imports itself: ${way.join(' → ')}` }));
}

/**
 * Exports that no other file names; a type may be exported so that its own file uses, as one that a function takes or gives. Nothing of the
 * product is there for tests alone: what they name its own file uses too, or it is the test of that very file. What lies in tests/ counts
 * as any other file.
 */
function unnamed(table: Table, modules: Map<string, Module>): Fault[] {
  const entries = new Set(table.flatMap(({ entries = [] }) => entries));
  /** By file and name, who imports it; `*`: who imports all of the file. */
  const importers = new Map<string, Set<string>>();
  const importersOf = (path: string, name: string): Set<string> => importers.get(`${path}:${name}`) ?? new Set();
  for (const [path, { imports }] of modules)
    for (const { from, names } of imports)
      for (const name of names) {
        const key = `${targetOf(path, from)}:${name}`;
        importers.set(key, (importers.get(key) ?? new Set()).add(path));
      }
  return [...modules].flatMap(([file, { exports }]) =>
    exports.flatMap(({ name, isType, usedHere, line }) => {
      if (entries.has(file)) return [];
      const by = [...importersOf(file, name), ...importersOf(file, '*')];
      if (by.length === 0) return isType && usedHere ? [] : [{ file, line, what: `exports ${name}, which no other file names` }];
      const testOf = (path: string) => isTestFile(path) && path.replace(/\.test\.tsx?$/, '') === file.replace(/\.tsx?$/, '');
      const used = isTest(file) || usedHere || by.some((path) => testOf(path) || !isTestFile(path) || path.startsWith('tests/'));
      return used ? [] : [{ file, line, what: `exports ${name}, which only tests of other files name` }];
    }),
  );
}

const network = (table: Table, modules: Map<string, Module>): Fault[] =>
  [...modules].flatMap(([file, module]) => {
    const row = placeOf(table, file)?.row;
    if (isTest(file) || row?.network || /^(scripts|tests|\.)/.test(row?.folder ?? '')) return [];
    return module.network.map(({ what, line }) => ({ file, line, what: `${what}: ${row?.folder} does not reach the network` }));
  });

/** Of what no fence can see the folder; the tools and tests of the repository may. */
const hidden = (modules: Map<string, Module>): Fault[] =>
  [...modules].flatMap(([file, module]) =>
    isTest(file) || /^(scripts|tests)\//.test(file)
      ? []
      : module.hidden.map(({ what, line }) => ({ file, line, what: `${what}: what it loads is named by an import` })),
  );

const impure = (table: Table, modules: Map<string, Module>): Fault[] =>
  [...modules].flatMap(([file, module]) =>
    !isTest(file) && placeOf(table, file)?.row.pure
      ? module.impure.map(({ what, line }) => ({
          file,
          line,
          what: `${what}: what it is told is all it knows; \`now\` and ids are given to it`,
        }))
      : [],
  );
