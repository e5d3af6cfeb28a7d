import { type Huvud, type RecordData, type RecordType, schemaNumber } from '../../shared/domain/records.ts';
import type { Meta } from './meta.ts';
import type { RecordStore } from './record-store.ts';
import type { Writer } from './transaction.ts';

/**
 * Every field of each head that is kept beside its document. One that comes to mean something else takes the next number:
 * what stands here, and the schema's number, tell heads of another version of the program from those of this one.
 */
const fields: { [T in RecordType as Huvud<T> extends RecordData<T> ? never : T]: Record<keyof Huvud<T>, number> } = {
  anteckning: {
    dokumentation: 1,
    rubrikKod: 1,
    titel: 1,
    typ: 1,
    handelsedatum: 1,
    skapadAt: 1,
    sparadAv: 1,
    signerad: 1,
    felmarkerad: 1,
    langd: 1,
    ejGranskad: 1,
  },
  mottagen: { enhet: 1, franEnhet: 1, namn: 1, lamnad: 1, slag: 1 },
  meddelande: {
    fran: 1,
    till: 1,
    personId: 1,
    enhet: 1,
    amne: 1,
    bilagor: 1,
    skickat: 1,
    laskvitto: 1,
    svarPa: 1,
    vidarebefordrar: 1,
    automatiskt: 1,
    beslutIds: 1,
    vantar: 1,
    nummer: 1,
    skyddad: 1,
    journalfort: 1,
    inledning: 1,
  },
  konfliktval: {},
  handelse: {},
};

type Kept = keyof typeof fields;
/** What heads of each type are made of today. */
const today = Object.fromEntries((Object.keys(fields) as Kept[]).map((type) => [type, JSON.stringify([schemaNumber(type), fields[type]])]));

/** Between two transactions of a rewrite: few enough that none of them is large. */
const headsAtATime = 1000;

/**
 * Makes the heads anew that another version of the program made: of another schema, with other fields, or of documents that it
 * could not read. Ended in the middle, it is done again at the next start.
 */
export function renewHeads({ meta, store, writer }: { meta: Meta; store: RecordStore; writer: Writer }): void {
  const before = meta.get('heads') ?? {};
  const changed = Object.keys({ ...before, ...today }).filter((type) => before[type] !== today[type]);
  if (changed.length === 0) return;
  let after: number | undefined = 0;
  while (after !== undefined) {
    const from: number = after;
    after = writer.writeBulk(() => store.renewHeads(changed, from, headsAtATime));
  }
  writer.write(() => meta.set('heads', today));
}
