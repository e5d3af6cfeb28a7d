import { type BigReplica, makeBigReplica } from './big-replica.ts';
import { absolute, type Metric, p95, relative, timed } from './metric.ts';

const bigAkter = 20;

/** Query and tree of a kund of 2,000 nodes, in a replica of 1,000,000 records and in one of 10,000. */
export function benchOpenKund(large: BigReplica): Metric[] {
  const small = makeBigReplica({ records: 10_000, persons: 500, bigAkter: 2 });
  try {
    // The small one first and last, so that warming up favours neither.
    const before = samples(small);
    const inLarge = samples(large);
    const inSmall = Math.max(p95(before), p95(samples(small)));
    return [absolute('open-kund', p95(inLarge), 'ms', 10), relative('open-kund-growth', p95(inLarge), 'ms', inSmall, 1.3)];
  } finally {
    small.remove();
  }
}

function samples({ services, bigAkter: akter }: BigReplica): number[] {
  const open = (personId: string) => {
    const nodes = services['kund.trad']({ personId });
    if (nodes.length < 1_990) throw new Error(`a tree of ${nodes.length} nodes is none of 2,000`);
  };
  for (const personId of akter) {
    services['kund.oppna']({ personId, skal: 'mätning' });
    open(personId);
  }
  return Array.from({ length: 10 }, () => akter.slice(0, bigAkter).map((personId) => timed(() => open(personId)))).flat();
}
