import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Blobs, openBlobs } from './blobs.ts';
import type { Room } from './room.ts';

const key = randomBytes(32);
const nameOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const wide: Room = { free: () => 1e12, quota: 1e12 };
const clock = { now: () => new Date('2026-11-20T09:00:00.000Z') };

function rig(room: Room = wide, folder = mkdtempSync(join(tmpdir(), 'aktnara-blobbar-'))) {
  const file = join(folder, 'blobbar.db');
  const damage: { saved: number }[] = [];
  const open = () => openBlobs({ file, key, room, clock, onDamage: (about) => damage.push(about) });
  return { folder, file, open, damage };
}
const finished = (blobs: Blobs, bytes: Uint8Array): boolean => {
  const finishing = blobs.finish(nameOf(bytes));
  for (let step = finishing.next(); ; step = finishing.next()) if (step.done) return step.value;
};
const all = (pieces: Iterable<Uint8Array>) => Buffer.concat([...pieces]);
async function* slowly(bytes: Buffer, step: number) {
  for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
}

describe('the bytes of documents', () => {
  test('one that is taken away while it is looked through is not said to be here', () => {
    const { open } = rig();
    const blobs = open();
    const bytes = randomBytes(600_000);
    blobs.append({ sha256: nameOf(bytes), storlek: bytes.length, from: 0, bytes, varfor: 'begard' });
    const finishing = blobs.finish(nameOf(bytes));
    expect(finishing.next().done).toBe(false);
    blobs.remove(nameOf(bytes));
    for (let step = finishing.next(); ; step = finishing.next()) {
      if (!step.done) continue;
      expect(step.value).toBe(false);
      break;
    }
    expect(blobs.size(nameOf(bytes))).toBeUndefined();
    blobs.close();
  });

  test('a log that fetched documents have made large is moved beside, and begins anew', async () => {
    const { file, open } = rig();
    const blobs = open();
    const log = () => statSync(`${file}-wal`).size / 1024 / 1024;
    const names: string[] = [];
    for (let largest = 0; log() >= largest; ) {
      largest = log();
      // More than it may grow to before it is waited for, and less than a commit would move by itself.
      expect(largest).toBeLessThan(80);
      const bytes = randomBytes(2_000_000);
      names.push(nameOf(bytes));
      blobs.storeWhole({ id: 'd', mottagen: 'e', sha256: nameOf(bytes), bytes, varfor: 'begard' });
      await blobs.tidy();
    }
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) expect(nameOf(all(blobs.read(name)))).toBe(name);
    blobs.close();
  });

  test('what was stored is there after the program has ended, whatever pieces it came in', async () => {
    const { open } = rig();
    let blobs = open();
    await fc.assert(
      fc.asyncProperty(fc.nat(700_000), fc.integer({ min: 1_000, max: 300_000 }), async (length, step) => {
        const bytes = randomBytes(length + 1);
        const { sha256, storlek } = await blobs.put(slowly(bytes, step));
        blobs.close();
        blobs = open();
        expect({ sha256, storlek }).toEqual({ sha256: nameOf(bytes), storlek: bytes.length });
        expect(all(blobs.read(sha256))).toEqual(bytes);
        expect(all(blobs.read(sha256, length))).toEqual(bytes.subarray(length));
      }),
      { numRuns: 12 },
    );
    blobs.close();
  });

  test('a large one is written as it comes, and half of one is nothing', async () => {
    const { open } = rig();
    const bytes = randomBytes(11_000_000);
    const blobs = open();
    async function* broken() {
      yield* slowly(bytes, 1_000_000);
      throw new Error('the scanner was unplugged');
    }
    await expect(blobs.put(broken())).rejects.toThrow('unplugged');
    expect(blobs.blobsAfter(0, 99)).toEqual([]);
    expect((await blobs.put(slowly(bytes, 1_000_000))).sha256).toBe(nameOf(bytes));
    expect(nameOf(all(blobs.read(nameOf(bytes))))).toBe(nameOf(bytes));
    blobs.close();
  });

  test('nothing of it lies in plaintext in the folder', async () => {
    const { folder, open } = rig();
    const blobs = open();
    await blobs.put([Buffer.from('planterat ord '.repeat(40_000))]);
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    blobs.close();
    files.push(...readdirSync(folder).map((name) => readFileSync(join(folder, name))));
    expect(files.length).toBeGreaterThan(1);
    expect(files.filter((bytes) => bytes.includes('planterat'))).toEqual([]);
  });

  test('the same bytes twice are there once, and go once', async () => {
    const { open } = rig();
    const blobs = open();
    const bytes = randomBytes(5000);
    const { sha256 } = await blobs.put([bytes]);
    await blobs.put([bytes]);
    expect(blobs.blobsAfter(0, 99)).toHaveLength(1);
    blobs.remove(sha256);
    expect(blobs.size(sha256)).toBeUndefined();
    expect(() => all(blobs.read(sha256))).toThrow('dokument-skadat');
    blobs.close();
  });
});

