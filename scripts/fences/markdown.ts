import { standsOn } from './fences.ts';
import type { Row, Table } from './table.ts';

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

function mayImport(table: Table, row: Row): string {
  const { folders, types = [], packages = [], node = [] } = row;
  const ground = table.some((other) => standsOn(table, row, other)) && !folders.some((folder) => row.folder.startsWith(`${folder}/`));
  const parts = [
    [ground ? 'the ground' : '', code(folders)].filter((part) => part !== '').join(', '),
    types.length > 0 ? `types of ${code(types)}` : '',
    packages.join(', '),
    node.length > 0 ? `node: ${node.join(', ')}` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join('; ') : 'nothing';
}

const begin = '<!-- fences: made from scripts/fences/table.ts by `npm run fences -- --write` -->';
const end = '<!-- /fences -->';

/** The table of folders as ARCHITECTURE.md shows it. */
const asMarkdown = (table: Table): string =>
  [
    '| folder | what | may import |',
    '|---|---|---|',
    ...table.map((row) => `| ${code([row.folder, ...(row.ground ?? [])])} | ${row.what} | ${mayImport(table, row)} |`),
  ].join('\n');

/** The text with the table in its place. */
export function withTable(text: string, table: Table): string {
  const [before, rest] = text.split(`${begin}\n`);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`ARCHITECTURE.md has no ${begin} … ${end}`);
  return `${before}${begin}\n${asMarkdown(table)}\n${end}${after}`;
}
