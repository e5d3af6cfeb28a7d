import { expect, it } from 'vitest';
import { avslagOrd } from '../../shared/words/avslag.ts';
import { felOrd } from '../../shared/words/fel.ts';
import { ordForUtfall } from './utfallord.ts';

it('a command that went through has no words', () => {
  expect(ordForUtfall({ ok: true, id: 'x' })).toBeUndefined();
  expect(ordForUtfall({ ok: false, rejection: { code: 'tom-text' } })).toBe(avslagOrd['tom-text']);
  expect(ordForUtfall({ ok: false, fel: { code: 'disken-full' } })).toBe(felOrd['disken-full']);
});
