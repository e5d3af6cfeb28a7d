import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { check } from './fences.ts';
import { withTable } from './markdown.ts';
import { readSources } from './sources.ts';
import { table } from './table.ts';

// Checks what each folder imports. With --write the table in ARCHITECTURE.md is made anew.
const root = dirname(dirname(import.meta.dirname));
const file = join(root, 'ARCHITECTURE.md');
const text = readFileSync(file, 'utf8');
const wanted = withTable(text, table);
const faults = check(table, readSources(root));
for (const { file, line, what } of faults) console.error(`${file}:${line} ${what}`);
if (process.argv.includes('--write')) writeFileSync(file, wanted);
else if (text !== wanted)
  console.error('ARCHITECTURE.md: its table of folders is not the one of scripts/fences/table.ts; `npm run fences -- --write` makes it');
process.exitCode = faults.length === 0 && (text === wanted || process.argv.includes('--write')) ? 0 : 1;
