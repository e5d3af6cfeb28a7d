import { v7 } from 'uuid';
import type { Dokument } from '../../shared/domain/dokument/records.ts';
import { etjanstId } from '../../shared/domain/etjanst/records.ts';
import type { Meddelande } from '../../shared/domain/meddelande/records.ts';
import { displayName, type Person } from '../../shared/domain/person/records.ts';
import { aktScope, meddelandeScope } from '../../shared/domain/scope.ts';
import { plusDagar, swedishDay } from '../../shared/util/datum.ts';
import type { DemoRecord } from '../demo/generate.ts';

/** What has grown at a kund over the years, beside the notes. */
export type Growth = { documents: number; messages: number };

type Whose = { personId: string; person: Pick<Person, 'personnummer' | 'efternamn' | 'fornamn'>; utredningId: string };
type By = { userId: string; namn: string };

const at = '2026-11-01T09:00:00.000Z';
const brev = 'Hej! Jag undrar när ni kommer hem till mig nästa gång och om min syster kan vara med. '.repeat(4);

/** The records of it: documents of an utredning in the akt, and messages from her and to her by turns, each in a scope of its own. */
export function* grown({ documents, messages }: Growth, { personId, person, utredningId }: Whose, by: By): Generator<DemoRecord> {
  const hex = (nr: number) => nr.toString(16).padStart(64, '0');
  const ids: string[] = [];
  for (let nr = 0; nr < documents; nr += 1) {
    const data: Dokument = {
      ...{ rubrik: `Utlåtande nummer ${nr}`, typ: 'Utlåtande', avsandare: 'Habiliteringen' },
      ...{ knytsTill: { type: 'utredning', id: utredningId }, sha256: hex(nr), storlek: 40_000, sidor: 2 },
      skapad: { anvandareId: by.userId, namn: by.namn, at: `${plusDagar(swedishDay(at), -nr)}${at.slice(10)}` },
    };
    const id = v7();
    ids.push(id);
    yield { type: 'dokument', id, scope: aktScope(personId), schema: 1, data };
  }
  const kunden = {
    ...{ slag: 'medborgare' as const, namn: displayName(person), personnummer: person.personnummer },
    aktiveringId: etjanstId(personId),
  };
  const handlaggaren = { slag: 'anvandare' as const, anvandareId: by.userId, namn: by.namn };
  for (let nr = 0; nr < messages; nr += 1) {
    const dokumentId = ids[nr % Math.max(1, ids.length)];
    const bilaga = { personId, rubrik: 'Utlåtande', sha256: hex(nr % Math.max(1, ids.length)), storlek: 40_000, sidor: 2 };
    const data: Meddelande = {
      ...(nr % 2 === 0 ? { fran: kunden, till: [handlaggaren] } : { fran: handlaggaren, till: [{ ...kunden, levererat: at }] }),
      ...{ personId, enhet: 'lss', amne: `Fråga nummer ${nr}`, text: brev, skickat: at, nummer: [person.personnummer] },
      bilagor: dokumentId !== undefined && nr % 3 === 0 ? [{ ...bilaga, dokumentId }] : [],
    };
    const id = v7();
    yield { type: 'meddelande', id, scope: meddelandeScope(id), schema: 1, data };
  }
}
