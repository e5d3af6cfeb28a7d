import { expect, test } from 'vitest';
import type { Actor } from '../../shared/domain/command.ts';
import { aktScope, katalogScope } from '../../shared/domain/scope.ts';
import { fristregler } from '../../shared/domain/testing/fristregler.ts';
import {
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
const chefen: Actor = { ...anvandare.handlaggare, id: uuid(19), namn: 'Chef, Karin', roller: ['enhetschef'], funktionId: undefined };
const regler = fristregler().map(({ type, id, data }) => stored(type, id, katalogScope, data));
const kollega = (over: Partial<Actor>) => {
  const { id, ...data } = { ...anvandare.kollega, ...over };
  return stored('anvandare', id, katalogScope, data);
};
const ansokan = (id: string, personId: string, over: object = {}) =>
  stored('aktualisering', id, aktScope(personId), {
    ...{
      slag: 'ansokan',
      typ: 'Kontaktperson',
      datum: '2026-11-01',
      franVem: 'Den enskilde',
      ansvarigHandlaggareId: anvandare.handlaggare.id,
    },
    ...{ organisationId: uuid(2), gruppId: uuid(3), rev: uuid(4), ...over },
  });

function kor(records: ReturnType<typeof stored>[], actor: Actor = anvandare.handlaggare) {
  const given = new Map([...katalogRecords, ...regler, ...records].map((one) => [one.id, one]));
  const clock = { now: () => new Date('2026-11-20T09:00:00.000Z') };
  return servicesOn({ records: [...given.values()], actor, clock }).call;
}
/** The akt is opened first: what is read of it is in the access log. */
const oppnad = (call: ReturnType<typeof kor>) => {
  expect(() => call['kund.frister']({ personId: anna })).toThrow();
  call['kund.oppna']({ personId: anna, skal: 'Handläggning' });
  return call;
};
const vad = (call: ReturnType<typeof kor>) =>
  call['mina.frister']({}).rader.map(({ regel, person, vem }) => [person.personId, regel.kod, vem]);

test('KLOCK-02 what is due is listed for whoever answers for it, earliest first, with its rule', () => {
  const call = kor([personRecord(anna), ansokan(uuid(110), anna), personRecord(bo), ansokan(uuid(111), bo, { datum: '2026-10-01' })]);
  const { klar, rader } = call['mina.frister']({});
  expect(klar).toBe(true);
  expect(rader).toMatchObject([
    { person: { personId: bo }, datum: '2026-10-15', regel: { kod: 'ej-behandlad-aktualisering' }, vad: 'Kontaktperson' },
    { person: { personId: anna }, datum: '2026-11-15', fran: '2026-11-01' },
  ]);
  expect(rader[0]).not.toHaveProperty('hos');
});

test('KLOCK-02 a function’s is whoever holds it; a kund shows hers before they are in a list', () => {
  const records = [
    personRecord(anna, { fodelsedatum: '2010-03-01' }),
    utredningRecord(anna, uuid(120), { ansvarigHandlaggareId: anvandare.kollega.id, startdatum: '2026-11-10', inkomDatum: '2026-11-10' }),
    verkstallighetRecord(anna, uuid(121), { lssInsatser: true, utforareId: ids.funktion3, startdatum: '2026-01-01' }),
  ];
  expect(vad(kor(records))).toEqual([]);
  expect(
    oppnad(kor(records))
      ['kund.frister']({ personId: anna })
      .rader.map(({ regel }) => regel.kod),
  ).toContain('fyller-18');
  const [forst, ...resten] = records;
  const snart = { ...forst, data: { ...(forst?.data as object), fodelsedatum: '2009-03-01' } } as ReturnType<typeof stored>;
  expect(
    vad(
      kor(
        [snart, ...resten].map((one) =>
          one.type === 'person' ? { ...one, data: { ...(one.data as object), fodelsedatum: '2008-12-01' } } : one,
        ),
      ),
    ),
  ).toEqual([[anna, 'fyller-18', undefined]]);
});

test('ROLL-10 what belongs to someone who has left is the enhetschef’s of its unit, with whose it is', () => {
  const records = [personRecord(anna), ansokan(uuid(110), anna, { ansvarigHandlaggareId: anvandare.kollega.id })];
  expect(vad(kor(records, chefen))).toEqual([]);
  const borta = [...records, kollega({ aktiv: false })];
  expect(vad(kor(borta, chefen))).toEqual([[anna, 'ej-behandlad-aktualisering', anvandare.kollega.namn]]);
  expect(vad(kor(borta)), 'and nobody else’s').toEqual([]);
  expect(vad(kor(borta, { ...chefen, enheter: ['bistand'] }))).toEqual([]);
});

test('KLOCK-04 put off by its kommando it is out of the list, and on the kund with its reason', () => {
  const call = kor([personRecord(anna), ansokan(uuid(110), anna)]);
  const [rad] = call['mina.frister']({}).rader;
  if (!rad?.enhet) throw new Error('no row');
  const skjutet = call['kommando.kor']({
    ...{ id: uuid(900), name: 'frist.skjutUpp' },
    input: {
      ...{ personId: anna, enhet: rad.enhet, nyckel: rad.nyckel, skjutningId: uuid(901), datum: rad.datum, till: '2026-12-01' },
      ...{ skal: 'Väntar på fullmakt', sedd: null, rev: uuid(902) },
    },
  } as never);
  expect(skjutet).toMatchObject({ ok: true });
  expect(vad(call)).toEqual([]);
  expect(oppnad(call)['kund.frister']({ personId: anna }).rader).toMatchObject([
    { nyckel: rad.nyckel, uppskjuten: { till: '2026-12-01', skal: 'Väntar på fullmakt', av: anvandare.handlaggare.namn } },
  ]);
});

test('KLOCK-02 an unsigned note is its writer’s: of a utförare’s staff it is nobody else’s', () => {
  const note = stored('anteckning', uuid(130), aktScope(anna), {
    ...{ dokumentation: { slag: 'verkstallighet', id: uuid(121) }, rubrikKod: 'VERK', handelsedatum: '2026-11-01', rev: uuid(5) },
    ...{ text: { type: 'doc', content: [] }, skapad: { ...signeradAv(), at: '2026-11-01T09:00:00.000Z' } },
    sparad: { ...signeradAv(), anvandareId: uuid(77), at: '2026-11-01T09:00:00.000Z' },
  });
  const personal = kollega({ id: uuid(77), roller: ['utforare'], utforareId: uuid(40) });
  expect(vad(kor([personRecord(anna), note, personal], chefen))).toEqual([]);
});
