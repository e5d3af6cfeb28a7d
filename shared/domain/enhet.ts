import type { Akt } from './akt.ts';
import { type Change, type Rejection, reject, type State } from './command.ts';
import type { Person } from './person/records.ts';
import type { Post } from './post.ts';
import type { Vagg } from './record.ts';
import { type Akttyp, aktposter, akttyper, definitionOf, type RecordData, type RecordType } from './records.ts';

/**
 * One kund, several units (OSL 26:1). The person, her contacts, hushåll and what the register says of her are common to every unit that
 * has taken her up; all that is written of a case is one unit's, and no other reads it.
 */

/** What of a record tells whose it is. */
export type Enhetsmarke = { enhet?: string | undefined; gemensam?: true | undefined };
type Markt = Enhetsmarke & { [falt: string]: unknown };
type Enheter = Pick<Person, 'enheter'>;

/**
 * The unit whose a record is; undefined = it is common to all of the kund's. One without a mark was made before akter could be several
 * units', and is the unit's that registered the kund.
 */
export function enhetOf(type: RecordType, data: Enhetsmarke, person: Enheter | undefined): string | undefined {
  const { vagg } = definitionOf(type);
  if (vagg === undefined || isGemensam(type, data)) return undefined;
  return data.enhet ?? person?.enheter[0];
}

/** The types that are common to every unit of the kund. */
export const gemensammaTyper: Akttyp[] = akttyper.filter((type) => aktposter[type].vagg === 'gemensam');

/** Whether every unit of the kund reads it. */
export const isGemensam = (type: RecordType, data: Enhetsmarke | undefined): boolean =>
  definitionOf(type).vagg === 'gemensam' || data?.gemensam === true;

/** Whether it says of no unit whose it is: it was written while the kund had one, or before each had its own. */
export const isOmarkt = (type: RecordType, data: Enhetsmarke): boolean => !isGemensam(type, data) && data.enhet === undefined;

const foraldrar = {
  ...{ utredningId: 'utredning', beslutId: 'beslut', anteckningId: 'anteckning', verkstallighetId: 'verkstallighet' },
} as const satisfies Partial<Record<Vagg, Akttyp>>;

/** The record that one hangs on, whose unit is its own too. */
export function hangerPa(type: RecordType, data: { [falt: string]: unknown }): { type: Akttyp; id: string } | undefined {
  const { vagg } = definitionOf(type);
  if (vagg === undefined || vagg === 'gemensam' || vagg === 'egen') return undefined;
  const value = data[vagg];
  if (value === undefined) return undefined;
  if (vagg === 'dokumentation') {
    const { slag, id } = value as RecordData<'anteckning'>['dokumentation'];
    return { type: slag, id };
  }
  if (vagg === 'ref' || vagg === 'knytsTill') return value as RecordData<'bevakning'>['ref'] | RecordData<'dokument'>['knytsTill'];
  return { type: foraldrar[vagg], id: value as string };
}

/** The units a user may do something for in an akt: their own of those that have the kund. */
export const egnaEnheter = (actor: { enheter: string[] }, person: Enheter): string[] =>
  person.enheter.filter((enhet) => actor.enheter.includes(enhet));

/**
 * The unit that what a user begins is of: that of the organisation they name, where it is one of theirs, else the first of theirs. Who
 * is of no unit (a utförare, the server itself) begins for the one that registered the kund.
 * @param organisation as the catalogue has it
 */
export function enhetFor(
  actor: { enheter: string[] },
  person: Enheter,
  organisation: { enhet?: string | undefined } | undefined,
): string | undefined {
  const egna = egnaEnheter(actor, person);
  return egna.find((enhet) => enhet === organisation?.enhet) ?? egna[0] ?? person.enheter[0];
}

/** The same where a form asked the user: the unit they chose. */
export const valdEnhet = (
  actor: { enheter: string[] },
  person: Enheter,
  enhet: string | undefined,
  organisation: { enhet?: string | undefined } | undefined,
): string | undefined => enhet ?? enhetFor(actor, person, organisation);

/** Of one who does not have the kund nobody begins anything. @returns `annan-enhet` for another than the user's own of the kund's */
export const provaEnhet = (actor: { enheter: string[] }, person: Enheter, enhet: string | undefined): Rejection | undefined =>
  enhet === undefined || egnaEnheter(actor, person).includes(enhet) ? undefined : reject('annan-enhet', 'enhet');

/** Of a command about a record of an akt: the unit whose that is, for its `enhet`. */
export const enhetensPost =
  <Type extends Akttyp, Input extends { personId: string }>(type: Type, idOf: (input: Input) => string) =>
  (state: Pick<State, 'get'>, input: Input): string | undefined => {
    const data = state.get(type, idOf(input));
    return data && enhetOf(type, data as Enhetsmarke, state.get('person', input.personId));
  };

