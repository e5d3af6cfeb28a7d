import { describe, expect, test } from 'vitest';
import { insatserFor, paretFor } from '../katalog/uppslag.ts';
import { chefen, egen, fattat, nyttBeslut, testAktualisering, today, underlag, utskottet } from '../testing/beslut.ts';
import { kat } from '../testing/katalog.ts';
import { akt, stateOf, type TestRecord, testAkt, testId } from '../testing/state.ts';
import { utredningAvslutas } from './avslutas.ts';
import { beslutFakta } from './fakta.ts';
import { delavslag, forvaltBeslut, stodfamiljspar } from './forval.ts';
import type { BeslutInput } from './input.ts';
import { behoverLssInsatser } from './lss-insatser.ts';

function faktaAv(...mer: TestRecord[]) {
  const fakta = beslutFakta(stateOf(underlag(...mer)), akt.person, akt.utredning);
  if (!fakta) throw new Error('no utredning');
  return fakta;
}
const i = kat.insats;
const forval = (insatsId: string, utfall: BeslutInput['utfall'] = 'bifall', over: object = {}, mer: TestRecord[] = []) =>
  forvaltBeslut(faktaAv(...mer), { insatsId, utfall, ...over }, kat.handlaggare, today);
const medKrets = (): TestRecord => ({ type: 'personkrets', id: testId(60), data: { enhet: 'lss', personkrets: '2' } });

describe('FORB-23 insatskategori and name follow from insats and outcome', () => {
  test.each([
    ['BESLUT-PA-01 BESLUT-PA-02 bifall', i.assistans, 'bifall', 'Personlig ass LSS', 'LSS Personlig assistent Bifall'],
    ['BESLUT-GEN-02 BESLUT-PA-03 avslag', i.assistans, 'avslag', 'LSS Insatser', 'LSS Personlig assistent Avslag'],
    ['BESLUT-BV-01 BESLUT-BV-02 bostad vuxna', i.bostadVuxna, 'bifall', 'Boende-insatser LSS', 'LSS Bostad vuxna Bifall'],
    ['FRAGA-16 BESLUT-KORT-03 avslag of stödfamilj', i.stodfamilj, 'avslag', 'LSS Insatser', 'LSS Korttidsvistelse Avslag'],
  ] as const)('%s', (_, insatsId, utfall, insatskategori, beslutsnamn) => {
    expect(forval(insatsId, utfall)).toMatchObject({ insatskategori, beslutsnamn });
  });

  test('LASS has no avslag, and what the catalogue lacks has no presets', () => {
    expect(forval(i.lass, 'avslag')).toBeUndefined();
    expect(forval(akt.person)).toBeUndefined();
  });
});

describe('what the form shows and presets', () => {
  test('FORB-20 BESLUT-PA-08 BESLUT-PA-09 BESLUT-REK-05 the unit of the hours is the catalogue’s; kontaktperson and every avslag have none', () => {
    expect(
      [forval(i.assistans), forval(i.utokning), forval(i.kontaktperson), forval(i.assistans, 'avslag')].map((val) => val?.timenhet),
    ).toEqual(['Månad', 'År', undefined, undefined]);
  });

  test('BESLUT-KORT-05 nivå 1 to 3; BESLUT-PA-05 a series; BESLUT-DV-04 a bedömning; BESLUT-KORT-06 not printed', () => {
    expect(forval(i.korttidsvistelse)?.nivaer).toEqual(['1', '2', '3']);
    expect(forval(i.korttidsvistelse, 'avslag')?.nivaer).toBeUndefined();
    expect([forval(i.utokning)?.serie, forval(i.utokning, 'avslag')?.serie]).toEqual([true, false]);
    expect(forval(i.dagligVerksamhet)?.instrumentId).toBe(kat.instrument);
    expect([forval(i.stodfamilj)?.utskrift, forval(i.korttidsvistelse)?.utskrift]).toEqual([false, true]);
  });

  test('BESLUT-GEN-04 FRAGA-23 FORB-25 personkrets: required of a kund who has none, else preset; never under SoL; always for LASS', () => {
    expect(forval(i.kontaktperson)?.personkrets).toEqual({ anvands: true, kravs: true });
    expect(forval(i.kontaktperson, 'avslag')?.personkrets.kravs).toBe(true);
    expect(forval(i.kontaktperson, 'bifall', {}, [medKrets()])?.personkrets).toEqual({ anvands: true, kravs: false, forval: '2' });
    expect(forval(i.lass, 'bifall', {}, [medKrets()])?.personkrets).toEqual({ anvands: true, kravs: true, forval: '2' });
    expect(forval(i.trygghetslarm)?.personkrets).toEqual({ anvands: false, kravs: false });
  });

  test('BESLUT-GEN-03 organisation and date of today; DELEG-01 to DELEG-03 beslutsfattare', () => {
    expect(forval(i.kontaktperson)).toMatchObject({ organisationId: kat.organisation, beslutsdatum: today, beslutsfattare: egen });
    expect(forval(i.bostadVuxna)?.beslutsfattare).toEqual(chefen);
    expect(forval(i.assistans, 'bifall', { omfattning: { minuter: 186 * 60, enhet: 'Månad' } })?.beslutsfattare).toEqual(utskottet);
    // Nobody is proposed where it could be more than one.
    expect(
      forvaltBeslut(faktaAv(), { insatsId: i.kontaktperson, utfall: 'bifall' }, kat.systemforvaltare, today)?.beslutsfattare,
    ).toBeUndefined();
  });

  test('FRAGA-10 a free name where the catalogue leaves it open; FORB-30 LASS and closed insatser are not offered', () => {
    expect(forval(i.fri)?.friBenamning).toBe(true);
    const offered = insatserFor(faktaAv().insatser, 'LSS Utredning').map(({ id }) => id);
    expect(offered).toContain(i.assistans);
    for (const hidden of [i.lass, i.nedlagd, i.trygghetslarm, i.fri]) expect(offered).not.toContain(hidden);
  });
});

