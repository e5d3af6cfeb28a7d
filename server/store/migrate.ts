import { type Migration, Migrator } from 'kysely';
import { StartupError } from '../util/startup-error.ts';
import type { Database } from './database.ts';
import * as first from './migrations/0001-first.ts';
import * as narrowReads from './migrations/0002-narrow-reads.ts';
import * as questions from './migrations/0003-questions.ts';
import * as namedMembers from './migrations/0004-named-members.ts';
import * as bucketDigests from './migrations/0005-bucket-digests.ts';
import * as namedContacts from './migrations/0006-named-contacts.ts';
import * as personNumber from './migrations/0007-person-number.ts';
import * as documentBytes from './migrations/0008-document-bytes.ts';
import * as earlierNumbers from './migrations/0009-earlier-numbers.ts';
import * as protectedAddresses from './migrations/0010-protected-addresses.ts';
import * as statisticsBucket from './migrations/0011-statistics-bucket.ts';
import * as nights from './migrations/0012-nights.ts';
import * as eansokningar from './migrations/0013-eansokningar.ts';
import * as notices from './migrations/0015-notices.ts';
import * as portal from './migrations/0016-portal.ts';
import * as portalAnsokningar from './migrations/0017-portal-ansokningar.ts';
import * as meddelanden from './migrations/0018-meddelanden.ts';
import * as portalKontakter from './migrations/0019-portal-kontakter.ts';
import * as portalInkomster from './migrations/0021-portal-inkomster.ts';
import * as utskick from './migrations/0022-utskick.ts';
import * as digitalPost from './migrations/0023-digital-post.ts';

/** Numbered, never changed once released; the names decide the order. */
const migrations: Record<string, Migration> = {
  '0001-first': first,
  '0002-narrow-reads': narrowReads,
  '0003-questions': questions,
  '0004-named-members': namedMembers,
  '0005-bucket-digests': bucketDigests,
  '0006-named-contacts': namedContacts,
  '0007-person-number': personNumber,
  '0008-document-bytes': documentBytes,
  '0009-earlier-numbers': earlierNumbers,
  '0010-protected-addresses': protectedAddresses,
  '0011-statistics-bucket': statisticsBucket,
  '0012-nights': nights,
  '0013-eansokningar': eansokningar,
  '0015-notices': notices,
  '0016-portal': portal,
  '0017-portal-ansokningar': portalAnsokningar,
  '0018-meddelanden': meddelanden,
  '0019-portal-kontakter': portalKontakter,
  '0021-portal-inkomster': portalInkomster,
  '0022-utskick': utskick,
  '0023-digital-post': digitalPost,
};

/**
 * Brings the database to this version's tables. Several nodes may start at once: Kysely takes an advisory lock.
 * @throws StartupError when a newer version has been here, or the database cannot be reached
 */
export async function migrate(db: Database, where: string): Promise<void> {
  await refuseNewer(db, where);
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error) throw new StartupError('database-failed', `The tables could not be made in ${where}: ${messageOf(error)}`, error);
}

async function refuseNewer(db: Database, where: string): Promise<void> {
  let tables: { name: string }[];
  try {
    tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  } catch (cause) {
    throw new StartupError('database-unreachable', `The database at ${where} cannot be reached: ${messageOf(cause)}`, cause);
  }
  if (!tables.some(({ name }) => name === 'kysely_migration')) return;
  const { executedNames } = await executed(db);
  const unknown = executedNames.filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length === 0) return;
  throw new StartupError(
    'database-newer',
    `The database at ${where} was made by a newer version of Aktnära (${unknown.join(', ')}). Nothing was changed. Install that version or a later one.`,
  );
}

async function executed(db: Database): Promise<{ executedNames: string[] }> {
  const rows = await db.withTables<{ kysely_migration: { name: string } }>().selectFrom('kysely_migration').select('name').execute();
  return { executedNames: rows.map(({ name }) => name) };
}

/** Node reports a refused connection to several addresses as an AggregateError without a text of its own. */
const messageOf = (error: unknown): string => {
  const { message, code } = error as { message?: string; code?: string };
  return message || code || 'no answer';
};
