import { expect, test } from 'vitest';
import type { Actor } from '../../shared/domain/command.ts';
import { lagfristkod } from '../../shared/domain/klocka/lagfrist.ts';
import type { RecordData } from '../../shared/domain/records.ts';
import { aktScope, katalogScope } from '../../shared/domain/scope.ts';
import { fristregler } from '../../shared/domain/testing/fristregler.ts';
import {
  aktualiseringRecord,
  anvandare,
  ids,
  katalogRecords,
  personRecord,
  signeradAv,
  stored,
  utredningRecord,
  uuid,
  verkstallighetRecord,
} from './testing/records.ts';
import { servicesOn } from './testing/services.ts';

const [anna, bo] = [uuid(101), uuid(102)];
const annanFunktion = uuid(711);
const chefen: Actor = { ...anvandare.handlaggare, id: uuid(19), namn: 'Chef, Karin', roller: ['enhetschef'], funktionId: undefined };
const post = ({ id, ...data }: Actor) => stored('anvandare', id, katalogScope, data);
const kollega = (over: Partial<Actor> = {}) => post({ ...anvandare.kollega, funktionId: undefined, ...over });
const bevakning = (id: string, over: Partial<RecordData<'bevakning'>> = {}, personId = anna) =>
  stored('bevakning', id, aktScope(personId), {
    ...{ datum: '2026-12-20', status: 'Ej påbörjad', typ: 'Följ upp', text: '', bevakasAvId: ids.funktion3 },
    ...{ ref: { type: 'person', id: personId }, skapad: signeradAv(), ...over },
  });
const ansokan = (id: string, personId: string) => aktualiseringRecord(personId, id, { datum: '2026-11-06' });
const insatser = (id: string, personId: string, utforareId: string) =>
  verkstallighetRecord(personId, id, { lssInsatser: true, utforareId });

function kor(records: ReturnType<typeof stored>[], actor: Actor = chefen) {
  const regler = fristregler().map(({ type, id, data }) => stored(type, id, katalogScope, data));
  const given = new Map([...katalogRecords, ...regler, post(chefen), kollega(), ...records].map((one) => [one.id, one]));
  return servicesOn({ records: [...given.values()], actor, clock: { now: () => new Date('2026-11-20T09:00:00.000Z') } });
}
const allt = [
  ...[personRecord(anna), personRecord(bo)],
  utredningRecord(anna, uuid(201), { inkomDatum: '2026-05-01' }),
  utredningRecord(bo, uuid(202), { inkomDatum: '2026-11-10' }),
  aktualiseringRecord(anna, uuid(311), { utredningId: uuid(201) }),
  ...[ansokan(uuid(301), anna), insatser(uuid(401), bo, ids.funktion3)],
  ...[bevakning(uuid(501)), bevakning(uuid(502), { datum: '2026-11-19', bevakasAvId: ids.handlaggare }, bo)],
];

test('ROLL-10 how much each handläggare of the unit has, and how late', () => {
  const { klar, rader } = kor(allt).call['enhet.oversikt']({});
  expect(klar).toBe(true);
  expect(rader.map(({ namn, iTjanst }) => [namn, iTjanst])).toEqual([
    ['Berg, Åsa', true],
    ['Chef, Karin', true],
    ['Dahl, Örjan', true],
  ]);
  expect(rader[0]).toMatchObject({
    ...{ agareId: ids.handlaggare, funktion: 'LSS-handläggare 3', kunder: 2, utredningar: 2, aldst: 203, forsenade: 1 },
    ...{ ejBehandlade: 1, osignerade: 0 },
  });
  // The laid one, the utredning nothing was written in, and the aktualisering of 14 days: not the lagfrist, which has a column of its own.
  expect(rader[0]?.forfallna).toBeGreaterThan(1);
  expect(rader[2]).toMatchObject({ kunder: 0, utredningar: 0, forfallna: 0 });
  expect(rader[2]).not.toHaveProperty('aldst');
});

test('MINA-01 what the authority has begun itself is past no lagfrist', () => {
  const omprovning = allt.map((one) =>
    one.id === uuid(311) ? aktualiseringRecord(anna, uuid(311), { utredningId: uuid(201), slag: 'omprovning' }) : one,
  );
  const { call } = kor(omprovning);
  expect(call['enhet.oversikt']({}).rader[0]).toMatchObject({ utredningar: 2, aldst: 203, forsenade: 0 });
  const givna = call['enhet.fordelbart']({ agareId: ids.handlaggare }).filter(({ slag }) => slag === 'utredning');
  expect(givna.map(({ id, sen }) => [id, sen])).toEqual([
    [uuid(201), false],
    [uuid(202), false],
  ]);
});

