import { describe, expect, test } from 'vitest';
import { kundlistaId } from '../../shared/domain/kundlista/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { anvandare, ids, katalogRecords, personRecord, stored, utredningRecord, uuid, verkstallighetRecord } from './testing/records.ts';
import { servicesOn } from './testing/services.ts';

const [anna, bo, cia] = [uuid(101), uuid(102), uuid(103)];
const jag = anvandare.handlaggare;
let klocka = Date.parse('2026-11-20T09:00:00.000Z');

type Falt = { falt: string; fran?: string; till?: string };
/** One thing that somebody did in an akt. */
function gjort(
  n: number,
  personId: string,
  {
    kommando = 'kontakt.spara',
    av = ids.kollega,
    namn = 'Kollega, Kim',
    enhet = 'lss',
    falt = { falt: 'telefon', fran: '1', till: '2' } as Falt,
  } = {},
) {
  klocka += 60_000;
  const poster = [{ type: 'kontakt', id: uuid(50), op: 'andrad' as const, falt: [falt] }];
  const gjord = { kommando, at: new Date(klocka).toISOString(), anvandareId: av, namn, poster };
  return stored('handelse', uuid(n), aktScope(personId), { ...gjord, enhet });
}
const mina = [personRecord(anna), utredningRecord(anna, uuid(111)), personRecord(bo)];
const kor = (records: ReturnType<typeof stored>[] = []) =>
  servicesOn({ records: [...katalogRecords, ...mina, ...records], actor: jag, clock: { now: () => new Date(klocka) } });
const oppna = ({ call }: ReturnType<typeof kor>, personId: string) => call['kund.oppna']({ personId, skal: 'Handläggning' });
const pa = ({ call }: ReturnType<typeof kor>) =>
  call['mina.andrat']({}).rader.map(({ person, vad, namn, antal }) => [person.personId, vad, namn, antal]);
const iAkten = ({ call }: ReturnType<typeof kor>, personId: string) => call['kund.andrat']({ personId }).map(({ id }) => id);

test('MINA-01 what others did in one’s kunder since one looked: what, by whom, the latest first, the same thing once', () => {
  const karna = kor();
  oppna(karna, anna);
  karna.apply([gjort(201, anna), gjort(202, anna, { kommando: 'anteckning.spara' }), gjort(203, anna)]);
  expect(pa(karna)).toEqual([
    [anna, 'Kontaktuppgifter sparade', 'Kollega, Kim', 2],
    [anna, 'Anteckning sparad', 'Kollega, Kim', 1],
  ]);
  expect(karna.call['mina.utredningar']({})[0]?.andrat, 'the list of utredningar counts the same').toBe(3);
});

test('nothing of what one did oneself, on this computer or another, and nothing of another unit', () => {
  const karna = kor();
  oppna(karna, anna);
  karna.apply([gjort(201, anna, { av: jag.id, namn: jag.namn }), gjort(202, anna, { enhet: 'socialtjanst' })]);
  karna.call['kommando.kor']({
    id: uuid(301),
    name: 'kontakt.spara',
    input: { personId: anna, kontaktId: uuid(9), basRev: null, kontakt: { typ: 'anhorig', namn: 'Per', rev: uuid(7) } },
  });
  karna.push([]);
  expect(karna.list('handelse').length, 'they are here').toBeGreaterThan(1);
  expect(pa(karna)).toEqual([]);
});

test('a kund is one’s by utredning, LSS Insatser of one’s function or one’s own list; of others’ kunder nothing is told', () => {
  const insatser = (over: { slutdatum?: string } = {}) =>
    verkstallighetRecord(cia, uuid(120), { lssInsatser: true, utforareId: jag.funktionId ?? '', ...over });
  const karna = kor([personRecord(cia), insatser()]);
  for (const personId of [anna, bo, cia]) oppna(karna, personId);
  karna.apply([gjort(201, anna), gjort(202, bo), gjort(203, cia)]);
  expect(pa(karna).map(([personId]) => personId)).toEqual([cia, anna]);
  karna.apply([stored('kundlista', kundlistaId(jag.id), `anvandare:${jag.id}`, { personer: [bo] })]);
  expect(pa(karna).map(([personId]) => personId)).toEqual([cia, bo, anna]);
  karna.apply([insatser({ slutdatum: '2026-11-01' })]);
  expect(pa(karna).map(([personId]) => personId)).toEqual([bo, anna]);
});

