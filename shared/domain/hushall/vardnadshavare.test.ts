import { expect, test } from 'vitest';
import { saknarVardnadshavare } from './vardnadshavare.ts';

const mor = { vardnadshavare: true };
const syskon = { vardnadshavare: false };

test.each([
  ['a child with nobody', 17, [], true],
  ['a child with a sibling', 3, [syskon], true],
  ['a child with a vårdnadshavare', 17, [syskon, mor], false],
  ['one who is 18', 18, [], false],
])('FORB-08 HUSH-01 AKT-12 a missing vårdnadshavare is told of %s', (_, alder, hushall, missing) => {
  expect(saknarVardnadshavare(alder, hushall)).toBe(missing);
});
