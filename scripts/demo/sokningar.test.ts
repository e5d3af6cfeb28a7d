import { expect, test } from 'vitest';
import { okantI, parameterfel } from '../../shared/domain/sokverktyg/sok.ts';
import { Katalog } from './katalog.ts';

const sokningar = new Katalog().all('sokning');

test('SVERK-02 the catalogue has the searches a unit needs, in an order of their own', () => {
  expect(sokningar.map(({ ordning }) => ordning)).toEqual(sokningar.map((_, nr) => nr + 1));
  expect(new Set(sokningar.map(({ slag }) => slag))).toEqual(
    new Set(['beslut', 'utredning', 'kund', 'bevakning', 'fattat', 'uppfoljning']),
  );
});

test.each(sokningar.map((sokning) => [sokning.namn, sokning] as const))(
  'SVERK-03 %s is understood, and asks for nothing it does not use',
  (_namn, sokning) => {
    expect(okantI(sokning)).toBeUndefined();
    const anvanda = new Set(sokning.villkor.map(({ parameter }) => parameter));
    for (const { kod } of sokning.parametrar) expect(anvanda, kod).toContain(kod);
    for (const parameter of sokning.parametrar.filter(({ forval }) => typeof forval === 'number'))
      expect(parameterfel(parameter, parameter.forval as number)).toBeUndefined();
    if (sokning.sortering) expect(sokning.kolumner).toContain(sokning.sortering.falt);
    // What is reported to the nämnd names nobody.
    expect(sokning.kolumner).toContain(sokning.slag === 'fattat' ? 'kundnummer' : 'kund');
  },
);
