import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Arhundrade, foldName, type Sokfraga, type Sokhjalp, sokNycklar, tolkaSokning } from './sokfraga.ts';

/** Control characters and halves of surrogate pairs too. */
const anyUnit = fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit));
const arhundraden: Arhundrade[] = ['alla', '19', '20'];
const namn = (...delningar: [string, string][]): Sokfraga => ({
  slag: 'namn',
  delningar: delningar.map(([efternamn, fornamn]) => ({ efternamn, fornamn })),
});

describe('what each written search means', () => {
  test.each<[string, string, Arhundrade, Sokfraga]>([
    ['SOK-03 twelve digits', '198002292392', 'alla', { slag: 'personnummer', nummer12: '198002292392' }],
    ['SOK-03 twelve digits with a hyphen', '19800229-2392', 'alla', { slag: 'personnummer', nummer12: '198002292392' }],
    ['SOK-03 with spaces and an en dash', ' 19800229 – 2392 ', 'alla', { slag: 'personnummer', nummer12: '198002292392' }],
    ['FORB-01 twelve digits override the control', '19800229-2392', '20', { slag: 'personnummer', nummer12: '198002292392' }],
    ['FORB-01 ten digits, all centuries', '8002292392', 'alla', { slag: 'nummer10', nummer10: '8002292392', arhundrade: 'alla' }],
    ['SOK-09 ten digits in the century set', '010101-1234', '20', { slag: 'nummer10', nummer10: '0101011234', arhundrade: '20' }],
    ['FORB-01 a plus sign goes past the control', '900101+9802', '20', { slag: 'nummer10', nummer10: '9001019802', arhundrade: 'alla' }],
    ['FRAGA-06 a samordningsnummer', '140168-2396', 'alla', { slag: 'nummer10', nummer10: '1401682396', arhundrade: 'alla' }],
    ['FRAGA-06 an interim number in lower case', '800229-t236', 'alla', { slag: 'nummer10', nummer10: '800229T236', arhundrade: 'alla' }],
    ['SOK-04 six digits and a star', '010101*', 'alla', { slag: 'fodelsedatum', yymmdd: '010101', arhundrade: 'alla' }],
    ['FRAGA-02 six digits and a star in the chosen century', '010101*', '19', { slag: 'fodelsedatum', yymmdd: '010101', arhundrade: '19' }],
    ['FORB-01 eight digits and a star name the century', '20010101*', '19', { slag: 'fodelsedatum', yymmdd: '010101', arhundrade: '20' }],
    ['SOK-05 surname and first name', 'Andersson Eva', 'alla', namn(['andersson', 'eva'])],
    ['SOK-05 with a comma', 'Andersson, Eva', 'alla', namn(['andersson', 'eva'])],
    ['SOK-05 with more spaces', '  Andersson \t Eva ', 'alla', namn(['andersson', 'eva'])],
    ['SOK-05 a surname of two words', 'von Essen Eva', 'alla', namn(['von', 'essen eva'], ['von essen', 'eva'])],
    ['SOK-05 a double name', 'Berg-Lund Eva', 'alla', namn(['berg lund', 'eva'])],
    ['SOK-06 a star before a first name', '*Eva', 'alla', { slag: 'fornamn', fornamn: 'eva' }],
    ['SOK-06 a double first name', '*Anna-Karin', 'alla', { slag: 'fornamn', fornamn: 'anna karin' }],
    ['SOK-07 a star after a surname', 'Anders*', 'alla', { slag: 'efternamn', borjan: 'anders' }],
    ['SOK-07 two letters are enough', 'Ek*', 'alla', { slag: 'efternamn', borjan: 'ek' }],
    ['SOK-07 the beginning of a surname of two words', 'von Es*', 'alla', { slag: 'efternamn', borjan: 'von es' }],
    ['FRAGA-01 case means nothing', 'aNDERSSON eVA', '19', namn(['andersson', 'eva'])],
    ['FRAGA-01 å, ä and ö are letters of their own', 'Åkesson Örjan', 'alla', namn(['åkesson', 'örjan'])],
    ['FRAGA-01 é is e', 'Idé*', 'alla', { slag: 'efternamn', borjan: 'ide' }],
  ])('%s: "%s" (%s)', (_, text, arhundrade, fraga) => {
    expect(tolkaSokning(text, arhundrade)).toEqual({ ok: true, fraga });
  });
});

