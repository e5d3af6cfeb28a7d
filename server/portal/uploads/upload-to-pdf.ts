import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { pdfOfPages } from '../../../main/scan/image-pdf.ts';
import { jpegFacts, jpegPage } from '../../../main/scan/jpeg.ts';
import { pngPage } from '../../../main/scan/png.ts';
import { ScanError } from '../../../main/scan/scan-error.ts';
import { type ScannedPdf, scanToPdf } from '../../../main/scan/scan-to-pdf.ts';
import type { ScannedPage } from '../../../main/scan/scanned-page.ts';

/**
 * What cameras of phones make by themselves; a picture is some hundred megabytes while it is open, which no limit of the thread
 * counts.
 */
const mostPixels = 25_000_000;
const mostDecoded = 150_000_000;
const quality = 88;

const begins = (file: Uint8Array, ...bytes: number[]) => bytes.every((byte, at) => file[at] === byte);

/**
 * What somebody outside has sent, as a PDF: a PDF as it is, since what came in is kept; a picture decoded and made anew, so that nothing of the file but its pixels goes
 * on, nor where a camera was. The same file and title give the same bytes.
 * @throws ScanError
 */
export async function uploadToPdf(file: Uint8Array, title: string): Promise<ScannedPdf> {
  const page = begins(file, 0xff, 0xd8) ? remadeJpeg(file) : begins(file, 0x89, 0x50, 0x4e, 0x47) ? remadePng(file) : undefined;
  if (page) return { bytes: await pdfOfPages([page], title), sidor: 1 };
  if (!Buffer.from(file.subarray(0, 1024)).includes('%PDF-')) throw new ScanError('okant-format', 'unknown');
  return scanToPdf(file, title);
}

function remadeJpeg(file: Uint8Array): ScannedPage {
  const { width, height, orientation, resolution } = jpegFacts(file);
  checkSize(width, height);
  const { data } = decoded(() => jpeg.decode(file, { useTArray: true, maxResolutionInMP: mostPixels / 1e6 + 1, maxMemoryUsageInMB: 700 }));
  const made = jpeg.encode({ data, width, height }, quality).data;
  return { ...jpegPage(made), orientation, resolution };
}

function remadePng(file: Uint8Array): ScannedPage {
  const { width, height, orientation, resolution } = pngPage(file);
  // Its depth stands in the header: samples of sixteen bits are twice as many bytes.
  checkSize(width, height, (file[24] ?? 8) > 8 ? 8 : 4);
  const picture = decoded(() => PNG.sync.read(Buffer.from(file)));
  const white = { red: 255, green: 255, blue: 255 };
  const made = PNG.sync.write(picture, { colorType: 2, inputHasAlpha: true, bgColor: white });
  return { ...pngPage(made), orientation, resolution };
}

function checkSize(width: number, height: number, bytesEach = 4): void {
  if (width * height > mostPixels || width * height * bytesEach > mostDecoded) throw new ScanError('for-stor', `${width} × ${height}`);
}

/** What a decoder will not have is no picture. */
function decoded<T>(decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    throw new ScanError('skadad', error instanceof Error ? error.message : String(error));
  }
}
