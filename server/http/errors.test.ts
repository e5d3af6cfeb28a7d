import { expect, it } from 'vitest';
import { withoutPersonalData } from './errors.ts';

it('logs of an error where and what kind, never what it quotes', () => {
  const error = Object.assign(new Error('duplicate key: 199904122380'), {
    code: '23505',
    constraint: 'record_pkey',
    detail: 'Key (data)=(Märta Åkesson) already exists.',
    where: 'PL/pgSQL … 199904122380',
  });
  const logged = JSON.stringify(withoutPersonalData(error));
  expect(logged).toContain('record_pkey');
  expect(logged).toContain('errors.test.ts');
  expect(logged).not.toMatch(/199904122380|Märta/);
});
