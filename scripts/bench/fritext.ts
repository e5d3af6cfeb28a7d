import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { v7 } from 'uuid';
import { type OpenReplica, openReplica } from '../../main/db/replica.ts';
import { openFritext } from '../../main/fritext/fritext.ts';
import { threadBy } from '../../main/fritext/thread.ts';
import { createServices } from '../../main/services/services.ts';
import type { PageItem } from '../../main/sync/ports.ts';
import type { Anteckning } from '../../shared/domain/anteckning/records.ts';
import { soktText } from '../../shared/domain/anteckning/sokt-text.ts';
import type { Actor } from '../../shared/domain/command.ts';
import { type StoredRecord, schemaNumber } from '../../shared/domain/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import { generateRecords } from '../demo/generate.ts';
import { today } from './demo-files.ts';
import { absolute, type Metric, p95, percentile, relative, timed } from './metric.ts';

const notesPerKund = 50;
const bucket = 'org:lss';
/** What users look for: common and rare words, parts of compounds, several words, beginnings, phrases, what nobody wrote. */
const questions = [
  ...['boende', 'verksamhet', 'samtal', 'och', 'linnea', 'kontaktman', 'rullstolsramp', 'intyg', 'stöd*', 'hem*'],
  ...['god man telefon', 'kontaktman veckoschema', 'daglig verksamhet läkarintyg', 'plan möte samtycke', 'flytt egen lägenhet'],
  ...['"daglig verksamhet"', '"god man"', '"egen lägenhet och har"', 'xyzzyplugh', 'rullstolsramp möte'],
];

/**
 * Free-text search over a replica of so many notes: how long an answer takes, how large the index is beside the text of the notes, and how
 * much longer a write and the opening of a kund take while the index is made (of a hundred the next to slowest).
 */
