import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import { type Change, type Context, defineCommand, olderInput, type Rejection, reject, type State, signaturOf } from '../command.ts';
import { id } from '../fields.ts';
import { lasPersonFalt, type PersonFalt, utanPersonFalt } from '../person/falt.ts';
import { kirBevakning } from '../person/kir-bevakning.ts';
import { forslagUtanAdress, utanAdress } from '../person/kir-utan-adress.ts';
import { upptagetNummer } from '../person/nummer.ts';
import type { Person } from '../person/records.ts';
import { starkastSkydd } from '../person/skydd.ts';
import { utanSkyddadAdress } from '../person/utan-adress.ts';
import { aktScope } from '../scope.ts';
import { personFranKir } from './person-fran-kir.ts';
import type { KirPost } from './records.ts';

const utanSett = z.strictObject({
  personId: id,
  forslagId: id,
  val: z.enum(['godtaget', 'avvisat']),
  rev: id,
  /** The forslag's number, where it is another than the kund's and the user takes it too. */
  personnummer: z.string().length(12).optional(),
  /** Of the bevakning for Systemförvaltningen, when a hit is said to be wrong (FORB-03). */
  bevakningId: id.optional(),
});
const input = utanSett.extend({
  /** The revision of the person that the forslag was compared with; null for one stored before revisions were kept. Absent where an older program asked. */
  basRev: id.nullable().optional(),
});

/** Takes or leaves what the register said of a kund who was registered without it (FRAGA-05). */
export const avgorKir = defineCommand({
  name: 'person.avgorKir',
  version: 2,
  input,
  older: [olderInput(utanSett, (older) => older)],
  scope: ({ personId }) => aktScope(personId),
  nummer: ({ personnummer }) => personnummer,
  decide(state, { personId, forslagId, val, basRev, rev, personnummer, bevakningId }, context) {
    const person = state.get('person', personId);
    const forslag = state.get('kirForslag', forslagId);
    if (!person || !forslag) return reject('finns-inte');
    if (forslag.avgjord) return reject('andrad-av-annan');
    // What stood beside the register's answer is no longer what stands in the akt: it is compared anew.
    if (basRev !== undefined && basRev !== (person.rev ?? null)) return reject('andrad-av-annan');
    const avgjort = (post: KirPost | undefined): Change => ({
      op: 'put',
      type: 'kirForslag',
      id: forslagId,
      data: { ...forslag, ...(post ? { post } : {}), avgjord: { ...signaturOf(context), val } },
    });
    const put = (data: Person): Change => ({ op: 'put', type: 'person', id: personId, data: { ...data, rev } });
    if (val === 'avvisat') {
      const bevakning = forslag.post && bevakningId ? kirBevakning(state, personId, bevakningId, context) : [];
      return [put({ ...person, kir: { status: 'stammerInte', at: context.now } }), avgjort(forslag.post), ...bevakning];
    }
    if (!forslag.post) return [put(utanTraff(person, context)), avgjort(undefined)];
    const efter = efterRegistret(state, personId, person, forslag.post, personnummer, context);
    if (!efter.ok) return efter.error;
    if (efter.value.skydd === 'ingen') return [put(efter.value), avgjort(forslag.post)];
    return [put(efter.value), avgjort(utanAdress(forslag.post)), ...forslagUtanAdress(state, forslagId)];
  },
});

/** The register does not know the person: not folkbokförd here (REG-04). */
const utanTraff = (person: Person, { now }: Context): Person => ({
  ...person,
  folkbokfordIKommunen: false,
  kir: { status: 'ejTraff', at: now },
});

/** The register's fields over the kund's own: what it does not know is left, and a protection is never taken away here (FRAGA-62). */
function efterRegistret(
  state: State,
  personId: string,
  person: Person,
  post: KirPost,
  godtagetNummer: string | undefined,
  { now }: Context,
): Result<Person, Rejection> {
  if (post.personnummer !== person.personnummer) {
    if (godtagetNummer !== post.personnummer) return fail(reject('andrad-av-annan', 'personnummer'));
    const upptaget = upptagetNummer(state, personId, post.personnummer);
    if (upptaget) return fail(upptaget);
  }
  const { adress: registrets, ...kand } = personFranKir(post);
  const adress = registrets ?? person.adress;
  const { telefon, epost, tilltalsnamn } = person;
  const falt: PersonFalt = utanSkyddadAdress<PersonFalt>({
    ...(telefon ? { telefon } : {}),
    ...(epost ? { epost } : {}),
    ...(tilltalsnamn ? { tilltalsnamn } : {}),
    ...kand,
    ...(adress ? { adress } : {}),
    civilstand: post.civilstand || person.civilstand,
    skydd: starkastSkydd(person.skydd, post.skydd),
  });
  const last = lasPersonFalt(falt, swedishDay(now), person);
  if (!last.ok) return last;
  return ok({ ...utanPersonFalt(person), ...last.value, kir: { status: 'traff', at: now } });
}
