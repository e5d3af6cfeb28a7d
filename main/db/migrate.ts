import type Database from 'better-sqlite3';
import { initial } from './migrations/001-initial.ts';
import { caseLists } from './migrations/002-case-lists.ts';
import { sentForm } from './migrations/003-sent-form.ts';
import { openBevakningar } from './migrations/004-open-bevakningar.ts';
import { keptOutbox } from './migrations/005-kept-outbox.ts';
import { lssInsatser } from './migrations/006-lss-insatser.ts';
import { bucketDigests } from './migrations/007-bucket-digests.ts';
import { dokument } from './migrations/008-dokument.ts';
import { dokumentBytes } from './migrations/009-dokument-bytes.ts';
import { frister } from './migrations/010-frister.ts';
import { bevakningarByOwner } from './migrations/011-bevakningar-by-owner.ts';
import { ivotider } from './migrations/012-ivotider.ts';
import { lssInsatserByFunction } from './migrations/013-lss-insatser-by-function.ts';
import { anteckningAndrad } from './migrations/014-anteckning-andrad.ts';
import { allBeslut } from './migrations/015-all-beslut.ts';
import { seenBefore } from './migrations/016-seen-before.ts';
import { allUppfoljningar } from './migrations/017-all-uppfoljningar.ts';
import { eansokningar } from './migrations/018-eansokningar.ts';
import { meddelanden } from './migrations/019-meddelanden.ts';
import { inkomstblanketter } from './migrations/020-inkomstblanketter.ts';
import { franvaro } from './migrations/021-franvaro.ts';

/** One function a schema number, oldest first; a released one is never changed. `PRAGMA user_version` counts those run. */
const migrations: ((db: Database.Database) => void)[] = [
  initial,
  caseLists,
  sentForm,
  openBevakningar,
  keptOutbox,
  lssInsatser,
  bucketDigests,
  dokument,
  dokumentBytes,
  frister,
  bevakningarByOwner,
  ivotider,
  lssInsatserByFunction,
  anteckningAndrad,
  allBeslut,
  seenBefore,
  allUppfoljningar,
  eansokningar,
  meddelanden,
  inkomstblanketter,
  franvaro,
];

/** The tables of an encrypted database: one function a schema number, oldest first. */
export type Schema = readonly ((db: Database.Database) => void)[];
export const replicaSchema: Schema = migrations;

/** Each migration is a transaction with its number: an interrupted start goes on where it was. */
export function migrate(db: Database.Database, schema: Schema = replicaSchema): void {
  const done = Number(db.pragma('user_version', { simple: true }));
  schema.slice(done).forEach((migration, index) => {
    db.transaction(() => {
      migration(db);
      db.pragma(`user_version = ${done + index + 1}`);
    }).immediate();
  });
}
