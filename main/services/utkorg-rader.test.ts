import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../../shared/domain/rulebook/command-list.ts';
import { aktScope, katalogScope } from '../../shared/domain/scope.ts';
import { commandNames } from '../../shared/domain/testing/command-names.ts';
import { fristregler } from '../../shared/domain/testing/fristregler.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import { createKatalog } from './katalog.ts';
import { anteckningRecord, ids, personRecord, signeradAv, stored, utredningRecord, uuid } from './testing/records.ts';
import { testServices } from './testing/services.ts';
import { inputRader } from './utkorg-rader.ts';
import { vadOf } from './utkorg-vad.ts';

const anna = uuid(101);
const utredning = uuid(201);
let t: ReturnType<typeof testServices>;
beforeEach(() => {
  t = testServices([personRecord(anna), utredningRecord(anna, utredning)]);
});
afterEach(() => t.close());

const rader = (input: unknown) =>
  inputRader(input, t.replica, createKatalog(t.replica)).map(({ etikett, varde, niva }) => [niva, etikett, varde]);
const vad = (name: string, input: unknown) => vadOf({ name, input }, t.replica, createKatalog(t.replica));

const fatta = {
  personId: anna,
  utredningId: utredning,
  beslut: [
    {
      id: uuid(401),
      insatsId: uuid(999),
      benamning: 'Ledsagarservice',
      utfall: 'bifall',
      beslutsdatum: '2026-11-20',
      giltigFran: '2026-12-01',
      beslutsfattare: { slag: 'handlaggare', anvandareId: ids.handlaggare, namn: 'Berg, Åsa' },
      organisationId: ids.lss,
      omfattning: { minuter: 1230, enhet: 'Månad' },
      rev: uuid(900),
    },
    { id: uuid(402), utfall: 'avslag', beslutsdatum: '2026-11-20', giltigFran: '2026-11-20' },
  ],
  lssInsatser: { slag: 'avsta', skal: 'Öppnas av kollegan' },
  avslutaUtredning: true,
};

test('FRAGA-61 a beslut is read whole: names for ids, words for codes, hours as hours, nothing of the bookkeeping', () => {
  expect(rader(fatta)).toEqual([
    [0, 'Utredning', 'LSS Utredning 260601-'],
    [0, 'Beslut 1', ''],
    [1, 'Benämning', 'Ledsagarservice'],
    [1, 'Utfall', 'Bifall'],
    [1, 'Beslutsdatum', '2026-11-20'],
    [1, 'Gäller fr.o.m.', '2026-12-01'],
    [1, 'Beslutsfattare', ''],
    [2, 'Slag', 'Handläggare'],
    [2, 'Person', 'Berg, Åsa'],
    [2, 'Namn', 'Berg, Åsa'],
    [1, 'Organisation', 'LSS Myndighet'],
    [1, 'Omfattning', '20 tim 30 min per månad'],
    [0, 'Beslut 2', ''],
    [1, 'Utfall', 'Avslag'],
    [1, 'Beslutsdatum', '2026-11-20'],
    [1, 'Gäller fr.o.m.', '2026-11-20'],
    [0, 'LSS Insatser', ''],
    [1, 'Slag', 'Öppnas inte'],
    [1, 'Skäl', 'Öppnas av kollegan'],
    [0, 'Utredning avslutas', 'Ja'],
  ]);
});

test('FRAGA-61 what a report to IVO is of is said in words, not by the key that is made of ids', () => {
  const [beslutId, orderId] = [uuid(410), uuid(411)];
  const rapport = { beslutId, kvartal: '2027-1', lage: 'ejVerkstallt', fran: '2027-01-11', dag: '2027-04-05' };
  const om = (tid: string) => rader({ ...rapport, tid }).filter(([, etikett]) => etikett === 'Räknas från');
  expect(om(`${beslutId}/avbrott/${orderId}`)).toEqual([[0, 'Räknas från', 'Avbrott']]);
  expect(om(`${beslutId}/beslut`)).toEqual([[0, 'Räknas från', 'Beslut']]);
  expect(om(`${beslutId}/avbrott/2027-01-11`)).toEqual([[0, 'Räknas från', 'Avbrott 2027-01-11']]);
});

