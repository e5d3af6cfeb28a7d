import { lasDrift, lasInkomster, lasStatistik } from './behorighet.ts';
import { anvandarbucket, brevladebucket, type Lada, ladbucket } from './brevlada.ts';
import type { Actor } from './command.ts';
import { type Enhetsmarke, enhetOf } from './enhet.ts';
import type { Person } from './person/records.ts';
import {
  avgiftBucket,
  type Bucket,
  driftBucket,
  type One,
  type RecordReaders,
  statistikBucket,
  type UtforareReaders,
  utforareBucket,
} from './readers.ts';
import { definitionOf, type Huvud, huvudOf, type RecordType, records } from './records.ts';
import { personOfScope } from './scope.ts';

/** The buckets a user reads from; follows from roles and rights alone. */
export function bucketsOfAnvandare(
  actor: Pick<Actor, 'id' | 'roller' | 'enheter' | 'skyddadBehorighet' | 'aktiv' | 'utforareId' | 'brevlador'>,
): Bucket[] {
  if (!actor.aktiv) return [];
  const isUnits = actor.roller.some((roll) => roll !== 'utforare');
  const units = isUnits ? actor.enheter.map((enhet) => `org:${enhet}`) : [];
  const lador = isUnits
    ? [
        ...actor.enheter.map((enhet) => anvandarbucket(actor.id, enhet)),
        ...(actor.brevlador ?? []).filter(({ enhet }) => actor.enheter.includes(enhet)).map(brevladebucket),
      ]
    : [];
  const utforare = actor.roller.includes('utforare') && actor.utforareId ? [`utforare:${actor.utforareId}`] : [];
  const avgift = lasInkomster(actor) ? actor.enheter.map(avgiftBucket) : [];
  const open = [...units, ...avgift, ...utforare, ...lador];
  const behind = actor.skyddadBehorighet ? open.map(skyddad) : [];
  const statistik = lasStatistik(actor) ? [statistikBucket] : [];
  const drift = lasDrift(actor) ? [driftBucket] : [];
  return [...new Set(['katalog', ...statistik, ...drift, `anvandare:${actor.id}`, ...open, ...behind])];
}

export type Part = { [T in RecordType]: { type: T; id: string; huvud: Huvud<T>; mark: Enhetsmarke } }[RecordType];

/** A stored record as its readers are decided by it. */
export const partOf = (type: RecordType, id: string, data: unknown): Part =>
  ({ type, id, huvud: huvudOf(type, data), mark: data as Enhetsmarke }) as Part;

/**
 * The buckets of every record of one scope. What is common lies in those of every unit that has the kund, what is a unit's in that one's
 * (`enhetOf`). One record's reader follows from another: the person's protection moves the akt,
 * a verkställighet lets its utförare read it, its notes and the person, and a beställning lets the one it was sent to read it,
 * the person and the bifall to be carried out.
 */
export function bucketsOfScope(scope: string, parts: Part[]): Map<string, Bucket[]> {
  const readers = readersOf(scope, parts);
  return new Map(parts.map((part) => [part.id, bucketsOf(part, readers)]));
}

/** The types that decide who reads the others: while none of them changes, every other record is decided by itself. */
export const decidingTypes = ['person', 'verkstallighet', 'bestallning'] as const satisfies RecordType[];

/** Who reads a scope, and through what; follows from the records of {@link decidingTypes} alone. */
export type Readers = UtforareReaders & {
  scope: string;
  /** Of the person; none where the person is not there. */
  enheter: string[];
  isSkyddad: boolean;
};

/** @param parts of the scope, at least those of {@link decidingTypes} */
export function readersOf(scope: string, parts: Part[]): Readers {
  const person = parts.find((part) => part.type === 'person')?.huvud as Person | undefined;
  return {
    scope,
    enheter: [...new Set(person?.enheter)],
    isSkyddad: person?.skydd === 'skyddadFolkbokforing',
    ...utforareReaders(parts),
  };
}

/** Those of a unit who read a type: all of them, its avgiftshandläggare alone, or both in buckets of their own. */
function enhetsbuckets(type: RecordType, enhet: string): Bucket[] {
  const { readers, avgiftsgrund } = definitionOf(type);
  if (readers === 'avgiften') return [avgiftBucket(enhet)];
  return avgiftsgrund ? [`org:${enhet}`, avgiftBucket(enhet)] : [`org:${enhet}`];
}
const rollbucket = (type: RecordType): Bucket | undefined => {
  const { readers } = records[type];
  return readers === 'statistiken' ? statistikBucket : readers === 'systemforvaltarna' ? driftBucket : undefined;
};

