import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { agarnyckel, type Fristkatalog, type Fristrad, fristkatalog } from '../../shared/domain/klocka/frist.ts';
import { fristaktUtanAnteckningar } from '../../shared/domain/klocka/fristakt.ts';
import { frister } from '../../shared/domain/klocka/frister.ts';
import { type Ivotid, ivotider } from '../../shared/domain/klocka/ivo.ts';
import { katalogScope, personOfScope } from '../../shared/domain/scope.ts';
import { plusDagar, swedishDay } from '../../shared/util/datum.ts';
import { createIvotider } from './ivotider.ts';
import type { Meta } from './meta.ts';
import type { AktFrist, Clock } from './ports.ts';
import type { RecordReads } from './record-reads.ts';
import { parseStored } from './stored-json.ts';
import type { Writer } from './transaction.ts';

/** What rows are made of changes meaning: all are computed anew. */
const version = 15;
/** What has left every list for so long is not kept: an akt of many years has much of it, and a clock is not wrong by more. */
const kvarDagar = 90;
/** What the clock reads of an akt, but for its notes. */
const types = [
  ...(['person', 'personkrets', 'aktualisering', 'utredning', 'beslut', 'bestallning', 'verkstallighet'] as const),
  ...([
    'bevakning',
    'uppfoljning',
    'individuellPlan',
    'samtycke',
    'etjanst',
    'godkannande',
    'mote',
    'fristskjutning',
    'ivouppgift',
    'ivorapport',
  ] as const),
];
/** Akter of one transaction that are computed within it; of more they wait for {@link computeSome}. */
const mostAtOnce = 8;

/**
 * The computed bevakningar of the akter held (ARCHITECTURE, The legal clock), kept with every write: those of a user's own write are whole when it
 * is committed. What a large page or a changed rule touches waits, with no rows until then, and is computed some akter at a time.
 */
