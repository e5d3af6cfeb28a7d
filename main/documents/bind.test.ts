import { PDFDocument } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { BindError, bindPdfs } from './bind.ts';

/** A PDF of one page per width, so that a page tells where it came from. */
async function pdf(...widths: number[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const width of widths) document.addPage([width, 500]).drawText(`page ${width}`);
  return document.save();
}
const widths = async (bytes: Uint8Array) => (await PDFDocument.load(bytes)).getPages().map((page) => page.getWidth());
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('bound'),
    (error) => (error instanceof BindError ? [error.code, error.source] : expect.unreachable(String(error))),
  );

describe('joining', () => {
  test('BIND-01 joins documents of several pages', async () => {
    const bound = await bindPdfs([
      { name: 'beslut.pdf', bytes: await pdf(101, 102) },
      { name: 'utredning.pdf', bytes: await pdf(201) },
    ]);
    expect(await widths(bound)).toEqual([101, 102, 201]);
  });

  test('BIND-03 keeps the order given, also of one document twice', async () => {
    const a = { name: 'a', bytes: await pdf(1) };
    const b = { name: 'b', bytes: await pdf(2, 3) };
    expect(await widths(await bindPdfs([b, a, b]))).toEqual([2, 3, 1, 2, 3]);
  });

  test('what it joined can be joined again', async () => {
    const once = await bindPdfs([{ name: 'a', bytes: await pdf(1, 2) }]);
    expect(
      await widths(
        await bindPdfs([
          { name: 'once', bytes: once },
          { name: 'c', bytes: await pdf(3) },
        ]),
      ),
    ).toEqual([1, 2, 3]);
  });
});

describe('refusing, with the name of the document', () => {
  test('nothing to join', async () => {
    expect(await failure(bindPdfs([]))).toEqual(['inga-dokument', '']);
  });

  test.each([
    ['empty', new Uint8Array()],
    ['text', Buffer.from('Hej')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
  ])('not a PDF: %s', async (name, bytes) => {
    const good = { name: 'good', bytes: await pdf(1) };
    expect(await failure(bindPdfs([good, { name, bytes }]))).toEqual(['inte-pdf', name]);
  });

  test('a PDF cut in half', async () => {
    const bytes = await pdf(1, 2, 3);
    expect(await failure(bindPdfs([{ name: 'half', bytes: bytes.subarray(0, bytes.length / 2) }]))).toEqual(['skadad', 'half']);
  });

  test('only a header', async () => {
    expect(await failure(bindPdfs([{ name: 'head', bytes: Buffer.from('%PDF-1.7\n') }]))).toEqual(['skadad', 'head']);
  });

  test('a PDF with a password', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    document.encrypt({ userPassword: 'hemligt', ownerPassword: 'hemligare' });
    expect(await failure(bindPdfs([{ name: 'locked', bytes: await document.save() }]))).toEqual(['losenordsskyddad', 'locked']);
  });
});
