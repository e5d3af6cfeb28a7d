import { insatsAv } from '../../shared/domain/katalog/uppslag.ts';
import { standigtBifall } from '../../shared/domain/pagaende.ts';
import { aktScope, personOfScope } from '../../shared/domain/scope.ts';
import { statistikinsatsFor, summorPa, type Utelamnad, utelamnade } from '../../shared/domain/statistik/insatstider.ts';
import { gallande } from '../../shared/domain/statistik/perioder.ts';
import { type Statistikrad, statistikrader } from '../../shared/domain/statistik/rader.ts';
import type { Register, Statistikbeskrivning } from '../../shared/domain/statistik/records.ts';
import type { PersonRad } from '../../shared/ipc/views.ts';
import type { Katalog } from './katalog.ts';
import { personRad } from './person-rad.ts';
import type { Post } from './ports.ts';
import { CallFailure, type ServicePorts, todayOf } from './service.ts';

export type Listval = { register: Register; dag: string };
/** What an akt gives a list. */
export type Aktdel = { person: PersonRad; rader: Statistikrad[]; utelamnade: Utelamnad[]; summor: string[] };

/** @throws CallFailure `finns-inte` for a day that no description is of */
export function requireBeskrivning({ replica }: Pick<ServicePorts, 'replica'>, { register, dag }: Listval): Post<'statistikbeskrivning'> {
  const alla = replica.katalog('statistikbeskrivning');
  const id = gallande(alla, register, dag)?.id;
  const found = alla.find((one) => one.id === id);
  if (!found) throw new CallFailure('finns-inte', 'statistikbeskrivning');
  return found;
}

/** What an akt gives a list of a day; undefined when it gives nothing, or is not here. What is no list of a day tells of no omission. */
export function aktdel(
  { replica, clock }: Pick<ServicePorts, 'replica' | 'clock'>,
  katalog: Katalog,
  beskrivning: Statistikbeskrivning,
  { register, dag }: Listval,
  personId: string,
): Aktdel | undefined {
  const person = replica.record('person', personId);
  if (!person) return undefined;
  const scope = aktScope(personId);
  const akt = {
    person,
    beslut: replica.inScope(scope, 'beslut'),
    bestallningar: replica.inScope(scope, 'bestallning'),
    verkstalligheter: replica.inScope(scope, 'verkstallighet'),
    personkretsar: register === 'lss' ? replica.inScope(scope, 'personkrets') : [],
  };
  const rader = statistikrader(akt, beskrivning, katalog.insatser, dag);
  const utan = register === 'solForandrade' ? [] : utelamnade(akt, beskrivning, katalog.insatser, dag);
  const summor = beskrivning.summor ? summorPa(akt, beskrivning, katalog.insatser, dag) : [];
  if (rader.length + utan.length + summor.length === 0) return undefined;
  return { person: personRad(person, todayOf(clock)), rader, utelamnade: utan, summor };
}

/** Beslut looked at before other calls have their turn, and akter: some milliseconds, however large they are. */
const slice = 40;
const akterISlice = 4;

/**
 * Whose akter have a bifall of an insats that the list tells of, or that nobody knows, some at a time: they are found by an index, and lie in the order of their akter.
 * @param each is given each; what it answers is whether to go on
 */
export async function genomBesluten(
  { replica, sok }: Pick<ServicePorts, 'replica' | 'sok'>,
  katalog: Katalog,
  beskrivning: Statistikbeskrivning,
  jobb: string,
  each: (personId: string) => boolean,
): Promise<void> {
  const rader = [...beskrivning.insatser, ...(beskrivning.summor ?? [])];
  const rows = replica.searchable('beslut');
  let senast: string | undefined;
  let lasta = 0;
  await sok?.andas();
  for (const [at, row] of rows.entries()) {
    if (at % slice === 0 || lasta === akterISlice) {
      lasta = 0;
      if (at % slice === 0) sok?.framsteg(jobb, at, rows.length);
      await sok?.andas();
    }
    const post = carefully(replica, () => replica.searchableAt('beslut', row));
    const personId = post && personOfScope(post.scope);
    if (!post || personId === undefined || personId === senast || !horTill(post)) continue;
    senast = personId;
    lasta += 1;
    if (!each(personId)) return;
  }

  /** Decided by the list's law, of an insats it tells of, or of one that is not in the catalogue; a LASS-beslut is told of as left out. */
  function horTill({ data }: Post<'beslut'>): boolean {
    const insats = insatsAv(katalog.insatser, data)?.data;
    if (insats === undefined) return standigtBifall(data);
    if (insats.lagrum !== beskrivning.lagrum) return false;
    return insats.lass === true || statistikinsatsFor(rader, insats) !== undefined;
  }
}

/** One record that is not what its type says makes nobody's list fall: it is known then, and left out. */
export function carefully<T>(replica: ServicePorts['replica'], run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    return replica.carefully(run);
  }
}
