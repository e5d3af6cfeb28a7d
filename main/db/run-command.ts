import type Database from 'better-sqlite3';
import { type Decision, isRejection, reject } from '../../shared/domain/command.ts';
import { decideCommand, findCommand, scopeOfCommand } from '../../shared/domain/commands.ts';
import type { Meta } from './meta.ts';
import type { Replica } from './ports.ts';
import type { Rebase } from './rebase.ts';
import type { RecordReads } from './record-reads.ts';
import type { Writer } from './transaction.ts';

type Parts = { db: Database.Database; meta: Meta; reads: RecordReads; rebase: Rebase; writer: Writer; onLocalWrite: () => void };

/** The user's writes: effect, outbox row and the dropping of the draft in one transaction (ARCHITECTURE 6). */
export function createRunCommand({ db, meta, reads, rebase, writer, onLocalWrite }: Parts): Replica['runCommand'] {
  const insert = db.prepare(`
    INSERT INTO outbox (id, seq, name, version, input, scope, at, state, active, quiet, form)
    VALUES (?, ?, ?, ?, ?, ?, ?, 'queued', 1, ?, ?)`);
  const dropDraftRow = db.prepare('DELETE FROM draft WHERE nyckel = ?');

  return ({ id, name, version, input, at, actor, dropDraft, form }): Decision => {
    const scope = scopeOfCommand(name, version, input, actor);
    const decision = decideCommand(name, version, input, reads.stateOf(scope ?? ''), { now: at, actor, kommandoId: id });
    if (isRejection(decision)) return decision;
    if (scope === undefined) return reject('ogiltig-indata');
    writer.write((touch) => {
      const seq = meta.get('nextSeq') ?? 1;
      const quiet = findCommand(name, version)?.quiet ? 1 : 0;
      insert.run(id, seq, name, version, JSON.stringify(input), scope, at, quiet, form === undefined ? null : JSON.stringify(form));
      meta.set('nextSeq', seq + 1);
      meta.set('actor', actor);
      rebase.apply(decision, scope, null);
      if (dropDraft !== undefined) dropDraftRow.run(dropDraft);
      touch(scope);
    });
    onLocalWrite();
    return decision;
  };
}
