import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Raster } from './pictures.ts';

const folder = (name: string) => join(import.meta.dirname, '..', '..', '..', 'node_modules', 'pdfjs-dist', name, '/');
type Canvas = { canvas: { width: number; height: number }; context: { getImageData(...box: number[]): { data: Uint8ClampedArray } } };

/** The pages of a PDF as pdf.js draws them, a pixel for each point. */
export async function drawn(pdf: Uint8Array): Promise<Raster[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, wasmUrl: folder('wasm'), useSystemFonts: false });
  try {
    const document = await task.promise;
    const rasters: Raster[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: 1 });
      const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
      const made = (document.canvasFactory as { create(width: number, height: number): Canvas }).create(width, height);
      await page.render({ canvas: made.canvas, canvasContext: made.context, viewport } as never).promise;
      const { data } = made.context.getImageData(0, 0, width, height);
      const value = (index: number) => data[index] ?? -1;
      rasters.push({
        width,
        height,
        at: (x, y) => [0, 1, 2].map((of) => value((y * width + x) * 4 + of)) as unknown as [number, number, number],
      });
    }
    return rasters;
  } finally {
    await task.destroy();
  }
}

export async function pageCount(pdf: Uint8Array): Promise<number> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, wasmUrl: folder('wasm') });
  try {
    return (await task.promise).numPages;
  } finally {
    await task.destroy();
  }
}
