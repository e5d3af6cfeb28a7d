import { describe, expect, it } from 'vitest';
import type { Anteckning } from '../../shared/domain/anteckning/records.ts';
import { type RecordData, recordSchemas, recordTypes } from '../../shared/domain/records.ts';
import { systemaktorId } from '../../shared/domain/systemaktor.ts';
import { generateRecords } from './generate.ts';
import { all, records, today } from './testing/demo-kommun.ts';

describe('the demo municipality as a whole', () => {
  it('is the same from the same seed and day, and another from another seed', () => {
    const lines = (seed: number): string =>
      [...generateRecords({ persons: 60, seed, today })].map((record) => JSON.stringify(record)).join('\n');
    expect(lines(7)).toBe(lines(7));
    expect(lines(8)).not.toBe(lines(7));
  });

  it('moves with the day: everything keeps its distance from today', () => {
    const later = [...generateRecords({ persons: 20, seed: 1, today: '2031-01-15' })];
    const open = later.filter(({ type, data }) => type === 'utredning' && !(data as RecordData<'utredning'>).slutdatum);
    expect(open.length).toBeGreaterThan(5);
    for (const { data } of open) expect((data as RecordData<'utredning'>).inkomDatum >= '2030-07-01').toBe(true);
  });

  it('holds only records that their schemas accept, unchanged', () => {
    for (const { type, data } of records) expect(recordSchemas[type].parse(data)).toEqual(data);
  });

  it('has every id once, and every scope in one piece: katalog, users, akter', () => {
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    const scopes = records.map(({ scope }) => scope).filter((scope, index, list) => scope !== list[index - 1]);
    expect(new Set(scopes).size).toBe(scopes.length);
    expect(scopes.map((scope) => scope.split(':')[0]).filter((kind, index, list) => kind !== list[index - 1])).toEqual([
      'katalog',
      'anvandare',
      'eansokan',
      'meddelande',
      'akt',
    ]);
  });

  it('has every kind of record but documents, whose bytes it lacks, what a user puts off, the choice at a conflict, what was delivered, what a night came to, the notice of many questions and how it is with a message', () => {
    const kinds = new Set(records.map(({ type }) => type));
    expect(recordTypes.filter((type) => !kinds.has(type))).toEqual([
      'fristskjutning',
      'dokument',
      'konfliktval',
      'statistikleverans',
      'nattrapport',
      'kirNotis',
      'brevlage',
      'meddelandeinstallning',
    ]);
    expect(all('person')).toHaveLength(500);
    expect(records.length / 500).toBeGreaterThan(14);
    expect(records.length / 500).toBeLessThan(24);
  });

  it('refers to nothing that is not there', () => {
    // What the night did is the server's own.
    const ids = new Set([...records.map(({ id }) => id), systemaktorId]);
    const missing: string[] = [];
    for (const { type, data } of records) {
      for (const [key, value] of Object.entries(data as Record<string, unknown>)) {
        // A grupp is what one form registered together: no record.
        if (key.endsWith('Id') && key !== 'gruppId' && key !== 'aktiveringId' && typeof value === 'string' && !ids.has(value))
          missing.push(`${type}.${key}`);
      }
      if (type === 'anteckning' && !ids.has((data as Anteckning).dokumentation.id)) missing.push('anteckning.dokumentation');
    }
    expect(missing).toEqual([]);
  });

  it('has no day after today where something has happened', () => {
    const instants = JSON.stringify(all('anteckning')).match(/"at":"[^"]{10}/g) ?? [];
    expect(instants.length).toBeGreaterThan(1000);
    expect(instants.filter((at) => at.slice(6) >= today)).toEqual([]);
    expect(all('beslut').filter(({ data }) => data.beslutsdatum > today)).toEqual([]);
    for (const { data } of [...all('utredning'), ...all('verkstallighet')])
      expect((data.slutdatum ?? data.startdatum) >= data.startdatum).toBe(true);
  });
});
