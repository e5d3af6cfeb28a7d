/** A folder, what it is for, and all it may import besides itself. What is not listed is forbidden. */
export type Row = {
  /** Its path from the root; `*` stands for any one name. Covers what lies below it too, unless a deeper row does. */
  folder: string;
  /** For the table in ARCHITECTURE.md. */
  what: string;
  /** Folders further up in the table, each with what lies below it. */
  folders: readonly string[];
  /**
   * It is the ground of its folder: every row below it in the table that lies in the folder may import what is the row's own. Named
   * here are the files deeper down that are its own too; `*` stands for any one name.
   */
  ground?: readonly string[];
  /** Folders of which it imports types alone: an adapter names the port it implements. */
  types?: readonly string[];
  packages?: readonly string[];
  /** Modules of Node, without `node:`. */
  node?: readonly string[];
  /** What its tests import besides: they also may import every module of Node, `testPackages` and the testing/ folders of their layer. */
  tests?: { folders?: readonly string[]; packages?: readonly string[] };
  /** Knows neither clock nor chance: the same input gives the same answer on both sides. */
  pure?: true;
  /** Reaches the network by the globals of its platform. */
  network?: true;
  /** Files whose exports a tool reads. */
  entries?: readonly string[];
};
/** In order: a row imports from rows above it only, so that no two folders can import each other. */
export type Table = readonly Row[];

export const testPackages: readonly string[] = ['vitest', 'fast-check', '@testing-library/react'];

const domain = ['shared/domain', 'shared/util'];
/** An area of the rules: it knows the ground, and of the other areas those it names. Its tests act out whole cases. */
const area = (name: string, what: string, ...others: string[]): Row => ({
  folder: `shared/domain/${name}`,
  what,
  folders: ['shared/util', ...others.map((other) => `shared/domain/${other}`)],
  packages: ['zod'],
  pure: true,
  tests: { folders: ['shared/domain'] },
});
const fluent = ['@fluentui/react-components', '@fluentui/react-icons'];

