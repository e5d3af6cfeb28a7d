import { v7 } from 'uuid';
import { journalRubrik } from '../../shared/domain/anteckning/records.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import type { BigReplica } from './big-replica.ts';
import { today } from './demo-files.ts';
import { absolute, type Metric, p95, timed } from './metric.ts';

const lists = ['mina.utredningar', 'mina.osignerade', 'mina.andrat', 'mina.bestallningar', 'mina.bevakningar'] as const;
const enhetschef = 'Katarina Wallin';

/**
 * All lists of Mina sidor of a handläggare with 200 kunder in a replica of 1,000,000 records, Enheten of her enhetschef, and a note
 * saved in one of her utredningar, with the computed bevakningar that follow from it.
 */
export function benchMinaSidor({ services, servicesOf, kunder }: BigReplica): Metric[] {
  const utredningar = services['mina.utredningar']({});
  if (kunder !== 200) throw new Error(`${kunder} kunder`);
  const morgon = () => {
    for (const list of lists) services[list]({});
  };
  const spara = (n: number) => {
    const rad = utredningar[n % utredningar.length];
    if (!rad) throw new Error('no utredning');
    const saved = services['kommando.kor']({
      name: 'anteckning.spara',
      input: {
        ...{ personId: rad.person.personId, anteckningId: v7(), dokumentation: { slag: 'utredning', id: rad.utredningId } },
        ...{ rubrikKod: journalRubrik, handelsedatum: today, text: fromPlainText(`Samtal ${n}`), basRev: null, rev: v7() },
      },
    });
    if (!saved.ok) throw new Error(JSON.stringify(saved.rejection));
  };
  const chef = servicesOf(enhetschef);
  const enheten = () => {
    const { klar, rader } = chef['enhet.oversikt']({});
    if (!klar || rader.length < 5) throw new Error(`the unit shows ${rader.length} handläggare${klar ? '' : ', not all counted'}`);
  };
  const many = (times: number, run: (n: number) => void) => {
    run(times);
    return p95(Array.from({ length: times }, (_, n) => timed(() => run(n))));
  };
  return [
    absolute('mina-sidor', many(100, morgon), 'ms', 30),
    absolute('unit-view', many(40, enheten), 'ms', 200),
    absolute('list-update', many(100, spara), 'ms', 20),
  ];
}
