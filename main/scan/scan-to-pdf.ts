import { withoutPadding } from '../binder/padding.ts';
import { placesByPdfJs } from '../binder/second-reader.ts';
import { UnreadablePdf } from '../binder/unreadable-pdf.ts';
import { pdfOfPages } from './image-pdf.ts';
import { jpegPage } from './jpeg.ts';
import { pngPage } from './png.ts';
import { ScanError } from './scan-error.ts';
import type { ScannedPage } from './scanned-page.ts';
import { tiffPages } from './tiff.ts';

export type ScannedPdf = { bytes: Uint8Array; sidor: number };

const begins = (file: Uint8Array, ...bytes: number[]) => bytes.every((byte, at) => file[at] === byte);
const isPdf = (file: Uint8Array) => Buffer.from(file.subarray(0, 1024)).includes('%PDF-');

/**
 * What came from a scanner or a camera as a PDF: a PDF as it is, pictures without a loss. The same file and title give the same bytes.
 * @param title what readers of PDF call it
 * @throws ScanError
 */
export async function scanToPdf(file: Uint8Array, title: string): Promise<ScannedPdf> {
  if (isPdf(file)) return { bytes: file, sidor: await countPages(file) };
  const pages = picturePages(file);
  return { bytes: await pdfOfPages(pages, title), sidor: pages.length };
}

function picturePages(file: Uint8Array): ScannedPage[] {
  if (begins(file, 0x49, 0x49) || begins(file, 0x4d, 0x4d)) return tiffPages(file);
  if (begins(file, 0xff, 0xd8)) return [jpegPage(file)];
  if (begins(file, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return [pngPage(file)];
  throw new ScanError('okant-format', 'unknown');
}

/** Pages as the viewer will show them. One whose end is missing would be shown as far as it goes, and look whole: it is refused. */
async function countPages(file: Uint8Array): Promise<number> {
  if (!Buffer.from(withoutPadding(file).subarray(-1024)).includes('%%EOF')) throw new ScanError('skadad', 'it has no end');
  let sidor: number;
  try {
    sidor = (await placesByPdfJs(file, [])).pages;
  } catch (error) {
    if (!(error instanceof UnreadablePdf)) throw error;
    throw new ScanError(error.message.includes('PasswordException') ? 'losenord-behovs' : 'skadad', error.message);
  }
  if (sidor === 0) throw new ScanError('skadad', 'no page');
  return sidor;
}
