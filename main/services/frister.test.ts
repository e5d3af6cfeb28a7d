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
type Vilkas = { egna?: boolean; agare?: string[]; visa?: 'attGora' | 'uppskjutna' };
const lista = (call: ReturnType<typeof kor>, { egna = true, agare = [], visa = 'attGora' }: Vilkas = {}) =>
  call['bevakningar.lista']({ egna, agare, visa });
const kodAv = ({ id }: { id: string }) => id.split('/')[0];
const vad = (call: ReturnType<typeof kor>, vilkas: Vilkas = {}) =>
  lista(call, vilkas).rader.map((rad) => [rad.person.personId, kodAv(rad), rad.bevakasAv]);
const [mitt, min] = [anvandare.handlaggare.namn, 'LSS-handläggare 3'];

test('KLOCK-02 what is due is listed for whoever answers for it, earliest first, with its rule', () => {
  const call = kor([personRecord(anna), ansokan(uuid(110), anna), personRecord(bo), ansokan(uuid(111), bo, { datum: '2026-10-01' })]);
  const { klar, rader } = lista(call);
  expect(klar).toBe(true);
  expect(rader).toMatchObject([
    { slag: 'beraknad', person: { personId: bo }, datum: '2026-10-15', typ: 'ej-behandlad-aktualisering', horTill: 'Kontaktperson' },
    { person: { personId: anna }, datum: '2026-11-15', text: 'kom in 2026-11-01 + 14 dagar = 2026-11-15', grund: 'Rutin (exempel)' },
  ]);
  expect(rader[0]).not.toHaveProperty('status');
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
  ).toEqual([[anna, 'fyller-18', min]]);
});

test('ROLL-10 what belongs to someone who has left is the enhetschef’s of its unit, with whose it is', () => {
  const records = [personRecord(anna), ansokan(uuid(110), anna, { ansvarigHandlaggareId: anvandare.kollega.id })];
  expect(vad(kor(records, chefen))).toEqual([]);
  const borta = [...records, kollega({ aktiv: false })];
  expect(vad(kor(borta, chefen))).toEqual([[anna, 'ej-behandlad-aktualisering', anvandare.kollega.namn]]);
  expect(vad(kor(borta)), 'and nobody else’s').toEqual([]);
  expect(vad(kor(borta, { ...chefen, enheter: ['bistand'] }))).toEqual([]);
});

test('KLOCK-02 the calendar has what comes to be in the user’s own list, and not what ends before they would be told of it', () => {
  const records = [
    ...regler.map((one) =>
      (one.data as { kod: string }).kod === 'folj-upp'
        ? {
            ...one,
            data: {
              ...(one.data as object),
              varnas: [
                { vem: 'ansvarig', dagarFore: 30 },
                { vem: 'enhetschef', dagarFore: 0 },
              ],
            } as typeof one.data,
          }
        : one,
    ),
    personRecord(anna),
    verkstallighetRecord(anna, uuid(121), { lssInsatser: true, utforareId: ids.funktion3, startdatum: '2026-01-01' }),
    verkstallighetRecord(anna, uuid(122), { startdatum: '2026-01-15', slutdatum: '2026-12-31' }),
    verkstallighetRecord(anna, uuid(123), { startdatum: '2026-01-15', slutdatum: '2027-02-28' }),
  ];
  const kalender = (actor?: Actor) =>
    kor(records, actor)
      ['bevakningar.kalender']({ egna: true, agare: [], till: '2027-03-31' })
      .rader.filter((rad) => kodAv(rad) === 'folj-upp')
      .map(({ id, datum }) => [id.split('/')[1], datum]);
  expect(kalender()).toEqual([
    [uuid(122), '2027-01-15'],
    [uuid(123), '2027-01-15'],
  ]);
  expect(kalender(chefen), 'told on the day itself').toEqual([[uuid(123), '2027-01-15']]);
});

