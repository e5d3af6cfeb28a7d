import { createHash } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { CallFailure } from './service.ts';
import { personRecord, signeradAv, stored, utredningRecord, uuid } from './testing/records.ts';
import { testServices } from './testing/services.ts';

const anna = uuid(101);
const utredning = uuid(201);
const utlatande = uuid(301);
const bytes = Buffer.from('0123456789'.repeat(100));
const sha256 = createHash('sha256').update(bytes).digest('hex');
const preview = 'a'.repeat(64);
const lista = 'c'.repeat(64);
const dokumentRecord = (id: string, rubrik: string, at: string) =>
  stored('dokument', id, `akt:${anna}`, {
    ...{ rubrik, typ: 'Utlåtande', knytsTill: { type: 'utredning', id: utredning }, sha256, storlek: bytes.length, sidor: 3 },
    skapad: { ...signeradAv(), at },
  });

let t: ReturnType<typeof testServices>;
/** Runs when bytes are asked for, before they are given. */
let meanwhile: () => void;
beforeEach(() => {
  meanwhile = () => undefined;
  t = testServices(
    [
      personRecord(anna),
      utredningRecord(anna, utredning),
      dokumentRecord(utlatande, 'Utlåtande', '2026-10-30T09:00:00.000Z'),
      dokumentRecord(uuid(302), 'ADL-bedömning', '2026-11-02T09:00:00.000Z'),
    ],
    {
      async read(_of, from, count) {
        meanwhile();
        return { size: bytes.length, bytes: bytes.subarray(from, from + count) };
      },
      render: () => Promise.reject(new Error('made of nothing')),
      put: () => Promise.reject(new Error('stored nowhere')),
      lageOf: () => 'koad',
      unsent: () => [],
      digest: (text) => text,
      forhandsvisningar: new Map([
        [preview, { personId: anna, om: [] }],
        [lista, { personId: null, om: [] }],
      ]),
    },
  );
});
const kalla = { slag: 'dokument' as const, id: utlatande };
const las = (fran: number, antal: number) => t.call['dokument.las']({ kalla, fran, antal });
const code = async (asked: () => unknown): Promise<string> => {
  try {
    await asked();
    return 'answered';
  } catch (error) {
    return (error as CallFailure).code;
  }
};
const lasta = () => t.accessLog().filter(({ action }) => action === 'last');

test('VY-01 an opened akt tells its documents, the latest first, and gives their bytes a piece at a time', async () => {
  t.call['kund.oppna']({ personId: anna });
  expect(t.call['dokument.lista']({ personId: anna }).map(({ data }) => data.rubrik)).toEqual(['ADL-bedömning', 'Utlåtande']);
  expect(t.call['dokument.hamta']({ id: utlatande })).toMatchObject({ personId: anna, data: { rubrik: 'Utlåtande', sidor: 3 } });
  const pieces = [await las(0, 600), await las(600, 600)];
  expect(pieces.map(({ storlek }) => storlek)).toEqual([1000, 1000]);
  expect(Buffer.concat(pieces.map((piece) => Buffer.from(piece.bytes, 'base64')))).toEqual(bytes);
});

test('FRAGA-62 nothing is told or read of an akt that is not opened; the reading stands in the access log, once', async () => {
  expect(await code(() => las(0, 10))).toBe('finns-inte');
  expect(await code(() => t.call['dokument.hamta']({ id: utlatande }))).toBe('finns-inte');
  expect(await code(() => t.call['dokument.lista']({ personId: anna }))).toBe('finns-inte');
  expect(lasta()).toEqual([]);
  t.call['kund.oppna']({ personId: anna });
  t.call['dokument.hamta']({ id: utlatande });
  expect(lasta()).toEqual([]);
  await las(990, 10);
  await las(0, 10);
  expect(lasta()).toMatchObject([{ personId: anna, detail: `dokument:${utlatande}` }]);
});

test('a document whose right is lost is not read, also when it is lost while its bytes are fetched', async () => {
  t.call['kund.oppna']({ personId: anna });
  meanwhile = () => {
    t.remove('dokument', utlatande);
  };
  expect(await code(() => las(0, 10))).toBe('finns-inte');
  expect(await code(() => las(0, 10))).toBe('finns-inte');
});

test('what was made to be looked at is read by its name in this session, of an opened akt', async () => {
  const read = (name: string) => t.call['dokument.las']({ kalla: { slag: 'forhandsvisning', sha256: name }, fran: 0, antal: 5 });
  expect(await code(() => read(preview))).toBe('finns-inte');
  t.call['kund.oppna']({ personId: anna });
  expect(await read(preview)).toEqual({ storlek: 1000, bytes: Buffer.from('01234').toString('base64') });
  expect(await read(lista)).toMatchObject({ storlek: 1000 });
  expect(await code(() => read('b'.repeat(64)))).toBe('finns-inte');
  // A document of the akt is not read past its record.
  expect(await code(() => read(sha256))).toBe('finns-inte');
});
