import { describe, expect, it } from 'vitest';
import type { AktVy } from '../../shared/ipc/views.ts';
import { ytaForUtkast } from './formularutkast.ts';

const post = (id: string, data: object) => ({ id, data, osand: false });
const akt = {
  utredningar: [post('u', {})],
  beslut: [post('b', { utredningId: 'u' })],
  bedomningar: [post('d', { utredningId: 'u' })],
  aktualiseringar: [post('a', { utredningId: 'u' }), post('e', {})],
} as unknown as AktVy;

describe('a draft of Utkorg opens its form', () => {
  it.each([
    ['person', 'uppgifter', { slag: 'personuppgifter', del: 'person' }],
    ['aktualisering', 'ny', { slag: 'arende', flik: 'aktualisering' }],
    ['aktualisering', 'u', { slag: 'utredning', id: 'u', flik: 'aktualiseringar', ny: true }],
    ['aktualisering', 'a', { slag: 'utredning', id: 'u', flik: 'aktualiseringar', aktualiseringId: 'a' }],
    ['aktualisering', 'e', { slag: 'arende', flik: 'aktualisering', aktualiseringId: 'e' }],
    ['inled', 'ny', { slag: 'arende', flik: 'inled' }],
    ['beslut', 'u', { slag: 'utredning', id: 'u', flik: 'beslut', ny: true }],
    ['beslut', 'b', { slag: 'utredning', id: 'u', flik: 'beslut', beslutId: 'b' }],
    ['bestallning', 'b', { slag: 'utredning', id: 'u', flik: 'bestallning', beslutId: 'b', ny: true }],
    ['bedomning', 'd', { slag: 'utredning', id: 'u', flik: 'bedomning', bedomningId: 'd' }],
    ['beslut', 'gone', undefined],
    ['anteckning', 'u', undefined],
  ])('%s:<person>:%s', (form, objekt, yta) => {
    expect(ytaForUtkast(form, objekt, akt)).toEqual(yta);
  });
});
