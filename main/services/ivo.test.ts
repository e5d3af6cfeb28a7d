import { expect, test } from 'vitest';
import type { Actor } from '../../shared/domain/command.ts';
import type { Kvartal } from '../../shared/domain/klocka/ivo.ts';
import type { RecordData } from '../../shared/domain/records.ts';
import { aktScope, katalogScope } from '../../shared/domain/scope.ts';
import { bekraftadI, beslutId, bifall, med, order, verk } from '../../shared/domain/testing/bestallning.ts';
import { fristregler } from '../../shared/domain/testing/fristregler.ts';
import { ivorapport, rapportId } from '../../shared/domain/testing/ivo.ts';
import { kat } from '../../shared/domain/testing/katalog.ts';
import { akt, katalogTypes, type TestRecord, testActor, testId } from '../../shared/domain/testing/state.ts';
import { servicesOn } from './testing/services.ts';

const karin = testActor({ id: kat.handlaggare, funktionId: kat.utforare.funktion3 });
const given = ({ type, id, data }: TestRecord) => ({
  ...{ type, id, data },
  scope: katalogTypes.has(type) ? katalogScope : aktScope(akt.person),
});
/** The services at noon of a day. */
function kor(records: TestRecord[], { actor = karin, dag = () => '2027-04-02' }: { actor?: Actor; dag?: () => string } = {}) {
  const clock = { now: () => new Date(`${dag()}T12:00:00.000Z`) };
  return servicesOn({ records: [...records, ...fristregler()].map(given), actor, clock });
}
const kv1: Kvartal = { ar: 2027, nr: 1 };
const kontakt = (n: number, beslutsdatum: string) => bifall(n, 'kontaktperson', { beslutsdatum });

test('KLOCK-07 the rows of a quarter are those of a computing of the akt, with the kund and who answers for it', () => {
  const { call, close } = kor(
    med(
      kontakt(1, '2026-10-20'),
      kontakt(2, '2026-12-31'),
      kontakt(3, '2026-09-01'),
      order(3, { ...bekraftadI(3), bekraftad: '2027-02-01' }),
      verk(3),
    ),
  );
  const { klar, rader, siffror } = call['ivo.lista']({ kvartal: kv1, vilka: 'alla' });
  expect(klar).toBe(true);
  expect(rader).toMatchObject([
    { beslutId: beslutId(3), lage: { slag: 'verkstallt', dag: '2027-02-01' }, person: { personId: akt.person } },
    { beslutId: beslutId(1), lage: { slag: 'ejVerkstallt' }, dagar: 162 },
  ]);
  expect(siffror).toEqual([{ lagrum: 'LSS', insats: 'Kontaktperson', grund: 'beslut', antal: 1, langstDagar: 162 }]);
  expect(call['ivo.lista']({ kvartal: { ar: 2027, nr: 2 }, vilka: 'alla' }).rader.map((one) => one.beslutId)).toEqual([
    beslutId(1),
    beslutId(2),
  ]);
  close();
});

test('ROLL-04 OSL 26:1 one’s own are those one answers for, and none are another unit’s', () => {
  const records = med(kontakt(1, '2026-10-20'));
  const [alla] = [kor(records)];
  const [rad] = alla.call['ivo.lista']({ kvartal: kv1, vilka: 'alla' }).rader;
  expect(rad).toMatchObject({ enhet: 'lss' });
  expect(alla.call['ivo.lista']({ kvartal: kv1, vilka: 'mina' }).rader).toHaveLength(rad?.min ? 1 : 0);
  const annan = kor(records, { actor: { ...karin, enheter: ['bistand'] } });
  expect(annan.call['ivo.lista']({ kvartal: kv1, vilka: 'alla' }).rader).toEqual([]);
  const borta = kor(records, { actor: testActor({ id: kat.enhetschef, funktionId: undefined }) });
  expect(borta.call['ivo.lista']({ kvartal: kv1, vilka: 'mina' }).rader).toEqual([]);
  for (const one of [alla, annan, borta]) one.close();
});

