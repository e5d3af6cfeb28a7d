import { DocumentsWorker } from '../../main/documents/documents-worker.ts';
import { beslutsbrev } from '../../shared/domain/dokument/beslutsbrev.ts';
import { utskriftshinder } from '../../shared/domain/dokument/utskrift.ts';
import { personOfScope } from '../../shared/domain/scope.ts';
import { aktState } from '../demo/akt-state.ts';
import { generateRecords } from '../demo/generate.ts';
import { Katalog } from '../demo/katalog.ts';
import { today } from './demo-files.ts';
import { absolute, type Metric, p95 } from './metric.ts';

const letters = 200;

/** A decision letter, each another, from records to bytes that have been read back and hashed, through the built documents thread. */
export async function benchLetter(): Promise<Metric[]> {
  const wanted = decisions();
  const documents = new DocumentsWorker({ workerUrl: new URL('../../dist/main/documents-worker.js', import.meta.url) });
  const samples: number[] = [];
  try {
    for (const { state, personId, beslutId } of wanted) {
      const began = performance.now();
      const letter = beslutsbrev(state, { slag: 'beslut', personId, beslutId, idag: '2026-11-20' });
      if (!letter.ok) throw new Error(`a letter that lacks ${letter.error.map(({ kod }) => kod).join(', ')}`);
      const made = await documents.render(letter.value);
      samples.push(performance.now() - began);
      if (!made.ok) throw new Error(`${made.error.code}: ${made.error.detail}`);
    }
  } finally {
    await documents.close();
  }
  // The first ones start the thread and read fonts and malls: once a day of work.
  return [absolute('letter-ms', p95(samples.slice(10)), 'ms', 60)];
}

/** Decisions of the demo municipality of which a letter can be made. */
function decisions() {
  const records = [...generateRecords({ persons: 500, seed: 1, today })];
  const katalog = new Katalog();
  const byScope = Map.groupBy(records, ({ scope }) => scope);
  const found = records.flatMap(({ type, id, scope }) => {
    const personId = personOfScope(scope);
    if (type !== 'beslut' || personId === undefined) return [];
    const state = aktState(byScope.get(scope) ?? [], personId, katalog);
    const hinder = utskriftshinder(state, { slag: 'beslut', id });
    return hinder || !beslutsbrev(state, { slag: 'beslut', personId, beslutId: id, idag: '2026-11-20' }).ok
      ? []
      : [{ state, personId, beslutId: id }];
  });
  if (found.length < letters) throw new Error(`only ${found.length} decisions to print`);
  return found.slice(0, letters);
}
