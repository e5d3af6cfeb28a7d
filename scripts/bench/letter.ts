import { DocumentsWorker } from '../../main/documents/documents-worker.ts';
import type { Dokument } from '../../shared/domain/dokument/modell.ts';
import { absolute, type Metric, p95 } from './metric.ts';

const letters = 200;

/** A letter, each another, to bytes that have been read back and hashed, through the built documents thread. */
export async function benchLetter(): Promise<Metric[]> {
  const documents = new DocumentsWorker({ workerUrl: new URL('../../dist/main/documents-worker.js', import.meta.url) });
  const samples: number[] = [];
  try {
    for (let n = 0; n < letters; n += 1) {
      const began = performance.now();
      const result = await documents.render(letter(n));
      samples.push(performance.now() - began);
      if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
    }
  } finally {
    await documents.close();
  }
  // The first ones read the fonts and the malls: once a day of work.
  return [absolute('letter-ms', p95(samples.slice(10)), 'ms', 60)];
}

const letter = (n: number): Dokument => ({
  mall: { kod: 'brev', version: 1, form: 'brev' },
  titel: 'Beslut om korttidsvistelse',
  datum: '2026-11-29',
  avsandare: ['Exempelköpings kommun', 'Vård- och omsorgsnämnden'],
  uppgifter: [{ etikett: 'Diarienummer', varde: `VON 2026-${n}` }],
  mottagare: [`Kund nummer ${n}`],
  delar: Array.from({ length: 30 }, (_, i) => ({ slag: 'stycke', text: `${n}-${i} Nämnden beviljar insatsen enligt ansökan. `.repeat(6) })),
  fot: ['Exempelköpings kommun'],
  lopande: `VON 2026-${n}`,
});
