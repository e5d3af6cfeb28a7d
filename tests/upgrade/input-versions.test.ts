import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { putOf } from '../../main/db/testing/replica.ts';
import { databaseOf } from '../../server/store/database-of.ts';
import { type TestKommun, testServer } from '../../server/testing/server.ts';
import { type SmallKommun, smallKommun } from '../../server/testing/small-kommun.ts';
import { sparaAnteckning } from '../../shared/domain/anteckning/commands.ts';
import { dokumentationRef } from '../../shared/domain/anteckning/records.ts';
import { type CommandDefinition, defineCommand, isRejection, olderInput } from '../../shared/domain/command.ts';
import { id } from '../../shared/domain/fields.ts';
import { recordTypes, schemaNumber } from '../../shared/domain/records.ts';
import { commands } from '../../shared/domain/rulebook/command-list.ts';
import { type Rulebook, readInput, rulebook } from '../../shared/domain/rulebook/commands.ts';
import { personOfScope } from '../../shared/domain/scope.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import { type Dator, dator } from './dator.ts';
import { olderInputs, type Sample } from './older-inputs.ts';
import { testKey } from './release.ts';

const at = '2026-11-20T09:00:00.000Z';

// A note has been saved in three shapes: with its place and day under other names, with its words as plain text, and as today.
const [gemensamt, dag] = [{ personId: id, anteckningId: id, ord: z.string(), basRev: id.nullable(), rev: id }, z.string().max(10)];
const forst = z.strictObject({ ...gemensamt, utredningId: id, rubrik: z.string(), datum: dag });
const sedan = z.strictObject({ ...gemensamt, dokumentation: dokumentationRef, rubrikKod: z.string(), handelsedatum: dag });
const fromForst = olderInput(forst, ({ utredningId, rubrik, datum, ...rest }) => ({
  ...{ ...rest, rubrikKod: rubrik, handelsedatum: datum },
  dokumentation: { slag: 'utredning' as const, id: utredningId },
}));
const fromSedan = olderInput(sedan, ({ ord, ...rest }) => ({ ...rest, text: fromPlainText(ord) }));
const planted = defineCommand({ ...sparaAnteckning, version: 3, older: [fromForst, fromSedan] });
const withNotes = (definition: CommandDefinition): Rulebook => ({ ...rulebook, commands: { ...commands, [definition.name]: definition } });
const threeShapes = withNotes(planted);

const sparaForst = ({ akter: [{ personId, utredningId }] }: SmallKommun, more: object = {}) => ({
  ...{ personId, anteckningId: randomUUID(), utredningId, rubrik: 'JOURNAL', datum: '2026-11-20' },
  ...{ ord: 'Skrivet i en äldre version,\nmed åäö.', basRev: null, rev: randomUUID(), ...more },
});
const sparaSedan = (kommun: SmallKommun) => {
  const { utredningId, rubrik, datum, ...rest } = sparaForst(kommun);
  return { ...rest, dokumentation: { slag: 'utredning', id: utredningId }, rubrikKod: rubrik, handelsedatum: datum };
};

const raisedByHand = ({ akter: [{ utredningId }] }: SmallKommun, input: { ord: string }) => {
  const { personId, anteckningId, basRev, rev } = input as ReturnType<typeof sparaForst>;
  const [dokumentation, dag] = [{ slag: 'utredning', id: utredningId }, '2026-11-20'];
  return {
    input,
    raised: {
      ...{ personId, anteckningId, dokumentation, rubrikKod: 'JOURNAL', handelsedatum: dag, basRev, rev },
      text: fromPlainText('Skrivet i en äldre version,\nmed åäö.'),
    },
  };
};

let dir: string;
let open: Dator[] = [];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'aktnara-inputs-'));
});
afterEach(() => {
  for (const { replica } of open) replica.close();
  open = [];
  rmSync(dir, { recursive: true });
});

