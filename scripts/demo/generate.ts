import type { RecordData } from '../../shared/domain/records.ts';
import type { IsoDate } from '../../shared/util/datum.ts';
import { anvandarPoster } from './anvandar-poster.ts';
import { Arbete } from './arbete.ts';
import { skrivBevakningar } from './bevakningar.ts';
import { DemoFiles } from './demo-files.ts';
import { eansokningar } from './eansokningar.ts';
import { skrivEtjanst } from './etjanst.ts';
import { skrivFranvaro } from './franvaro.ts';
import { skrivHemvard } from './hemvard.ts';
import { skrivHistoria } from './historia.ts';
import { skrivInkomst } from './inkomst.ts';
import { invanareAv, ovrigaInvanare } from './invanare.ts';
import { skrivIvo } from './ivo.ts';
import { type DemoRecord, Katalog } from './katalog.ts';
import { skrivLinnea } from './linnea.ts';
import { meddelanden } from './meddelanden.ts';
import { skrivMoten } from './mote.ts';
import { skrivHosBistand, skrivPerson } from './person-poster.ts';
import { forradFor, planeraPersoner } from './personer.ts';
import type { Profil } from './profil.ts';
import { Random } from './random.ts';
import { skrivSamtycken } from './samtycke.ts';
import { skrivPlan, skrivUppfoljning } from './uppfoljning.ts';

export type { DemoRecord } from './katalog.ts';
export { bigAkt } from './stor-akt.ts';

export type RecordOptions = {
  persons: number;
  seed: number;
  /** The day the municipality is shown on; all its dates are counted from it. */
  today: IsoDate;
};

/** Residents of the register who are no kunder, at least: whom new kunder are registered from. */
const leastOtherResidents = 40;

/** Users' own lists come before the akter in the file and hold only kunder among these. */
const listedPersons = 400;

/**
 * Every record of a demo municipality, made one akt at a time: first `katalog`, then the users' scopes, what has come by the e-service, messages, then the akter,
 * the records of a scope together. The same options give the same records. What the domain has commands for is made by
 * running them.
 */
export function* generateRecords({ persons, seed, today }: RecordOptions, forrad = forradFor({ seed, today })): Generator<DemoRecord> {
  const katalog = new Katalog();
  yield* katalog.records;
  const plan = planeraPersoner({ persons, seed, today, katalog, forrad });
  const first: Profil[] = [];
  for (let next = plan.next(); !next.done; next = plan.next()) {
    first.push(next.value);
    if (first.length === listedPersons) break;
  }
  yield* anvandarPoster(first, { seed, today, katalog });
  yield* eansokningar(first, { seed, today, katalog });
  yield* meddelanden(first, { seed, today, katalog });
  for (const profil of first) yield* aktPoster(profil, katalog, today);
  for (const profil of plan) yield* aktPoster(profil, katalog, today);
}

function aktPoster(profil: Profil, katalog: Katalog, today: IsoDate): Iterable<DemoRecord> {
  const arbete = new Arbete(profil, katalog, today);
  skrivPerson(arbete);
  if (profil.index === 0) skrivLinnea(arbete);
  else skrivHistoria(arbete);
  if (profil.enheter.length > 1) skrivHosBistand(arbete);
  skrivBevakningar(arbete);
  skrivIvo(arbete);
  skrivUppfoljning(arbete);
  skrivPlan(arbete);
  skrivSamtycken(arbete);
  skrivEtjanst(arbete);
  skrivInkomst(arbete);
  skrivHemvard(arbete);
  skrivMoten(arbete);
  skrivFranvaro(arbete);
  return arbete.akt.records();
}

export type DemoManifest = { format: 1; tenant: string; kommun: string; seed: number; persons: number; records: number; today: IsoDate };
export type DemoOptions = RecordOptions & { out: string; tenant: string; kommun: string; onProgress?: (persons: number) => void };

/**
 * Writes `out/records.ndjson` (one record a line), `out/kir.ndjson` (the register of residents) and `out/manifest.json`. The files appear whole or not at all, the
 * manifest last; memory does not grow with the number of persons.
 */
export function generateDemo({ out, tenant, kommun, onProgress, ...options }: DemoOptions): DemoManifest {
  const files = new DemoFiles(out);
  try {
    let records = 0;
    let persons = 0;
    const { seed, today } = options;
    const forrad = forradFor({ seed, today });
    for (const record of generateRecords(options, forrad)) {
      files.write(record);
      records++;
      if (record.type !== 'person') continue;
      const person = record.data as RecordData<'person'>;
      if (person.folkbokfordIKommunen) files.writeResident(invanareAv(person));
      if (++persons % 1000 === 0) onProgress?.(persons);
    }
    const others = ovrigaInvanare(forrad, new Random(`${seed}/invanare`), Math.max(leastOtherResidents, Math.ceil(persons / 10)));
    for (const post of others) files.writeResident(post);
    const manifest: DemoManifest = { format: 1, tenant, kommun, seed, persons, records, today };
    files.publish(manifest);
    return manifest;
  } finally {
    files.discard();
  }
}
