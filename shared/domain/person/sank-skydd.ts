import { z } from 'zod';
import { type Actor, defineCommand, type Rejection, reject, type State } from '../command.ts';
import { id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { bevakaEnhetschef } from './bevaka-enhetschef.ts';
import { type Person, person } from './records.ts';
import { isSvagareSkydd } from './skydd.ts';

const { skydd } = person.shape;
const input = z.strictObject({
  personId: id,
  /** The protection the form showed. */
  fran: skydd,
  till: skydd,
  /** Why; not needed where the register's own word is `forslagId`. */
  skal: line(500),
  /** What the register of residents answered, which says no more than `till`. */
  forslagId: id.optional(),
  /** Of the bevakning to the enhetschef. */
  bevakningId: id,
  rev: id,
});

/**
 * Lowers a kund's protection, and nothing else (FRAGA-62): by a choice of that alone, by someone with the right to protected akter who
 * says why, or by the register's word. The enhetschef is told.
 */
export const sankSkydd = defineCommand({
  name: 'person.sankSkydd',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  decide(state, { personId, fran, till, skal, forslagId, bevakningId, rev }, context) {
    const stored = state.get('person', personId);
    if (!stored) return reject('finns-inte');
    if (stored.skydd !== fran) return reject('andrad-av-annan', 'till');
    if (!isSvagareSkydd(till, stored.skydd)) return reject('ogiltig-indata', 'till');
    if (!registretsOrd(state, stored, till, forslagId)) {
      const hinder = sankhinder(context.actor) ?? (skal.trim() === '' ? reject('skal-kravs', 'skal') : undefined);
      if (hinder) return hinder;
    }
    const text = 'Skyddet av en kunds uppgifter har sänkts. Kontrollera skälet.';
    return [
      { op: 'put', type: 'person', id: personId, data: { ...stored, skydd: till, rev } },
      ...bevakaEnhetschef(state, bevakningId, { text, ref: { type: 'person', id: personId }, ...(skal ? { skal } : {}) }, context),
    ];
  },
});

/** Who may lower a protection: those who may read the akter it guards. */
const sankhinder = ({ skyddadBehorighet }: Pick<Actor, 'skyddadBehorighet'>): Rejection | undefined =>
  skyddadBehorighet ? undefined : reject('behorighet-saknas');

function registretsOrd(state: Pick<State, 'get'>, stored: Person, till: Person['skydd'], forslagId: string | undefined): boolean {
  const post = forslagId === undefined ? undefined : state.get('kirForslag', forslagId)?.post;
  return post !== undefined && post.personnummer === stored.personnummer && !isSvagareSkydd(till, post.skydd);
}
