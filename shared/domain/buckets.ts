import type { Actor } from './command.ts';
import type { Person } from './person/records.ts';
import { type Huvud, katalogScope, personOfScope, type RecordType } from './records.ts';

/**
 * A bucket is a set of records that one kind of reader may hold: `org:lss`, `skyddad:lss`, `utforare:<id>`,
 * `anvandare:<id>`, `katalog`. A record may lie in several; a reader holds it while one of theirs has it.
 */
export type Bucket = string;

/** The buckets a user reads from; follows from roles and rights alone. */
export function bucketsOfAnvandare(actor: Actor): Bucket[] {
  if (!actor.aktiv) return [];
  const units = actor.roller.some((roll) => roll !== 'utforare') ? actor.enheter : [];
  return [
    'katalog',
    `anvandare:${actor.id}`,
    ...units.map((enhet) => `org:${enhet}`),
    ...(actor.skyddadBehorighet ? units.map((enhet) => `skyddad:${enhet}`) : []),
    ...(actor.utforareId ? [`utforare:${actor.utforareId}`] : []),
  ];
}

type Part = { [T in RecordType]: { type: T; id: string; huvud: Huvud<T> } }[RecordType];

/**
 * The buckets of every record of one scope. Decided for the whole scope at once, because one record's reader follows from
 * another: the person's protection moves the akt, a verkställighet lets its utförare read it, its notes and the person.
 */
export function bucketsOfScope(scope: string, parts: Part[]): Map<string, Bucket[]> {
  const buckets = new Map<string, Bucket[]>();
  if (personOfScope(scope) === undefined) {
    // `katalog` and `anvandare:<id>` are buckets of their own names.
    for (const { id } of parts) buckets.set(id, [scope === katalogScope ? 'katalog' : scope]);
    return buckets;
  }
  const person = parts.find((part) => part.type === 'person')?.huvud as Person | undefined;
  const units = unitBuckets(person);
  const utforareOf = new Map(parts.filter((part) => part.type === 'verkstallighet').map((v) => [v.id, `utforare:${v.huvud.utforareId}`]));
  const everyUtforare = [...new Set(utforareOf.values())];
  for (const part of parts) buckets.set(part.id, [...units, ...utforareBuckets(part, utforareOf, everyUtforare)]);
  return buckets;
}

/** Skyddad folkbokföring moves the whole akt behind a right of its own (smallest circle). */
const unitBuckets = (person: Person | undefined): Bucket[] =>
  (person?.enheter ?? []).map((enhet) => (person?.skydd === 'skyddadFolkbokforing' ? `skyddad:${enhet}` : `org:${enhet}`));

function utforareBuckets(part: Part, utforareOf: Map<string, Bucket>, every: Bucket[]): Bucket[] {
  if (part.type === 'person') return every;
  const verkstallighetId = part.type === 'verkstallighet' ? part.id : part.type === 'anteckning' ? part.huvud.dokumentation.id : undefined;
  const bucket = verkstallighetId === undefined ? undefined : utforareOf.get(verkstallighetId);
  return bucket === undefined ? [] : [bucket];
}
