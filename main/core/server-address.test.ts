import { expect, test } from 'vitest';
import { serverAddress } from './server-address.ts';

test.each([
  ['https://aktnara.kommunen.se/', 'https://aktnara.kommunen.se', true],
  ['https://aktnara.kommunen.se', 'https://aktnara.kommunen.se:443/t', true],
  ['https://aktnara.kommunen.se', 'https://annan.se', false],
  ['https://aktnara.kommunen.se', 'https://aktnara.kommunen.se:8443', false],
  ['http://127.0.0.1:8000', 'http://localhost:9000', true],
  ['http://127.0.0.1:8000', 'https://aktnara.kommunen.se', false],
])('FRAGA-62 %s and %s are one server: %s', (a, b, same) => {
  expect(serverAddress(a) === serverAddress(b)).toBe(same);
});
