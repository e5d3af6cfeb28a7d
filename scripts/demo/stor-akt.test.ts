import { describe, expect, it } from 'vitest';
import { anteckningHuvud } from '../../shared/domain/anteckning/records.ts';
import { type RecordData, type RecordType, recordSchemas } from '../../shared/domain/records.ts';
import { type Akt, byggTrad } from '../../shared/domain/rubriktrad/trad.ts';
import { bigAkt, generateRecords } from './generate.ts';
import { Katalog } from './katalog.ts';

const today = '2026-11-20';
const katalog = new Katalog();

function nodes(records: ReturnType<typeof bigAkt>): number {
  const posts = <T extends RecordType>(type: T) =>
    records.filter((record) => record.type === type).map(({ id, data }) => ({ id, data: data as RecordData<T> }));
  // No cast: a list that the tree comes to ask for is asked for here.
  const akt: Akt = {
    aktualiseringar: [],
    utredningar: posts('utredning'),
    beslut: [],
    bestallningar: [],
    bedomningar: [],
    bevakningar: [],
    verkstalligheter: [],
    anteckningar: posts('anteckning').map(({ id, data }) => ({ id, huvud: anteckningHuvud(data) })),
    utlamningar: [],
    mottagna: [],
    handlingar: [],
  };
  const [actor] = katalog.lssHandlaggare;
  if (!actor) throw new Error('no user');
  const namn = { utforareNamn: () => '', utforare: () => undefined, insatser: [] };
  return byggTrad(akt, { ...namn, mallar: katalog.all('rubrikmall'), enheter: [] }, actor, today, { enheter: ['lss'] }).length;
}

describe('bigAkt', () => {
  it.each([100, 2000, 2347])('has a tree of exactly %i nodes, all records valid', (count) => {
    const records = bigAkt(count, { today });
    expect(nodes(records)).toBe(count);
    for (const { type, data } of records) expect(recordSchemas[type].parse(data)).toEqual(data);
    expect(new Set(records.map(({ scope }) => scope)).size).toBe(1);
  });

  it('is the same each time, and its person is no other one of the municipality', () => {
    const akt = bigAkt(300, { today });
    expect(bigAkt(300, { today })).toEqual(akt);
    const number = JSON.stringify(akt[0]).match(/"personnummer":"(\d{12})"/)?.[1];
    expect(number).toBeDefined();
    for (const { type, data } of generateRecords({ persons: 300, seed: 1, today })) {
      if (type === 'person') expect(JSON.stringify(data)).not.toContain(number);
    }
  });

  it('says when so few nodes are no akt', () => {
    expect(() => bigAkt(10, { today })).toThrow(RangeError);
  });
});
