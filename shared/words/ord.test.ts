import { describe, expect, it } from 'vitest';
import { rejectionCodes } from '../../shared/domain/command.ts';
import { callErrorCodes } from '../../shared/ipc/contract.ts';
import { avslagOrd, ordForAvslag } from './avslag.ts';
import { felOrd, ordForFel } from './fel.ts';
import { aterskapadOrd } from './replik.ts';

describe('Swedish words', () => {
  it('every rejection code says what happened and what to do', () => {
    for (const code of rejectionCodes) {
      expect(avslagOrd[code]?.vad, code).toMatch(/^[A-ZÅÄÖ].+\.$/);
      expect(avslagOrd[code]?.gor, code).toMatch(/^[A-ZÅÄÖ].+\.$/);
    }
  });
  it('every call error says what happened and what to do', () => {
    for (const code of callErrorCodes) {
      expect(felOrd[code]?.vad, code).toMatch(/^[A-ZÅÄÖ].+\.$/);
      expect(felOrd[code]?.gor, code).toMatch(/^[A-ZÅÄÖ].+\.$/);
    }
  });
  it('a code of a newer server is shown, not hidden', () => {
    expect(ordForAvslag('ny-regel').vad).toContain('ny-regel');
    expect(ordForFel('nytt-fel')).toBe(felOrd['internt-fel']);
    expect(ordForAvslag('toString').vad).toContain('toString');
  });
  it.each([
    [{ raddade: 0, allt: true }, /^Inga utkast eller osända poster fanns i den\. Resten hämtas/],
    [{ raddade: 1, allt: true }, /^Ett utkast eller en osänd post fanns i den, och allt är räddat\./],
    [{ raddade: 7, allt: true }, /^7 utkast och osända poster fanns i den, och allt är räddat\./],
    [{ raddade: 7, allt: false }, /^7 utkast och osända poster kunde räddas, men inte allt gick att läsa\. Se i Utkorg/],
  ])('a replica made anew tells what was saved: %o', (aterskapad, gor) => {
    expect(aterskapadOrd(aterskapad).vad).toContain('skadad');
    expect(aterskapadOrd(aterskapad).gor).toMatch(gor);
  });
});