type Servern = ReturnType<typeof testServer>;
/** Anna's computer with the program of a rulebook on it. */
function annas({ server }: Servern, { users, tenant }: TestKommun, known: Rulebook, file = 'replica.db'): Dator {
  const actor = { ...users.anna.data, id: users.anna.id };
  const place = { file: join(dir, file), key: testKey, actor, server: { url: server.url, tenant } };
  const anna = dator({ ...place, now: () => new Date(at), newId: randomUUID, rulebook: known });
  open.push(anna);
  return anna;
}
/** The program is replaced by another. */
function replaced(old: Dator, ...to: Parameters<typeof annas>): Dator {
  old.replica.close();
  open = open.filter((one) => one !== old);
  return annas(...to);
}

/** Queues it as a program of that version left it. */
function queue({ replica, actor }: Dator, name: string, version: number, input: unknown) {
  const commandId = randomUUID();
  const decision = replica.runCommand({ id: commandId, name, version, input, at, actor });
  if (isRejection(decision)) throw new Error(`${name} ${version}: ${JSON.stringify(decision)}`);
  return { commandId, changes: decision };
}

/** News of what the command is decided against: it is taken back, and decided again. */
function rebase({ replica }: Dator, commandId: string): void {
  const scope = replica.outboxRow(commandId)?.scope ?? '';
  const [there] = recordTypes.flatMap((type) =>
    replica.inScope(scope, type).flatMap((post) => (post.pending ? [] : [{ ...post, type, schema: schemaNumber(type) }])),
  );
  if (!there) throw new Error(`nothing but the command's own lies in ${scope}: the sample needs a record there`);
  replica.applySlice([putOf(there, personOfScope(scope) === undefined ? [scope] : undefined)]);
}

/** An older command is decided here, decided again when the akt has news, shown in today's shape, and decided by the server. */
async function takenThrough(servern: Servern, known: Rulebook, name: string, version: number, sample: Sample): Promise<void> {
  const data = smallKommun();
  const { input, raised, records = [] } = sample(data);
  const kommun = await servern.kommun({ ...data, records: [...data.records, ...records] });
  const anna = annas(servern, kommun, known, `${version}.db`);
  expect(await anna.round()).toEqual([]);

  const { commandId, changes: all } = queue(anna, name, version, input);
  // What an akt takes in, a replica changes by the server's word alone.
  const changes = all.filter(({ type }) => type !== 'eansokan');
  const effect = () =>
    changes.map(({ type, id, op }) => {
      const post = anna.replica.record(type, id);
      expect(post?.pending ?? true).toBe(true);
      return [op, post?.data];
    });
  const made = changes.map((change) => [change.op, change.op === 'put' ? plain(change.data) : undefined]);
  expect(effect()).toEqual(made);
  const definition = known.commands[name];
  if (!definition) throw new Error(`no ${name}`);
  // Of an akt that it makes there is no news before it is there.
  if (!definition.skaparAkt) rebase(anna, commandId);
  expect(effect()).toEqual(made);

  const read = readInput(definition, version, input);
  expect(read.ok && plain(read.value)).toEqual(plain(raised));
  expect(anna.replica.outboxRow(commandId)).toMatchObject({ version: definition.version, input: plain(raised) });

  expect(await anna.round()).toEqual([]);
  expect(anna.replica.outboxRow(commandId)).toMatchObject({ state: 'received', rejection: null });
  const db = databaseOf(servern.server.store);
  const stored = await db.selectFrom('record').select(['id', 'data']).where('tenant', '=', kommun.tenant).execute();
  const onServer = new Map(stored.map((row) => [row.id, row.data]));
  expect(changes.map(({ op, id }) => [op, onServer.get(id)])).toEqual(made);
  // The log keeps what was sent, not what it was raised to.
  const logged = db.selectFrom('command_log').select(['input_version', 'input']).where('command_id', '=', commandId);
  expect(await logged.executeTakeFirst()).toEqual({ input_version: version, input: plain(input) });
}