test('FRAGA-61 texts and lists stand in full; a field of another version keeps its own name; what is empty is left out', () => {
  expect(
    rader({
      beslutstext: { text: fromPlainText('Du beviljas\nbiträde.') },
      insatser: ['A', 'B'],
      framtid: 'x',
      tom: '',
      inget: null,
      kopior: [{ rev: uuid(1) }],
    }),
  ).toEqual([
    [0, 'Beslut, text', ''],
    [1, 'Text', expect.stringMatching(/^Du beviljas\s+biträde\.$/)],
    [0, 'Insatser', 'A, B'],
    [0, 'framtid', 'x'],
  ]);
  for (const input of [null, 'text', 7, [], { constructor: 'toString' }]) expect(rader(input).length).toBeLessThan(2);
});

test.each<[string, unknown, string]>([
  ['person.registrera', { person: { efternamn: 'Ek', fornamn: 'Bo' } }, 'Kund registrerad, Ek, Bo'],
  [
    'aktualisering.registrera',
    { datum: '2026-11-20', aktualiseringar: [{ typ: 'A' }, { typ: 'B' }] },
    'Aktualisering registrerad, A, B 261120',
  ],
  ['utredning.inled', { typ: 'LSS Utredning', inledningsdatum: '2026-11-20' }, 'Utredning inledd, LSS Utredning 261120'],
  ['beslut.fatta', fatta, 'Beslut fattat, Ledsagarservice bifall 261120, avslag 261120'],
  ['bestallning.skicka', { insatser: ['DV'], utforareId: ids.barnUngdom1 }, 'Beställning skickad, DV till Lss, Barn/Ungdom 1'],
  ['verkstallighet.oppna', { insatskategori: 'LSS Insatser', startdatum: '2026-11-20' }, 'Verkställighet öppnad, LSS Insatser 261120'],
  ['utredning.bytHandlaggare', { utredningId: utredning }, 'Byte av handläggare, LSS Utredning 260601-'],
  ['arende.avsluta', { datum: '2026-11-20' }, 'Ärendet avslutat'],
  ['kundlista.laggTill', { personId: anna }, 'Kundlista, tillagd'],
])('FRAGA-61 the receipt of %s', (name, input, words) => {
  expect(vad(name, input)).toBe(words);
});

test('FRAGA-61 a frist that is put off says which rule and what it is about, also once its row is gone', () => {
  const not = uuid(211);
  const skjutning = {
    enhet: 'lss',
    nyckel: `utredning-tyst/${utredning}`,
    namn: 'Tyst utredning',
    datum: '2026-11-20',
    till: '2026-12-01',
  };
  t.close();
  t = testServices([
    ...[personRecord(anna), utredningRecord(anna, utredning)],
    ...fristregler().map(({ type, id, data }) => stored(type, id, katalogScope, data)),
    anteckningRecord(anna, not, { dokumentation: { slag: 'utredning', id: utredning } }),
    stored('fristskjutning', uuid(901), aktScope(anna), { ...skjutning, skal: 'Väntar', av: signeradAv(), rev: uuid(902) }),
  ]);
  const regel = (kod: string) => fristregler().find(({ data }) => 'kod' in data && data.kod === kod)?.data as { namn: string };
  const skjut = (nyckel: string) => vad('frist.skjutUpp', { nyckel, datum: '2026-11-20', till: '2026-12-01' });
  expect(skjut(`utredning-tyst/${utredning}`)).toBe(
    `Frist uppskjuten, ${regel('utredning-tyst').namn}, LSS Utredning 260601-, 261120 till 261201`,
  );
  expect(skjut(`osignerad-anteckning/${not}`)).toMatch(/^Frist uppskjuten, .*, .* \d{6}.*, 261120 till 261201$/);
  expect(skjut('okand/x')).toBe('Frist uppskjuten, 261120 till 261201');
  expect(vad('frist.visaIgen', { skjutningId: uuid(901) })).toBe(
    'Uppskjuten frist visad igen, LSS Utredning 260601-, Tyst utredning till 2026-12-01',
  );
});

test('FRAGA-61 every command has a receipt in words, also when its input is of another version', () => {
  for (const name of commandNames) {
    expect(vad(name, {}), name).toMatch(/^[A-ZÅÄÖ]/);
  }
});

type Schema = {
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  additionalProperties?: Schema | boolean;
};
/** A field that a command's input has, at any depth, and what may stand in it. */
type Falt = { falt: string; varde: unknown };

