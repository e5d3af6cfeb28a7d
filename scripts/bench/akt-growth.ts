import { v7 } from 'uuid';
import { journalRubrik } from '../../shared/domain/anteckning/records.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import { isOpenUtredning } from '../../shared/domain/utredning/records.ts';
import { bigAktNodes, makeBigReplica } from './big-replica.ts';
import { today } from './demo-files.ts';
import { type Metric, median, relative, timed } from './metric.ts';

const rounds = 60;

/**
 * A kund with 300 documents and 1,000 messages beside one whose tree has as many nodes and who has none, by turns, on a computer that has both: the
 * kund is opened, the dokumentation read, and a note decided on and saved.
 */
export function benchAktGrowthHere(): Metric[] {
  const made = makeBigReplica({ records: 10_000, persons: 500, bigAkter: 2, grown: { documents: 300, messages: 1_000 } });
  try {
    const { services, bigAkter } = made;
    const akter = bigAkter.map((personId) => {
      services['kund.oppna']({ personId, skal: 'mätning' });
      const utredning = services['kund.akt']({ personId }).utredningar.find(({ data }) => isOpenUtredning(data));
      if (!utredning) throw new Error('no open utredning');
      return { personId, dokumentation: { slag: 'utredning' as const, id: utredning.id } };
    });
    const runs = {
      open({ personId }: (typeof akter)[number]) {
        services['kund.hamta']({ personId });
        const nodes = services['kund.trad']({ personId });
        if (Math.abs(nodes.length - bigAktNodes) > 10) throw new Error(`a tree of ${nodes.length} nodes is none of ${bigAktNodes}`);
      },
      read(of: (typeof akter)[number]) {
        services['dokumentation.hamta'](of);
      },
      decide({ personId, dokumentation }: (typeof akter)[number]) {
        const input = {
          ...{ personId, anteckningId: v7(), dokumentation, rubrikKod: journalRubrik, handelsedatum: today, basRev: null, rev: v7() },
          text: fromPlainText('Samtal om vad som är viktigt.'),
        };
        const saved = services['kommando.kor']({ name: 'anteckning.spara', input });
        if (!saved.ok) throw new Error(JSON.stringify(saved.rejection));
      },
    };
    return Object.entries(runs).map(([name, run]) => {
      const samples: number[][] = akter.map(() => []);
      for (let round = 0; round <= rounds; round += 1) {
        for (const [nr, akt] of akter.entries()) {
          const ms = timed(() => run(akt));
          // The first one warms.
          if (round > 0) samples[nr]?.push(ms);
        }
      }
      const [without = [], grown = []] = samples;
      return relative(`akt-growth-${name}`, median(grown), 'ms', median(without), 1.3);
    });
  } finally {
    made.remove();
  }
}