export function createFrister(
  db: Database.Database,
  { meta, reads, writer, clock }: { meta: Meta; reads: RecordReads; writer: Writer; clock: Clock },
) {
  const drop = db.prepare<[string]>('DELETE FROM frist WHERE scope = ?');
  const insert = db.prepare('INSERT INTO frist (scope, nyckel, agare, visas, tom, data) VALUES (?, ?, ?, ?, ?, ?)');
  const mark = db.prepare<[string]>('INSERT OR IGNORE INTO frist_kvar VALUES (?)');
  const unmark = db.prepare<[string]>('DELETE FROM frist_kvar WHERE scope = ?');
  const next = db.prepare<[number], string>('SELECT scope FROM frist_kvar ORDER BY scope LIMIT ?').pluck();
  const anyLeft = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM frist_kvar)').pluck();
  const hos = db.prepare<[{ agare: string; today: string; senast: string }], { scope: string; data: string }>(`
    SELECT scope, data FROM frist INDEXED BY frist_agare
    WHERE agare = :agare AND visas <= :senast AND (tom IS NULL OR tom >= :today)`);
  const iAkt = db.prepare<[string], string>('SELECT DISTINCT data FROM frist WHERE scope = ? ORDER BY nyckel').pluck();
  // From owner to owner along the index: there are few of them.
  const agare = db
    .prepare<[], string>(`
    WITH RECURSIVE nasta (agare) AS (
      SELECT min(agare) FROM frist
      UNION ALL SELECT (SELECT min(agare) FROM frist WHERE agare > nasta.agare) FROM nasta WHERE nasta.agare IS NOT NULL
    ) SELECT agare FROM nasta WHERE agare IS NOT NULL`)
    .pluck();
  const ivo = createIvotider(db);
  let held: Fristkatalog | undefined;
  /** Computed by {@link computeFristerSome} and not told of yet. */
  let untold: string[] = [];

  const katalog = (): Fristkatalog => {
    held ??= fristkatalog({ katalogLista: reads.katalog });
    return held;
  };

  /** What rows are computed by; another makes all anew. */
  function fingerprint(): string {
    const { regler, insatser, bevakningstyper } = katalog();
    const text = JSON.stringify([version, ...[regler, insatser].map((one) => one.map(({ id, data }) => [id, data])), bevakningstyper]);
    return createHash('sha256').update(text).digest('hex');
  }

  type Raknat = { rader: Fristrad[]; ivo: Ivotid[] };
  const inget: Raknat = { rader: [], ivo: [] };

  function raknat(scope: string): Raknat {
    const list = reads.listIn(scope, types);
    const [person] = list('person');
    if (!person) return inget;
    const senast = plusDagar(swedishDay(clock.now().toISOString()), -kvarDagar);
    const akt = {
      ...fristaktUtanAnteckningar({ list }, person),
      osignerade: reads.unsignedIn(scope).map(({ id, data }) => ({ id, data })),
      senastSkrivet: (utredningId: string) => reads.lastWrittenIn(scope, utredningId),
    };
    const rader = frister(akt, katalog()).filter(({ tom }) => tom === undefined || tom >= senast);
    return { rader, ivo: ivotider(akt, katalog()) };
  }

  /** A record that is not what its type says keeps no akt from its rows, and no write from being done. */
  function raknatMedVarsamhet(scope: string): Raknat {
    try {
      return raknat(scope);
    } catch (error) {
      if (!isFall(error)) throw error;
    }
    try {
      return reads.carefully(() => raknat(scope));
    } catch (error) {
      if (!isFall(error)) throw error;
      return inget;
    }
  }

  function compute(scope: string): void {
    drop.run(scope);
    const { rader, ivo: tider } = raknatMedVarsamhet(scope);
    for (const rad of rader) {
      const data = JSON.stringify(rad);
      for (const { agare, visas } of rad.hos) insert.run(scope, rad.nyckel, agarnyckel(agare), visas, rad.tom ?? null, data);
    }
    ivo.keep(scope, tider);
    unmark.run(scope);
  }

  /** What another version of the rules made stays until it is made anew, person by person in the order of their rids. */
  function followRules(): void {
    held = undefined;
    const now = fingerprint();
    if (meta.get('frister') === now) return;
    meta.set('frister', now);
    meta.set('fristerRid', 0);
  }

  writer.onCommit((touched) => {
    if (touched.has(katalogScope)) followRules();
    const akter = [...touched].filter((scope) => personOfScope(scope) !== undefined);
    const now = akter.length <= mostAtOnce && meta.get('searchSuspended') !== true;
    for (const scope of akter) {
      if (now) compute(scope);
      else {
        drop.run(scope);
        ivo.drop(scope);
        mark.run(scope);
      }
    }
  });
  writer.onRollback(() => {
    held = undefined;
  });

  return {
    /** When the replica is opened: what another version of the program, or of the rules, made is made anew. */
    begin: (): void => writer.writeBulk(() => followRules()),
    fristerReady: (): boolean => meta.get('fristerRid') === undefined && anyLeft.get() !== 1,
    /** Computes those of some akter that wait. @returns true when none is left */
    computeFristerSome(limit: number): boolean {
      const { scopes, done } = writer.writeBulk(() => {
        const scopes = next.all(limit);
        const after = meta.get('fristerRid');
        const persons = after === undefined ? [] : reads.personsAfter(after, limit - scopes.length);
        scopes.push(...persons.map(({ scope }) => scope));
        for (const scope of scopes) compute(scope);
        const last = persons.at(-1)?.rid;
        if (scopes.length < limit) meta.drop('fristerRid');
        else if (last !== undefined) meta.set('fristerRid', last);
        return { scopes, done: scopes.length < limit };
      });
      untold.push(...scopes);
      if (done && untold.length > 0) {
        writer.readAnew(untold);
        untold = [];
      }
      return done;
    },
    fristerHos: (of: string, today: string, senast = today): AktFrist[] =>
      hos.all({ agare: of, today, senast }).map(({ scope, data }) => ({ scope, rad: parseStored(data) as Fristrad })),
    fristerI: (scope: string): Fristrad[] => iAkt.all(scope).map((data) => parseStored(data) as Fristrad),
    fristagare: (): string[] => agare.all(),
    ivotiderIn: ivo.ivotiderIn,
  };
}

const isFall = (error: unknown): boolean => error instanceof TypeError || error instanceof RangeError;