/** What a rule sees that is decided in one unit's case: another's is in no list. */
export function enhetensState(state: State, enhet: string, person: Enheter | undefined): State {
  const isDess = (type: RecordType, data: Enhetsmarke): boolean => (enhetOf(type, data, person) ?? enhet) === enhet;
  return {
    ...state,
    list: (type, urval) => state.list(type, urval).filter(({ data }) => isDess(type, data as Enhetsmarke)),
  };
}

/** The units whose records changes make, change or take away; common ones are nobody's. */
export function enheterAv(changes: Change[], personId: string, state: Pick<State, 'get'>): string[] {
  const put = changes.find(({ id }) => id === personId);
  const person = state.get('person', personId) ?? (put?.op === 'put' && put.type === 'person' ? put.data : undefined);
  const enheter = changes.flatMap((change) => {
    const data = (change.op === 'put' ? change.data : state.get(change.type, change.id)) as Enhetsmarke | undefined;
    return (data && enhetOf(change.type, data, person)) ?? [];
  });
  return [...new Set(enheter)];
}

/**
 * Marks what a command writes with the unit whose it is: that of what it hangs on, or of whoever begins it.
 * @returns `annan-enhet` when one unit's record is hung on another's
 */
export function medEnhet(
  changes: Change[],
  personId: string,
  state: Pick<State, 'get' | 'katalog'>,
  actor: { enheter: string[] },
): Change[] | Rejection {
  const written = new Map(changes.flatMap((change) => (change.op === 'put' ? [[change.id, change]] : [])));
  const put = written.get(personId);
  const person = state.get('person', personId) ?? (put?.type === 'person' ? put.data : undefined);
  if (!person) return changes;

  function markOf(type: Akttyp, id: string, data: Markt): Enhetsmarke {
    const before = state.get(type, id) as Markt | undefined;
    // Whose a record is does not change by its being edited, and is said once of one that does not say it (`akt.fordela`).
    if (before && (before.enhet !== undefined || before.gemensam)) return before;
    if (before || data.enhet !== undefined || data.gemensam) return data;
    const parent = hangerPa(type, data);
    if (!parent) return { enhet: enhetFor(actor, person as Person, state.katalog('organisation', String(data.organisationId))) };
    if (aktposter[parent.type].vagg === 'gemensam') return { gemensam: true };
    const made = written.get(parent.id);
    const found = (made?.type === parent.type ? made.data : state.get(parent.type, parent.id)) as Markt | undefined;
    if (!found) return { enhet: enhetFor(actor, person as Person, undefined) };
    if (made) return markOf(parent.type, parent.id, found);
    // An akt that is not divided yet (`akt.fordela`): what hangs on the unmarked goes where that goes.
    if (found.enhet === undefined && !found.gemensam && (person as Person).enheter.length > 1) return {};
    return { enhet: enhetOf(parent.type, found, person), gemensam: found.gemensam };
  }

  const marked = changes.map((change): Change => {
    if (change.op === 'delete' || aktposter[change.type as Akttyp].vagg === 'gemensam') return change;
    const { enhet: _, gemensam: __, ...rest } = change.data as Markt;
    const { enhet, gemensam } = markOf(change.type as Akttyp, change.id, change.data as Markt);
    const mark = gemensam ? { gemensam } : enhet === undefined ? {} : { enhet };
    return { ...change, data: { ...rest, ...mark } } as Change;
  });
  const after = new Map(marked.flatMap((change) => (change.op === 'put' ? [[change.id, change.data as Markt] as const] : [])));
  const isTorn = marked.some((change) => {
    const parent = change.op === 'put' ? hangerPa(change.type, change.data as Markt) : undefined;
    const found = parent && (after.get(parent.id) ?? (state.get(parent.type, parent.id) as Markt | undefined));
    if (change.op === 'delete' || !parent || !found || isGemensam(parent.type, found)) return false;
    return enhetOf(change.type, change.data as Enhetsmarke, person) !== enhetOf(parent.type, found, person);
  });
  return isTorn ? reject('annan-enhet') : marked;
}

/** The parts of a case that are one unit's; what is common goes with them where the kund has no other unit. */
export function enhetensAkt<A extends Akt>(akt: A, enhet: string | undefined, person: Enheter): Pick<A, keyof Akt> {
  const ensam = person.enheter.length === 1;
  const egna = <P extends Post<Enhetsmarke>>(type: Akttyp, poster: readonly P[]): P[] =>
    poster.filter(({ data }) => (data.gemensam ? ensam : enhetOf(type, data, person) === enhet));
  return {
    aktualiseringar: egna('aktualisering', akt.aktualiseringar),
    utredningar: egna('utredning', akt.utredningar),
    beslut: egna('beslut', akt.beslut),
    bestallningar: egna('bestallning', akt.bestallningar),
    verkstalligheter: egna('verkstallighet', akt.verkstalligheter),
    bevakningar: egna('bevakning', akt.bevakningar),
  };
}
