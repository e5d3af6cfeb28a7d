import { expect, it } from 'vitest';
import type { Godkannande } from '../../../shared/domain/etjanst/records.ts';
import { godkannande, ombudet } from '../../../shared/domain/testing/etjanst.ts';
import { akt, testAkt } from '../../../shared/domain/testing/state.ts';
import { type Godkannandeunderlag, godkannandefel, godkannandevarden } from './etjanstformular.ts';

const person = testAkt().find(({ id }) => id === akt.person);
const underlag = {
  ...{ person: person?.data, kontakter: [ombudet()], samtycken: [], andra: [], enheter: ['lss'] },
  ...{ slag: ['Ombud i e-tjänsten'], idag: '2026-11-20' },
} as unknown as Godkannandeunderlag;

it('FORB-65 an approval that stands, whose samtycke does not hold any more, says so at whom it is of: the fields of a samtycke are not there', () => {
  const { id, data } = godkannande(1);
  const varden = godkannandevarden({ id, data: data as Godkannande }, '2026-11-20', 'Karin Ek');
  const fel = godkannandefel(varden, underlag);
  expect(fel.map(({ falt }) => falt)).toEqual(['kontaktId']);
  expect(fel[0]?.text).toMatch(/samtycke/i);
});
