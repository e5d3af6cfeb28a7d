import { expect, test } from 'vitest';
import type { Actor } from '../../shared/domain/command.ts';
import type { Kvartal } from '../../shared/domain/klocka/ivo.ts';
import { aktScope, katalogScope } from '../../shared/domain/scope.ts';
import { bekraftadI, beslutId, bifall, med, order, verk } from '../../shared/domain/testing/bestallning.ts';
import { fristregler } from '../../shared/domain/testing/fristregler.ts';
import { kat } from '../../shared/domain/testing/katalog.ts';
import { akt, katalogTypes, type TestRecord, testActor } from '../../shared/domain/testing/state.ts';
import { servicesOn } from './testing/services.ts';

const karin = testActor({ id: kat.handlaggare, funktionId: kat.utforare.funktion3 });
const given = ({ type, id, data }: TestRecord) => ({
  ...{ type, id, data },
  scope: katalogTypes.has(type) ? katalogScope : aktScope(akt.person),
});
/** The services at noon of a day. */
function kor(records: TestRecord[], { actor = karin, dag = '2027-04-02' }: { actor?: Actor; dag?: string } = {}) {
  const clock = { now: () => new Date(`${dag}T12:00:00.000Z`) };
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