/** What stands in a text that is a code of the catalogue, and what the catalogue calls it. */
const koder: Record<string, [kod: string, namn: string]> = {
  enhet: ['bistand', 'Biståndsenheten'],
  enheter: ['bistand', 'Biståndsenheten'],
  tillEnhet: ['bistand', 'Biståndsenheten'],
  rubrikKod: ['BAKGRUND', 'Bakgrund'],
  kod: ['ATA', 'Äta och dricka'],
};

function falten(falt: string, schema: Schema): Falt[] {
  const enkla = [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const])];
  if (enkla.length > 0) return enkla.map((varde) => ({ falt, varde }));
  const grenar = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((gren) => falten(falt, gren));
  const inne = Object.entries(schema.properties ?? {}).flatMap(([nyckel, del]) => falten(nyckel, del));
  const fler = [schema.items, schema.additionalProperties].flatMap((del) => (typeof del === 'object' ? falten(falt, del) : []));
  const eget =
    schema.type === 'string'
      ? [
          schema.format === 'date-time'
            ? '2026-11-20T08:12:44.123Z'
            : schema.format === 'uuid'
              ? uuid(201)
              : (koder[falt]?.[0] ?? '2026-11-20'),
        ]
      : schema.type === 'boolean'
        ? [true]
        : [];
  return [...eget.map((varde) => ({ falt, varde })), ...grenar, ...inne, ...fler];
}

describe('FRAGA-61 whatever a command holds is shown in words', () => {
  beforeEach(() => {
    t.apply([
      stored('vardelista', uuid(971), katalogScope, { lista: 'enhet', varden: [{ namn: 'Biståndsenheten', kod: 'bistand' }] }),
      stored('instrument', uuid(972), katalogScope, {
        namn: 'Instrument',
        funktioner: [
          {
            kod: 'ATA',
            namn: 'Äta och dricka',
            nivaer: [
              { niva: '0', poang: 0 },
              { niva: '1', poang: 1 },
            ],
          },
        ],
      }),
    ]);
  });

  test.each(Object.values(commands).map(({ name, input }) => [name, input] as const))(
    '%s: each field by its label, no code, no ISO time',
    (_, input) => {
      const schema = z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' }) as Schema;
      for (const { falt, varde } of falten('', schema)) {
        for (const [, etikett, text] of rader({ [falt]: varde })) {
          const plats = `${falt}: ${JSON.stringify(varde)}`;
          expect(etikett, plats).toMatch(/^[A-ZÅÄÖ]/);
          expect(etikett, plats).not.toBe(falt);
          expect(text, plats).not.toMatch(/\dT\d|\dZ$/);
          // A code begins with a small letter; what the municipality calls something does not.
          expect(text, plats).toMatch(/^[A-ZÅÄÖ\d]/);
          if (typeof varde === 'string' && varde === koder[falt]?.[0]) expect(text, plats).toBe(koder[falt]?.[1]);
        }
      }
    },
  );

  test('a refused registration, as it is read in Att åtgärda', () => {
    expect(
      rader({
        personId: anna,
        person: {
          personnummer: '199904122380',
          efternamn: 'Ek',
          fornamn: 'Bo',
          skydd: 'sekretessmarkering',
          tidigareNummer: ['199904122398'],
        },
        enhet: 'bistand',
        kir: { status: 'ejKontrollerad', at: '2026-11-20T08:12:44.123Z' },
        rev: uuid(900),
      }),
    ).toEqual([
      [0, 'Person', ''],
      [1, 'Personnummer', '19990412-2380'],
      [1, 'Efternamn', 'Ek'],
      [1, 'Förnamn', 'Bo'],
      [1, 'Skyddade uppgifter', 'Sekretessmarkering'],
      [1, 'Tidigare nummer', '19990412-2398'],
      [0, 'Enhet', 'Biståndsenheten'],
      [0, 'Folkbokföringen', ''],
      [1, 'Status', 'Inte kontrollerad'],
      [1, 'Tid', '2026-11-20 09:12'],
    ]);
  });

  test('of a unit that the catalogue has not, its code is all there is', () => {
    expect(rader({ enhet: 'nedlagd' })).toEqual([[0, 'Enhet', 'nedlagd']]);
  });
});
