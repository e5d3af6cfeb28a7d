import { expect, test } from 'vitest';
import { testId } from '../testing/state.ts';
import { utskicksvag, vantarPaProtokoll } from './utskick.ts';

const beslut = (slag: 'handlaggare' | 'enhetschef' | 'individutskottet', over = {}) => ({
  id: testId(1),
  data: { beslutsfattare: { slag, namn: 'N' }, ...over },
});
const skapad = { anvandareId: testId(2), namn: 'Karin Ek', at: '2026-11-20T09:00:00.000Z' };
const handling = (over: object = {}) => ({
  data: { knytsTill: { type: 'beslut' as const, id: testId(1) }, typ: 'Protokoll', skapad, ...over },
});
const fel = { ...skapad, orsak: 'Fel' };
const skickat = { skickat: { at: skapad.at, gruppId: testId(9) } };
const andra = { ...beslut('individutskottet'), id: testId(3) };

test.each([
  ['DELEG-01 a handläggare’s waits for nothing', beslut('handlaggare'), [], false],
  ['DELEG-02 an enhetschef’s waits for no protokoll', beslut('enhetschef'), [], false],
  ['DELEG-03 individutskottet’s waits for the protokoll', beslut('individutskottet'), [], true],
  ['until it is filed with it', beslut('individutskottet'), [handling()], false],
  ['not with another beslut', beslut('individutskottet'), [handling({ knytsTill: { type: 'beslut', id: testId(3) } })], true],
  ['nor another kind of document', beslut('individutskottet'), [handling({ typ: 'Brev' })], true],
  ['nor one that was filed by mistake', beslut('individutskottet'), [handling({ felmarkerad: fel })], true],
  ['nor one that was sent to a contact', beslut('individutskottet'), [handling({ mottagare: { kontaktId: testId(5) } })], true],
  [
    'nor one from before what was decided became another',
    beslut('individutskottet', { andrat: '2026-11-20T09:30:00.000Z' }),
    [handling()],
    true,
  ],
  ['but one from after it', beslut('individutskottet', { andrat: '2026-11-20T08:30:00.000Z' }), [handling()], false],
  ['FRAGA-48 a beslut that is felmarkerat waits for nothing', beslut('individutskottet', { felmarkerad: true }), [], false],
  ['nor does one that has been sent', beslut('individutskottet', { utskick: { ...skapad, ...skickat } }), [], false],
  ['one protokoll speaks for all that is one letter', [beslut('individutskottet'), andra], [handling()], false],
  ['but not where it hangs on one that is felmarkerat', [beslut('individutskottet', { felmarkerad: true }), andra], [handling()], true],
])('FORB-75 %s', (_, post, handlingar, vantar) => expect(vantarPaProtokoll([post].flat(), handlingar, ['Protokoll'])).toBe(vantar));

const dag = '2026-12-01';
const vuxen = { skydd: 'ingen' as const, fodelsedatum: '1999-04-12' };
test.each([
  ['FORB-59 by post without the e-service', vuxen, undefined, 'post'],
  ['FORB-63 what waits for the night goes when it is done', vuxen, 'vantarPaNatten', 'etjanst'],
  ['by post where the night failed', vuxen, 'misslyckades', 'post'],
  ['and where it has ended', vuxen, 'avslutad', 'post'],
  ['AUTO-01 by itself where it is active', vuxen, 'aktiv', 'etjanst'],
  ['FORB-76 never to who cannot sign in', { ...vuxen, fodelsedatum: '2009-12-31' }, 'aktiv', 'underArton'],
  ['who turns 18 that day can', { ...vuxen, fodelsedatum: '2008-12-01' }, 'aktiv', 'etjanst'],
  ['nor to who cannot by her number', { ...vuxen, personnummer: '201501012395' }, 'aktiv', 'underArton'],
  ['nor to whose age nobody has told', { skydd: 'ingen' as const }, 'aktiv', 'okandAlder'],
  ['nor to one who has died', { ...vuxen, avliden: '2026-11-01' }, 'aktiv', 'post'],
  ['FRAGA-62 nor to who is protected', { ...vuxen, skydd: 'sekretessmarkering' as const }, 'aktiv', 'skyddad'],
  ['in either way', { ...vuxen, skydd: 'skyddadFolkbokforing' as const }, 'aktiv', 'skyddad'],
] as const)('%s', (_, person, lage, vag) => expect(utskicksvag(person, lage && { lage }, dag)).toBe(vag));
