import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PushedCommand, pushResponse } from '../../shared/protocol/protocol.ts';
import { databaseOf } from '../store/database-of.ts';
import { testServer } from '../testing/server.ts';
import { note } from '../testing/texts.ts';
import type { PushStep } from './hooks.ts';

/** Counts the steps of one push, and crashes at one of them. */
const crash: { at: number | undefined; step: number } = { at: undefined, step: 0 };
const names: PushStep[] = [];
const at = testServer({
  hooks: {
    step(name) {
      crash.step += 1;
      names.push(name);
      if (crash.step === crash.at) throw new Error('crash');
    },
  },
});

type Kommun = Awaited<ReturnType<typeof at.kommun>>;
const tables = async (tenant: string) => {
  const db = databaseOf(at.server.store);
  const of = async (table: 'record' | 'bucket_entry' | 'command_log', drop: string[]) => {
    const rows = await db.selectFrom(table).selectAll().where('tenant', '=', tenant).execute();
    const plain = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !drop.includes(name))));
    return plain.map((row) => JSON.stringify(row)).sort();
  };
  return {
    records: await of('record', ['tenant']),
    entries: await of('bucket_entry', ['tenant']),
    log: await of('command_log', ['tenant', 'client_id', 'server_at']),
  };
};

describe('several commands in one transaction (ARCHITECTURE 6)', () => {
  it('cut at any step leaves whole commands or nothing, and each is handled once when sent again', async () => {
    const { client, akter, tenant } = await at.kommun();
    const anna = await client();
    const batch = () => [0, 1, 2].map((nr) => anna.command('anteckning.spara', note(akter[nr % 2 ? 1 : 0], `Text ${nr}`)));
    crash.step = 0;
    names.length = 0;
    await anna.pushed(...batch());
    const steps = [...names];
    expect(steps).toEqual([
      ...['begun', 'client-locked', 'scopes-locked', 'decided', 'decided', 'decided', 'before-commit', 'after-commit'],
      'before-response',
    ]);
    let handled = 3;
    for (let step = 1; step <= steps.length; step += 1) {
      const commands = batch();
      Object.assign(crash, { step: 0, at: step });
      expect(await anna.push(commands), `step ${step}`).toMatchObject({ status: 503, error: 'unavailable' });
      crash.at = undefined;
      const log = async () =>
        (await databaseOf(at.server.store).selectFrom('command_log').selectAll().where('tenant', '=', tenant).execute()).map(
          ({ command_id }) => command_id,
        );
      const committed = ['after-commit', 'before-response'].includes(steps[step - 1] ?? '');
      expect((await log()).filter((id) => commands.some((command) => command.id === id))).toHaveLength(committed ? 3 : 0);
      const { results, lastSeq } = pushResponse.parse((await anna.push(commands)).body);
      expect(results.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(commands.map(({ id }) => `${id} ok`));
      handled += 3;
      expect(lastSeq).toBe(handled);
      expect(new Set(await log()).size).toBe(handled);
      expect(await log()).toHaveLength(handled);
    }
  });

  it('a command that names a record of another akt is refused by itself, and the others stand', async () => {
    const { client, akter } = await at.kommun();
    const anna = await client();
    const first = note(akter[0], 'Först');
    const { results } = await anna.pushed(
      anna.command('anteckning.spara', first),
      anna.command('anteckning.spara', note(akter[1], 'Tagen', { anteckningId: first.anteckningId })),
      anna.command('anteckning.spara', note(akter[1], 'Sist')),
    );
    expect(results).toMatchObject([
      { outcome: 'ok', version: 4 },
      { outcome: 'refused', code: 'finns-redan', version: 4 },
      { outcome: 'ok', version: 5 },
    ]);
  });

  it('leaves what the same commands leave one by one: answers, log, records, versions and buckets', async () => {
    const action = fc.record({
      what: fc.constantFrom('new', 'rubrik', 'edit', 'stale', 'sign', 'wrong', 'foreign', 'again', 'nonsense', 'kundlista', 'registrera'),
      akt: fc.nat({ max: 1 }),
      pick: fc.nat({ max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 2, maxLength: 14 }), async (actions) => {
        const kommun = await at.kommun();
        const twin = await at.kommun(kommun);
        const [anna, ensam] = [await kommun.client(), await twin.client()];
        const commands = commandsOf(kommun, actions, (name, input, more) => anna.command(name, input, more));
        const together = (await anna.pushed(...commands)).results;
        const alone = [];
        for (const command of commands) alone.push(...(await ensam.pushed(command)).results);
        const plain = (results: typeof together) => results.map(({ at: _, ...result }) => result);
        expect(plain(together)).toEqual(plain(alone));
        expect(await tables(kommun.tenant)).toEqual(await tables(twin.tenant));
      }),
      { numRuns: 25 },
    );
  });
});

type Action = { what: string; akt: number; pick: number };
type MakeCommand = (name: string, input: unknown, more?: Partial<PushedCommand>) => PushedCommand;

/** Commands that build on each other: some are refused, and some come twice. */
function commandsOf({ akter }: Kommun, actions: Action[], command: MakeCommand): PushedCommand[] {
  const notes: ReturnType<typeof note>[] = [];
  const made: PushedCommand[] = [];
  for (const { what, akt, pick } of actions) {
    const own = akter[akt === 0 ? 0 : 1];
    const known = notes[pick % Math.max(1, notes.length)];
    const add = (name: string, input: unknown, more?: Partial<PushedCommand>) => made.push(command(name, input, more));
    const fresh = note(own, `Text ${made.length}`, what === 'rubrik' ? { rubrikKod: 'BEHOV' } : {});
    if (what === 'kundlista') add('kundlista.laggTill', { personId: own.personId });
    else if (what === 'nonsense') add('anteckning.spara', { personId: own.personId, text: 7 });
    else if (what === 'registrera') add('person.registrera', { personId: randomUUID() });
    else if (known === undefined || what === 'new' || what === 'rubrik') {
      notes.push(fresh);
      add('anteckning.spara', fresh);
    } else if (what === 'edit' || what === 'stale') {
      const rev = randomUUID();
      add('anteckning.spara', { ...known, basRev: what === 'edit' ? known.rev : randomUUID(), rev });
      if (what === 'edit') Object.assign(known, { rev });
    } else if (what === 'sign') add('anteckning.signera', { personId: known.personId, anteckningId: known.anteckningId, rev: known.rev });
    else if (what === 'wrong') add('anteckning.felmarkera', { personId: known.personId, anteckningId: known.anteckningId, orsak: 'Fel' });
    else if (what === 'foreign' && pick === 0) add('anteckning.spara', { ...fresh, anteckningId: known.anteckningId });
    else if (what === 'again') {
      const before = made[pick % made.length];
      if (before) add(before.name, before.input, { id: before.id });
    }
  }
  return made;
}
