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
    [{ raddade: 0, allt: true }, /^Inga utkast eller osända poster fanns\. Resten hämtas/],
    [{ raddade: 1, allt: true }, /^Ett utkast eller en osänd post fanns, och allt är räddat\./],
    [{ raddade: 7, allt: true }, /^7 utkast och osända poster fanns, och allt är räddat\./],
    [{ raddade: 7, allt: false }, /^7 utkast och osända poster kunde räddas, men inte allt gick att läsa\. Se i Utkorg/],
    [{ raddade: 3, allt: true, osanda: { antal: 2, tillNr: 15 } }, /^2 poster hade inte skickats, den sista nr 15\. 3 utkast och osända/],
    [{ raddade: 1, allt: true, osanda: { antal: 0, tillNr: 15 } }, /^Ett utkast eller/],
  ])('a replica made anew tells what was saved: %o', (aterskapad, gor) => {
    const words = (['skadad', 'saknas', 'loggen', 'aldre'] as const).map((orsak) => aterskapadOrd({ orsak, ...aterskapad }));
    for (const one of words) expect(one.gor).toMatch(gor);
    expect(new Set(words.map(({ vad }) => vad)).size).toBe(4);
  });
});
