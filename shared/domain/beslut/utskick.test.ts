import { expect, test } from 'vitest';
import { testId } from '../testing/state.ts';
import { utskicksvag, vantarPaProtokoll } from './utskick.ts';

const beslut = (slag: 'handlaggare' | 'enhetschef' | 'individutskottet', over = {}) => ({
  id: testId(1),
  data: { beslutsfattare: { slag, namn: 'N' }, ...over },
});
const handling = (over: object = {}) => ({ data: { knytsTill: { type: 'beslut' as const, id: testId(1) }, typ: 'Protokoll', ...over } });
const fel = { anvandareId: testId(2), namn: 'Karin Ek', at: '2026-11-20T09:00:00.000Z', orsak: 'Fel' };

test.each([
  ['DELEG-01 a handläggare’s waits for nothing', beslut('handlaggare'), [], false],
  ['DELEG-02 an enhetschef’s waits for no protokoll', beslut('enhetschef'), [], false],
  ['DELEG-03 individutskottet’s waits for the protokoll', beslut('individutskottet'), [], true],
  ['until it is filed with it', beslut('individutskottet'), [handling()], false],
  ['not with another beslut', beslut('individutskottet'), [handling({ knytsTill: { type: 'beslut', id: testId(3) } })], true],
  ['nor another kind of document', beslut('individutskottet'), [handling({ typ: 'Brev' })], true],
  ['nor one that was filed by mistake', beslut('individutskottet'), [handling({ felmarkerad: fel })], true],
  ['FRAGA-48 a beslut that is felmarkerat waits for nothing', beslut('individutskottet', { felmarkerad: true }), [], false],
])('FORB-75 %s', (_, post, handlingar, vantar) => expect(vantarPaProtokoll(post, handlingar, ['Protokoll'])).toBe(vantar));

test('FORB-59 FRAGA-62 by post while the e-service is not active, and never by itself to who is protected', () => {
  expect(utskicksvag({ skydd: 'ingen' }, undefined)).toBe('post');
  for (const lage of ['vantarPaNatten', 'misslyckades', 'avslutad'] as const)
    expect(utskicksvag({ skydd: 'ingen' }, { lage })).toBe('post');
  expect(utskicksvag({ skydd: 'ingen' }, { lage: 'aktiv' })).toBe('etjanstFinns');
  for (const skydd of ['sekretessmarkering', 'skyddadFolkbokforing'] as const)
    expect(utskicksvag({ skydd }, { lage: 'aktiv' })).toBe('skyddad');
});
