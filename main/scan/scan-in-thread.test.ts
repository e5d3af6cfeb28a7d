import { describe, expect, it } from 'vitest';
import { ScanError } from './scan-error.ts';
import { scanInThread } from './scan-in-thread.ts';
import { scan } from './testing/pictures.ts';

const codeOf = (made: Promise<unknown>) =>
  made.then(
    () => 'taken',
    (error) => (error instanceof ScanError ? error.code : String(error)),
  );

describe('SKAN-01: each scanned file has a thread of its own', () => {
  it('gives the PDF of a picture, and the pages of a PDF', async () => {
    const { bytes, sidor } = await scanInThread(scan('three-pages.tif'), 'Inskannat');
    expect(sidor).toBe(3);
    expect(await scanInThread(bytes, 'Inskannat')).toEqual({ bytes, sidor: 3 });
  });

  it('what cannot be filed is refused with its reason', async () => {
    expect(await codeOf(scanInThread(Buffer.from('Hej'), 'Inskannat'))).toBe('okant-format');
  });

  it('a file that takes too long is ended', async () => {
    expect(await codeOf(scanInThread(scan('three-pages.tif'), 'Inskannat', { seconds: 0 }))).toBe('for-lang-tid');
  });
});