describe('linked beslut are made together', () => {
  const korttid = nyttBeslut(1, { insatsId: i.stodfamilj, niva: '2', giltigTom: '2027-05-31' });
  const ny = { id: nyttBeslut(2).id, rev: nyttBeslut(2).rev };

  test('FORB-28 BESLUT-KORT-04 the pair of a stödfamilj shares nivå and dates', () => {
    const par = paretFor(faktaAv().insatser, i.stodfamilj);
    expect(par?.id).toBe(i.korttidsvistelse);
    expect(paretFor(faktaAv().insatser, i.korttidsvistelse)).toBeUndefined();
    const [a, b] = stodfamiljspar(korttid, par ?? { id: '', data: {} as never }, ny, akt.person);
    expect([a.insatsId, b.insatsId]).toEqual([i.korttidsvistelse, i.stodfamilj]);
    expect([a.niva, a.giltigTom, a.koppling]).toEqual([b.niva, b.giltigTom, b.koppling]);
    expect(a.id).not.toBe(b.id);
  });

  test('FORB-26 BESLUT-GEN-06 a delavslag is the bifall and an avslag without hours or nivå', () => {
    const assistans = nyttBeslut(1, { insatsId: i.assistans, omfattning: { minuter: 600, enhet: 'Månad' } });
    const [bifall, avslag] = delavslag(assistans, ny, akt.person);
    expect(bifall).toEqual({ ...assistans, koppling: { slag: 'delavslag', id: akt.person } });
    expect(avslag).toMatchObject({ ...ny, insatsId: i.assistans, utfall: 'avslag', koppling: bifall.koppling });
    expect([avslag.omfattning, avslag.niva, avslag.giltigTom]).toEqual([undefined, undefined, undefined]);
    const serie = { slag: 'serie' as const, id: akt.utredning };
    expect(delavslag({ ...assistans, koppling: serie }, ny, akt.person)[1].koppling).toEqual(serie);
  });
});

describe('BESLUT-GEN-05 FORB-22 Utredning avslutas follows what remains', () => {
  const bada = [testAktualisering(1, { insatsId: i.kontaktperson }), testAktualisering(2, { insatsId: i.assistans })];
  test.each([
    ['nothing was applied for', [], [nyttBeslut(1)], []],
    ['the only one is decided', bada.slice(0, 1), [nyttBeslut(1)], []],
    ['one of two is decided', bada, [nyttBeslut(1)], [2]],
    ['the other was decided before', [...bada, fattat(9, { insatsId: i.assistans })], [nyttBeslut(1)], []],
    ['the other one’s beslut is felmarkerat', [...bada, fattat(9, { insatsId: i.assistans, felmarkerad: true })], [nyttBeslut(1)], [2]],
    ['both now', bada, [nyttBeslut(1), nyttBeslut(2, { insatsId: i.assistans })], []],
    [
      'an aktualisering of another utredning',
      [testAktualisering(1, { insatsId: i.assistans, utredningId: akt.person })],
      [nyttBeslut(1)],
      [],
    ],
    ['an omprövning asks for some beslut', [testAktualisering(1, { slag: 'omprovning' })], [], [1]],
    ['an omprövning is decided by any', [testAktualisering(1, { slag: 'omprovning' })], [nyttBeslut(1)], []],
    [
      'FRAGA-16 a stödfamilj refused as korttidsvistelse',
      [testAktualisering(1, { insatsId: i.stodfamilj })],
      [nyttBeslut(1, { insatsId: i.korttidsvistelse, utfall: 'avslag' })],
      [],
    ],
    ['no insats is chosen yet', bada.slice(0, 1), [{}], [1]],
  ])('%s', (_, mer, nya, kvar) => {
    const svar = utredningAvslutas(faktaAv(...mer), nya);
    expect([svar.forval, svar.kvar.map(({ id }) => Number(id.slice(-1)))]).toEqual([kvar.length === 0, kvar]);
  });
});

describe('FORB-27 BESLUT-GEN-08 LSS Insatser', () => {
  const stangd = (slutdatum?: string): TestRecord => {
    const v = testAkt().find(({ id }) => id === akt.lssInsatser);
    if (v?.type !== 'verkstallighet') throw new Error('no LSS Insatser');
    return { ...v, data: { ...v.data, ...(slutdatum ? { slutdatum } : {}) } };
  };
  test.each([
    ['a bifall of LSS, and one is open', [nyttBeslut(1)], undefined, true, true],
    ['FRAGA-08 it ends today', [nyttBeslut(1)], today, true, true],
    ['it ended yesterday', [nyttBeslut(1)], '2026-11-19', true, false],
    ['an avslag', [nyttBeslut(1, { utfall: 'avslag' })], undefined, false, true],
    ['a bifall of SoL', [nyttBeslut(1, { insatsId: i.trygghetslarm })], undefined, false, true],
  ])('%s', (_, nya, slutdatum, kravs, oppen) => {
    const behov = behoverLssInsatser(faktaAv(stangd(slutdatum)), nya, today);
    expect([behov.kravs, behov.oppen?.id]).toEqual([kravs, oppen ? akt.lssInsatser : undefined]);
  });
});
