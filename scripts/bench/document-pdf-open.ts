import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { bindInThread } from '../../main/binder/binder.ts';
import { createCore } from '../../main/core/core.ts';
import { fileKeyStore } from '../../main/core/file-key-store.ts';
import { browserFlags, findBrowser } from '../../main/webhost/browser.ts';
import { startWebHost } from '../../main/webhost/start-web-host.ts';
import type { CallInput, CallName, CallOutput, CallResult } from '../../shared/ipc/contract.ts';
import { benchTenant, writeDemoFiles } from './demo-files.ts';
import { absolute, type Metric, p95 } from './metric.ts';
import { startServerProcess } from './server-process.ts';

const openings = 20;
const sidor = 500;
const rendererDir = join(import.meta.dirname, '..', '..', 'dist', 'renderer');

/**
 * From the press on a document of 500 pages (30 MB: ten scans with their text, bound) to its first page drawn, in a browser, the first time
 * and the next; and what the canvases hold after all its pages have been gone through.
 */
export async function benchDocumentPdfOpen(): Promise<Metric[]> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('there is no Chromium, Chrome or Edge to measure in');
  const demo = writeDemoFiles(6_000);
  const server = await startServerProcess(demo.dir);
  const dataDir = mkdtempSync(join(tmpdir(), 'aktnara-bench-visare-'));
  let browser: Browser | undefined;
  try {
    const kund = await fileOne(server.url, dataDir);
    const host = await startWebHost({ dataDir, serverUrl: server.url, tenant: benchTenant, rendererDir });
    try {
      browser = await chromium.launch({ executablePath, args: browserFlags() });
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'sv-SE' });
      await page.goto(host.url);
      await toDokumentation(page, kund);
      const samples: number[] = [];
      for (let n = 0; n < openings; n += 1) samples.push(await open(page));
      const canvases = await walk(page);
      return [absolute('document-pdf-open', p95(samples), 'ms', 300), absolute('document-pdf-canvas', canvases, 'MB', 200)];
    } finally {
      await browser?.close();
      await host.close();
    }
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
    demo.remove();
  }
}

/** Files the document in an utredning of Sara's. @returns the kund's name */
async function fileOne(serverUrl: string, dataDir: string): Promise<string> {
  const core = createCore({ dataDir, serverUrl, tenant: benchTenant, keys: fileKeyStore(join(dataDir, 'nycklar')) });
  const call = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const answer = (await core.call(name, input)) as CallResult<N>;
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  };
  try {
    const { anvandare } = await call('session.anvandare', {});
    const settled = new Promise<void>((resolve) =>
      core.subscribe((event) => {
        if (event.event === 'status' && event.status.fas === 'vilar' && event.status.hamtad !== null) resolve();
      }),
    );
    await call('session.loggaIn', { anvandareId: anvandare.find(({ namn }) => namn === 'Sara Nyström')?.id ?? '' });
    await settled;
    const utredning = (await call('mina.utredningar', {})).find(({ person }) => person.skydd === 'ingen');
    if (!utredning) throw new Error('Sara Nyström has no open utredning');
    const { personId, namn } = utredning.person;
    await call('kund.oppna', { personId });
    const stored = await core.documents().put([await bunt()]);
    const answer = await call('kommando.kor', {
      name: 'dokument.arkivera',
      input: {
        ...{ personId, dokumentId: randomUUID(), rubrik: 'Pärm', typ: 'Övrigt', sidor, ...stored },
        knytsTill: { type: 'utredning', id: utredning.utredningId },
      },
    });
    if (!answer.ok) throw new Error(answer.rejection.code);
    return namn;
  } finally {
    await core.close();
  }
}

/** Ten scans bound to one. */
async function bunt(): Promise<Uint8Array> {
  const scan = await scans(sidor / 10);
  const sources = Array.from({ length: 10 }, (_, index) => ({ name: `skanning-${index}.pdf`, bytes: scan }));
  return (await bindInThread(sources, {})).bytes;
}

/** Pages with a picture each, that nothing makes smaller, and words. */
async function scans(antal: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let n = 1; n <= antal; n += 1) {
    const page = pdf.addPage([595, 842]);
    const fakta = { Type: 'XObject', Subtype: 'Image', Width: 600, Height: 800, ColorSpace: 'DeviceGray', BitsPerComponent: 1 };
    const bild = pdf.context.register(pdf.context.stream(randomBytes(60_000), fakta));
    const name = page.node.newXObject('Bild', bild);
    page.drawText(`Sida ${n}, utlåtande om behov av hjälp`, { x: 60, y: 780, size: 14, font });
    page.node.addContentStream(pdf.context.register(pdf.context.stream(`q 475 0 0 660 60 60 cm ${name} Do Q`)));
  }
  return pdf.save();
}

async function toDokumentation(page: Page, kund: string): Promise<void> {
  await page.getByRole('option', { name: 'Sara Nyström' }).dblclick();
  await page
    .getByRole('grid', { name: /utredningar/i })
    .getByText(kund)
    .first()
    .dblclick();
  await page
    .getByRole('treeitem', { name: /^LSS Utredning/ })
    .first()
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Dokumentation/ }).click();
  await page.getByRole('navigation', { name: 'Dokumentationens rubrikträd' }).waitFor();
  await page.keyboard.press('Alt+d');
}

/** Opens it and closes it again. @returns milliseconds from the press to the first page drawn */
async function open(page: Page): Promise<number> {
  const pane = page.getByRole('complementary', { name: 'Dokument bredvid' });
  const ms = await pane.getByRole('button', { name: /^Pärm/ }).evaluate(
    (button: HTMLElement) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        const watch = new MutationObserver(() => {
          if (!document.querySelector('.pdfViewer .page[data-page-number="1"][aria-busy="false"]')) return;
          watch.disconnect();
          resolve(performance.now() - began);
        });
        watch.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy'] });
        button.click();
      }),
  );
  await pane.getByRole('button', { name: 'Stäng dokumentet' }).click();
  return ms;
}

/** Goes through all pages. @returns the megabytes of canvases that are then kept */
async function walk(page: Page): Promise<number> {
  const pane = page.getByRole('complementary', { name: 'Dokument bredvid' });
  await pane.getByRole('button', { name: /^Pärm/ }).click();
  const number = pane.getByRole('textbox', { name: /^Sida, av / });
  for (let n = 10; n <= sidor; n += 10) {
    await number.fill(String(n));
    await number.press('Enter');
    await page.locator(`.pdfViewer .page[data-page-number="${n}"][aria-busy="false"]`).waitFor();
  }
  return page.evaluate(() =>
    [...document.querySelectorAll('canvas')].reduce((bytes, { width, height }) => bytes + (width * height * 4) / 1_000_000, 0),
  );
}
