import { expect, test } from 'vitest';
import { compareSwedish } from './compare.ts';

test('names sort as in a Swedish telephone book: å, ä, ö last', () => {
  const names = ['Öberg', 'Ärlig', 'Åkesson', 'Zetterlund', 'Andersson', 'akesson'];
  expect([...names].sort(compareSwedish)).toEqual(['akesson', 'Andersson', 'Zetterlund', 'Åkesson', 'Ärlig', 'Öberg']);
});

test('ROLL-04 LSS-handläggare 2 comes before LSS-handläggare 10', () => {
  const functions = ['LSS-handläggare 10', 'LSS-handläggare 2', 'LSS-handläggare 1'];
  expect(functions.sort(compareSwedish)).toEqual(['LSS-handläggare 1', 'LSS-handläggare 2', 'LSS-handläggare 10']);
});