export async function benchFritext(workerUrl: URL, notes = 1_000_000): Promise<Metric[]> {
  const dir = mkdtempSync(join(tmpdir(), 'aktnara-bench-fritext-'));
  const key = new Uint8Array(32).fill(1);
  const file = join(dir, 'replica.db');
  const actor = { id: v7(), namn: 'Sara Nyström', roller: ['lssHandlaggare'], enheter: ['lss'], aktiv: true } as unknown as Actor;
  const clock = { now: () => new Date('2026-11-20T09:00:00Z') };
  let replica = openReplica({ file, key, anvandareId: actor.id, clock, newId: v7 });
  try {
    const { bytes, persons } = fill(replica, actor, notes);
    replica.close();
    replica = openReplica({ file, key, anvandareId: actor.id, clock, newId: v7 });

    const indexFile = join(dir, 'fritext.db');
    const waits: number[] = [];
    const index = openFritext({
      ...{ replica: file, key, id: replica.notes.id, index: indexFile, start: threadBy(workerUrl) },
      changed: () => {},
      fault: (error) => {
        throw error;
      },
    });
    const services = createServices({ replica, actor: () => actor, clock, newId: v7, fritext: index });
    index.wake();
    const began = performance.now();
    /** A write and the opening of a kund. */
    const call = async (n: number): Promise<number> => {
      await setTimeout(20);
      return timed(() => {
        services['installning.satt']({ nyckel: 'bench', varde: n });
        services['kund.oppna']({ personId: persons[n % persons.length] ?? '' });
      });
    };
    for (let n = 0; !index.lage()?.hel; n += 1) waits.push(await call(n));
    console.error(`  ${notes} notes looked through in ${Math.round((performance.now() - began) / 1000)} s`);
    // Putting the words together is the thread's, too.
    for (let settled = 0, size = 0; settled < 20; ) {
      await setTimeout(100);
      const now = statSync(indexFile).size;
      settled = now === size ? settled + 1 : 0;
      size = now;
    }

    const rested: number[] = [];
    for (let n = 0; n < 300; n += 1) rested.push(await call(n));

    const answers: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      for (const text of questions) {
        const asked = performance.now();
        const svar = await services['fritext.sok']({ text, felmarkerade: false, id: v7() });
        answers.push(performance.now() - asked);
        if (svar.slag !== 'traffar' || svar.lage) throw new Error(`no whole answer for ${text}`);
        if (round === 0) console.error(`  ${text}: ${svar.rader.length}${svar.fler ? '+' : ''} in ${answers.at(-1)?.toFixed(1)} ms`);
      }
    }
    await index.close();
    return [
      absolute('note-search', p95(answers), 'ms', 50),
      absolute('call-wait-index', Math.max(0, percentile(waits, 99) - percentile(rested, 99)), 'ms', 50),
      relative('note-index-size', statSync(indexFile).size / 1e6, 'MB', bytes / 1e6, 1),
    ];
  } finally {
    replica.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** @returns the bytes of the notes' text, and some kunder */
function fill(replica: OpenReplica, actor: Actor, notes: number): { bytes: number; persons: string[] } {
  const made = [...generateRecords({ persons: 400, seed: 1, today })];
  const samples = made.filter(({ type }) => type === 'anteckning').map(({ data }) => data as Anteckning);
  const person = made.find(({ type }) => type === 'person')?.data as object;
  replica.storeHead({
    ...{ t: 'head', epoch: v7(), serverTime: '2026-11-20T09:00:00.000Z', version: 1, buckets: [bucket], lastSeq: 0, results: [] },
    anvandare: actor,
  });
  replica.deferIds();
  replica.suspendSearch();
  let bytes = 0;
  let slice: PageItem[] = [];
  const put = (record: Omit<StoredRecord, 'version' | 'schema'>) => {
    const { data, ...envelope } = record;
    slice.push({
      t: 'put',
      buckets: [bucket],
      record: { ...envelope, version: 1, schema: schemaNumber(record.type) },
      json: JSON.stringify(data),
      data,
    });
    if (slice.length < 2_000) return;
    replica.applySlice(slice);
    slice = [];
  };
  const persons: string[] = [];
  const rare = ordforrad();
  for (let n = 0; n < notes; n += 1) {
    if (n % notesPerKund === 0) {
      const personId = v7();
      persons.push(personId);
      put({ type: 'person', id: personId, scope: aktScope(personId), data: person });
    }
    const sample = samples[(n * 7919) % samples.length] as Anteckning;
    const words = Array.from({ length: 12 }, (_, k) => rare(n * 12 + k)).join(' ');
    const text = { type: 'doc' as const, content: [...sample.text.content, ...fromPlainText(words).content] };
    const data = { ...sample, handelsedatum: dayOf(n), text };
    bytes += Buffer.byteLength(soktText(data));
    put({ type: 'anteckning', id: v7(), scope: aktScope(persons.at(-1) ?? ''), data });
  }
  replica.applySlice(slice, { cursors: [{ bucket, version: 1, fill: null }], version: 1, agreedAt: '2026-11-20T09:00:00.000Z' });
  while (!replica.indexIdsSome(2_000));
  while (!replica.rebuildSearchSome(2_000));
  return { bytes, persons: persons.slice(0, 500) };
}

/** A day of the last ten years, the same for the same number. */
const dayOf = (n: number): string => plusDagar('2016-12-01', (n * 2_654_435_761) % 3_640);

/** Words of a large vocabulary, put together of parts, of which few are common and most are rare, as in any text. */
function ordforrad(): (n: number) => string {
  const parts =
    'gård skola hem arbete väg vatten sjuk hus kropp dag lek syn hand natt stol bil mat språk hjälp läkar ram kart skog torg'.split(' ');
  const ends = ['en', 'et', 'ning', 'are', 'arna', '', 's', 'het'];
  return (n) => {
    const chance = (Math.imul(n, 2_246_822_519) >>> 0) / 4_294_967_296;
    const rank = Math.floor(Math.exp(chance * Math.log(200_000)));
    const of = (list: readonly string[], by: number) => list[Math.floor(rank / by) % list.length] ?? '';
    return `${of(parts, 1)}${rank > 24 ? of(parts, 24) : ''}${rank > 4_000 ? of(parts, 576) : ''}${of(ends, 7)}`;
  };
}
