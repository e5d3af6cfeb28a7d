import { describe, expect, it } from 'vitest';
import { isEpost, isTelefon } from './kontaktvag.ts';

describe('PERS-03 a telephone number', () => {
  it.each(['042-10 50 00', '+46 70 123 45 67', '(08) 12345', '070/1234567'])('%s', (typed) => expect(isTelefon(typed)).toBe(true));
  it.each(['', '1234', '070-123 45 67 (mor)', 'okänt'])('not "%s"', (typed) => expect(isTelefon(typed)).toBe(false));
});

describe('PERS-03 an e-mail address', () => {
  it.each(['åsa@exempel.se', 'a.b+c@d.example'])('%s', (typed) => expect(isEpost(typed)).toBe(true));
  it.each(['', 'åsa', 'åsa@exempel', 'å sa@exempel.se', '@exempel.se', '"><x@y.z', 'a\u202e@y.z', 'a\u0001@y.z', 'a,b@y.z'])(
    'not "%s"',
    (typed) => expect(isEpost(typed)).toBe(false),
  );
});
