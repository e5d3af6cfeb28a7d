import { expect, test } from 'vitest';
import { recordTypes, schemaNumber, upcast } from '../../shared/domain/records.ts';
import { olderRecords } from './older-records.ts';

test.each(recordTypes)('%s: every older document becomes the one of today that is written down for it', (type) => {
  const samples = olderRecords[type] ?? [];
  expect(samples.length, 'one sample for each step of `older`').toBe(schemaNumber(type) - 1);
  for (const [index, { older, today }] of samples.entries()) expect(upcast(type, index + 1, older)).toEqual(today);
});