/** The buckets of one record, each once. */
export function bucketsOf(part: Part, readers: Readers): Bucket[] {
  if (part.type === 'eansokan') return [part.huvud.skyddad ? skyddad(`org:${part.huvud.enhet}`) : `org:${part.huvud.enhet}`];
  if (part.type === 'meddelande' || part.type === 'brevlage') return brevbuckets(part);
  // `katalog` and `anvandare:<id>` are buckets of their own names.
  if (personOfScope(readers.scope) === undefined) return [rollbucket(part.type) ?? readers.scope];
  const enhet = enhetOf(part.type, part.mark, readers);
  const enheter = enhet === undefined ? readers.enheter : [enhet];
  const open = [...enheter.flatMap((one) => enhetsbuckets(part.type, one)), ...utforareBuckets(part, readers)];
  // One who is protected is so in another's akt too.
  const isAnnans = part.type === 'hushallsmedlem' || part.type === 'kontakt' || part.type === 'samtycke' || part.type === 'godkannande';
  const isSkyddad = readers.isSkyddad || (isAnnans && part.huvud.skyddad === true);
  return [...new Set(isSkyddad ? open.map(skyddad) : open)];
}

/** A message lies with who sent it and with each it was sent to; what a citizen wrote is before the whole unit, too (FORB-72). */
function brevbuckets(part: Extract<Part, { type: 'meddelande' | 'brevlage' }>): Bucket[] {
  const { enhet, skyddad: isSkyddad } = part.huvud;
  const buckets = ladorAv(part).map((lada) => ladbucket(lada, enhet));
  return [...new Set(isSkyddad ? buckets.map(skyddad) : buckets)];
}

function ladorAv(part: Extract<Part, { type: 'meddelande' | 'brevlage' }>): Lada[] {
  if (part.type === 'brevlage') {
    const { lada, kvittoTill, enhet, forEnheten } = part.huvud;
    const avsandaren: Lada[] = kvittoTill === undefined ? [] : [{ slag: 'anvandare', anvandareId: kvittoTill }];
    return [lada, ...avsandaren, ...(forEnheten && enhet !== undefined ? [{ slag: 'enhet' as const, enhet }] : [])];
  }
  const { fran, till, enhet } = part.huvud;
  const hos = till.flatMap((en): Lada[] => (en.slag === 'medborgare' ? [] : [en.slag === 'anvandare' ? hosAnvandare(en) : en]));
  if (fran.slag === 'anvandare') return [hosAnvandare(fran), ...hos];
  return enhet === undefined ? hos : [{ slag: 'enhet', enhet }, ...hos];
}
const hosAnvandare = ({ anvandareId }: { anvandareId: string }): Lada => ({ slag: 'anvandare', anvandareId });

/** All of an akt; or, beside the small types, what hangs on some verkställigheter and beställningar. */
export type Moved = 'alla' | { verkstalligheter: string[]; bestallningar: string[] };

/**
 * Whose buckets may differ when the readers of an akt have changed. Small types are cheap to decide anew; notes are many, and so
 * are documents.
 */
export function movedBetween(before: Readers, after: Readers): Moved {
  const sameAkt = before.isSkyddad === after.isSkyddad && before.enheter.join() === after.enheter.join();
  if (!sameAkt) return 'alla';
  const turned = (was: Map<string, Bucket>, is: Map<string, Bucket>) =>
    [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id));
  return {
    verkstalligheter: turned(before.byVerkstallighet, after.byVerkstallighet),
    bestallningar: turned(before.byBestallning, after.byBestallning),
  };
}

/**
 * Skyddad folkbokföring moves the whole akt behind a right of its own (smallest circle), for staff of a utförare as well:
 * `org:lss` → `skyddad:lss`, `avgift:lss` → `skyddad:avgift:lss`, `utforare:<id>` → `skyddad:utforare:<id>`.
 */
const skyddad = (bucket: Bucket): Bucket => `skyddad:${bucket.replace(/^org:/, '')}`;

function utforareReaders(parts: Part[]): UtforareReaders {
  const readers: UtforareReaders = { every: new Set(), byVerkstallighet: new Map(), byBeslut: new Map(), byBestallning: new Map() };
  const carriesOut = (beslutId: string, bucket: Bucket) => {
    const some = readers.byBeslut.get(beslutId);
    if (some) some.add(bucket);
    else readers.byBeslut.set(beslutId, new Set([bucket]));
  };
  for (const part of parts) {
    if (part.type === 'verkstallighet') {
      const bucket = utforareBucket(part.huvud.utforareId);
      readers.every.add(bucket);
      readers.byVerkstallighet.set(part.id, bucket);
      if (part.huvud.beslutId !== undefined) carriesOut(part.huvud.beslutId, bucket);
    }
    if (part.type === 'bestallning') {
      const bucket = utforareBucket(part.huvud.utforareId);
      readers.every.add(bucket);
      // Taken back: the utförare is still told of the beställning (FORB-39), and has no more use of the beslut.
      if (!part.huvud.borttagen) {
        carriesOut(part.huvud.beslutId, bucket);
        readers.byBestallning.set(part.id, bucket);
      }
    }
  }
  return readers;
}

const utforareBuckets = ({ type, id, huvud }: Part, utforare: UtforareReaders): Iterable<Bucket> => {
  const readers: RecordReaders<never> = records[type].readers;
  return typeof readers === 'function' ? (readers({ id, huvud } as One<never>, utforare) ?? []) : [];
};
