import type { z } from 'zod';
import { andraId } from '../andra-id.ts';
import type { Beslut } from '../beslut/records.ts';
import { type Change, type Rejection, reject, type State } from '../command.ts';
import { enhetOf } from '../enhet.ts';
import type { Post } from '../post.ts';
import { type Person, type Personkrets, personkretsar, type RegistreradPersonkrets } from './records.ts';

/**
 * The personkrets that was registered when the form was sent; null = none. Absent in a command of a program that did not say:
 * it never changes one that is registered.
 */
export const personkretsSedd = personkretsar.nullable().optional();
export type PersonkretsSedd = z.infer<typeof personkretsSedd>;

/** What of an akt tells which personkrets is registered. */
export type PersonkretsAkt = {
  person: Pick<Person, 'enheter'>;
  personkretsar: Post<RegistreradPersonkrets>[];
  beslut: Post<Pick<Beslut, 'enhet' | 'personkrets'>>[];
};

const egenFor = ({ person, personkretsar }: Omit<PersonkretsAkt, 'beslut'>, enhet: string | undefined) =>
  personkretsar.find(({ data }) => enhetOf('personkrets', data, person) === enhet);

/** The personkrets that a unit has registered for the kund (FORB-25); undefined = none, whatever another unit has. */
export const registreradPersonkrets = (akt: PersonkretsAkt, enhet: string | undefined): Personkrets | undefined =>
  egenFor(akt, enhet)?.data.personkrets ?? (enhet !== undefined && enheterAvForr(akt).includes(enhet) ? avForr(akt.person) : undefined);

/** What stands on the common record, where programs of before kept it; {@link flyttadPersonkrets} gives it to the unit whose it is. */
function avForr(person: object): Personkrets | undefined {
  const read = personkretsar.safeParse((person as { personkrets?: unknown }).personkrets);
  return read.success ? read.data : undefined;
}

/** Whose that is: of each unit that made a beslut with it, else of the one that registered the kund. */
function enheterAvForr({ person, beslut }: Omit<PersonkretsAkt, 'personkretsar'>): string[] {
  const krets = avForr(person);
  const beslutade = beslut.filter(({ data }) => data.personkrets === krets).flatMap(({ data }) => enhetOf('beslut', data, person) ?? []);
  return beslutade.length > 0 ? [...new Set(beslutade)] : person.enheter.slice(0, 1);
}

/**
 * Moves what stands on the common record to the units whose it is; one that has registered a personkrets since keeps its own.
 * @returns the common record without it, and the units' records; the very same record and none when nothing stands there
 */
export function flyttadPersonkrets<P extends Person>(
  personId: string,
  akt: PersonkretsAkt & { person: P },
): { person: Person; poster: Change[] } {
  const { person } = akt;
  if (!('personkrets' in person)) return { person, poster: [] };
  const krets = avForr(person);
  const { personkrets: _, ...utan } = person;
  const poster = (krets === undefined ? [] : enheterAvForr(akt)).flatMap((enhet): Change[] => {
    if (krets === undefined || egenFor(akt, enhet)) return [];
    const beslut = akt.beslut.find(({ data }) => data.personkrets === krets && enhetOf('beslut', data, person) === enhet);
    const data: RegistreradPersonkrets = { enhet, personkrets: krets, franPersonen: true };
    return [{ op: 'put', type: 'personkrets', id: andraId(beslut?.id ?? personId), data }];
  });
  return { person: utan as Person, poster };
}

/** The akt as a rule reads it. */
export const personkretsAkt = <P extends Pick<Person, 'enheter'>>(
  state: Pick<State, 'list'>,
  person: P,
): PersonkretsAkt & { person: P } => ({
  person,
  personkretsar: state.list('personkrets'),
  beslut: state.list('beslut'),
});

/**
 * What a beslut says of the personkrets is what its unit has registered from then on (FORB-25), as long as that is the one that the form
 * showed beside it (FRAGA-61).
 * @param ny the unit whose it is, and the beslut that says it
 */
export function sattPersonkrets(
  state: Pick<State, 'get' | 'list'>,
  personId: string,
  { enhet, beslutId, personkrets }: { enhet: string | undefined; beslutId: string; personkrets: Personkrets | undefined },
  sedd: PersonkretsSedd,
): Change[] | Rejection {
  const person = state.get('person', personId);
  if (!person || personkrets === undefined) return [];
  const akt = personkretsAkt(state, person);
  const registrerad = registreradPersonkrets(akt, enhet);
  if (registrerad === personkrets) return [];
  if (sedd === undefined && registrerad !== undefined) return [];
  if (sedd !== undefined && sedd !== (registrerad ?? null)) return reject('personkrets-andrad', 'personkrets');
  const egen = egenFor(akt, enhet);
  const data: RegistreradPersonkrets = { ...egen?.data, ...(enhet === undefined ? {} : { enhet }), personkrets };
  return [{ op: 'put', type: 'personkrets', id: egen?.id ?? andraId(beslutId), data }];
}

/** The personkrets that a beslut is about to register in place of another; undefined = the registered one stays (FORB-25). */
export const nyPersonkrets = (registrerad: Personkrets | undefined, iBeslutet: Personkrets | undefined): Personkrets | undefined =>
  registrerad !== undefined && iBeslutet !== registrerad ? iBeslutet : undefined;