describe('FRAGA-01 an unknown pattern gives a hint, never an empty list', () => {
  test.each<[string, Sokhjalp]>([
    ['', 'tom'],
    [' \t ', 'tom'],
    ['*', 'for-kort'],
    ['**', 'for-kort'],
    ['A*', 'for-kort'],
    ['*E', 'for-kort'],
    ['.. *', 'for-kort'],
    ['E', 'for-kort'],
    ['Andersson', 'ett-namn'],
    ['Berg-Lund', 'ett-namn'],
    ['An*son', 'stjarna-fel-plats'],
    ['*Eva*', 'stjarna-fel-plats'],
    ['Anders* Eva', 'stjarna-fel-plats'],
    ['Andersson *Eva', 'stjarna-fel-plats'],
    ['*010101', 'stjarna-fel-plats'],
    ['0101*01', 'stjarna-fel-plats'],
    ['010101**', 'stjarna-fel-plats'],
    ['0101*', 'nummer-antal-siffror'],
    ['0101011*', 'nummer-antal-siffror'],
    ['18900101*', 'nummer-antal-siffror'],
    ['010101', 'nummer-antal-siffror'],
    ['010101-123', 'nummer-antal-siffror'],
    ['198002292392392', 'nummer-antal-siffror'],
    ['2026-11-20', 'okant-monster'],
    ['Andersson 1980', 'okant-monster'],
    ['Eva; Ek', 'okant-monster'],
    ['eva@exempel.se', 'okant-monster'],
    ['% _', 'okant-monster'],
  ])('"%s" → %s', (text, hjalp) => {
    expect(tolkaSokning(text, 'alla')).toEqual({ ok: false, hjalp });
  });

  test('any text is read or answered with a hint, and no star or percent sign is left in what is searched for', () => {
    const text = fc.oneof(fc.string({ unit: anyUnit }), fc.stringMatching(/^[0-9*+\- A-Za-zÅÄÖåäöé,.%_']{0,20}$/));
    fc.assert(
      fc.property(text, fc.constantFrom(...arhundraden), (written, arhundrade) => {
        const tolkad = tolkaSokning(written, arhundrade);
        if (tolkad.ok) expect(JSON.stringify(tolkad.fraga)).not.toMatch(/[*%]/);
        else expect(tolkad.hjalp).not.toBe('');
      }),
    );
  });
});

describe('FRAGA-01 spellings of one name meet', () => {
  test.each([
    ['Åkesson', 'ÅKESSON', true],
    ['Åkesson', 'A\u030akesson', true],
    ['Åkesson', 'Akesson', false],
    ['Öberg', 'Oberg', false],
    ['Ärlig', 'Arlig', false],
    ['Linné', 'Linne', true],
    ['Linné', 'Linne\u0301', true],
    ['Müller', 'Muller', true],
    ['Berg-Lund', 'Berg Lund', true],
    ['Berg‑Lund', 'berg–lund', true],
    ['O’Brien', "O'Brien", true],
    ['D´Arc', "d'arc", true],
    ['Ek', 'Ekö', false],
  ])('"%s" and "%s": %s', (a, b, same) => {
    expect(foldName(a) === foldName(b)).toBe(same);
  });

  test('folding again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
    );
  });
});

describe('what a person is found by', () => {
  test('SOK-06 all the given names, each of them, and the halves of a double name', () => {
    expect(sokNycklar({ personnummer: '200912312386', efternamn: 'von Essen-Åberg', fornamn: 'Anna-Karin  Desirée' })).toEqual({
      nummer12: '200912312386',
      nummer10: '0912312386',
      efternamn: 'von essen åberg',
      fornamn: ['anna karin desiree', 'anna', 'karin', 'desiree', 'anna karin'],
    });
  });

  const word = fc.stringMatching(/^[A-Za-zÅÄÖåäöéü]{2,10}$/);
  const name = fc.array(word, { minLength: 1, maxLength: 2 }).chain((words) => fc.constantFrom(words.join('-'), words.join(' ')));

  test('SOK-05 to SOK-07 a person is found by the own name, however it is composed', () => {
    fc.assert(
      fc.property(name, name, (efternamn, fornamn) => {
        const nycklar = sokNycklar({ personnummer: '200912312386', efternamn, fornamn });
        const hela = tolkaSokning(`${efternamn} ${fornamn}`, 'alla');
        expect(hela.ok && hela.fraga.slag === 'namn' && hela.fraga.delningar).toContainEqual({
          efternamn: nycklar.efternamn,
          fornamn: foldName(fornamn),
        });
        expect(nycklar.fornamn).toContain(foldName(fornamn));
        const fore = tolkaSokning(`*${fornamn}`, 'alla');
        expect(fore.ok && fore.fraga.slag === 'fornamn' && nycklar.fornamn.includes(fore.fraga.fornamn)).toBe(true);
        const efter = tolkaSokning(`${efternamn.slice(0, 2)}*`, 'alla');
        expect(efter.ok && efter.fraga.slag === 'efternamn' && nycklar.efternamn.startsWith(efter.fraga.borjan)).toBe(true);
      }),
    );
  });
});
