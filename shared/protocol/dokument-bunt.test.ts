import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inBuntar, packBunt, storstaBunt, unpackBunt } from './dokument-bunt.ts';
import { limits } from './protocol.ts';

const documents = (...lengths: number[]) =>
  lengths.map((length) => ({ id: randomUUID() as string, bytes: new Uint8Array(randomBytes(length)) }));

describe('small documents that go together', () => {
  test('are the same when they are unpacked', () => {
    const all = documents(1, 70_000, 300);
    expect(unpackBunt(packBunt(all))).toEqual(all);
    expect(unpackBunt(packBunt([]))).toEqual([]);
    // As it lies in the memory of whoever read it.
    const bunt = packBunt(all);
    const within = new Uint8Array(bunt.length + 1);
    within.set(bunt, 1);
    expect(unpackBunt(within.subarray(1))).toEqual(all);
  });

  test('of what was cut at any byte those that are whole are there', () => {
    const all = documents(10, 1, 25);
    const bunt = packBunt(all);
    const bytes = all.map((_, nr) => all.slice(0, nr + 1).reduce((sum, one) => sum + one.bytes.length, bunt.length - 36));
    for (let length = 0; length <= bunt.length; length += 1) {
      expect(unpackBunt(bunt.subarray(0, length))).toEqual(all.slice(0, bytes.filter((end) => end <= length).length));
    }
  });

  test('a page of something else, or more than there may be, is none', () => {
    expect(() => unpackBunt(Buffer.from('<html>Logga in på nätverket</html>'))).toThrow(RangeError);
    const [one] = documents(5) as [{ id: string; bytes: Uint8Array }];
    expect(() => unpackBunt(packBunt(Array.from({ length: limits.buntDokument + 1 }, () => one)))).toThrow(RangeError);
    const large = packBunt([one]);
    new DataView(large.buffer).setUint32(20, 0xffff_ffff);
    expect(() => unpackBunt(large)).toThrow(RangeError);
    const noId = packBunt([one]);
    noId.fill(0xff, 4, 12);
    expect(() => unpackBunt(noId)).toThrow(RangeError);
  });

  test('each goes once, in its order, and none is more than one may be', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: limits.buntBytes * 2 }), { maxLength: 100 }), (lengths) => {
        const all = lengths.map((storlek, nr) => ({ storlek, nr }));
        const buntar = inBuntar(all);
        expect(buntar.flat().toSorted((a, b) => a.nr - b.nr)).toEqual(all);
        for (const bunt of buntar) {
          expect(bunt.length).toBeGreaterThan(0);
          if (bunt.length === 1) continue;
          expect(bunt.length).toBeLessThanOrEqual(limits.buntDokument);
          expect(bunt.reduce((sum, { storlek }) => sum + storlek, 0)).toBeLessThanOrEqual(limits.buntBytes);
        }
      }),
    );
    expect(inBuntar(documents(...Array.from({ length: 20 }, () => 1000)).map(({ bytes }) => ({ storlek: bytes.length })))).toHaveLength(1);
    expect(storstaBunt).toBeLessThan(limits.pieceBytes);
  });
});
