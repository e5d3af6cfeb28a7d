import { expect, test } from 'vitest';
import type { AktVy } from '../../../shared/ipc/views.ts';
import { platsFor } from './plats.ts';

const p = 'p';
const akt = {
  utredningar: [{ id: 'u' }],
  beslut: [{ id: 'b', data: { utredningId: 'u' } }],
  aktualiseringar: [
    { id: 'a1', data: { utredningId: 'u' } },
    { id: 'a2', data: {} },
  ],
  bedomningar: [{ id: 'd', data: { utredningId: 'u' } }],
} as unknown as AktVy;
const yta = (one: object) => ({ slag: 'yta', yta: one });
const flik = (namn: string, del: object = {}) => yta({ slag: 'utredning', id: 'u', flik: namn, ...del });

test.each<[string, object | undefined]>([
  ['registrera:ny', { slag: 'registrera' }],
  ['person:p:uppgifter', yta({ slag: 'personuppgifter', del: 'person' })],
  ['hushall:p:alla', yta({ slag: 'personuppgifter', del: 'hushall' })],
  ['kontakt:p:ny', yta({ slag: 'personuppgifter', del: 'kontaktuppgifter' })],
  ['aktualisering:p:ny', yta({ slag: 'arende', flik: 'aktualisering' })],
  ['aktualisering:p:u', flik('aktualiseringar', { ny: true })],
  ['aktualisering:p:a1', flik('aktualiseringar', { aktualiseringId: 'a1' })],
  ['aktualisering:p:a2', yta({ slag: 'arende', flik: 'aktualisering', aktualiseringId: 'a2' })],
  ['inled:p:ny', yta({ slag: 'arende', flik: 'inled' })],
  ['bytHandlaggare:p:u', flik('utredning')],
  ['beslut:p:u', flik('beslut', { ny: true })],
  ['beslut:p:b', flik('beslut', { beslutId: 'b' })],
  ['bestallning:p:b', flik('bestallning', { ny: true, beslutId: 'b' })],
  ['bedomning:p:d', flik('bedomning', { bedomningId: 'd' })],
  ['bedomning:p:b', flik('bedomning', { ny: true, beslutId: 'b' })],
  ['lass:p:ny', yta({ slag: 'arende', flik: 'lass' })],
  ['avslutaArende:p:alla', yta({ slag: 'arende', flik: 'avsluta' })],
  ['verkstallighet:p:ny', { slag: 'dialog', post: 'verkstallighetOppna', id: p }],
  ['avslutaVerkstallighet:p:v', { slag: 'dialog', post: 'avslutaVerkstallighet', id: 'v' }],
  ['bekrafta:p:o', { slag: 'dialog', post: 'bekrafta', id: 'o' }],
  ['nyEfterAvbrott:p:o', { slag: 'dialog', post: 'nyEfterAvbrott', id: 'o' }],
  ['beslut:p:borta', undefined],
  ['toString:p:x', undefined],
])('FRAGA-61 the draft %s is opened in its form', (nyckel, vantat) => {
  expect(platsFor(nyckel, akt)).toEqual(vantat);
});
