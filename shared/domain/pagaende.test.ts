import { describe, expect, test } from 'vitest';
import type { Beslut } from './beslut/records.ts';
import { etikettUtredning, etikettVerkstallighet } from './etikett.ts';
import {
  boldUtredning,
  boldVerkstallighet,
  hasOngoingLass,
  isLass,
  isOngoingBeslut,
  type Statusord,
  statusUtredning,
  statusVerkstallighet,
} from './pagaende.ts';
import { testId, testVerkstallighet } from './testing/state.ts';
import type { Utredning } from './utredning/records.ts';

const today = '2026-11-20';
const beslut = (over: Partial<Beslut> = {}): Beslut => ({
  utredningId: testId(20),
  beslutskod: 'LSS_KORTTIDSVISTELSE_BIFALL',
  beslutsnamn: 'LSS Korttidsvistelse Bifall',
  utfall: 'bifall',
  insatskategori: 'Korttidsvistelse-insatser LSS',
  beslutsdatum: '2023-01-02',
  giltigFran: '2023-01-02',
  ...over,
});
const lass = (over: Partial<Beslut> = {}) => beslut({ beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS', ...over });
const utredning = (slutdatum?: string): Utredning => ({
  typ: 'LSS Utredning',
  startdatum: '2023-01-01',
  ...(slutdatum ? { slutdatum } : {}),
  inkomDatum: '2023-01-01',
  ansvarigHandlaggareId: testId(1),
  organisationId: testId(2),
});

describe('labels', () => {
  test('TRAD-02 an utredning: type, start, hyphen, end if there is one', () => {
    expect(etikettUtredning(utredning('2023-01-02'))).toBe('LSS Utredning 230101-230102');
    expect(etikettUtredning(utredning())).toBe('LSS Utredning 230101-');
  });

  test('TRAD-03 a verkställighet: insatskategori, period, separator (FRAGA-07: a dash), utförare', () => {
    const open = testVerkstallighet({ startdatum: '2023-01-01' });
    expect(etikettVerkstallighet(open, 'Lss, Barn/Ungdom 1')).toBe('Korttidsvistelse-insatser LSS 230101- – Lss, Barn/Ungdom 1');
    const closed = { ...open, slutdatum: '2023-01-02' };
    expect(etikettVerkstallighet(closed, 'Privat, Utförare')).toBe('Korttidsvistelse-insatser LSS 230101-230102 – Privat, Utförare');
  });
});

describe('utredningar: the predicate table of the spec, row by row', () => {
  test.each<[string, Utredning, Beslut[], boolean, Statusord, boolean]>([
    ['TRAD-04 no end date, no beslut yet', utredning(), [], true, 'pågående', false],
    ['TRAD-05 ended, has a bifall that still runs', utredning('2023-01-02'), [beslut()], true, 'beslut löper', false],
    [
      'TRAD-05 ended, one of two bifall still runs',
      utredning('2023-01-02'),
      [beslut({ giltigTom: '2024-01-01' }), beslut()],
      true,
      'beslut löper',
      false,
    ],
    ['TRAD-06 ended, no beslut', utredning('2023-01-02'), [], false, 'avslutad', false],
    ['TRAD-06 ended, the beslut has expired', utredning('2023-01-02'), [beslut({ giltigTom: '2026-11-19' })], false, 'avslutad', false],
    ['TRAD-06 ended, the beslut is an avslag', utredning('2023-01-02'), [beslut({ utfall: 'avslag' })], false, 'avslutad', false],
    ['TRAD-06 ended, the bifall is felmarkerat', utredning('2023-01-02'), [beslut({ felmarkerad: true })], false, 'avslutad', false],
    ['TRAD-07 ended, its only running beslut is LASS', utredning('2023-01-02'), [lass()], false, 'beslut löper', true],
    ['TRAD-07 ended, LASS and another bifall run', utredning('2023-01-02'), [lass(), beslut()], true, 'beslut löper', true],
    ['TRAD-07 ended, LASS has expired', utredning('2023-01-02'), [lass({ giltigTom: '2026-11-19' })], false, 'avslutad', false],
    ['FRAGA-08 open, holds a LASS-beslut', utredning(), [lass()], true, 'pågående', true],
    ['FRAGA-08 the beslut begins later', utredning('2023-01-02'), [beslut({ giltigFran: '2027-01-01' })], true, 'beslut löper', false],
    ['FRAGA-08 the beslut ends today', utredning('2023-01-02'), [beslut({ giltigTom: today })], true, 'beslut löper', false],
    ['FRAGA-08 an end date in the future is an end date', utredning('2027-01-01'), [], false, 'avslutad', false],
  ])('%s', (_, u, list, bold, status, mark) => {
    expect(boldUtredning(u, list, today)).toBe(bold);
    expect(statusUtredning(u, list, today), 'FORB-09').toBe(status);
    expect(hasOngoingLass(list, today), 'FORB-29').toBe(mark);
  });

  test('LASS is known by its code alone', () => {
    expect(isLass(lass())).toBe(true);
    expect(isLass(beslut({ beslutsnamn: 'Assistanskostnader utöver LASS' }))).toBe(false);
    expect(isOngoingBeslut(lass(), today)).toBe(true);
  });
});

describe('verkställigheter', () => {
  test.each<[string, string | undefined, boolean, Statusord]>([
    ['TRAD-08 open', undefined, true, 'pågående'],
    ['TRAD-08 closed', '2023-01-02', false, 'avslutad'],
    ['FRAGA-08 ends today', today, true, 'pågående'],
    ['FRAGA-08 ends later', '2027-01-01', true, 'pågående'],
    ['FRAGA-08 ended yesterday', '2026-11-19', false, 'avslutad'],
  ])('%s', (_, slutdatum, bold, status) => {
    const v = testVerkstallighet(slutdatum ? { slutdatum } : {});
    expect(boldVerkstallighet(v, today)).toBe(bold);
    expect(statusVerkstallighet(v, today), 'FORB-09').toBe(status);
  });
});
