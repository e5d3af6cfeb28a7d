#!/bin/sh
# Seen 2026-11-28: better-sqlite3-multiple-ciphers 13.0.3 (SQLite 3.53.4).
# SQLite 3.53.4 (in better-sqlite3-multiple-ciphers 13.0.3): with PRAGMA secure_delete=ON a word that was deleted from an FTS5 table still lies in
# the database file, although no search finds it. The pragma overwrites freed pages; FTS5 keeps a deleted word in its index until segments are
# merged. Its own option 'secure-delete' takes it away from an ordinary table, but not from a contentless one (contentless_delete=1),
# where it is accepted and does nothing. 'optimize' takes it away from both. Who purges a person from a search index has to merge it.
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
const word = 'testhemlighetxyz';
const expected = {
  'ordinary, secure_delete': { after: true, merged: false },
  'ordinary, secure_delete and secure-delete': { after: false, merged: false },
  'contentless, secure_delete': { after: true, merged: false },
  'contentless, secure_delete and secure-delete': { after: true, merged: false },
};
let changed = false;
Object.entries(expected).forEach(([what, before], i) => {
  const db = new Database(`${i}.db`);
  db.pragma('secure_delete = ON');
  db.exec(`create virtual table s using fts5(text${what.startsWith('contentless') ? ", content='', contentless_delete=1" : ''})`);
  if (what.includes('secure-delete')) db.exec("insert into s(s, rank) values('secure-delete', 1)");
  const add = db.prepare('insert into s(rowid, text) values(?, ?)');
  for (let id = 1; id <= 50; id++) add.run(id, `ordinary words ${id}`);
  add.run(99, word);
  db.exec('delete from s where rowid = 99');
  const found = db.prepare('select count(*) n from s where s match ?').get(word).n;
  const inFile = () => readFileSync(`${i}.db`).includes(word);
  const after = inFile();
  db.exec("insert into s(s) values('optimize')");
  const merged = inFile();
  console.log(`${what}: found by search ${found}, expected in file false, seen ${after}, after 'optimize' ${merged}`);
  changed ||= found !== 0 || after !== before.after || merged !== before.merged;
  if (i === 0) console.log(`SQLite ${db.prepare('select sqlite_version() v').get().v}`);
  db.close();
});
process.exitCode = changed ? 1 : 0;
JS
echo "better-sqlite3-multiple-ciphers $(node -p "require('./node_modules/better-sqlite3-multiple-ciphers/package.json').version")"
if ! node see.cjs; then
  echo 'changed: what is said above is no longer so' >&2
  exit 1
fi