test('opening the kund is looking; what was new can be read there until the next opening with something newer', () => {
  const karna = kor();
  expect(() => karna.call['kund.andrat']({ personId: anna })).toThrow();
  oppna(karna, anna);
  expect(iAkten(karna, anna), 'the first time all of it is new, and nothing is').toEqual([]);
  karna.apply([gjort(201, anna), gjort(202, anna)]);
  oppna(karna, anna);
  expect(pa(karna)).toEqual([]);
  expect(iAkten(karna, anna)).toEqual([uuid(202), uuid(201)]);
  oppna(karna, anna);
  expect(iAkten(karna, anna), 'nothing newer came').toEqual([uuid(202), uuid(201)]);
  karna.apply([gjort(203, anna)]);
  expect(iAkten(karna, anna), 'while it is open').toEqual([uuid(203), uuid(202), uuid(201)]);
  oppna(karna, anna);
  expect(iAkten(karna, anna)).toEqual([uuid(203)]);
  karna.call['mina.andratSett']({ personIds: [anna] });
  expect(iAkten(karna, anna)).toEqual([]);
});

test('said to be seen without opening: gone from the list, and what comes after is there', () => {
  const karna = kor();
  oppna(karna, anna);
  karna.apply([gjort(201, anna)]);
  karna.call['mina.andratSett']({ personIds: [anna] });
  expect(pa(karna)).toEqual([]);
  karna.apply([gjort(202, anna)]);
  expect(pa(karna)).toEqual([[anna, 'Kontaktuppgifter sparade', 'Kollega, Kim', 1]]);
});

test('a kund whose right is gone is not told of', () => {
  const karna = kor();
  oppna(karna, anna);
  karna.apply([gjort(201, anna)]);
  karna.remove('person', anna);
  expect(pa(karna)).toEqual([]);
});

describe('a kund that somebody handed over to one who never opened her', () => {
  const overlamnad = (n: number, personId: string, falt: Falt = { falt: 'ansvarigHandlaggareId', fran: ids.kollega, till: jag.id }) =>
    gjort(n, personId, { kommando: 'utredning.bytHandlaggare', falt });
  test('MINA-01 is news, with what was done since, and can be read when she is opened', () => {
    const karna = kor();
    karna.apply([gjort(200, anna)]);
    expect(pa(karna), 'what was done before is not').toEqual([]);
    karna.apply([overlamnad(201, anna)]);
    karna.apply([gjort(202, anna)]);
    expect(pa(karna)).toEqual([
      [anna, 'Kontaktuppgifter sparade', 'Kollega, Kim', 1],
      [anna, 'Byte av handläggare', 'Kollega, Kim', 1],
    ]);
    expect(karna.call['mina.utredningar']({})[0]?.andrat).toBe(2);
    oppna(karna, anna);
    expect(pa(karna)).toEqual([]);
    expect(iAkten(karna, anna)).toEqual([uuid(202), uuid(201)]);
  });
  test('by LSS Insatser of one’s function, too; said to be seen it is gone', () => {
    const karna = kor();
    karna.apply([overlamnad(201, anna, { falt: 'utforareId', till: jag.funktionId ?? '' })]);
    expect(pa(karna)).toHaveLength(1);
    karna.call['mina.andratSett']({ personIds: [anna] });
    expect(pa(karna)).toEqual([]);
  });
  test('not what was handed over before the user began on this computer, nor to another, nor by the user', () => {
    const karna = kor([overlamnad(201, anna)]);
    karna.apply([overlamnad(202, anna, { falt: 'ansvarigHandlaggareId', fran: jag.id, till: ids.kollega })]);
    karna.apply([gjort(203, anna, { av: jag.id, falt: { falt: 'ansvarigHandlaggareId', till: jag.id } })]);
    expect(pa(karna)).toEqual([]);
  });
});