test('what one has that can be given to another, with what the commands ask for', () => {
  const rader = kor(allt).call['enhet.fordelbart']({ agareId: ids.handlaggare });
  expect(rader.filter(({ slag }) => slag !== 'beraknad').map(({ slag, id, sen }) => [slag, id, sen])).toEqual([
    ['verkstallighet', uuid(401), false],
    ['utredning', uuid(201), true],
    ['aktualisering', uuid(301), true],
    ['utredning', uuid(202), false],
    ['bevakning', uuid(502), true],
    ['bevakning', uuid(501), false],
  ]);
  expect(rader.find(({ slag }) => slag === 'aktualisering')).toHaveProperty('sett', {
    ...{ typ: 'Ledsagarservice', datum: '2026-11-06', franVem: 'Kunden', organisationId: ids.lss, ansvarigHandlaggareId: ids.handlaggare },
    ...{ basRev: uuid(303), anteckning: 'Ringde.' },
  });
});

test('ROLL-10 what is counted as bevakningar is in the list below and in their own, and what is late of it is there too', () => {
  const { call } = kor(allt);
  for (const { agareId, bevakningar, forfallna } of call['enhet.oversikt']({}).rader) {
    const hos = call['enhet.fordelbart']({ agareId }).filter(({ slag }) => slag === 'bevakning' || slag === 'beraknad');
    expect(hos, agareId).toHaveLength(bevakningar);
    expect(
      hos.filter(({ id, sen }) => sen && !id.startsWith(`${lagfristkod}/`)),
      agareId,
    ).toHaveLength(forfallna);
  }
  const [sara] = call['enhet.oversikt']({}).rader;
  const egna = kor(allt, anvandare.handlaggare).call['bevakningar.lista']({ egna: true, agare: [], visa: 'attGora' });
  expect(sara?.bevakningar, 'as many as in the list the camera opens').toBe(egna.rader.length);
  expect(egna.rader.filter(({ slag }) => slag === 'beraknad').length).toBeGreaterThan(2);
  const beraknad = call['enhet.fordelbart']({ agareId: ids.handlaggare }).find(({ slag }) => slag === 'beraknad');
  expect(beraknad).toMatchObject({ horTill: expect.stringMatching(/./), vad: expect.stringMatching(/./) });
});

test('one who has left is there while they have something, a function that nobody holds too', () => {
  const rader = (mer: ReturnType<typeof stored>[]) =>
    kor([personRecord(anna), kollega({ aktiv: false }), ...mer])
      .call['enhet.oversikt']({})
      .rader.map(({ namn, iTjanst }) => [namn, iTjanst]);
  const vanliga = [
    ['Berg, Åsa', true],
    ['Chef, Karin', true],
  ];
  expect(rader([])).toEqual(vanliga);
  expect(rader([utredningRecord(anna, uuid(201), { ansvarigHandlaggareId: ids.kollega })])).toEqual([...vanliga, ['Dahl, Örjan', false]]);
  const femman = stored('utforare', annanFunktion, katalogScope, { namn: 'LSS-handläggare 5', slag: 'handlaggarfunktion' });
  expect(rader([femman, insatser(uuid(401), anna, annanFunktion)])).toEqual([...vanliga, ['LSS-handläggare 5', false]]);
});

test('OSL 26:1 nothing of another unit, and nothing to others than the enhetschef', () => {
  const bistands = [
    personRecord(anna, { enheter: ['lss', 'bistand'] }),
    utredningRecord(anna, uuid(201), { enhet: 'bistand' }),
    bevakning(uuid(501), { enhet: 'bistand' }),
  ];
  const tvaEnheter: Actor = { ...chefen, enheter: ['lss', 'bistand'] };
  const antal = (actor: Actor) =>
    kor([...bistands, post(actor)], actor)
      .call['enhet.oversikt']({})
      .rader.map(({ utredningar, bevakningar }) => utredningar + bevakningar)
      .reduce((a, b) => a + b, 0);
  // The utredning, the laid one, and the computed one of the utredning.
  expect([antal(tvaEnheter), antal(chefen)]).toEqual([3, 0]);
  const sara = kor(allt, anvandare.handlaggare).call;
  expect(sara['enhet.oversikt']({}).rader).toEqual([]);
  expect(sara['enhet.fordelbart']({ agareId: ids.kollega })).toEqual([]);
});
