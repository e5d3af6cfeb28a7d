import { describe, expect, it } from 'vitest';
import { decodeLine } from './decode.ts';

const record = { type: 'person', id: 'p', scope: 'akt:p', version: 7, schema: 1 };

describe('decoding a pull answer', () => {
  it.each([
    ['as the server writes it', JSON.stringify({ t: 'put', b: ['org:lss'], r: { ...record, data: { namn: 'Åsa', tal: 1.5 } } })],
    ['with a name that looks like the key', JSON.stringify({ t: 'put', b: ['org:lss'], r: { ...record, data: { namn: ',"data":{}' } } })],
    ['with keys in another order', JSON.stringify({ t: 'put', r: { data: { a: [1] }, ...record }, b: ['org:lss'] })],
    ['with something after the document', JSON.stringify({ t: 'put', b: ['org:lss'], r: { ...record, data: { a: 1 }, extra: { b: 2 } } })],
    ['with something after the record', JSON.stringify({ t: 'put', b: ['org:lss'], r: { ...record, data: { a: 1 } }, extra: { b: {} } })],
    ['with spaces', JSON.stringify({ t: 'put', b: ['org:lss'], r: { ...record, data: { a: 1 } } }, null, 1)],
  ])('a record %s', (_name, line) => {
    const { data } = JSON.parse(line).r;
    const decoded = decodeLine(line);
    expect(decoded).toMatchObject({ t: 'put', buckets: ['org:lss'], record });
    expect(decoded).toMatchObject({ data });
    expect(decoded.t === 'put' && JSON.parse(decoded.json)).toEqual(data);
  });

  it('keeps the document’s own text', () => {
    const line = `{"t":"put","b":[],"r":{"type":"x","id":"i","scope":"s","version":1,"schema":1,"data":{ "a" : 1.50 }}}`;
    expect(decodeLine(line)).toMatchObject({ json: '{ "a" : 1.50 }' });
  });

  it.each([
    ['no JSON', '{"t":"put","b":[]'],
    ['an unknown line', '{"t":"other"}'],
    ['a version that is no number', JSON.stringify({ t: 'put', b: [], r: { ...record, version: 'x', data: {} } })],
    ['a negative version', JSON.stringify({ t: 'put', b: [], r: { ...record, version: -1, data: {} } })],
    ['an id that is too long', JSON.stringify({ t: 'put', b: [], r: { ...record, id: 'x'.repeat(121), data: {} } })],
    ['a bucket that is no text', JSON.stringify({ t: 'put', b: [1], r: { ...record, data: {} } })],
    ['two documents in one', `{"t":"put","b":[],"r":{"type":"x","id":"i","scope":"s","version":1,"schema":1,"data":{}}},{"a":{}}}`],
  ])('refuses %s', (_name, line) => {
    expect(() => decodeLine(line)).toThrow();
  });
});
