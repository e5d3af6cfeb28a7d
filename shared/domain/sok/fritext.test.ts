import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fritext, hittaI, tolkaFritext, utdrag } from './fritext.ts';
import { delarAv, ordI, sokordI, vikOrd } from './ord.ts';

const fraga = (text: string): Fritext => {
  const tolkad = tolkaFritext(text);
  if (!tolkad.ok) throw new Error(tolkad.hjalp);
  return tolkad.fraga;
};
const found = (text: string, sokt: string) => hittaI(text, fraga(sokt))?.map(({ fran, till }) => text.slice(fran, till));

describe('SVERK-08 words', () => {
  test.each([
    ['Gruppboende', 'gruppboende'],
    ['ÅSA', 'åsa'],
    ['A\u030asa', 'åsa'],
    ['Mo\u0308te', 'möte'],
    ['idé', 'ide'],
    ['ide\u0301', 'ide'],
    ['Øye', 'øye'],
  ])('%s is looked for as %s', (ord, vikt) => {
    expect(vikOrd(ord)).toBe(vikt);
  });

  test.each(['grupp\u00adboende', 'grupp\u200bboende'])('what only says where %j may be broken is no part of it', (text) => {
    expect(found(`På ${text}.`, 'gruppboende')).toEqual([text]);
    expect(sokordI(text)).toContain('boende');
  });

  test('signs stand between words, and each word knows its place', () => {
    const text = 'LSS-insats, 9 § 6: Mo\u0308te kl. 10.30.';
    expect(ordI(text).map(({ ord }) => ord)).toEqual(['lss', 'insats', '9', '6', 'möte', 'kl', '10', '30']);
    expect(ordI(text).map(({ fran, till }) => text.slice(fran, till))).toEqual(['LSS', 'insats', '9', '6', 'Mo\u0308te', 'kl', '10', '30']);
  });

  test.each([
    ['gruppboende', 'boende'],
    ['gruppboendet', 'boendet'],
    ['äldreboende', 'boende'],
    ['lägenhetsansökan', 'ansökan'],
    ['arbetsuppgift', 'uppgift'],
    ['hemtjänst', 'tjänst'],
    ['hemadress', 'adress'],
    ['kontaktperson', 'person'],
    ['ledsagarservice', 'service'],
    ['boendestödjare', 'stödjare'],
    ['skolelev', 'elev'],
    ['utvecklingsstörning', 'störning'],
    ['korttidsvistelse', 'vistelse'],
    ['autismspektrumtillstånd', 'spektrumtillstånd'],
    ['hemtjänstinsats', 'insats'],
    ['hemtjänstpersonal', 'personal'],
    ['hemtjänstgrupp', 'grupp'],
    ['färdtjänsttillstånd', 'tillstånd'],
    ['färdtjänstresa', 'resa'],
    ['socialtjänstlagen', 'lagen'],
    ['konstterapi', 'terapi'],
    ['duschhjälp', 'hjälp'],
    ['duschstol', 'stol'],
    ['barnpsykiatri', 'psykiatri'],
    ['skolpsykolog', 'psykolog'],
    ['svenskundervisning', 'undervisning'],
    ['texttelefon', 'telefon'],
    ['matchkläder', 'kläder'],
    ['autismspektrumtillstånd', 'tillstånd'],
    ['medborgarskap', 'borgarskap'],
    ['miljöarbete', 'arbete'],
    ['läkarintyg', 'intyg'],
    ['sjukskrivning', 'skrivning'],
    ['genomförandeplan', 'plan'],
    ['barnbarn', 'barn'],
    ['elrullstol', 'rullstol'],
    ['elrullstol', 'stol'],
    ['isbjörn', 'björn'],
    ['önamn', 'namn'],
    ['ekbord', 'bord'],
    ['idkort', 'kort'],
    ['urmakare', 'makare'],
    ['årsplan', 'plan'],
    ['gåbord', 'bord'],
    ['bostöd', 'stöd'],
    ['biverkning', 'verkning'],
    ['tvserie', 'serie'],
  ])('%s has the part %s', (ord, del) => {
    expect(delarAv(ord)).toContain(del);
  });

  test('what no word begins with is no part, nor what is shorter than four letters', () => {
    expect(delarAv('gruppboende')).not.toContain('ppboende');
    expect(delarAv('gruppboende')).not.toContain('pboende');
    expect(delarAv('vårdhem')).toEqual([]);
    expect(delarAv('omsorg'), 'no word of two letters that compounds begin with').toEqual([]);
    expect(delarAv('avgift')).toEqual([]);
    expect(delarAv('elever'), 'a vowel alone begins hardly any').toEqual([]);
    expect(delarAv('xyz')).toEqual([]);
  });

  test('a part is an end of its word, each once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'abdegknorståäö'), { maxLength: 20 }), (letters) => {
        const ord = letters.join('');
        const delar = delarAv(ord);
        expect(new Set(delar).size).toBe(delar.length);
        expect(delar.every((del) => ord.endsWith(del) && del !== ord)).toBe(true);
      }),
    );
  });
});

