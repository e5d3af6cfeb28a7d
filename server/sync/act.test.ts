import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { svaraKir } from '../../shared/domain/kir/svar.ts';
import { rulebook } from '../../shared/domain/rulebook/commands.ts';
import { systemaktorId } from '../../shared/domain/systemaktor.ts';
import { paths } from '../../shared/protocol/protocol.ts';
import { databaseOf } from '../store/database-of.ts';
import { TestClient } from '../testing/client.ts';
import { testServer } from '../testing/server.ts';
import { systemClock } from '../util/clock.ts';
import { createAct, type SystemCommand } from './act.ts';

const at = testServer();
const door = () => createAct({ store: at.server.store, rulebook, clock: systemClock, hooks: {} });
const svar = (personId: string, id = randomUUID()): SystemCommand => ({
  id,
  name: svaraKir.name,
  version: svaraKir.version,
  input: { personId, forslagId: randomUUID() },
});

it('the same id takes effect once, also through another node’s door', async () => {
  const { tenant, akter } = await at.kommun();
  const command = svar(akter[0].personId);
  const first = await door()(tenant, 'Folkbokföringen', command);
  const again = await door()(tenant, 'Folkbokföringen', command);
  expect(first).toMatchObject({ outcome: 'ok', id: command.id });
  expect(again).toMatchObject({ outcome: 'ok', version: first.version });
  const rows = await databaseOf(at.server.store).selectFrom('command_log').select('repeat').where('tenant', '=', tenant).execute();
  expect(rows.map(({ repeat }) => repeat).toSorted()).toEqual([false, true]);
});

it('many at once are each taken, in the order they were asked for', async () => {
  const { tenant, akter } = await at.kommun();
  const act = door();
  const results = await Promise.all(Array.from({ length: 5 }, () => act(tenant, 'Folkbokföringen', svar(akter[1].personId))));
  expect(results.map(({ seq, outcome }) => [seq, outcome])).toEqual([1, 2, 3, 4, 5].map((seq) => [seq, 'ok']));
});

it('a refusal is an answer, and is in the log; the next is taken', async () => {
  const { tenant, akter } = await at.kommun();
  const act = door();
  const wrong = { ...svar(akter[0].personId), input: {} };
  expect(await act(tenant, 'Folkbokföringen', wrong)).toMatchObject({ outcome: 'refused', code: 'ogiltig-indata' });
  expect(await act(tenant, 'Folkbokföringen', svar(akter[0].personId))).toMatchObject({ seq: 2, outcome: 'ok' });
});

it('the door is the server’s alone: it runs no user’s command, and no user runs the system’s', async () => {
  const { tenant, akter, client } = await at.kommun();
  const [akt] = akter;
  const kontakt = { ...svar(akt.personId), name: 'kundlista.laggTill', input: { personId: akt.personId } };
  expect(await door()(tenant, 'Folkbokföringen', kontakt)).toMatchObject({ outcome: 'refused', code: 'behorighet-saknas' });
  const anna = await client();
  const { name, version, input } = svar(akt.personId);
  const { results } = await anna.pushed(anna.command(name, input, { version }));
  expect(results).toMatchObject([{ outcome: 'refused', code: 'behorighet-saknas' }]);
});

it('nobody signs in as the system', async () => {
  const { tenant } = await at.kommun();
  const { error } = await new TestClient(at.server.url, tenant).send(paths.demoSignIn, { anvandareId: systemaktorId });
  expect(error).toBe('forbidden');
});
