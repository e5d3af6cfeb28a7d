#!/bin/sh
# Seen 2026-11-29: better-sqlite3-multiple-ciphers 13.0.3 (SQLite 3.53.4).
# Four ways to copy a database, on one that is encrypted with PRAGMA key: VACUUM INTO and ATTACH without a key keep the cipher and the key
# of the main database; backup() is refused, since its target is opened without one; serialize() succeeds, and its bytes are the plain
# database. An in-memory database refuses a key at all. So a copy for safety is made with VACUUM INTO, tests of what is encrypted need
# a file, and what serialize() gives is never written anywhere.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm install --silent --no-fund --no-audit --prefix . better-sqlite3-multiple-ciphers@13.0.3 node@24.21.0 >&2
# The package is built for Node 22 and newer; the one that runs it is pinned too.
PATH=$PWD/node_modules/node/bin:$PATH
cat >see.cjs <<'JS'
const { readFileSync } = require('node:fs');
const Database = require('better-sqlite3-multiple-ciphers');
const form = (bytes) => (bytes.subarray(0, 15).toString('latin1') === 'SQLite format 3' ? 'plain' : 'encrypted');
const attempt = async (run) => {
  try {
    return await run();
  } catch {
    return 'refused';
  }
};
(async () => {
  const db = new Database('main.db');
  db.pragma("cipher = 'sqlcipher'");
  db.pragma("key = 'a test key'");
  db.exec('create table t (a); insert into t values (1)');
  const seen = {
    'the file itself': form(readFileSync('main.db')),
    'VACUUM INTO': await attempt(() => (db.exec("vacuum into 'vacuumed.db'"), form(readFileSync('vacuumed.db')))),
    'ATTACH without a key': await attempt(() => {
      db.exec("attach 'attached.db' as other; create table other.t as select * from t; detach other");
      return form(readFileSync('attached.db'));
    }),
    'backup()': await attempt(async () => (await db.backup('backed-up.db'), form(readFileSync('backed-up.db')))),
    'serialize()': await attempt(() => form(db.serialize())),
    'PRAGMA key in memory': await attempt(() => (new Database(':memory:').pragma("key = 'a test key'"), 'taken')),
  };
  const before = {
    'the file itself': 'encrypted',
    'VACUUM INTO': 'encrypted',
    'ATTACH without a key': 'encrypted',
    'backup()': 'refused',
    'serialize()': 'plain',
    'PRAGMA key in memory': 'refused',
  };
  for (const [what, is] of Object.entries(seen)) console.log(`${what}: expected encrypted, seen ${is}`);
  console.log(`SQLite ${db.prepare('select sqlite_version() v').get().v}`);
  db.close();
  process.exitCode = JSON.stringify(seen) === JSON.stringify(before) ? 0 : 1;
})();
JS
echo "better-sqlite3-multiple-ciphers $(node -p "require('./node_modules/better-sqlite3-multiple-ciphers/package.json').version")"
if ! node see.cjs; then
  echo 'changed: what is said above is no longer so' >&2
  exit 1
fi
