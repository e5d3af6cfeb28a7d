import { expect, test } from 'vitest';
import { utanNamngivna } from './utan-namngivna.ts';

const nummer = new Set(['189001019802']);
const greta = { namn: 'Greta', personnummer: '189001019802' };
const sten = { namn: 'Sten', personnummer: '189001029819' };

test.each<[string, unknown, unknown]>([
  [
    'in a list',
    {
      medlemmar: [
        { id: 1, data: greta },
        { id: 2, data: sten },
      ],
    },
    { medlemmar: [{ id: 2, data: sten }] },
  ],
  ['in a field', { personId: 1, person: { ...greta, adress: 'Hos Sten' }, mor: { barn: sten } }, { personId: 1, mor: { barn: sten } }],
  ['written with a hyphen', [{ ...greta, personnummer: '18900101-9802' }, sten], [sten]],
  ['written without the century', { post: { relationer: [{ ...greta, personnummer: '900101-9802' }] } }, { post: { relationer: [] } }],
  ['nowhere', { text: 'Ringde', lista: [1, null, sten] }, { text: 'Ringde', lista: [1, null, sten] }],
])('FRAGA-62 who may not be known of is left out: %s', (_, varde, utan) => {
  expect(utanNamngivna(varde, nummer)).toEqual(utan);
});
