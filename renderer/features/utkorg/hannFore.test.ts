import { expect, test } from 'vitest';
import { testId } from '../../../shared/domain/testing/state.ts';
import type { HandelseVy } from '../../../shared/ipc/views.ts';
import { hannFore } from './hannFore.ts';

const [person, beslut, utredning, egen, andra] = [testId(10), testId(50), testId(20), testId(1), testId(2)];
const handelse = (n: number, poster: HandelseVy['poster'], over: Partial<HandelseVy> = {}): HandelseVy => ({
  id: testId(700 + n),
  at: `2026-11-19T16:4${n}:00.000Z`,
  anvandareId: andra,
  namn: 'Per Hallberg',
  kommando: 'x',
  vad: 'x',
  poster,
  osand: false,
  ...over,
});
const andrat = (type: string, id: string) => ({ type, id, op: 'andrad' as const, falt: [] });
const bestallt = {
  type: 'bestallning',
  id: testId(61),
  op: 'ny' as const,
  falt: [
    { falt: 'beslutId', till: beslut },
    { falt: 'utforareId', till: testId(7) },
  ],
};
const oppnad = { type: 'verkstallighet', id: testId(33), op: 'ny' as const, falt: [] };
const post = (code: string, input: object = { personId: person, bestallningId: testId(60), beslutId: beslut, utforareId: testId(7) }) => ({
  id: testId(900),
  at: '2026-11-19T16:45:00.000Z',
  personId: person,
  input,
  rejection: { code },
});

test.each<[string, ReturnType<typeof post>, HandelseVy[], number | undefined]>([
  [
    'the beslut it orders was changed',
    post('avviker-fran-beslut'),
    [handelse(3, [andrat('bevakning', testId(80))]), handelse(2, [andrat('beslut', beslut)])],
    2,
  ],
  ['another ordered the same bifall', post('redan-bestallt'), [handelse(2, [bestallt])], 2],
  ['the newest of them', post('andrad-av-annan'), [handelse(4, [andrat('beslut', beslut)]), handelse(2, [andrat('beslut', beslut)])], 4],
  [
    'a record deep in the input',
    post('x', { personId: person, beslut: [{ koppling: { id: testId(55) } }] }),
    [handelse(1, [andrat('beslut', testId(55))])],
    1,
  ],
  [
    'what another opened, though no record is shared',
    post('lss-insatser-finns', { personId: person, utredningId: utredning }),
    [handelse(1, [oppnad])],
    1,
  ],
  [
    'a shared utförare alone is no such thing',
    post('x'),
    [handelse(1, [{ ...bestallt, falt: [{ falt: 'utforareId', till: testId(7) }] }])],
    undefined,
  ],
  ['the person alone is no such thing', post('x'), [handelse(1, [andrat('person', person)])], undefined],
  [
    'the person is, when the person was what both changed',
    post('andrad-av-annan', { personId: person }),
    [handelse(1, [andrat('person', person)])],
    1,
  ],
  ['my own earlier act is not', post('x'), [handelse(1, [andrat('beslut', beslut)], { anvandareId: egen })], undefined],
  ['my own later act, from another computer', post('x'), [handelse(9, [andrat('beslut', beslut)], { anvandareId: egen })], 9],
  ['what is only here is not', post('x'), [handelse(1, [andrat('beslut', beslut)], { osand: true })], undefined],
])('FRAGA-61 what came before: %s', (_, refused, handelser, vantat) => {
  expect(hannFore(refused, handelser, egen)?.id).toBe(vantat === undefined ? undefined : testId(700 + vantat));
});
