import { expect, test } from 'vitest';
import type { Change } from '../command.ts';
import { handelserOf } from './handelse.ts';

const context = { now: '2026-11-20T08:00:00.000Z', actor: { id: 'a', namn: 'Anna Ek' } } as never;
const made = (change: unknown, before?: unknown) => handelserOf('x', [change as Change], { get: () => before as never }, context);
const rev = '018f0000-0000-7000-8000-000000000001';

test.each([
  [
    'kontakt',
    { typ: 'anhorig', namn: 'Per Ek', telefon: '070', epost: 'p@e.se', adress: 'Hemliga gatan 1', anteckning: 'Bor gömd', rev },
    'anhorig',
  ],
  ['hushallsmedlem', { namn: 'Per Ek', personnummer: '199904122380', relation: 'Mor', vardnadshavare: true, registerledare: false }, 'Mor'],
])('FRAGA-62 the history of a %s says what was changed, not who they are or what is written of them', (type, data, said) => {
  for (const [change, before] of [
    [{ op: 'put', type, id: 'k', data }, undefined],
    [{ op: 'put', type, id: 'k', data: { ...data, namn: 'Pia Ek' } }, data],
    [{ op: 'delete', type, id: 'k' }, data],
  ]) {
    const text = JSON.stringify(made(change, before));
    expect(text).not.toMatch(/Per Ek|Pia Ek|19990412|070|p@e|Hemliga|gömd/);
    expect(text).toContain('"falt":"namn"');
  }
  expect(JSON.stringify(made({ op: 'put', type, id: 'k', data }))).toContain(said);
});
