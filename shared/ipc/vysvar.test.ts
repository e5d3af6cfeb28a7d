import { expect, test } from 'vitest';
import { behallVy, createVyminne, vyEfter } from './vysvar.ts';

const minne = (start = 0) => {
  let n = start;
  return createVyminne(() => `rev${++n}`);
};

test('the first answer is whole, the next what changed, and the one after nothing', () => {
  const svar = minne();
  expect(svar(undefined, { a: 1, b: 1 })).toEqual({ rev: 'rev1', hel: { a: 1, b: 1 } });
  expect(svar('rev1', { a: 1, b: 2 })).toEqual({ rev: 'rev2', andring: { falt: [['b', { hel: 2 }]], bort: [] } });
  expect(svar('rev2', { a: 1, b: 2 })).toEqual({ rev: 'rev2', andring: null });
});

test('a page that has a revision nobody knows, or one it has left, gets the view whole', () => {
  const svar = minne();
  svar(undefined, { a: 1 });
  svar('rev1', { a: 2 });
  expect(svar('rev1', { a: 3 })).toMatchObject({ hel: { a: 3 } });
  expect(svar('another core’s', { a: 3 })).toMatchObject({ hel: { a: 3 } });
});

test('two pages that read the same view each follow their own', () => {
  const svar = minne();
  let ena: unknown;
  let andra: unknown;
  let enaRev: string | undefined;
  let andraRev: string | undefined;
  for (let n = 0; n < 5; n += 1) {
    const first = svar(enaRev, { n, lista: [{ id: `${n}` }] });
    [ena, enaRev] = [vyEfter(ena, first), first.rev];
    if (n % 2 === 0) {
      const second = svar(andraRev, { n, lista: [{ id: `${n}` }] });
      if (n > 0) expect(second).not.toHaveProperty('hel');
      [andra, andraRev] = [vyEfter(andra, second), second.rev];
      expect(andra).toEqual(ena);
    }
  }
});

test('as many views are kept as a page may show, those set last', () => {
  const vyer = new Map<string, number>();
  for (let n = 0; n < 100; n += 1) behallVy(vyer, `${n % 40}`, n);
  expect(vyer.size).toBe(32);
  expect([...vyer.values()]).toEqual(Array.from({ length: 32 }, (_, n) => 68 + n));
});