describe('what is fetched', () => {
  const fetched = (bytes: Buffer, from: number, to: number) => ({
    ...{ sha256: nameOf(bytes), storlek: bytes.length, from, bytes: bytes.subarray(from, to), varfor: 'begard' as const },
  });

  test('cut at any byte it goes on from there, after a restart too', () => {
    const { open } = rig();
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 400_000 }), fc.array(fc.nat(400_000), { maxLength: 5 }), (length, cuts) => {
        let blobs = open();
        const bytes = randomBytes(length);
        const places = [...new Set([0, ...cuts.filter((at) => at > 0 && at < length), length])].sort((a, b) => a - b);
        for (const [n, to] of places.slice(1).entries()) {
          expect(blobs.here(nameOf(bytes))).toBe(places[n]);
          blobs.append(fetched(bytes, places[n] ?? 0, to));
          blobs.close();
          blobs = open();
          expect(blobs.size(nameOf(bytes))).toBeUndefined();
        }
        expect(finished(blobs, bytes)).toBe(true);
        expect(all(blobs.read(nameOf(bytes)))).toEqual(bytes);
        blobs.close();
      }),
      { numRuns: 20 },
    );
  });

  test('a changed byte, or one too few, is found and nothing is kept', () => {
    const { open } = rig();
    const blobs = open();
    const bytes = randomBytes(300_000);
    const changed = Buffer.from(bytes);
    changed[299_999] = (changed[299_999] ?? 0) ^ 1;
    blobs.append({ ...fetched(bytes, 0, 300_000), bytes: changed });
    expect(finished(blobs, bytes)).toBe(false);
    blobs.append(fetched(bytes, 0, 299_999));
    expect(finished(blobs, bytes)).toBe(false);
    expect(blobs.blobsAfter(0, 99)).toEqual([]);
    blobs.close();
  });

  test('pieces out of order are refused', () => {
    const { open } = rig();
    const blobs = open();
    const bytes = randomBytes(10);
    expect(() => blobs.append(fetched(bytes, 5, 10))).toThrow(RangeError);
    expect(blobs.here(nameOf(bytes))).toBe(0);
    blobs.close();
  });

  test('what the user stores takes the place of a part that was on its way', async () => {
    const { open } = rig();
    const blobs = open();
    const bytes = randomBytes(10_000);
    blobs.append(fetched(bytes, 0, 4000));
    await blobs.put([bytes]);
    blobs.append(fetched(bytes, 4000, 10_000));
    expect(all(blobs.read(nameOf(bytes)))).toEqual(bytes);
    expect(blobs.blobsAfter(0, 99)).toMatchObject([{ hel: 1, egen: 1 }]);
    blobs.close();
  });
});

