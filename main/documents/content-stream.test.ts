import { expect, test } from 'vitest';
import { operations } from './content-stream.ts';

const read = (content: string) => [...operations(content)].map(({ operator, operands }) => [operator, ...operands]);

test('operators with their operands', () => {
  expect(read('q 1 0 0 -1 26.9 .5 cm /F1 11 Tf [<0041> -38.4 (a\\(b\\)\\101(c))] TJ ET')).toEqual([
    ['q'],
    ['cm', 1, 0, 0, -1, 26.9, 0.5],
    ['Tf', { name: 'F1' }, 11],
    ['TJ', [{ string: '\0A' }, -38.4, { string: 'a(b)A(c)' }]],
    ['ET'],
  ]);
});

test('properties of marked content', () => {
  expect(read('/Span << /MCID 0 /ActualText <FEFF0041> /Lang (sv) >> BDC EMC')).toEqual([
    [
      'BDC',
      { name: 'Span' },
      new Map<string, unknown>([
        ['MCID', 0],
        ['ActualText', { string: '\xfe\xff\0A' }],
        ['Lang', { string: 'sv' }],
      ]),
    ],
    ['EMC'],
  ]);
});

test.each(['[1 2', '<< /A', '(abc', '1 ]', '}'])('what it does not understand is an error: %s', (content) => {
  expect(() => read(content)).toThrow();
});
