import { describe, expect, test } from 'vitest';
import { enhetsnamn, kandaAndraEnheter } from './enheter.ts';
import type { Varde } from './varden.ts';

const [vard, social] = ['Vård- och omsorgsnämnden', 'Socialnämnden'];
/** The kund's other unit, as the municipality has it. */
const ifo = (over: Partial<Varde>): Varde => ({ namn: 'Individ och familj', kod: 'ifo', ...over });
const egen = (over: Partial<Varde> = {}): Varde => ({ namn: 'LSS', kod: 'lss', namnd: vard, synlighet: 'ingen', ...over });

describe('OSL 8:1, 26:1 who may know that another unit has a kund', () => {
  test.each<[string, Varde['synlighet'], string | undefined, string | undefined, boolean]>([
    ['the nämnd, and it is one’s own', 'namnden', vard, vard, true],
    ['the nämnd, and it is another', 'namnden', social, vard, false],
    ['the nämnd, and its own is not said', 'namnden', undefined, vard, false],
    ['the nämnd, and that of the reader is not said', 'namnden', vard, undefined, false],
    ['the nämnd, and neither’s is said', 'namnden', undefined, undefined, false],
    ['the municipality, of the same nämnd', 'kommunen', vard, vard, true],
    ['the municipality, of another nämnd', 'kommunen', social, vard, true],
    ['the municipality, where nothing is said of nämnder', 'kommunen', undefined, undefined, true],
    ['nobody, of the same nämnd', 'ingen', vard, vard, false],
    ['nobody, of another nämnd', 'ingen', social, vard, false],
    ['not said, of the same nämnd', undefined, vard, vard, false],
  ])('%s', (_, synlighet, namnd, egenNamnd, syns) => {
    const enheter = [
      ifo({ ...(synlighet ? { synlighet } : {}), ...(namnd ? { namnd } : {}) }),
      { namn: 'LSS', kod: 'lss', ...(egenNamnd ? { namnd: egenNamnd } : {}) },
    ];
    expect(kandaAndraEnheter(enheter, ['lss', 'ifo'], ['lss'])).toEqual(syns ? ['Individ och familj'] : []);
  });

  test('one’s own are not others’; one that the list does not have is known to nobody', () => {
    const enheter = [egen({ synlighet: 'kommunen' }), ifo({ synlighet: 'kommunen' })];
    expect(kandaAndraEnheter(enheter, ['lss', 'ifo'], ['lss', 'ifo'])).toEqual([]);
    expect(kandaAndraEnheter(enheter, ['lss', 'okand'], ['lss'])).toEqual([]);
    expect(kandaAndraEnheter([], ['lss', 'ifo'], ['lss'])).toEqual([]);
  });

  test('who is of several units knows what any of them may', () => {
    const enheter = [egen(), { namn: 'Familj', kod: 'familj', namnd: social }, ifo({ synlighet: 'namnden', namnd: social })];
    expect(kandaAndraEnheter(enheter, ['lss', 'ifo'], ['lss'])).toEqual([]);
    expect(kandaAndraEnheter(enheter, ['lss', 'ifo'], ['lss', 'familj'])).toEqual(['Individ och familj']);
  });

  test('a unit without a name is called by its code', () => {
    expect(enhetsnamn([egen()], 'lss')).toBe('LSS');
    expect(enhetsnamn([egen()], 'åldre')).toBe('ÅLDRE');
  });
});
