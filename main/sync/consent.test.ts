import { expect, test } from 'vitest';
import { createConsent } from './consent.ts';

test('a server at another address is asked nothing before the user’s word, whatever else ends meanwhile', () => {
  const consent = createConsent(true, { unsent: () => false, received: () => 3 });
  expect(consent.holds()).toBe(true);
  consent.calm();
  expect(consent.holds()).toBe(true);
  expect(consent.state).toEqual({ antal: 3, adress: true });
  consent.give();
  expect(consent.holds()).toBe(false);
  consent.calm();
  expect(consent.holds()).toBe(false);
  expect(consent.allows()).toBe(false);
});
