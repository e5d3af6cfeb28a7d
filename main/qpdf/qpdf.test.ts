import { PDFDocument } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { lockPdf, rewrite } from './qpdf.ts';

const letter = async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage([200, 200]).drawText('hemligt');
  return pdf.save({ useObjectStreams: false });
};
/** As another reader of PDF opens it. */
async function opened(bytes: Uint8Array, password?: string): Promise<string> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, ...(password === undefined ? {} : { password }) });
  try {
    const page = await (await task.promise).getPage(1);
    return (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('');
  } catch (error) {
    return (error as Error).name;
  } finally {
    await task.destroy();
  }
}

describe('a locked PDF', () => {
  it.each(['lång mening åäö ÅÄÖ', '@mellanslag och --bits=40', 'citat \' och " i'])(
    'opens with its password alone: %s',
    async (password) => {
      const locked = await lockPdf(await letter(), password);
      expect(await opened(locked, password)).toBe('hemligt');
      expect(await opened(locked)).toBe('PasswordException');
      expect(await opened(locked, `${password}.`)).toBe('PasswordException');
      expect(Buffer.from(locked).includes('/AESV3')).toBe(true);
    },
  );

  it('is given back by qpdf', async () => {
    const locked = await lockPdf(await letter(), 'åäö');
    expect(await rewrite(locked, 'åäö')).toMatchObject({ kind: 'ok' });
    expect(await rewrite(locked, '')).toEqual({ kind: 'password' });
  });
});