describe('a command whose input has had three shapes', () => {
  const servern = testServer({ rulebook: threeShapes, clock: { now: () => new Date(at) } });

  test.each<[number, Sample]>([
    [1, (kommun) => raisedByHand(kommun, sparaForst(kommun))],
    [2, (kommun) => raisedByHand(kommun, sparaSedan(kommun))],
  ])('of version %i: queued, decided again, shown and accepted', (version, sample) =>
    takenThrough(servern, threeShapes, planted.name, version, sample),
  );

  test('FRAGA-61 refused by the server it stands in Att åtgärda with its words, and can be sent again as it is read', async () => {
    const kommun = await servern.kommun();
    const anna = annas(servern, kommun, threeShapes);
    await anna.round();
    const ny = sparaForst(kommun);
    queue(anna, planted.name, 1, ny);
    await anna.round();
    const bo = await kommun.client('bo');
    const { rubrik: rubrikKod, datum: handelsedatum, utredningId, ord: _, ...note } = ny;
    const dokumentation = { slag: 'utredning', id: utredningId };
    const bos = { ...note, dokumentation, rubrikKod, handelsedatum, text: fromPlainText('Bos ord.'), basRev: ny.rev, rev: randomUUID() };
    const mina = queue(anna, planted.name, 1, { ...ny, ord: 'Mina ord.', basRev: ny.rev, rev: randomUUID() });
    const [vantar] = anna.call['utkorg.lista']({});
    expect(vantar).toMatchObject({ id: mina.commandId, tillstand: 'koad', personId: ny.personId, vad: expect.stringContaining('261120') });

    const { results } = await bo.pushed(bo.command(planted.name, bos, { version: 3 }));
    expect(results).toMatchObject([{ outcome: 'ok' }]);
    expect(await anna.round()).toEqual([]);
    const post = anna.call['utkorg.post']({ id: mina.commandId });
    expect(post).toMatchObject({ tillstand: 'nekad', konflikt: true, rejection: { code: 'text-andrad' }, vad: vantar?.vad });
    expect(post.egenText).toEqual(fromPlainText('Mina ord.'));
    expect(post.server).toMatchObject({ anteckningId: ny.anteckningId, text: bos.text, rev: bos.rev });
    // What the page makes a new save of: the input in today's shape.
    const again = { ...(post.input as object), anteckningId: randomUUID(), basRev: null, bredvid: true, rev: randomUUID() };
    const { commandId } = queue(anna, planted.name, 3, again);
    await anna.round();
    expect(anna.replica.outboxRow(commandId)).toMatchObject({ state: 'received' });
  });

  test('of a version that the program no longer reads: without effect here, its words readable, and the server decides', async () => {
    const kommun = await servern.kommun();
    const anna = annas(servern, kommun, threeShapes);
    await anna.round();
    const input = sparaForst(kommun);
    const { commandId } = queue(anna, planted.name, 1, input);
    const unchanged = olderInput(sparaAnteckning.input, (older) => older);
    const later = withNotes(defineCommand({ ...sparaAnteckning, version: 4, older: [fromSedan, unchanged] }));
    const senare = replaced(anna, servern, kommun, later);
    rebase(senare, commandId);
    expect(senare.replica.record('anteckning', input.anteckningId)).toBeUndefined();
    const post = senare.call['utkorg.post']({ id: commandId });
    expect(post.input).toEqual(input);
    expect(post.rader?.map(({ varde }) => varde)).toContain(input.ord);
    await senare.round();
    expect(senare.replica.outboxRow(commandId)).toMatchObject({ state: 'received' });
    expect(senare.replica.record('anteckning', input.anteckningId)?.data.text).toEqual(fromPlainText(input.ord));
  });
});

describe('every older version of the product’s own commands', () => {
  const samples = new Map<string, readonly Sample[]>(Object.entries(olderInputs));

  test.each(Object.values(commands) as CommandDefinition[])('$name has a sample of each', ({ name, older = [] }) => {
    expect(samples.get(name)?.length ?? 0).toBe(older.length);
  });

  if (samples.size > 0) {
    const servern = testServer({ clock: { now: () => new Date(at) } });
    test.each([...samples])('%s: queued, decided again, shown and accepted', async (name, versions) => {
      const newest = rulebook.commands[name]?.version ?? 0;
      for (const [index, sample] of versions.entries()) {
        await takenThrough(servern, rulebook, name, newest - versions.length + index, sample);
      }
    });
  }
});

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
