import { describe, expect, test } from 'vitest';
import { readCommand } from '../rulebook/commands.ts';
import { systemaktor } from '../systemaktor.ts';
import { testDecideAny } from '../testing/decide.ts';
import { applied, stateOf, testActor, testContext, testId } from '../testing/state.ts';

const [till, per] = [testId(1), testId(7)];
const camilla = testActor({ id: till, namn: 'Camilla Svärd', roller: ['systemforvaltare'] });
const input = { till, anvandareId: per, namn: 'Per Hallberg', minut: 31, dygn: 120 };
const notera = (records: Parameters<typeof applied>[0] = [], now = '2026-11-20T09:00:00.000Z') =>
  testDecideAny('kir.notera', input, stateOf(records), testContext(systemaktor('Folkbokföringen'), now));
const notisId = `kirNotis:${till}:${per}:2026-11-20`;
const data = { anvandareId: per, namn: 'Per Hallberg', minut: 31, dygn: 120, at: '2026-11-20T09:00:00.000Z' };

describe('FRAGA-62 unusual questions to the register are told to the systemförvaltare', () => {
  test('in the own scope of whom it is told, once a day', () => {
    expect(readCommand('kir.notera', 1, input, systemaktor('Folkbokföringen'))).toMatchObject({ value: { scope: `anvandare:${till}` } });
    expect(notera()).toEqual([{ op: 'put', type: 'kirNotis', id: notisId, data }]);
    expect(notera(applied([], notera()), '2026-11-20T22:59:00.000Z')).toEqual([]);
    expect(notera(applied([], notera()), '2026-11-20T23:00:00.000Z')).toHaveLength(1);
  });

  test('seen, it stays with who saw it', () => {
    const records = applied([], notera());
    const kvittera = (before: typeof records) => testDecideAny('kir.kvittera', { notisId }, stateOf(before), testContext(camilla));
    const after = applied(records, kvittera(records));
    const kvitterad = { anvandareId: till, namn: 'Camilla Svärd', at: '2026-11-20T09:00:00.000Z' };
    expect(stateOf(after).get('kirNotis', notisId)).toEqual({ ...data, kvitterad });
    expect(kvittera(after)).toEqual([]);
    expect(kvittera([])).toEqual({ code: 'finns-inte' });
  });

  test('by the server alone, and seen by a systemförvaltare alone', () => {
    const som = (name: 'kir.notera' | 'kir.kvittera', actor: typeof camilla) =>
      testDecideAny(name, name === 'kir.notera' ? input : { notisId }, stateOf(applied([], notera())), testContext(actor));
    expect(som('kir.notera', camilla)).toEqual({ code: 'behorighet-saknas' });
    expect(som('kir.kvittera', testActor({ id: till }))).toEqual({ code: 'behorighet-saknas' });
  });
});