test('KLOCK-07 KLOCK-08 a bifall grows older than three months, is in the list, is reported, carried out, and leaves; the same at a colleague', () => {
  let dag = '2026-11-30';
  const records = med(kontakt(1, '2026-11-30'));
  const [jag, kollega] = [
    kor(records, { dag: () => dag }),
    kor(records, { dag: () => dag, actor: testActor({ id: kat.enhetschef, roller: ['enhetschef'] }) }),
  ];
  const lista = (t: ReturnType<typeof kor>, ar: number, nr: Kvartal['nr']) =>
    t.call['ivo.lista']({ kvartal: { ar, nr }, vilka: 'alla' }).rader.map(({ lage, rapport, utan }) => [
      lage.slag,
      rapport?.data.dag,
      utan,
    ]);
  const rapportera = (t: ReturnType<typeof kor>, rapportId: string, kvartal: string, lage: string) =>
    t.call['kommando.kor']({
      ...{ id: testId(990 + Number(kvartal.at(-1))), name: 'ivo.rapportera' },
      input: { personId: akt.person, beslutId: beslutId(1), tid: `${beslutId(1)}/beslut`, rapportId, kvartal, lage, dag },
    } as never);
  const synka = () =>
    kollega.apply(jag.list('ivorapport').map(({ id, data }) => ({ type: 'ivorapport', id, data, scope: aktScope(akt.person) })));

  expect(lista(jag, 2026, 4), 'in time').toEqual([]);
  dag = '2027-03-02';
  expect(lista(jag, 2027, 1), 'later than three months').toEqual([['ejVerkstallt', undefined, []]]);
  expect(rapportera(jag, rapportId(1), '2027-1', 'ejVerkstallt'), 'the quarter goes on').toMatchObject({
    ok: false,
    rejection: { code: 'kvartalet-pagar' },
  });
  dag = '2027-04-05';
  expect(rapportera(jag, rapportId(1), '2027-1', 'ejVerkstallt')).toMatchObject({ ok: true });
  expect(lista(jag, 2027, 1)).toEqual([['ejVerkstallt', '2027-04-05', []]]);
  synka();
  expect(lista(kollega, 2027, 1)).toEqual(lista(jag, 2027, 1));
  expect(rapportera(kollega, rapportId(2), '2027-1', 'ejVerkstallt'), 'once').toMatchObject({
    ok: false,
    rejection: { code: 'redan-rapporterat' },
  });
  dag = '2027-05-06';
  const gjort = [
    order(1, { ...bekraftadI(1), bekraftad: '2027-05-04', gallerFran: '2027-05-04' }),
    verk(1, { startdatum: '2027-05-04' }),
  ].map(given);
  for (const one of [jag, kollega]) one.apply(gjort);
  expect(lista(jag, 2027, 2), 'carried out: once more, with the day').toEqual([['verkstallt', undefined, []]]);
  expect(rapportera(jag, rapportId(3), '2027-2', 'verkstallt')).toMatchObject({ ok: true });
  synka();
  for (const one of [jag, kollega]) {
    expect(lista(one, 2027, 2)).toEqual([['verkstallt', '2027-05-06', []]]);
    expect(lista(one, 2027, 3), 'and then no more').toEqual([]);
    one.close();
  }
});

test('KLOCK-08 what was reported stands in its quarter, and in no other, when the beslut is marked as wrong; until it is taken back', () => {
  const records = med(kontakt(1, '2026-10-20'), ivorapport(1, '2026-10-20', { kvartal: '2027-1' }));
  const { call, apply, close } = kor(records);
  const lista = (ar: number, nr: Kvartal['nr']) => call['ivo.lista']({ kvartal: { ar, nr }, vilka: 'alla' });
  expect(lista(2027, 1).rader.map(({ lage }) => lage.slag)).toEqual(['ejVerkstallt']);
  const { data } = kontakt(1, '2026-10-20');
  apply([given({ type: 'beslut', id: beslutId(1), data: { ...(data as RecordData<'beslut'>), felmarkerad: true } })]);
  const { rader, siffror } = lista(2027, 1);
  expect(rader).toMatchObject([
    { lage: { slag: 'bortfallen', varfor: 'felmarkerat' }, rapport: { id: rapportId(1) }, saknas: [], utan: [] },
  ]);
  expect(siffror).toEqual([]);
  for (const [ar, nr] of [
    [2026, 4],
    [2027, 2],
  ] as const)
    expect(lista(ar, nr).rader).toEqual([]);
  expect(lista(2027, 2).forra).toBe(0);
  const angra = { personId: akt.person, rapportId: rapportId(1), orsak: 'Rättat hos IVO' };
  expect(call['kommando.kor']({ id: testId(995), name: 'ivo.felmarkera', input: angra } as never)).toMatchObject({ ok: true });
  expect(lista(2027, 1).rader).toEqual([]);
  close();
});