describe('before the disk is full', () => {
  test('what can be fetched again stops first, the user’s own last, each with its word', async () => {
    let free = 1.5e9;
    const blobs = rig({ free: () => free, quota: 1e12 }).open();
    const bytes = randomBytes(100);
    const ask = (varfor: 'begard' | 'forhand') => () =>
      blobs.append({ sha256: nameOf(bytes), storlek: 100, from: 0, bytes: bytes.subarray(0, 1), varfor });
    expect(ask('forhand')).toThrow('dokument-ryms-inte');
    free = 4e8;
    expect(ask('begard')).toThrow('dokument-ryms-inte');
    await blobs.put([randomBytes(10)]);
    free = 1.9e8;
    await expect(blobs.put([bytes])).rejects.toThrow('dokument-ryms-inte');
    await expect(blobs.put(slowly(randomBytes(9_000_000), 1_000_000))).rejects.toThrow('dokument-ryms-inte');
    expect(blobs.blobsAfter(0, 99)).toHaveLength(1);
    blobs.close();
  });

  test('what is fetched may take its quota and no more', () => {
    const blobs = rig({ free: () => 1e12, quota: 1000 }).open();
    const [a, b] = [randomBytes(900), randomBytes(900)];
    const append = (bytes: Buffer) => blobs.append({ sha256: nameOf(bytes), storlek: 900, from: 0, bytes, varfor: 'forhand' });
    append(a);
    expect(() => append(b)).toThrow('dokument-ryms-inte');
    // What goes leaves its room, and what comes whole takes as much as what comes in pieces.
    blobs.remove(nameOf(a));
    const whole = { id: 'd', mottagen: 'e', sha256: nameOf(b), varfor: 'forhand' } as const;
    expect(blobs.storeWhole({ ...whole, bytes: a })).toBe(false);
    expect(blobs.dokument('d')).toBeUndefined();
    expect(blobs.storeWhole({ ...whole, bytes: b })).toBe(true);
    expect(blobs.dokument('d')).toMatchObject({ sha256: nameOf(b), mottagen: 'e' });
    expect(() => append(a)).toThrow('dokument-ryms-inte');
    blobs.remove(nameOf(b));
    append(Buffer.from(a));
    expect(finished(blobs, a)).toBe(true);
    expect(() => append(b)).toThrow('dokument-ryms-inte');
    blobs.close();
  });
});

describe('a damaged database', () => {
  test('is put aside; what is whole comes over, the rest is missed and told', async () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const { file, folder, open, damage } = rig();
      let blobs = open();
      const stored = new Map<string, Buffer>();
      for (let n = 0; n < 8; n += 1) {
        const bytes = randomBytes(150_000);
        stored.set((await blobs.put([bytes])).sha256, bytes);
      }
      blobs.putDokument({ id: 'd1', sha256: [...stored.keys()][0] ?? '', mottagen: 'e1' });
      blobs.close();
      const size = statSync(file).size;
      const whole = readFileSync(file);
      const page = 4096 * Math.floor(((seed - 1) / 12) * (size / 4096));
      writeFileSync(file, whole.fill(7, page, page + 4096));
      blobs = open();
      let lost = 0;
      for (const [sha256, bytes] of stored) {
        if (blobs.size(sha256) === undefined) {
          lost += 1;
          continue;
        }
        // Read to the end or told: never other bytes.
        try {
          expect(all(blobs.read(sha256))).toEqual(bytes);
        } catch (error) {
          expect(error).toMatchObject({ code: 'dokument-skadat' });
          lost += 1;
        }
      }
      expect(lost).toBeLessThan(stored.size + 1);
      if (damage.length > 0) expect(readdirSync(folder).some((name) => name.includes('.skadad-'))).toBe(true);
      await blobs.put([randomBytes(1000)]);
      blobs.close();
      open().close();
    }
  }, 60_000);

  test('one page that lies in one document costs that document alone', async () => {
    const { file, open, damage } = rig();
    let blobs = open();
    const names: string[] = [];
    for (let n = 0; n < 4; n += 1) names.push((await blobs.put([randomBytes(200_000)])).sha256);
    blobs.close();
    const bytes = readFileSync(file);
    const page = 4096 * Math.floor(bytes.length / 4096 / 2);
    writeFileSync(file, bytes.fill(0, page, page + 4096));
    blobs = open();
    const bad = names.filter((name) => {
      try {
        return all(blobs.read(name)).length !== 200_000;
      } catch {
        return true;
      }
    });
    expect(bad).toHaveLength(1);
    expect(damage).toMatchObject([{ saved: 3 }]);
    expect(names.filter((name) => blobs.size(name) === undefined)).toEqual(bad);
    blobs.close();
  });
});