test('KLOCK-02 two rules of one kod that hear different events are a row each', () => {
  const [tyst] = regler.filter(({ data }) => (data as { kod: string }).kod === 'utredning-tyst');
  if (!tyst) throw new Error('no rule');
  const annan = {
    ...tyst,
    id: uuid(990),
    data: { ...(tyst.data as object), handelse: 'ansokanInkom', tid: { antal: 60, enhet: 'dag' } } as typeof tyst.data,
  };
  const records = [
    ...[annan, personRecord(anna), utredningRecord(anna, uuid(120))],
    ansokan(uuid(110), anna, { datum: '2026-05-20', utredningId: uuid(120) }),
  ];
  const rader = lista(kor(records)).rader.filter((rad) => kodAv(rad) === 'utredning-tyst');
  expect(rader.map(({ id, datum }) => [id, datum])).toEqual([
    [`utredning-tyst/${uuid(120)}/utredningTyst`, '2026-07-01'],
    [`utredning-tyst/${uuid(120)}/ansokanInkom`, '2026-07-19'],
  ]);
});

test('KLOCK-04 put off by its kommando it is out of the list, and on the kund with its reason', () => {
  const call = kor([personRecord(anna), ansokan(uuid(110), anna)]);
  const [listad] = lista(call).rader;
  const rad = call['frist.underlag']({ personId: anna, nyckel: listad?.id ?? '' })?.frist;
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
  expect(vad(call, { visa: 'uppskjutna' })).toEqual([[anna, 'ej-behandlad-aktualisering', mitt]]);
  expect(lista(call, { visa: 'uppskjutna' }).rader).toMatchObject([{ uppskjuten: { till: '2026-12-01', skal: 'Väntar på fullmakt' } }]);
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

test('BEV-03 another’s list has theirs: by name, and in that of the function they hold', () => {
  const kollegan = anvandare.kollega;
  const records = [
    personRecord(anna),
    ansokan(uuid(110), anna, { ansvarigHandlaggareId: kollegan.id }),
    personRecord(bo, { fodelsedatum: '2008-12-01' }),
    utredningRecord(bo, uuid(120), { ansvarigHandlaggareId: uuid(78), startdatum: '2026-11-10', inkomDatum: '2026-11-10' }),
    verkstallighetRecord(bo, uuid(121), { lssInsatser: true, utforareId: uuid(79), startdatum: '2026-01-01' }),
    kollega({ id: uuid(78), namn: 'Borg, Eva' }),
    kollega({ funktionId: uuid(79) }),
    stored('utforare', uuid(79), katalogScope, { namn: 'LSS-handläggare 9', slag: 'myndighet', enhet: 'lss' }),
  ];
  const call = kor(records);
  const [hennes, funktionens] = [
    [anna, 'ej-behandlad-aktualisering', kollegan.namn],
    [bo, 'fyller-18', 'LSS-handläggare 9'],
  ];
  expect(vad(call)).toEqual([]);
  expect(vad(call, { egna: false, agare: [kollegan.id] })).toEqual([hennes]);
  expect(vad(call, { egna: false, agare: [uuid(79)] })).toEqual([hennes, funktionens]);
  expect(vad(call, { agare: [uuid(79), kollegan.id] }), 'each once').toEqual([hennes, funktionens]);
});

test('what Mina sidor has in a list of its own is not there twice', () => {
  const records = [
    personRecord(anna),
    ansokan(uuid(110), anna),
    ansokan(uuid(112), anna, { utredningId: uuid(120), datum: '2026-05-10' }),
    utredningRecord(anna, uuid(120), { startdatum: '2026-05-10', inkomDatum: '2026-05-10' }),
  ];
  const call = kor(records);
  const koder = (rader: { id: string }[]) => rader.map(kodAv);
  expect(koder(lista(call).rader)).toEqual(['utredning-tyst', 'utredning-sex-manader', 'ej-behandlad-aktualisering']);
  expect(koder(call['mina.bevakningar']({}).bevakningar.rader)).toEqual(['utredning-tyst']);
});

test('FRAGA-62 one that no list has is read of an opened akt alone; whoever is protected is not named by what it is about', () => {
  const records = [personRecord(anna, { fodelsedatum: '2012-03-01', skydd: 'sekretessmarkering' }), utredningRecord(anna, uuid(120))];
  const call = kor(records);
  const underlag = { personId: anna, nyckel: `fyller-18/${anna}/lss` };
  expect(() => call['frist.underlag'](underlag)).toThrow('finns-inte');
  oppnad(call);
  expect(call['frist.underlag'](underlag)).toMatchObject({
    rad: { horTill: 'Personuppgifter', text: 'född 2012-03-01 + 18 år = 2030-03-01', bevakasAv: mitt },
    frist: { datum: '2030-03-01', regel: { kod: 'fyller-18' } },
    hos: [{ namn: mitt, visas: '2029-09-02' }],
  });
  expect(call['frist.underlag']({ ...underlag, nyckel: 'fyller-18/borta' })).toBeNull();
});

test('FRAGA-62 of one that a list has no word of the akt is given before it is opened: neither whose it is nor whom it is to', () => {
  const samtycket = {
    ...{ avser: 'Uppgifter om hälsa', tillater: ['lamnaUppgifter' as const], till: { namn: 'Hemlige Mottagaren' }, enhet: 'lss' },
    ...{
      fran: '2026-01-01',
      tom: '2026-11-25',
      hur: 'muntligt' as const,
      mottaget: { dag: '2026-01-01', av: 'Karin' },
      registrerat: signeradAv(),
    },
  };
  const records = [
    personRecord(anna, { fodelsedatum: '2008-12-01', skydd: 'sekretessmarkering', efternamn: 'Hemligsson' }),
    utredningRecord(anna, uuid(120)),
    stored('samtycke', uuid(140), aktScope(anna), samtycket),
  ];
  const call = kor(records);
  const nycklar = lista(call).rader.map(({ id }) => id);
  expect(nycklar).toEqual(expect.arrayContaining([`fyller-18/${anna}/lss`, expect.stringContaining('samtycke')]));
  for (const nyckel of nycklar) {
    const svar = call['frist.underlag']({ personId: anna, nyckel });
    expect(svar?.frist, nyckel).toMatchObject({ nyckel, datum: expect.any(String) });
    expect(JSON.stringify({ ...svar, rad: { ...svar?.rad, person: undefined } }), nyckel).not.toMatch(/Hemlig/);
  }
});

test('BEV-05 FRAGA-62 a new bevakning is laid from a computed row that is listed; on what else there is the akt is opened first', () => {
  const call = kor([personRecord(anna), ansokan(uuid(110), anna), verkstallighetRecord(anna, uuid(301))]);
  const [rad] = lista(call).rader;
  const underlag = (ref: { type: 'person' | 'verkstallighet'; id: string }, nyckel = rad?.id ?? '') =>
    call['bevakning.underlag']({ personId: anna, ref, nyckel });
  expect(underlag({ type: 'person', id: anna })).toMatchObject({ person: { personId: anna }, horTill: 'Personuppgifter' });
  expect(() => underlag({ type: 'verkstallighet', id: uuid(301) })).toThrow('finns-inte');
  expect(() => underlag({ type: 'person', id: anna }, `ej-behandlad-aktualisering/${uuid(999)}`)).toThrow('finns-inte');
  const senare = kor([personRecord(anna, { fodelsedatum: '2012-03-01' }), utredningRecord(anna, uuid(120))]);
  const ref = { type: 'person' as const, id: anna };
  expect(() => senare['bevakning.underlag']({ personId: anna, ref, nyckel: `fyller-18/${anna}/lss` }), 'no list has it').toThrow(
    'finns-inte',
  );
});
