import type Database from 'better-sqlite3';
import type { Drafts } from './draft.ts';
import type { Meta } from './meta.ts';
import { isKept, type Outbox } from './outbox.ts';
import type { Copied, CopyFrame } from './read-copy.ts';
import type { Rebase } from './rebase.ts';
import type { SecondCopy } from './second-copy.ts';
import type { Settings } from './setting.ts';
import type { Writer } from './transaction.ts';

type Parts = { outbox: Outbox; drafts: Drafts; settings: Settings; meta: Meta; rebase: Rebase; writer: Writer; copy: SecondCopy };
type Kind = 'command' | 'draft' | 'setting';

/** Keeps the second copy as the replica: what a transaction changes of the user's own is appended before it is committed. */
export function createUnreceived(db: Database.Database, { outbox, drafts, settings, meta, rebase, writer, copy }: Parts) {
  const changed: Record<Kind, Set<string>> = { command: new Set(), draft: new Set(), setting: new Set() };
  let undo = () => {};
  /** Something is no longer needed: perhaps nothing is. */
  let gone = false;
  let closed = false;
  /** The write-ahead log is on disk. */
  let logged = false;

  // Whoever writes, and by whatever statement: a write that is not copied is found when it is needed, and then it is too late.
  db.function('aktnara_changed', (kind, key) => {
    changed[kind as Kind].add(key as string);
    return null;
  });
  const fate = (row: string) => `iif(${row}.state = 'sent', 'queued', ${row}.state)`;
  for (const [kind, table, key, when] of [
    ['command', 'outbox', 'id', `WHEN ${fate('NEW')} <> ${fate('OLD')}`],
    ['draft', 'draft', 'nyckel', ''],
    ['setting', 'setting', 'nyckel', ''],
  ] as const) {
    db.exec(`
      CREATE TEMP TRIGGER ${table}_made AFTER INSERT ON main.${table} BEGIN SELECT aktnara_changed('${kind}', NEW.${key}); END;
      CREATE TEMP TRIGGER ${table}_changed AFTER UPDATE ON main.${table} ${when} BEGIN SELECT aktnara_changed('${kind}', NEW.${key}); END;
      CREATE TEMP TRIGGER ${table}_gone AFTER DELETE ON main.${table} BEGIN SELECT aktnara_changed('${kind}', OLD.${key}); END`);
  }

  const forget = () => {
    for (const keys of Object.values(changed)) keys.clear();
  };
  const standing = () => ({ nr: meta.get('copied') ?? 0, nextSeq: meta.get('nextSeq') ?? 1, unsent: outbox.unsent() });

  /** What the changed rows are now; undefined when none of them matters. */
  function frame(): CopyFrame | undefined {
    const commands = [...changed.command].map((id) => ({ id, row: outbox.one(id) }));
    const open = commands.flatMap(({ row }) => (row && isKept(row.state) ? [row] : []));
    const done = commands.flatMap(({ id, row }) => (row && isKept(row.state) ? [] : [id]));
    const texts = [...changed.draft].map((nyckel) => ({ nyckel, row: drafts.row(nyckel) }));
    const dropped = texts.flatMap(({ nyckel, row }) => (row ? [] : [nyckel]));
    const choices = [...changed.setting].map(settings.row).filter((row) => row !== undefined);
    if (commands.length + texts.length + choices.length === 0) return undefined;
    gone ||= done.length + dropped.length > 0;
    return {
      ...standing(),
      ...(open.length > 0 ? { commands: open } : {}),
      ...(done.length > 0 ? { done } : {}),
      ...(texts.length > dropped.length ? { drafts: texts.flatMap(({ row }) => row ?? []) } : {}),
      ...(dropped.length > 0 ? { dropped } : {}),
      ...(choices.length > 0 ? { settings: choices } : {}),
    };
  }

  /** A frame each: a page gone bad costs what stood on it. */
  function all(): CopyFrame[] {
    const now = standing();
    return [
      ...settings.rows().map((row) => ({ ...now, settings: [row] })),
      ...outbox.toKeep().map((row) => ({ ...now, commands: [row] })),
      ...drafts.rows().map((row) => ({ ...now, drafts: [row] })),
      now,
    ];
  }

  /** Emptied when all is received; made anew when it has become large, or failed. */
  function tidy(): void {
    if (closed) return;
    const empty = gone && !outbox.anyToKeep() && !drafts.any();
    gone = false;
    if (!empty && !copy.isStale() && !copy.isLarge()) return;
    // Empty, it can be made again from the replica whenever a power cut takes it.
    if (copy.rewrite(all(), !empty)) return;
    gone = empty;
    void copy.settled().then(tidy);
  }

  /**
   * A write that is not copied, before the first that is: a copy that is one ahead of a replica without a log says that the log is
   * lost, and so it would seem if the program ended within the first write of a session.
   */
  function beginLog(): void {
    db.transaction(() => meta.set('opened', (meta.get('opened') ?? 0) + 1)).immediate();
    logged = true;
  }

  writer.accompany({
    begin(durable) {
      undo = () => {};
      forget();
      if (durable && !logged) beginLog();
    },
    beforeCommit(durable) {
      const changes = frame();
      if (!changes) return;
      // An answer comes again if a power cut takes it from the replica and leaves it here.
      if (durable) {
        changes.nr += 1;
        meta.set('copied', changes.nr);
      }
      undo = copy.append(changes, durable);
    },
    committed: tidy,
    undone: () => undo(),
  });

  return {
    settled: copy.settled,
    /** Makes the copy from the replica as it is. */
    begin(): void {
      if (meta.get('copied') === undefined) writer.write(() => meta.set('copied', 1));
      tidy();
    },
    /**
     * The one write that the program ended before the commit of: a command with what waited before it in its scope, a draft, a
     * refusal that the user was done with, a choice.
     */
    takeOver({ commands, drafts: texts, settings: choices, whole }: Copied): void {
      writer.write((touch) => {
        const lost = commands.filter(({ id }) => !outbox.one(id));
        for (const { id, name, version, input, scope, at, quiet, form } of lost) {
          const seq = outbox.sendAgain({ scope }, meta.get('nextSeq') ?? 1);
          outbox.insert({ id, seq, name, version, input, scope, at, quiet, form });
          meta.set('nextSeq', seq + 1);
        }
        const scopes = new Set(lost.map(({ scope }) => scope));
        for (const scope of scopes) rebase.putBack(scope);
        if (scopes.size > 0) rebase.replay(scopes);
        for (const scope of scopes) touch(scope);
        const kept = new Set(texts.map(({ nyckel }) => nyckel));
        for (const { nyckel } of drafts.rows()) if (whole && !kept.has(nyckel)) drafts.dropDraft(nyckel);
        // Of a copy that is not whole the newest frame of a draft may be gone, and of the rest nobody knows which is newer.
        for (const row of texts) if (whole || row.saved_at > (drafts.row(row.nyckel)?.saved_at ?? '')) drafts.putRow(row);
        if (!whole) return;
        const open = new Set(commands.map(({ id }) => id));
        for (const { id, state } of outbox.toKeep()) if (state === 'refused' && !open.has(id)) outbox.settle(id);
        for (const row of choices) settings.putRow(row);
      });
    },
    close(): void {
      closed = true;
      copy.close();
    },
  };
}
