import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { maxTextLength } from '../../shared/domain/text/text.ts';
import { pushResponse } from '../../shared/protocol/protocol.ts';
import { startServer } from '../start.ts';
import { databaseOf } from '../store/database-of.ts';
import { changeScope } from '../testing/change-scope.ts';
import { testServer } from '../testing/server.ts';
import { person } from '../testing/small-kommun.ts';
import { note } from '../testing/texts.ts';
import type { PushStep } from './hooks.ts';

const steps: PushStep[] = [];
const crashAt: { step?: PushStep | undefined } = {};
const at = testServer({
  hooks: {
    step(name) {
      steps.push(name);
      if (crashAt.step === name) throw new Error('crash');
    },
  },
});
const logOf = (tenant: string) =>
  databaseOf(at.server.store)
    .selectFrom('command_log')
    .selectAll()
    .where('tenant', '=', tenant)
    .orderBy('client_id')
    .orderBy('seq')
    .execute();

describe('push (ARCHITECTURE 6)', () => {
  it('writes records, version, log and seq of a command, and another client pulls them', async () => {
    const { client, akter, users, tenant } = await at.kommun();
    const anna = await client();
    const bo = await client('bo');
    await bo.catchUp();
    const input = note(akter[0], 'Hembesök hos Märta.');
    const { results, lastSeq } = await anna.pushed(anna.command('anteckning.spara', input));
    expect(results).toMatchObject([{ seq: 1, outcome: 'ok', version: 4 }]);
    expect(lastSeq).toBe(1);
    const lines = await bo.catchUp();
    expect(lines.flatMap((line) => (line.t === 'put' ? [line.r.type] : [])).sort()).toEqual(['anteckning', 'handelse']);
    expect(bo.held.get(input.anteckningId)).toMatchObject({ buckets: ['org:lss'], version: 4, data: { text: input.text } });
    expect(await logOf(tenant)).toMatchObject([
      { anvandare_id: users.anna.id, name: 'anteckning.spara', input, client_at: '2026-11-20T08:00:00.000Z', outcome: 'ok', version: 4 },
    ]);
  });

  it('takes effect exactly once when the same push comes again, also at the same moment', async () => {
    const { client, akter, tenant } = await at.kommun();
    const anna = await client();
    const commands = [1, 2, 3].map((n) => anna.command('anteckning.spara', note(akter[0], `Text ${n}`)));
    const answers = await Promise.all([1, 2, 3, 4].map(() => anna.pushed(...commands)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await logOf(tenant)).toHaveLength(3);
    expect(answers[0]?.results.map((result) => result.version)).toEqual([4, 5, 6]);
  });

  it('answers a command that comes again under another client or seq with its first result', async () => {
    const { client, akter, tenant } = await at.kommun();
    const [first, second, third] = [await client(), await client(), await client()];
    const input = note(akter[0], 'En gång.');
    const command = first.command('anteckning.spara', input);
    const [a, b] = await Promise.all([first.pushed(command), second.pushed({ ...command, seq: 1 })]);
    expect(a.results).toEqual(b.results.map((result) => ({ ...result, at: a.results[0]?.at })));
    third.command('senaste.oppnad', {});
    const c = await third.pushed(third.command('senaste.oppnad', { personId: akter[0].personId }, { seq: 1 }), { ...command, seq: 2 });
    expect(c.results[1]).toMatchObject({ id: command.id, outcome: 'ok', version: a.results[0]?.version });
    expect((await logOf(tenant)).filter(({ command_id, repeat }) => command_id === command.id && !repeat)).toHaveLength(1);
    const bo = await client('bo');
    await bo.catchUp();
    expect(bo.held.get(input.anteckningId)?.version).toBe(4);
  });

  it("refuses a command that borrows the id of another user's command", async () => {
    const { client, akter } = await at.kommun();
    const [anna, bo] = [await client(), await client('bo')];
    const command = anna.command('anteckning.spara', note(akter[0], 'Min.'));
    await anna.pushed(command);
    const { results } = await bo.pushed({ ...bo.command('anteckning.spara', note(akter[0], 'Lånat id.')), id: command.id });
    expect(results).toMatchObject([{ outcome: 'refused', code: 'finns-redan' }]);
  });

  it('refuses a gap, inside a batch and after it, and does nothing', async () => {
    const { client, akter, tenant } = await at.kommun();
    const anna = await client();
    const one = anna.command('anteckning.spara', note(akter[0], 'Ett'));
    expect(await anna.push([one, { ...one, seq: 3, id: randomUUID() }])).toMatchObject({ status: 409, error: 'gap' });
    expect(await anna.push([{ ...one, seq: 2 }])).toMatchObject({ status: 409, error: 'gap' });
    expect(await logOf(tenant)).toEqual([]);
    await anna.pushed(one);
    // A replica that lost count must not have its new command taken for the old one.
    expect(await anna.push([{ ...one, id: randomUUID() }])).toMatchObject({ status: 409, error: 'gap' });
  });

  it('answers and logs a refused command, and goes on with the next', async () => {
    const { client, akter, tenant } = await at.kommun();
    const anna = await client();
    const { results, lastSeq } = await anna.pushed(
      anna.command('finns.inte', {}),
      anna.command('anteckning.spara', { fel: true }),
      anna.command('anteckning.spara', note(akter[0], 'I morgon', { handelsedatum: '2027-01-01' })),
      anna.command('anteckning.spara', note(akter[0], 'Ny version'), { version: 99 }),
      anna.command('senaste.oppnad', { personId: akter[0].personId }),
    );
    expect(results.map((result) => (result.outcome === 'refused' ? [result.code, result.field] : 'ok'))).toEqual([
      ['okant-kommando', undefined],
      ['ogiltig-indata', 'personId'],
      ['datum-i-framtiden', 'handelsedatum'],
      ['okant-kommando', undefined],
      'ok',
    ]);
    expect(lastSeq).toBe(5);
    expect((await logOf(tenant)).map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused', 'refused', 'ok']);
  });

  it.each([
    ['an input that names its akt by more than an index holds', { input: { personId: randomBytes(20_000).toString('base64') } }],
    ['an input that is no object', { input: [[]] }],
    ['no such version, and none there could be', { version: Number.MAX_SAFE_INTEGER }],
    ['a name every object answers to', { name: 'constructor' }],
    ['the year 0', { at: '0000-01-01T00:00:00Z' }],
    ['the last second there is', { at: '9999-12-31T23:59:59Z' }],
  ])('%s is refused and logged like any other, and holds nobody up', async (_, more) => {
    const { client, akter, tenant } = await at.kommun();
    const anna = await client();
    const { results } = await anna.pushed(
      anna.command('anteckning.spara', note(akter[0], 'Fientlig'), more),
      anna.command('anteckning.spara', note(akter[0], 'Väntar')),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'ok']);
    expect((await logOf(tenant)).map(({ outcome }) => outcome)).toEqual(['refused', 'ok']);
  });

  it('a command under the id of a record is refused: its handelse would lie over it', async () => {
    const { client, akter } = await at.kommun();
    const anna = await client();
    for (const id of [akter[0].personId, akter[1].personId]) {
      const { results } = await anna.pushed(anna.command('anteckning.spara', note(akter[0], 'Över'), { id }));
      expect(results).toMatchObject([{ outcome: 'refused', code: 'finns-redan' }]);
    }
    await anna.catchUp();
    expect(anna.held.get(akter[0].personId)?.data).toHaveProperty('personnummer');
  });

  it('stores a text with characters that PostgreSQL cannot hold, all other characters unharmed', async () => {
    const { client, akter, tenant } = await at.kommun();
    const anna = await client();
    const input = note(akter[0], 'före\u0000efter \ud800 å 👍 \\ "');
    expect((await anna.pushed(anna.command('anteckning.spara', input))).results).toMatchObject([{ outcome: 'ok' }]);
    await anna.catchUp();
    const { text } = note(akter[0], 'före\ufffdefter \ufffd å 👍 \\ "');
    expect(anna.held.get(input.anteckningId)?.data).toMatchObject({ text });
    expect((await logOf(tenant))[0]?.input).toMatchObject({ text });
  });

  it('accepts the longest text that a note may hold', async () => {
    const { client, akter } = await at.kommun();
    const anna = await client();
    const input = note(akter[0], 'å'.repeat(maxTextLength));
    expect((await anna.pushed(anna.command('anteckning.spara', input))).results).toMatchObject([{ outcome: 'ok' }]);
    await anna.catchUp();
    expect(anna.held.get(input.anteckningId)?.data).toMatchObject({ text: input.text });
  });

  it('lets nobody write in an akt they may not read, in another user’s scope, or over a record of another akt', async () => {
    const { client, akter, tenant, users } = await at.kommun();
    await changeScope(at.server.store, tenant, akter[1].scope, [
      { op: 'put', type: 'person', id: akter[1].personId, data: person({ skydd: 'skyddadFolkbokforing' }) },
    ]);
    const anna = await client();
    const mine = note(akter[0], 'Min');
    const { results } = await anna.pushed(
      anna.command('anteckning.spara', note(akter[1], 'Skyddad')),
      anna.command('anteckning.spara', note({ ...akter[0], personId: randomUUID() }, 'Finns inte')),
      anna.command('anteckning.spara', mine),
    );
    expect(results.map((result) => (result.outcome === 'refused' ? result.code : 'ok'))).toEqual([
      'atkomst-saknas',
      'akten-finns-inte',
      'ok',
    ]);
    const cecilia = await client('skydd');
    const over = await cecilia.pushed(cecilia.command('anteckning.spara', note(akter[1], 'Över', { anteckningId: mine.anteckningId })));
    expect(over.results).toMatchObject([{ outcome: 'refused', code: 'finns-redan' }]);
    await anna.catchUp();
    expect(anna.held.get(mine.anteckningId)?.data).toMatchObject({ text: mine.text, sparad: { anvandareId: users.anna.id } });
  });

  it('a crash at any step leaves all of the command or nothing, and it succeeds when sent again', async () => {
    const { client, akter, tenant } = await at.kommun();
    const anna = await client();
    steps.length = 0;
    await anna.pushed(anna.command('anteckning.spara', note(akter[0], 'Utan krasch')));
    const points = [...steps];
    expect(points).toEqual([...['begun', 'client-locked', 'scopes-locked', 'decided', 'before-commit', 'after-commit', 'before-response']]);
    let version = 4;
    for (const step of points) {
      const command = anna.command('anteckning.spara', note(akter[0], step));
      crashAt.step = step;
      expect(await anna.push([command]), step).toMatchObject({ status: 503, error: 'unavailable' });
      crashAt.step = undefined;
      const committed = step === 'after-commit' || step === 'before-response';
      expect(
        (await logOf(tenant)).some(({ command_id }) => command_id === command.id),
        step,
      ).toBe(committed);
      const answer = pushResponse.parse((await anna.push([command])).body);
      version++;
      expect(answer, step).toMatchObject({ lastSeq: command.seq, results: [{ outcome: 'ok', version }] });
    }
  });

  it('two servers on one database handle the same push once', async () => {
    const { client, akter, tenant } = await at.kommun();
    const second = await startServer({ databaseUrl: at.postgres.url, demo: true });
    try {
      const anna = await client();
      const other = await client('anna', second.url);
      const command = anna.command('anteckning.spara', note(akter[0], 'Två noder'));
      const [a, b] = await Promise.all([anna.pushed(command), other.push([command], { clientId: anna.clientId })]);
      expect(b.body).toEqual(a);
      expect(await logOf(tenant)).toHaveLength(1);
    } finally {
      await second.close();
    }
  });
});
