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

const dag = '2026-12-01';
const vuxen = { skydd: 'ingen' as const, personnummer: '199904122380' };
test.each([
  ['FORB-59 by post without the e-service', vuxen, undefined, 'post'],
  ['FORB-63 what waits for the night goes when it is done', vuxen, 'vantarPaNatten', 'etjanst'],
  ['by post where the night failed', vuxen, 'misslyckades', 'post'],
  ['and where it has ended', vuxen, 'avslutad', 'post'],
  ['AUTO-01 by itself where it is active', vuxen, 'aktiv', 'etjanst'],
  ['FORB-76 never to who cannot sign in', { ...vuxen, personnummer: '200912312386' }, 'aktiv', 'underArton'],
  ['who turns 18 that day can', { ...vuxen, personnummer: '200812012383' }, 'aktiv', 'etjanst'],
  ['nor to one who has died', { ...vuxen, avliden: '2026-11-01' }, 'aktiv', 'post'],
  ['FRAGA-62 nor to who is protected', { ...vuxen, skydd: 'sekretessmarkering' as const }, 'aktiv', 'skyddad'],
  ['in either way', { ...vuxen, skydd: 'skyddadFolkbokforing' as const }, 'aktiv', 'skyddad'],
] as const)('%s', (_, person, lage, vag) => expect(utskicksvag(person, lage && { lage }, dag)).toBe(vag));
