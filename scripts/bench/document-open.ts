import { bigAkt } from '../demo/generate.ts';
import { BenchCore } from './core-process.ts';
import { today, writeDemoFiles } from './demo-files.ts';
import { absolute, type Metric, p95 } from './metric.ts';
import { startServerProcess } from './server-process.ts';

const openings = 100;
const notes = 1_900;
/** As many as the read view asks for when it is first shown: a screen, and one more. */
const firstScreen = 32;

/** A dokumentation of 1,900 notes, from the call to the tree and the first screen's texts in the page's hands, through the core's thread. */
export async function benchDocumentOpen(): Promise<Metric[]> {
  const akt = bigAkt(2_000, { today, utredningar: 1 });
  const idOf = (type: string) => akt.find((record) => record.type === type)?.id ?? '';
  const personId = idOf('person');
  const dokumentation = { slag: 'utredning' as const, id: idOf('utredning') };
  const demo = writeDemoFiles(1_000, akt);
  const server = await startServerProcess(demo.dir);
  const core = new BenchCore(server.url);
  try {
    await core.signIn('Sara Nyström');
    await core.synced();
    await core.call('kund.oppna', { personId });
    const samples: number[] = [];
    for (let n = 0; n < openings; n += 1) {
      const began = performance.now();
      const { anteckningar } = await core.call('dokumentation.hamta', { personId, dokumentation });
      const ids = anteckningar.slice(0, firstScreen).map(({ id }) => id);
      const texts = await core.call('dokumentation.noter', { personId, dokumentation, ids });
      samples.push(performance.now() - began);
      if (anteckningar.length < notes || texts.length < firstScreen) throw new Error(`a dokumentation of ${anteckningar.length} notes`);
    }
    return [absolute('document-open', p95(samples), 'ms', 50)];
  } finally {
    await core.stop();
    await server.stop();
    core.remove();
    demo.remove();
  }
}
