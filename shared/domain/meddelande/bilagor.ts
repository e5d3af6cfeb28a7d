import { z } from 'zod';
import { annanScope, type Last, type RejectionCode, type State } from '../command.ts';
import { id } from '../fields.ts';
import { aktScope } from '../scope.ts';
import type { Bilaga } from './records.ts';

/** A document of an akt that goes with a message. */
export const bilageref = z.strictObject({ personId: id, dokumentId: id });
type Bilageref = z.infer<typeof bilageref>;

/** The akter that a message is asked of: those of its kunder, and those its attachments are of. */
export const bilagorLasta = (kunder: readonly string[], bilagor: readonly Bilageref[]): Last[] =>
  [...new Set([...kunder, ...bilagor.map(({ personId }) => personId)])].map((personId) => ({
    scope: aktScope(personId),
    need: { ids: bilagor.filter((one) => one.personId === personId).map(({ dokumentId }) => dokumentId) },
  }));

/**
 * Why a document may not be given out with a message; asked when it is sent, and again when what waited is to be delivered.
 * @param om the kund the message is about
 */
export function bilagehinder(
  state: State,
  { personId, dokumentId }: Pick<Bilaga, 'personId' | 'dokumentId'>,
  om: string | undefined,
): RejectionCode | undefined {
  const akt = annanScope(state, aktScope(personId));
  const [person, dokument] = [akt.get('person', personId), akt.get('dokument', dokumentId)];
  if (!person || !dokument) return 'finns-inte';
  if (dokument.felmarkerad) return 'dokument-felmarkerat';
  return person.skydd === 'skyddadFolkbokforing' && personId !== om ? 'bilaga-skyddad' : undefined;
}
