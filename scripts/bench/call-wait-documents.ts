import { randomBytes, randomUUID } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { MinUtredning } from '../../shared/ipc/views.ts';
import { BenchCore, longestWait } from './core-process.ts';
import { writeDemoFiles } from './demo-files.ts';
import { absolute, type Metric } from './metric.ts';
import { startServerProcess } from './server-process.ts';

const reader = 'Sara Nyström';
/** Scans that are bound, and pages of each. */
const scans = 10;
const pagesEach = 50;
const pieceBytes = 1024 * 1024;

/**
 * The longest wait of a call while documents are made of an akt, ten scans (30 MB in all) taken in, bound and filed, and the bundle sent to the
 * server; and at another computer of the same user's while it is fetched.
 */
export async function benchCallWaitDocuments(): Promise<Metric[]> {
  const demo = writeDemoFiles(6_000);
  const server = await startServerProcess(demo.dir);
  const [here, there] = [new BenchCore(server.url), new BenchCore(server.url)];
  try {
    const scan = await scanned();
    await here.signIn(reader);
    await here.synced();
    const [rad] = (await here.call('mina.utredningar', {})).filter(({ person }) => person.skydd === 'ingen');
    if (!rad) throw new Error(`${reader} has no utredning`);
    const { personId } = rad.person;
    const steps: [string, number][] = [];
    const step = async (what: string, core: BenchCore, run: () => Promise<unknown>) => {
      const began = performance.now();
      const wait = await longestWait(core, run);
      steps.push([what, wait]);
      console.error(`  ${what}: ${Math.round(wait)} ms of ${Math.round(performance.now() - began)}`);
    };
    await here.call('kund.oppna', { personId });
    await step('made', here, () => make(here, rad));
    const filer: string[] = [];
    await step('taken in', here, async () => {
      for (let number = 0; number < scans; number += 1) filer.push(await takeIn(here, personId, scan, `skanning-${number}.pdf`));
    });
    let bundle: { sha256: string; storlek: number; sidor: number } | undefined;
    await step('bound', here, async () => {
      const delar = filer.map((id) => ({ kalla: { slag: 'fil' as const, id } }));
      const val = { jobb: randomUUID(), personId, titel: 'Pärm', framsida: true, sidnummer: true, delar };
      const answer = await here.call('bindare.bind', val);
      if (!answer.ok) throw new Error(answer.kod);
      bundle = answer;
    });
    const dokumentId = randomUUID();
    await step('sent', here, async () => {
      const { sha256, storlek, sidor } = bundle as NonNullable<typeof bundle>;
      const input = { personId, dokumentId, rubrik: 'Pärm', typ: 'Övrigt', sha256, storlek, sidor };
      const command = { ...input, knytsTill: { type: 'utredning', id: rad.utredningId } };
      const answer = await here.call('kommando.kor', { name: 'dokument.arkivera', input: command });
      if (!answer.ok) throw new Error(answer.rejection.code);
      await lage(here, personId, dokumentId, 'mottagen');
    });
    await there.signIn(reader);
    await there.synced();
    await there.call('kund.oppna', { personId });
    await step('fetched', there, () => there.call('dokument.las', { kalla: { slag: 'dokument', id: dokumentId }, fran: 0, antal: 1000 }));
    return [absolute('call-wait-documents', Math.max(...steps.map(([, wait]) => wait)), 'ms', 50)];
  } finally {
    for (const core of [here, there]) {
      await core.stop();
      core.remove();
    }
    await server.stop();
    demo.remove();
  }
}

/** The kund's documents, as Granska makes them. */
async function make(core: BenchCore, { person: { personId }, utredningId }: MinUtredning): Promise<void> {
  const dokumentation = { slag: 'utredning' as const, id: utredningId };
  for (let times = 0; times < 10; times += 1) {
    const journal: CallInput<'dokument.granska'> = { slag: 'journal', personId, dokumentation };
    for (const val of [journal, { slag: 'utredning' as const, personId, utredningId }]) await core.call('dokument.granska', val);
  }
}

/** As the page hands it over. @returns its id */
async function takeIn(core: BenchCore, personId: string, bytes: Uint8Array, namn: string): Promise<string> {
  const id = randomUUID();
  for (let fran = 0; fran < bytes.length; fran += pieceBytes) {
    const del = Buffer.from(bytes.subarray(fran, fran + pieceBytes)).toString('base64');
    const answer = await core.call('bindare.fil', { personId, id, namn, storlek: bytes.length, fran, del });
    if (answer.slag === 'nekad') throw new Error(answer.kod);
  }
  const svar = await core.call('bindare.prova', { jobb: randomUUID(), personId, kalla: { slag: 'fil', id } });
  if (!svar.ok) throw new Error(svar.kod);
  return id;
}

/** Resolves when the document's bytes are there. */
async function lage(core: BenchCore, personId: string, dokumentId: string, wanted: string): Promise<void> {
  const is = async () => (await core.call('dokument.lista', { personId })).find(({ id }) => id === dokumentId)?.lage === wanted;
  while (!(await is())) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Pages with a picture each, that nothing makes smaller. */
async function scanned(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let number = 0; number < pagesEach; number += 1) {
    const page = pdf.addPage([595, 842]);
    const facts = { Type: 'XObject', Subtype: 'Image', Width: 600, Height: 800, ColorSpace: 'DeviceGray', BitsPerComponent: 1 };
    const name = page.node.newXObject('Bild', pdf.context.register(pdf.context.stream(randomBytes(60_000), facts)));
    page.node.addContentStream(pdf.context.register(pdf.context.stream(`q 475 0 0 660 60 60 cm ${name} Do Q`)));
  }
  return pdf.save();
}
