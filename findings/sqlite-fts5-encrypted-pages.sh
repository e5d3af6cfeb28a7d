#!/bin/sh
# Seen 2026-11-30: better-sqlite3-multiple-ciphers 13.0.3 (SQLite 3.53.4).
# FTS5 keeps its index in records of at most 4050 bytes (its own 'pgsz'), made so that one fills a database page of 4096. An encrypted page (SQLCipher 4)
# has 80 bytes less: a full record no longer fits, and its last bytes spill onto other pages: a tenth more of them, and one more to read for each.
# We set 3950: insert into t(t, rank) values('pgsz', 3950). It has to be a literal: a number that is bound from
# JavaScript is a REAL, and the option is refused with 'SQL logic error'.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-fund --no-audit --prefix . better-sqlite3-multiple-ciphers@13.0.3 node@24.21.0 >&2
# The package is built for Node 22 and newer; the one that runs it is pinned too.
PATH=$PWD/node_modules/node/bin:$PATH
cat >see.cjs <<'JS'
const Database = require('better-sqlite3-multiple-ciphers');
function pages(encrypted, pgsz) {
  const db = new Database(`${encrypted}${pgsz}.db`);
  if (encrypted) {
    db.pragma(`cipher = 'sqlcipher'`);
    db.pragma('legacy = 4');
    db.pragma(`key = "x'${'01'.repeat(32)}${'02'.repeat(16)}'"`);
  }
  db.exec(`create virtual table t using fts5(text, content='')`);
  if (pgsz) db.exec(`insert into t(t, rank) values('pgsz', ${pgsz})`);
  const add = db.prepare('insert into t(rowid, text) values(?, ?)');
  let seed = 1;
  const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648);
  db.exec('begin');
  for (let id = 1; id <= 20_000; id++) add.run(id, Array.from({ length: 20 }, () => `word${next() % 5000}`).join(' '));
  db.exec('commit');
  db.exec("insert into t(t) values('optimize')");
  db.exec('vacuum');
  const count = db.pragma('page_count', { simple: true });
  db.close();
  return count;
}
const plain = pages(false, 0);
const encrypted = pages(true, 0);
const smaller = pages(true, 3950);
console.log(`SQLite ${new Database(':memory:').prepare('select sqlite_version() v').get().v}`);
console.log(`pages: plain ${plain}, expected encrypted at most ${Math.ceil((plain * 4096) / 4016)}, seen ${encrypted}; with pgsz 3950 ${smaller}`);
let bound = 'taken';
try {
  const db = new Database(':memory:');
  db.exec('create virtual table t using fts5(text)');
  db.prepare("insert into t(t, rank) values('pgsz', ?)").run(3950);
} catch (error) {
  bound = error.message;
}
console.log(`pgsz bound as a parameter: expected taken, seen ${bound}`);
process.exitCode = encrypted > plain * 1.08 && smaller < plain * 1.04 && bound !== 'taken' ? 0 : 1;
JS
echo "better-sqlite3-multiple-ciphers $(node -p "require('./node_modules/better-sqlite3-multiple-ciphers/package.json').version")"
if ! node see.cjs; then
  echo 'changed: what is said above is no longer so' >&2
  exit 1
fi
