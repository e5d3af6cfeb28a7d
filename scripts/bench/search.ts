import type { BigReplica } from './big-replica.ts';
import { absolute, type Metric, p95, timed } from './metric.ts';

/** Each form of the person search over 100,000 persons (SOK-03 to SOK-07); the slowest form counts. */
export function benchSearch({ services, persons }: BigReplica): Metric[] {
  const forms: Record<string, (person: BigReplica['persons'][number]) => string> = {
    personnummer: ({ personnummer }) => personnummer,
    'tio siffror': ({ personnummer }) => personnummer.slice(2),
    'sex siffror*': ({ personnummer }) => `${personnummer.slice(2, 8)}*`,
    'efternamn förnamn': ({ efternamn, fornamn }) => `${efternamn} ${fornamn.split(' ')[0]}`,
    '*förnamn': ({ fornamn }) => `*${fornamn.split(' ')[0]}`,
    'efternamn*': ({ efternamn }) => `${efternamn.slice(0, 3)}*`,
  };
  const slowest = Math.max(
    ...Object.entries(forms).map(([form, textOf]) =>
      p95(
        persons.map((person) =>
          timed(() => {
            const found = services['sok.person']({ text: textOf(person), arhundrade: 'alla' });
            if (found.slag !== 'traffar' || found.rader.length === 0) throw new Error(`${form} found nobody for ${textOf(person)}`);
          }),
        ),
      ),
    ),
  );
  return [absolute('search', slowest, 'ms', 20)];
}