describe('SVERK-08 what is asked', () => {
  test.each<[string, Fritext]>([
    ['boende', [{ ord: ['boende'], borjan: true }]],
    [
      'och boende',
      [
        { ord: ['och'], borjan: false },
        { ord: ['boende'], borjan: true },
      ],
    ],
    ['bo*', [{ ord: ['bo'], borjan: true }]],
    ['"daglig verksamhet"', [{ ord: ['daglig', 'verksamhet'], borjan: false }]],
    [
      '”daglig verksam*” Åsa',
      [
        { ord: ['daglig', 'verksam'], borjan: true },
        { ord: ['åsa'], borjan: false },
      ],
    ],
    ['LSS-insats', [{ ord: ['lss', 'insats'], borjan: true }]],
    ['2026-03-01', [{ ord: ['2026', '03', '01'], borjan: false }]],
    ['"boende', [{ ord: ['boende'], borjan: false }]],
    ...['„daglig verksamhet“', '“daglig verksamhet”', '»daglig verksamhet»', '»daglig verksamhet«', '«daglig verksamhet»'].map(
      (text): [string, Fritext] => [text, [{ ord: ['daglig', 'verksamhet'], borjan: false }]],
    ),
    ['"boende"*', [{ ord: ['boende'], borjan: true }]],
    [
      '„daglig verksam“* och',
      [
        { ord: ['daglig', 'verksam'], borjan: true },
        { ord: ['och'], borjan: false },
      ],
    ],
  ])('%s', (text, expected) => {
    expect(tolkaFritext(text)).toEqual({ ok: true, fraga: expected });
  });

  test.each([
    ['', 'tom'],
    ['  ', 'tom'],
    ['a', 'for-kort'],
    ['a*', 'for-kort'],
    ['§ "…"', 'for-kort'],
    ['ett två tre fyra fem sex sju åtta nio tio elva tolv tretton', 'for-manga'],
  ])('%s is no search', (text, hjalp) => {
    expect(tolkaFritext(text)).toEqual({ ok: false, hjalp });
  });
});

describe('SVERK-08 what is found', () => {
  test.each<[string, string, string[] | undefined]>([
    ['Bor i gruppboende.', 'boende', ['gruppboende']],
    ['Bor i gruppboendet.', 'Boende', ['gruppboendet']],
    ['Boendestöd fyra dagar', 'boende', ['Boendestöd']],
    ['Bor hemma.', 'boende', undefined],
    ['Möte med Åsa', 'mote', undefined],
    ['Möte med Åsa', 'asa', undefined],
    ['Mo\u0308te med A\u030asa', 'möte åsa', ['Mo\u0308te', 'A\u030asa']],
    ['Möte med Åsa', 'mo\u0308te', ['Möte']],
    ['Går i daglig verksamhet', '"daglig verksamhet"', ['daglig verksamhet']],
    ['Verksamheten är daglig; verksamhet', '"daglig verksamhet"', ['daglig; verksamhet']],
    ['Verksamhet som är daglig', '"daglig verksamhet"', undefined],
    ['Daglig och annan verksamhet', '"daglig verksamhet"', undefined],
    ['Dagliga verksamheter', '"daglig verksamhet"', undefined],
    ['Daglig verksamheten', '"daglig verksamhet*"', ['Daglig verksamheten']],
    ['ring och fråga', 'fråga och', ['och', 'fråga']],
    ['lockar', 'och', undefined],
    ['boendet boende', 'boende boendet', ['boendet', 'boende']],
    ['Gruppboende', '"boende"', undefined],
  ])('%s by %s', (text, sokt, expected) => {
    expect(found(text, sokt)).toEqual(expected);
  });

  test('whatever a text is found by is among what it is looked up by', () => {
    const letter = fc.constantFrom(...'abdegknopståäö -');
    const written = fc.string({ unit: letter, maxLength: 60 });
    fc.assert(
      fc.property(written, fc.string({ unit: letter, minLength: 2, maxLength: 12 }), (text, sokt) => {
        const tolkad = tolkaFritext(sokt);
        if (!tolkad.ok || !hittaI(text, tolkad.fraga)) return;
        const all = [...sokordI(text)];
        for (const { ord, borjan } of tolkad.fraga) {
          for (const [index, one] of ord.entries()) {
            const begins = borjan && index === ord.length - 1;
            expect(all.some((has) => (begins ? has.startsWith(one) : has === one))).toBe(true);
          }
        }
      }),
    );
  });
});

describe('SVERK-08 what stands round it', () => {
  test('on one line, with the hits marked', () => {
    const text = 'Möte i dag.\n• gruppboende';
    expect(utdrag(text, hittaI(text, fraga('boende')) ?? [])).toEqual([
      { text: 'Möte i dag. • ', traff: false },
      { text: 'gruppboende', traff: true },
    ]);
  });

  test('of a long text only what is near, cut between words', () => {
    const text = `${'ord '.repeat(100)}gruppboende ${'efter '.repeat(100)}`;
    const delar = utdrag(text, hittaI(text, fraga('boende')) ?? []);
    const all = delar.map((del) => del.text).join('');
    expect(all).toMatch(/^… ord (?:ord )+gruppboende (?:efter )+…$|^… ord (?:ord )+gruppboende (?:efter )*efter …$/);
    expect(all.length).toBeLessThan(240);
  });

  test('nothing is added to the words, and nothing is lost between the first and the last', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('gruppboende', 'och', 'ett långt ord', 'å'), { minLength: 1, maxLength: 120 }), (ord) => {
        const text = ord.join(' ');
        const traffar = hittaI(text, fraga('boende'));
        if (!traffar) return;
        const shown = utdrag(text, traffar)
          .map((del) => del.text)
          .join('')
          .replace(/^… /, '')
          .replace(/ …$/, '');
        expect(text).toContain(shown.trim());
        expect(shown).toContain('gruppboende');
      }),
    );
  });
});
