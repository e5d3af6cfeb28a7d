import { randomUUID } from 'node:crypto';
import { journalRubrik } from '../../shared/domain/anteckning/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import { BenchCore } from './core-process.ts';
import { writeDemoFiles } from './demo-files.ts';
import { absolute, type Metric, p95 } from './metric.ts';
import { startServerProcess } from './server-process.ts';

const edits = 60;

/** From one user's Spara to the text readable in a colleague's client: core to server to core, over loopback. */
export async function benchEditToVisible(): Promise<Metric[]> {
  const demo = writeDemoFiles(6_000);
  const server = await startServerProcess(demo.dir);
  const writer = new BenchCore(server.url);
  const reader = new BenchCore(server.url);
  try {
    await writer.signIn('Sara Nyström');
    await reader.signIn('Per Hallberg');
    await Promise.all([writer.synced(), reader.synced()]);
    const utredning = (await writer.call('mina.utredningar', {})).find(({ person }) => person.skydd === 'ingen');
    if (!utredning) throw new Error('Sara Nyström has no open utredning');
    const { personId } = utredning.person;
    const dokumentation = { slag: 'utredning' as const, id: utredning.utredningId };
    await reader.call('kund.oppna', { personId });

    const samples: number[] = [];
    for (let n = 0; n < edits; n += 1) {
      const anteckningId = randomUUID();
      const began = performance.now();
      const visible = (async () => {
        for (;;) {
          const changed = reader.until((event) => event.event === 'andrat' && event.scopes.includes(aktScope(personId)));
          const { anteckningar } = await reader.call('dokumentation.hamta', { personId, dokumentation });
          if (anteckningar.some(({ id }) => id === anteckningId)) {
            const [note] = await reader.call('dokumentation.noter', { personId, dokumentation, ids: [anteckningId] });
            if (note) return performance.now() - began;
          }
          await changed;
        }
      })();
      const answer = await writer.call('kommando.kor', {
        name: 'anteckning.spara',
        input: {
          personId,
          anteckningId,
          dokumentation,
          rubrikKod: journalRubrik,
          handelsedatum: '2026-11-20',
          text: fromPlainText(`Samtal nummer ${n} om insatsens omfattning.`),
          basRev: null,
          rev: randomUUID(),
        },
      });
      if (!answer.ok) throw new Error(answer.rejection.code);
      samples.push(await visible);
    }
    return [absolute('edit-to-visible', p95(samples), 'ms', 100)];
  } finally {
    await writer.stop();
    await reader.stop();
    await server.stop();
    writer.remove();
    reader.remove();
    demo.remove();
  }
}
