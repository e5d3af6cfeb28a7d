import { describe, expect, test } from 'vitest';
import type { Actor } from '../../shared/domain/command.ts';
import type { RecordData } from '../../shared/domain/records.ts';
import { aktScope, anvandarScope, katalogScope } from '../../shared/domain/scope.ts';
import {
  anteckningRecord,
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

const [anna, bo, skyddad] = [uuid(101), uuid(102), uuid(103)];
const ingensFunktion = uuid(711);
const bevakning = (id: string, over: Partial<RecordData<'bevakning'>> = {}, personId = anna) =>
  stored('bevakning', id, aktScope(personId), {
    ...{ datum: '2026-11-20', status: 'Ej påbörjad', typ: 'Bekräfta beställning', text: 'Bekräfta den.', bevakasAvId: ids.funktion3 },
    ...{ ref: { type: 'person', id: personId }, skapad: signeradAv(), ...over },
  });
const kollega = (over: Partial<Actor>) => {
  const { id, ...data } = { ...anvandare.kollega, ...over };
  return stored('anvandare', id, katalogScope, data);
};
const chefen: Actor = { ...anvandare.handlaggare, id: uuid(19), namn: 'Chef, Karin', roller: ['enhetschef'], funktionId: undefined };

function lista(records: ReturnType<typeof stored>[], actor: Actor = anvandare.handlaggare) {
  const given = new Map([...katalogRecords, ...records].map((one) => [one.id, one]));
  const clock = { now: () => new Date('2026-11-20T09:00:00.000Z') };
  return servicesOn({ records: [...given.values()], actor, clock }).call['mina.bevakningar']({});
}

describe('FORB-35 ROLL-05 what is to be remembered', () => {
  test('is listed for whoever holds the function, oldest first, with its reason; what is done, taken away or another’s is not', () => {
    const vy = lista([
      personRecord(anna),
      bevakning(uuid(1), { datum: '2026-12-01' }),
      bevakning(uuid(2), { datum: '2026-11-01', skal: 'Hävt av Skatteverket' }),
      bevakning(uuid(3), { status: 'Klar' }),
      bevakning(uuid(4), { borttagen: signeradAv() }),
      bevakning(uuid(5), { bevakasAvId: ingensFunktion }),
    ]);
    expect(vy.bevakningar.rader.map((rad) => rad.slag === 'lagd' && [rad.id, rad.skal, rad.av, rad.person.personId])).toEqual([
      [uuid(2), 'Hävt av Skatteverket', 'Berg, Åsa', anna],
      [uuid(1), undefined, 'Berg, Åsa', anna],
    ]);
    expect(vy.utanAnsvarig).toEqual([]);
  });

  test('is the enhetschef’s where it names the role, or a function that nobody at work holds', () => {
    const rader = [
      personRecord(anna),
      bevakning(uuid(1), { bevakasAvRoll: 'enhetschef' }),
      bevakning(uuid(2), { bevakasAvId: ingensFunktion }),
      bevakning(uuid(3)),
    ];
    expect(lista(rader, chefen).bevakningar.rader.map(({ id }) => id)).toEqual([uuid(1), uuid(2)]);
    expect(lista(rader).bevakningar.rader.map(({ id }) => id)).toEqual([uuid(3)]);
  });

  test('OSL 26:1 of the enhetschefer it is that one’s whose unit it names, also while it waits to be sent', () => {
    const rad = (id: string, enhet: string) => bevakning(id, { bevakasAvRoll: 'enhetschef', enhet });
    const rader = [personRecord(anna, { enheter: ['lss', 'bistand'] }), rad(uuid(1), 'lss'), rad(uuid(2), 'bistand')];
    const idn = (enheter: string[]) => lista(rader, { ...chefen, enheter }).bevakningar.rader.map(({ id }) => id);
    expect([idn(['lss']), idn(['bistand']), idn(['lss', 'bistand'])]).toEqual([[uuid(1)], [uuid(2)], [uuid(1), uuid(2)]]);
  });

  test('is the enhetschef’s too where none of those who hold the function may read the akt', () => {
    const akten = personRecord(bo, { enheter: ['bistand'] });
    const rader = [akten, bevakning(uuid(1), {}, bo)];
    const medBistand: Actor = { ...chefen, enheter: ['lss', 'bistand'] };
    expect(lista(rader, medBistand).bevakningar.rader.map(({ id }) => id)).toEqual([uuid(1)]);
    const medHandlaggare = [...rader, kollega({ enheter: ['bistand'] })];
    expect(lista(medHandlaggare, medBistand).bevakningar.rader).toEqual([]);
  });
});

describe('ROLL-10 FORB-14 what belongs to someone who cannot do it', () => {
  const [utredning, ansokan, note] = [uuid(201), uuid(301), uuid(401)];
  const hos = (personId: string) => [
    utredningRecord(personId, utredning, { ansvarigHandlaggareId: ids.kollega }),
    stored('aktualisering', ansokan, aktScope(personId), {
      ...{ slag: 'ansokan', typ: 'Ledsagarservice', datum: '2026-11-06', franVem: 'Kunden', organisationId: ids.lss },
      ...{ ansvarigHandlaggareId: ids.kollega, gruppId: uuid(302), rev: uuid(303) },
    }),
    anteckningRecord(personId, note, {
      dokumentation: { slag: 'utredning', id: utredning },
      sparad: { ...signeradAv(), anvandareId: ids.kollega },
    }),
  ];
  const slag = (records: ReturnType<typeof stored>[], actor = chefen) =>
    lista(records, actor)
      .utanAnsvarig.map((one) => one.slag)
      .sort();
  const allt = ['aktualisering', 'anteckning', 'utredning'];

  test.each<[string, ReturnType<typeof stored>[], string[]]>([
    ['at work and of the unit: nothing', [personRecord(anna), ...hos(anna), kollega({})], []],
    ['who has left', [personRecord(anna), ...hos(anna), kollega({ aktiv: false })], allt],
    ['whose unit is another', [personRecord(anna), ...hos(anna), kollega({ enheter: ['bistand'] })], allt],
    [
      'whose kund is protected since, without the right',
      [personRecord(skyddad, { skydd: 'skyddadFolkbokforing' }), ...hos(skyddad), kollega({ skyddadBehorighet: false })],
      allt,
    ],
    [
      'whose kund is protected since, with the right',
      [personRecord(skyddad, { skydd: 'skyddadFolkbokforing' }), ...hos(skyddad), kollega({})],
      [],
    ],
    ['who is no handläggare any more', [personRecord(bo), ...hos(bo), kollega({ roller: ['boendesamordnare'] })], allt],
  ])('%s', (_, records, expected) => {
    expect(slag(records)).toEqual(expected);
    expect(slag(records, anvandare.handlaggare)).toEqual([]);
  });

  const insats = stored('insats', uuid(81), katalogScope, {
    ...{ kod: 'DV', namn: 'Daglig verksamhet', lagrum: 'LSS', ordning: 1, aktiv: true, utredningstyper: ['LSS Utredning'] },
    bifall: { kod: 'DV_BIFALL', namn: 'Daglig verksamhet Bifall', insatskategori: 'DV', personkrets: 'aldrig', utskrift: true },
    bestallning: { utforare: [{ utforareId: ids.barnUngdom1, insatser: [{ namn: 'DV' }] }] },
  });
  const beslut = (id: string, over: Partial<RecordData<'beslut'>> = {}) =>
    stored('beslut', id, aktScope(anna), {
      ...{ utredningId: utredning, insatsId: uuid(81), beslutskod: 'DV_BIFALL', beslutsnamn: 'Daglig verksamhet Bifall' },
      ...{ utfall: 'bifall', insatskategori: 'DV', beslutsdatum: '2026-11-02', giltigFran: '2026-12-01', ...over },
    });
  const utredningar = (ansvarigHandlaggareId: string) => [
    insats,
    personRecord(anna),
    utredningRecord(anna, utredning, { ansvarigHandlaggareId, slutdatum: '2026-11-02' }),
    kollega({ aktiv: false }),
  ];
  const rader = (records: ReturnType<typeof stored>[]) => lista(records, chefen).utanAnsvarig.map(({ slag, id }) => [slag, id]);

  test('FORB-31 of bifall without an order only those that are to have one', () => {
    const aldrigPaborjad = { ...signeradAv(), at: '2026-11-10T08:00:00.000Z' };
    const serie = { slag: 'serie' as const, id: uuid(490) };
    const records = [
      ...utredningar(ids.kollega),
      beslut(uuid(411)),
      beslut(uuid(412), { aldrigPaborjad }),
      beslut(uuid(413), { insatsId: uuid(89), beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS' }),
      beslut(uuid(414), { koppling: serie, giltigFran: '2026-01-01', giltigTom: '2026-01-31' }),
    ];
    expect(rader(records)).toEqual([['beslut', uuid(411)]]);
  });

  test('FRAGA-34 an unconfirmed order whose sender and handläggare both cannot; else it is on the list of the one who can', () => {
    const order = stored('bestallning', uuid(421), aktScope(anna), {
      ...{ beslutId: uuid(411), bestalltDatum: '2026-11-03', gallerFran: '2026-12-01', utforareId: ids.barnUngdom1 },
      ...{ insatser: ['DV'], bestallare: signeradAv(ids.kollega) },
    });
    const hos = (ansvarig: string) => [...utredningar(ansvarig), beslut(uuid(411)), order];
    expect(rader(hos(ids.kollega))).toEqual([['bestallning', uuid(421)]]);
    expect(rader(hos(ids.handlaggare))).toEqual([]);
    const given = new Map([...katalogRecords, ...hos(ids.handlaggare)].map((one) => [one.id, one]));
    const clock = { now: () => new Date('2026-11-20T09:00:00.000Z') };
    const hennes = servicesOn({ records: [...given.values()], actor: anvandare.handlaggare, clock }).call['mina.bestallningar']({});
    expect(hennes.ejBekraftade.map(({ bestallningId }) => bestallningId)).toEqual([uuid(421)]);
  });

  test('VERK-01 an LSS Insatser whose function nobody holds who reads the akt', () => {
    const lss = (id: string, over: object, personId = anna) =>
      verkstallighetRecord(personId, id, { insatskategori: 'LSS Insatser', utforareId: ids.funktion3, lssInsatser: true, ...over });
    const records = [
      personRecord(anna),
      personRecord(bo, { skydd: 'skyddadFolkbokforing' }),
      stored('utforare', ingensFunktion, katalogScope, { namn: 'LSS-handläggare 9', slag: 'handlaggarfunktion' }),
      lss(uuid(431), {}),
      lss(uuid(432), { utforareId: ingensFunktion }),
      lss(uuid(433), { utforareId: ingensFunktion, slutdatum: '2026-11-01' }),
      lss(uuid(434), {}, bo),
    ];
    const utanRatt = ({ id, ...data }: Actor) => stored('anvandare', id, katalogScope, { ...data, skyddadBehorighet: false });
    expect(rader(records)).toEqual([['verkstallighet', uuid(432)]]);
    const alla = [...records, utanRatt(anvandare.handlaggare), utanRatt(anvandare.kollega)];
    expect(rader(alla)).toEqual([
      ['verkstallighet', uuid(432)],
      ['verkstallighet', uuid(434)],
    ]);
  });
});

test('FRAGA-62 unusual questions to the register are told until they have been seen, the oldest first', () => {
  const camilla: Actor = { ...anvandare.handlaggare, roller: ['systemforvaltare'] };
  const notis = (n: number, over: object = {}, agare = camilla.id) =>
    stored('kirNotis', `kirNotis:${n}`, anvandarScope(agare), {
      ...{ anvandareId: ids.kollega, namn: 'Dahl, Örjan', at: `2026-11-1${n}T09:00:00.000Z`, minut: 31, dygn: 120 },
      ...over,
    });
  const { kirNotiser } = lista([notis(2), notis(1), notis(3, { kvitterad: signeradAv() }), notis(4, {}, ids.kollega)], camilla);
  expect(kirNotiser).toEqual(
    [1, 2].map((n) => ({ notisId: `kirNotis:${n}`, namn: 'Dahl, Örjan', at: `2026-11-1${n}T09:00:00.000Z`, minut: 31, dygn: 120 })),
  );
});
