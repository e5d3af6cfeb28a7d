import type { Actor } from './command.ts';
import type { Person } from './person/records.ts';
import { type Huvud, katalogScope, personOfScope, type RecordType } from './records.ts';

/**
 * A bucket is a set of records that one kind of reader may hold: `org:lss`, `skyddad:lss`, `utforare:<id>`,
 * `skyddad:utforare:<id>`, `anvandare:<id>`, `katalog`. A record may lie in several; a reader holds it while one of theirs
 * has it.
 */
export type Bucket = string;

/** The buckets a user reads from; follows from roles and rights alone. */
export function bucketsOfAnvandare(actor: Actor): Bucket[] {
  if (!actor.aktiv) return [];
  const units = actor.roller.some((roll) => roll !== 'utforare') ? actor.enheter.map((enhet) => `org:${enhet}`) : [];
  const utforare = actor.roller.includes('utforare') && actor.utforareId ? [`utforare:${actor.utforareId}`] : [];
  const open = [...units, ...utforare];
  const behind = actor.skyddadBehorighet ? open.map(skyddad) : [];
  return [...new Set(['katalog', `anvandare:${actor.id}`, ...open, ...behind])];
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
  const units = [...new Set(person?.enheter)].map((enhet) => `org:${enhet}`);
  const utforareOf = new Map(parts.filter((part) => part.type === 'verkstallighet').map((v) => [v.id, `utforare:${v.huvud.utforareId}`]));
  const everyUtforare = [...new Set(utforareOf.values())];
  const isSkyddad = person?.skydd === 'skyddadFolkbokforing';
  for (const part of parts) {
    const open = [...units, ...utforareBuckets(part, utforareOf, everyUtforare)];
    buckets.set(part.id, isSkyddad ? open.map(skyddad) : open);
  }
  return buckets;
}

/**
 * Skyddad folkbokföring moves the whole akt behind a right of its own (smallest circle), for staff of a utförare as well:
 * `org:lss` → `skyddad:lss`, `utforare:<id>` → `skyddad:utforare:<id>`.
 */
const skyddad = (bucket: Bucket): Bucket => `skyddad:${bucket.replace(/^org:/, '')}`;

function utforareBuckets(part: Part, utforareOf: Map<string, Bucket>, every: Bucket[]): Bucket[] {
  if (part.type === 'person') return every;
  const verkstallighetId = part.type === 'verkstallighet' ? part.id : part.type === 'anteckning' ? part.huvud.dokumentation.id : undefined;
  const bucket = verkstallighetId === undefined ? undefined : utforareOf.get(verkstallighetId);
  return bucket === undefined ? [] : [bucket];
}
