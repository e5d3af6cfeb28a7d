import { z } from 'zod';
import { type Change, defineCommand, reject, type State } from '../command.ts';
import { type Enhetsmarke, egnaEnheter, hangerPa, isGemensam, isOmarkt } from '../enhet.ts';
import { id } from '../fields.ts';
import type { Handelse } from '../historik/records.ts';
import { type Akttyp, akttyper, type RecordData } from '../records.ts';
import { aktScope } from '../scope.ts';
import { flyttadPersonkrets, personkretsAkt } from './personkrets.ts';
import type { Person } from './records.ts';

type Markt = Enhetsmarke & { [falt: string]: unknown };
type Omarkt = { type: Akttyp; id: string; data: Markt };

/**
 * Gives what stands unmarked in an akt of several units to the one whose it is, from the time when each read all of the other's: an
 * utredning to the unit it was begun for, what hangs on it with it; the personkrets that stood on the common record to the unit that
 * decided it, which goes for a kund of one unit too. The server's own, once an akt; what is marked stays.
 */
export const fordelaAkt = defineCommand({
  name: 'akt.fordela',
  version: 1,
  input: z.strictObject({ personId: id }),
  scope: ({ personId }) => aktScope(personId),
  overVaggen: true,
  quiet: true,
  need: () => ({ allt: true }),
  decide(state, { personId }) {
    const person = state.get('person', personId);
    if (!person) return reject('finns-inte');
    const poster = new Map(
      akttyper.flatMap((type) =>
        state.list(type).map((post): [string, Omarkt] => [post.id, { type, id: post.id, data: post.data as Markt }]),
      ),
    );
    const marks = new Map<string, Enhetsmarke>();
    const markOf = (post: Omarkt): Enhetsmarke => {
      const { type, id: postId, data } = post;
      if (isGemensam(type, data)) return { gemensam: true };
      if (data.enhet !== undefined) return { enhet: data.enhet };
      const known = marks.get(postId);
      if (known) return known;
      const mark = type === 'handelse' ? handelsens(data as unknown as Handelse) : ensam(post);
      marks.set(postId, mark);
      return mark;
    };
    function ensam({ type, data }: Omarkt): Enhetsmarke {
      const parent = hangerPa(type, data);
      const found = parent && poster.get(parent.id);
      // A bevakning of the kund herself is that unit's whose function it belongs to; a role's is every unit's.
      if (found && found.type !== 'person') return markOf(found);
      return type === 'bevakning' && data.bevakasAvRoll !== undefined
        ? { gemensam: true }
        : { enhet: enhetenFor(state, data, person as Person) };
    }
    function handelsens({ poster: rord, anvandareId }: Handelse): Enhetsmarke {
      const rorda = rord.flatMap(({ id: postId }) => poster.get(postId) ?? []).map(markOf);
      const enheter = [...new Set(rorda.flatMap(({ enhet }) => enhet ?? []))];
      if (rorda.length === rord.length && enheter.length === 0) return { gemensam: true };
      return { enhet: enheter.length === 1 ? enheter[0] : (anvandarens(state, anvandareId, person as Person) ?? person?.enheter[0]) };
    }
    const beslut = state.list('beslut').map((post) => ({ id: post.id, data: { ...post.data, ...markOf({ type: 'beslut', ...post }) } }));
    const krets = flyttadPersonkrets(personId, { ...personkretsAkt(state, person), beslut });
    return [
      ...(krets.person === person ? [] : [{ op: 'put', type: 'person', id: personId, data: krets.person } as const]),
      ...krets.poster,
      // What stands unmarked in the akt of one unit is that one's: nothing is to be said.
      ...(person.enheter.length === 1 ? [] : [...poster.values()]).flatMap((post): Change[] => {
        if (!isOmarkt(post.type, post.data)) return [];
        return [{ op: 'put', type: post.type, id: post.id, data: { ...post.data, ...markOf(post) } } as Change];
      }),
    ];
  },
});

/** The one of the kund's units that a user is of; undefined when they are of none or several. */
function anvandarens(state: Pick<State, 'katalog'>, anvandareId: string, person: Person): string | undefined {
  const egna = egnaEnheter(state.katalog('anvandare', anvandareId) ?? { enheter: [] }, person);
  return egna.length === 1 ? egna[0] : undefined;
}

/**
 * By the organisation it was begun for, which the record keeps; else by who answers for it, holds the function that has it or made it,
 * as they are today: they may have changed units since.
 */
function enhetenFor(state: Pick<State, 'katalog' | 'katalogLista'>, data: Markt, person: Person): string | undefined {
  const text = (name: string): string | undefined => (typeof data[name] === 'string' ? data[name] : undefined);
  const organisationens = state.katalog('organisation', text('organisationId') ?? '')?.enhet;
  if (organisationens !== undefined && person.enheter.includes(organisationens)) return organisationens;
  const funktion = text('utforareId') ?? text('bevakasAvId');
  const innehavare =
    funktion === undefined
      ? undefined
      : state.katalogLista('anvandare').find(({ id: anvandareId, data: one }) => [one.funktionId, anvandareId].includes(funktion))?.id;
  const skapare = (data.skapad as RecordData<'bevakning'>['skapad'] | undefined)?.anvandareId;
  for (const anvandareId of [text('ansvarigHandlaggareId'), innehavare, skapare]) {
    const enhet = anvandareId === undefined ? undefined : anvandarens(state, anvandareId, person);
    if (enhet !== undefined) return enhet;
  }
  return person.enheter[0];
}