export const table: Table = [
  { folder: 'shared/util', what: 'results, days, Swedish order', folders: [], packages: ['date-fns', '@date-fns/utc'], pure: true },
  {
    folder: 'shared/domain/text',
    what: 'written text',
    folders: [],
    packages: ['zod'],
    pure: true,
    tests: { folders: ['shared/protocol'] },
  },
  { folder: 'shared/domain/sok', what: 'the search grammar', folders: ['shared/util'], pure: true },
  {
    folder: 'shared/domain',
    what: 'the ground of the areas: each type of record, what a command is, what is said of any akt',
    folders: ['shared/util', 'shared/domain/text'],
    ground: ['shared/domain/*/records.ts'],
    packages: ['zod'],
    pure: true,
    tests: { folders: ['shared/domain'] },
  },
  area('katalog', 'what is looked up in the catalogue'),
  area('historik', 'what a command leaves in the history'),
  area('kontakt', 'who is near the kund'),
  area('kundlista', "a user's own lists"),
  area('hushall', 'who lives together'),
  area('person', 'the kund', 'hushall', 'katalog', 'sok'),
  area('kir', 'what the register of residents answers', 'hushall', 'person'),
  area('anteckning', 'notes and copies of them', 'text'),
  area('aktualisering', 'what has come in', 'katalog'),
  area('utredning', 'the examination: how it is opened, whose it is, its time limit', 'aktualisering', 'katalog'),
  area('bevakning', 'what is to be remembered', 'katalog'),
  area('bedomning', 'assessments', 'katalog'),
  area('beslut', 'what is decided', 'katalog', 'person'),
  area('bestallning', 'what is ordered, and the verkställighet that takes it in', 'beslut', 'bevakning', 'katalog'),
  area('verkstallighet', 'what is carried out', 'beslut', 'bestallning', 'katalog'),
  area('lass', 'the LASS-beslut', 'beslut', 'katalog', 'person', 'text'),
  area('arende', 'the closing of a case', 'beslut', 'bestallning', 'verkstallighet'),
  area('tidslinje', 'the timeline', 'beslut', 'bestallning'),
  // What another program reads of a calendar file is asked of another program.
  { ...area('mote', 'meetings and home visits', 'katalog'), tests: { folders: domain, packages: ['ical.js'] } },
  area('eansokan', 'what comes by the e-service, until an akt takes it in', 'aktualisering', 'bevakning', 'katalog', 'person'),
  area('samtycke', 'what a kund has agreed to, and whether it holds', 'katalog'),
  area('etjanst', 'the e-service of a kund, and who acts for them in it', 'samtycke'),
  area('individuellplan', 'the individuell plan that who has been granted LSS has a right to', 'beslut', 'katalog'),
  area(
    'klocka',
    'the legal clock',
    'anteckning',
    'beslut',
    'bestallning',
    'individuellplan',
    'katalog',
    'person',
    'samtycke',
    'verkstallighet',
  ),
  area('overlamning', 'what is handed from one unit to another', 'katalog', 'person'),
  area('ivo', 'what is reported to IVO, and what was offered', 'klocka', 'verkstallighet'),
  area('statistik', 'what is delivered to Socialstyrelsen, and as what', 'katalog', 'klocka', 'person'),
  area('uppfoljning', 'how a bifall is followed up', 'verkstallighet'),
  area('sokverktyg', 'searches as data, and what they ask of an akt', 'beslut', 'klocka', 'person', 'verkstallighet'),
  area(
    'dokument',
    'documents of the akt; what a produced one says, and what it lacks',
    ...['beslut', 'bestallning', 'katalog', 'person', 'samtycke', 'text', 'tidslinje'],
  ),
  area(
    'rulebook',
    'every command, who may run it, how it is decided',
    ...[
      'aktualisering',
      'anteckning',
      'arende',
      'bedomning',
      'beslut',
      'bestallning',
      'bevakning',
      'dokument',
      'etjanst',
      'historik',
      'hushall',
      'individuellplan',
      'kir',
      'ivo',
      'klocka',
      'kontakt',
      'kundlista',
    ],
    ...[
      'eansokan',
      'lass',
      'mote',
      'overlamning',
      'person',
      'samtycke',
      'sokverktyg',
      'statistik',
      'uppfoljning',
      'utredning',
      'verkstallighet',
    ],
  ),
  area(
    'rubriktrad',
    'the tree and its menus',
    'anteckning',
    'arende',
    'beslut',
    'bestallning',
    'dokument',
    'katalog',
    'rulebook',
    'verkstallighet',
  ),
  { folder: 'shared/domain/testing', what: 'what tests of the rules share', folders: domain },
  { folder: 'shared/ipc', what: 'the border to the renderer', folders: domain, packages: ['zod'], pure: true },
  { folder: 'shared/protocol', what: 'the border to the server', folders: domain, packages: ['uuid', 'zod'], pure: true },
  { folder: 'shared/words', what: 'the Swedish words of every code and field', folders: [...domain, 'shared/ipc'], pure: true },

  {
    folder: 'main/services',
    what: 'the calls, over ports they declare',
    folders: [...domain, 'shared/ipc', 'shared/words'],
    packages: ['write-excel-file', 'zod'],
    tests: { folders: ['main/db', 'main/fritext'], packages: ['read-excel-file'] },
  },
  {
    folder: 'main/sync',
    what: 'the engine, over ports it declares',
    network: true,
    folders: [...domain, 'shared/protocol'],
    packages: ['eventsource-parser'],
    node: ['util'],
    tests: { folders: ['main/db', 'main/blobs'] },
  },
  {
    folder: 'main/db',
    what: 'the replica',
    folders: domain,
    types: ['main/services', 'main/sync'],
    packages: ['better-sqlite3'],
    node: ['crypto', 'fs', 'module', 'worker_threads'],
    tests: { folders: ['shared/ipc'] },
  },
  {
    folder: 'main/blobs',
    what: 'the bytes of documents, beside the replica',
    folders: [...domain, 'main/db'],
    types: ['main/sync'],
    node: ['crypto', 'fs'],
  },
  {
    folder: 'main/fritext',
    what: "the index of the notes' words, beside the replica: a thread that keeps it, and searching it",
    folders: [...domain, 'main/db', 'main/blobs'],
    packages: ['better-sqlite3'],
    node: ['crypto', 'fs', 'path', 'timers', 'worker_threads'],
  },
  {
    folder: 'main/qpdf',
    what: 'qpdf as WebAssembly: PDFs decrypted, mended and locked',
    folders: [],
    packages: ['@neslinesli93/qpdf-wasm'],
    node: ['module'],
    tests: { packages: ['pdf-lib', 'pdfjs-dist'] },
  },
  {
    folder: 'main/documents',
    what: 'PDFs: a thread that makes them of what the rules say',
    folders: [...domain, 'main/qpdf'],
    packages: ['pdf-lib', '@myriaddreamin/typst-ts-node-compiler'],
    node: ['crypto', 'fs', 'module', 'path', 'worker_threads'],
    tests: { packages: ['pdfjs-dist'] },
  },
  {
    folder: 'main/binder',
    what: 'PDFs of anybody joined in one: a thread that reads, copies, writes and compares',
    folders: ['shared/util', 'main/qpdf'],
    packages: ['pdf-lib', 'pdfjs-dist', 'fontkit'],
    node: ['crypto', 'fs', 'worker_threads', 'zlib'],
  },
  {
    folder: 'main/scan',
    what: 'the folder of scanned files, and PDFs of what scanners and cameras write: a thread for each file',
    folders: ['main/binder'],
    packages: ['pdf-lib'],
    node: ['crypto', 'fs', 'path', 'zlib', 'worker_threads'],
    tests: { packages: ['pdfjs-dist'] },
  },
  {
    folder: 'main/core',
    what: 'session, status, the worker; joins services, db, sync, documents, the binder and scans',
    network: true,
    folders: [
      ...domain,
      ...['shared/ipc', 'shared/protocol', 'main/services', 'main/sync', 'main/db', 'main/blobs', 'main/fritext', 'main/documents'],
      ...['main/binder', 'main/scan'],
    ],
    packages: ['uuid', 'zod'],
    node: ['crypto', 'fs', 'os', 'path', 'worker_threads'],
    tests: { folders: ['main/qpdf'], packages: ['pdfjs-dist'] },
  },
  { folder: 'main/security', what: 'what a window may', folders: [], packages: ['electron', '@electron/fuses'], node: ['fs', 'path'] },
  {
    folder: 'main/ipc',
    what: 'calls and events between window and core',
    folders: ['shared/ipc', 'main/core', 'main/security'],
    packages: ['electron', 'zod'],
  },
  { folder: 'main/preload', what: 'what the page sees of Electron', folders: ['shared/ipc'], packages: ['electron'] },
  {
    folder: 'main/webhost',
    what: 'one host',
    folders: ['main/core', 'main/security'],
    packages: ['ws', 'zod'],
    node: ['child_process', 'crypto', 'fs', 'http', 'net', 'path', 'stream', 'url', 'util'],
    tests: { folders: ['shared/ipc'] },
  },
  {
    folder: 'main/app',
    what: 'the other host: Electron',
    folders: ['shared/words', 'main/core', 'main/ipc', 'main/security'],
    packages: ['electron', 'zod'],
    node: ['crypto', 'fs', 'path'],
    tests: { folders: ['shared/ipc'] },
  },

  {
    folder: 'renderer/backend',
    what: 'the line to the core',
    network: true,
    folders: ['shared/ipc'],
    // Both lines are tested with the host at their other end.
    tests: { folders: ['main/core', 'main/ipc', 'main/preload', 'main/webhost'], packages: ['electron', 'ws'] },
  },
  {
    folder: 'renderer/state',
    what: 'what is open',
    folders: [...domain, 'shared/ipc', 'shared/words', 'renderer/backend'],
    packages: ['react', 'uuid', 'zod', 'zustand'],
  },
  {
    folder: 'renderer/components',
    what: 'parts without knowledge',
    folders: [...domain, 'shared/words'],
    packages: [...fluent, 'react', '@tanstack/react-virtual', '@tiptap/core', '@tiptap/react', '@tiptap/starter-kit', 'diff', 'zod'],
    tests: { folders: ['renderer/state', 'shared/ipc'] },
  },
  {
    folder: 'renderer/visare',
    what: 'documents on the screen: pdf.js',
    folders: ['shared/domain', 'shared/util', 'shared/ipc', 'shared/words', 'renderer/state', 'renderer/components'],
    packages: [...fluent, 'react', '@tanstack/react-virtual', 'pdfjs-dist', 'zod'],
  },
  {
    folder: 'renderer/features/*',
    what: 'screens; never each other',
    folders: [...domain, 'shared/ipc', 'shared/words', 'renderer/backend', 'renderer/state', 'renderer/components', 'renderer/visare'],
    packages: [...fluent, 'react', '@tanstack/react-virtual', '@tiptap/react', 'zod'],
    tests: { packages: ['@tiptap/core'] },
  },
  {
    folder: 'renderer/app',
    what: 'the window and its tabs',
    folders: [...domain, 'shared/ipc', 'shared/words', 'renderer/backend', 'renderer/state', 'renderer/components', 'renderer/features'],
    packages: [...fluent, '@fluentui/react-motion', '@fontsource-variable/noto-sans', 'react', 'react-dom'],
    tests: { packages: ['@tiptap/core'] },
  },
  {
    folder: 'renderer/testing',
    what: 'what tests of the renderer share',
    folders: [
      ...domain,
      'shared/ipc',
      'shared/words',
      'renderer/backend',
      'renderer/state',
      'renderer/components',
      'renderer/features',
      'renderer/app',
    ],
    packages: [...fluent, 'react', '@tiptap/core'],
    // The one door from tests of the renderer to the real services.
    tests: { folders: ['main/core', 'main/services'] },
  },

  { folder: 'server/util', what: "the server's clock, errors and folder of data", folders: ['shared/protocol'], node: ['fs', 'path'] },
  {
    folder: 'server/store',
    what: 'PostgreSQL',
    folders: [...domain, 'shared/protocol', 'server/util'],
    packages: ['kysely', 'pg', 'zod'],
    node: ['child_process', 'crypto', 'fs', 'module', 'net', 'os', 'path', 'readline', 'timers', 'util'],
  },
  {
    folder: 'server/blobs',
    what: 'the bytes of documents, sealed',
    network: true,
    folders: ['server/util', 'server/store'],
    packages: ['aws4fetch'],
    node: ['crypto', 'fs', 'path'],
    tests: { folders: ['server/testing'], packages: ['s3rver'] },
  },
  { folder: 'server/identity', what: 'sign-in', folders: ['shared/util', 'server/util', 'server/store'], packages: ['jose'] },
  {
    folder: 'server/sync',
    what: 'push, pull, poke',
    folders: [...domain, 'shared/protocol', 'server/util', 'server/store', 'server/identity'],
    node: ['crypto'],
    tests: { folders: ['server'] },
  },
  {
    folder: 'server/kir',
    what: 'the register of residents',
    folders: domain,
    packages: ['@xmldom/xmldom'],
    node: ['crypto', 'fs', 'http', 'https', 'path', 'readline'],
  },
  {
    folder: 'server/etjanst',
    what: 'the e-service that people are activated in',
    network: true,
    folders: domain,
    node: ['timers'],
  },
  {
    folder: 'server/jobs',
    what: 'what the server does by itself, through the door `server/sync/act.ts`',
    folders: [...domain, 'server/util', 'server/sync', 'server/kir', 'server/etjanst'],
    packages: ['pg-boss'],
    node: ['crypto'],
    tests: { folders: ['server/store'], packages: ['kysely'] },
  },
  {
    folder: 'server/http',
    what: 'the routes',
    folders: [...domain, 'shared/protocol', 'server/util', 'server/store', 'server/blobs', 'server/identity', 'server/sync', 'server/kir'],
    packages: ['@fastify/rate-limit', '@fastify/swagger', 'fastify', 'fastify-type-provider-zod', 'zod'],
    node: ['crypto', 'http', 'stream'],
    tests: { folders: ['server'], packages: ['eventsource-parser', 'jose'] },
  },
  {
    folder: 'server',
    what: 'settings and start',
    folders: [
      'shared/domain',
      'server/util',
      'server/store',
      'server/blobs',
      'server/sync',
      'server/kir',
      'server/etjanst',
      'server/jobs',
      'server/http',
    ],
    packages: ['fastify'],
    node: ['os', 'path', 'util'],
    tests: { folders: ['shared/protocol'], packages: ['pg'] },
  },
  {
    folder: 'server/testing',
    what: 'what tests of the server share',
    folders: [...domain, 'shared/protocol', 'server/util', 'server/store', 'server'],
  },

  {
    folder: 'scripts/lib',
    what: 'what the commands share',
    folders: ['main/security', 'main/webhost'],
    packages: ['@playwright/test', 'electron-builder', 'vite'],
    node: ['child_process', 'crypto', 'fs', 'module', 'os', 'path', 'url', 'util'],
    entries: ['scripts/lib/after-pack.ts'],
    tests: { folders: ['shared/domain', 'main/core', 'main/qpdf', 'main/documents', 'main/binder', 'main/scan'] },
  },
  {
    folder: 'scripts/fences',
    what: 'this table and what holds it',
    folders: [],
    packages: ['vite'],
    node: ['fs', 'module', 'path'],
    tests: { folders: ['main/db'], packages: ['better-sqlite3'] },
  },
  {
    folder: 'scripts/demo',
    what: 'the made-up municipality',
    folders: [...domain, 'shared/ipc', 'server/util', 'scripts/lib'],
    node: ['fs', 'path', 'url', 'util'],
  },
  {
    folder: 'scripts/bench',
    what: 'measures',
    folders: [...domain, 'shared/ipc', 'shared/protocol', 'main', 'server', 'scripts/lib', 'scripts/demo'],
    packages: ['@playwright/test', 'pdf-lib', 'uuid'],
    node: ['child_process', 'crypto', 'fs', 'http', 'os', 'path', 'timers', 'url', 'util', 'zlib'],
  },
  { folder: 'tests/chain', what: 'section 10', folders: ['shared', 'main/sync', 'server/store', 'scripts/demo'] },
  {
    folder: 'tests/sim',
    what: 'section 10',
    folders: ['shared', 'main/blobs', 'main/core', 'main/db', 'main/fritext', 'main/sync', 'server', 'scripts/lib', 'scripts/demo'],
  },
  {
    folder: 'tests/upgrade',
    what: 'section 10',
    folders: ['shared', 'main/db', 'main/services', 'main/sync', 'server', 'scripts/demo'],
    tests: { packages: ['better-sqlite3', 'zod'] },
  },
  {
    folder: 'tests/e2e',
    what: 'section 10',
    folders: ['shared', 'main/db', 'main/core', 'server', 'scripts/lib', 'scripts/demo'],
    packages: ['@axe-core/playwright', '@playwright/test', 'better-sqlite3', 'pdf-lib'],
    entries: ['tests/e2e/fixtures/build-once.ts'],
  },
  {
    folder: 'tests/kill',
    what: 'section 10',
    folders: ['shared', 'main', 'tests/e2e/fixtures'],
    packages: ['better-sqlite3'],
  },
  {
    folder: 'tests/smoke',
    what: 'section 10',
    folders: ['main/webhost', 'tests/e2e/fixtures'],
    packages: ['@playwright/test'],
  },
  {
    folder: 'scripts',
    what: 'the commands of package.json',
    folders: ['shared/words', 'main/documents', 'main/binder', 'main/webhost', 'server', 'scripts/lib', 'scripts/demo', 'tests/smoke'],
    tests: { folders: ['shared/domain'], packages: ['pdf-lib'] },
    node: ['child_process', 'crypto', 'fs', 'path', 'readline', 'stream', 'url', 'util'],
  },
  {
    folder: '.',
    what: 'settings of the tools',
    folders: ['main/webhost'],
    packages: ['@playwright/test', '@vitejs/plugin-react', 'vite', 'vitest'],
    node: ['fs', 'path'],
    entries: ['playwright.config.ts', 'vite.config.ts', 'vitest.config.ts'],
  },
];
