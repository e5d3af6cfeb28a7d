import { describe, expect, test } from 'vitest';
import { fattat, underlag } from '../testing/beslut.ts';
import { kat } from '../testing/katalog.ts';
import { akt, stateOf, type TestRecord, testId } from '../testing/state.ts';
import { harPagaende, krisblad, krislista, krisrad } from './krisblad.ts';
import { losenordshinder } from './krislosenord.ts';
import { lasordning } from './lasordning.ts';

const dag = '2026-11-20';
const ord = { kontakt: () => 'God man', skydd: () => 'Sekretessmarkering' };
const pa = { personId: akt.person, dag };
const by = { anvandareId: kat.handlaggare, namn: 'Karin Ek', at: '2026-11-19T10:00:00.000Z' };
const kontakt = (n: number, over: object = {}): TestRecord =>
  ({ type: 'kontakt', id: testId(n), data: { typ: 'godMan', namn: `Kontakt ${n}`, rev: testId(n + 1), ...over } }) as TestRecord;
const bevakning = (n: number, over: object = {}): TestRecord =>
  ({
    type: 'bevakning',
    id: testId(n),
    data: {
      ...{ datum: '2026-12-01', status: 'Ej påbörjad', typ: 'Uppföljning', text: `Bevaka ${n}`, bevakasAvId: testId(1) },
      ...{ ref: { type: 'person', id: akt.person }, skapad: by, ...over },
    },
  }) as TestRecord;
const text = (...mer: TestRecord[]) => {
  const blad = krisblad(stateOf(underlag(...mer)), pa, ord);
  if (!blad) throw new Error('no sheet');
  return lasordning(blad).join('\n');
};

describe('the sheet of a kund', () => {
  test('a contact is named once for what they are, with the relation that says more', () => {
    const said = text(kontakt(801, { relation: 'god man' }), kontakt(803, { relation: 'moster' }));
    expect(said).not.toContain('God man, god man');
    expect(said).toContain('God man, moster');
  });

  test('FRAGA-62 a contact who is protected is not on paper', () => {
    expect(text(kontakt(801), kontakt(803, { skyddad: true }))).not.toContain('Kontakt 803');
  });

  test('what is done or taken away is not to be remembered; the earliest day stands first', () => {
    const said = text(
      bevakning(811, { datum: '2027-01-01' }),
      bevakning(812),
      bevakning(813, { status: 'Klar' }),
      bevakning(814, { borttagen: by }),
    );
    expect(said.indexOf('Bevaka 812')).toBeLessThan(said.indexOf('Bevaka 811'));
    expect(said).not.toMatch(/Bevaka 81[34]/);
  });

  test('a bifall that runs is there, one that ended yesterday is not', () => {
    expect(text(fattat(1, { beslutsnamn: 'Löper', giltigTom: dag }))).toContain('Löper');
    expect(text(fattat(1, { beslutsnamn: 'Slut', giltigTom: '2026-11-19' }))).not.toContain('Slut');
  });

  test('no catalogue: an utförare has no name, and the rest is there', () => {
    const records = underlag(kontakt(801), fattat(1)).filter(
      ({ type }) => !['utforare', 'organisation', 'mall', 'brevhuvud'].includes(type),
    );
    const blad = krisblad(stateOf(records), pa, ord);
    expect(blad && lasordning(blad).join('\n')).toContain('Kontakt 801');
  });

  test('who is not there has none', () => {
    expect(krisblad(stateOf(underlag()), { personId: testId(999), dag }, ord)).toBeUndefined();
    expect(krisrad(stateOf(underlag()), { personId: testId(999), dag }, 'Kund 001.pdf')).toBeUndefined();
  });
});

test('the list says what is next, and in which file the rest is', () => {
  const rad = krisrad(stateOf(underlag(bevakning(811))), pa, 'Kund 001.pdf');
  if (!rad) throw new Error('no row');
  const said = lasordning(krislista([rad], { av: 'Karin Ek', dag, tid: '2026-11-20 10:00' })).join('\n');
  for (const ord of ['2026-12-01 Bevaka 811', 'Kund 001.pdf', 'Karin Ek', '2026-11-20 10:00']) expect(said).toContain(ord);
});

test('a kund of whom nothing goes on, and one of whom a bevakning is open', () => {
  const bare = underlag().filter(({ type }) => type === 'person');
  expect(harPagaende(stateOf(bare), dag)).toBe(false);
  expect(harPagaende(stateOf([...bare, bevakning(811)]), dag)).toBe(true);
});

test.each<[string, ReturnType<typeof losenordshinder>]>([
  ['kort', 'losenord-kort'],
  ['femton tecken..', 'losenord-kort'],
  ['aaaaaaaaaaaaaaaabbbb', 'losenord-enkelt'],
  ['fyra blå elefanter', undefined],
  // Letters of two code units are one each.
  ['😀'.repeat(15), 'losenord-kort'],
  // Bytes are counted, of signs that are put together.
  [`${'åäöabc'.repeat(14)}x`, undefined],
  [`${'åäöabc'.repeat(14)}xx`, 'losenord-langt'],
  ['a\u030aåäöabcdefghijkl', undefined],
  ...['ﬁ', '\u00a0', '\u00ad', '\u0000', '\t', '\n', '\u200b', '😀', '²', '\ud800'].map(
    (ett) => [`fyra blå ${ett} elefanter`, 'losenord-tecken'] as [string, 'losenord-tecken'],
  ),
  ['fyra blå – "elefanter" (går) 3 € + é!', undefined],
])('a password: %s', (losenord, hinder) => {
  expect(losenordshinder(losenord)).toBe(hinder);
});
