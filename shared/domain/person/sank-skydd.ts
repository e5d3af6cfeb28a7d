import { z } from 'zod';
import { type Actor, defineCommand, olderInput, type Rejection, reject } from '../command.ts';
import { id, line } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { bevakaEnhetschef } from './bevaka-enhetschef.ts';
import { person } from './records.ts';
import { isSvagareSkydd } from './skydd.ts';

const { skydd } = person.shape;
const input = z.strictObject({
  personId: id,
  /** The protection the form showed. */
  fran: skydd,
  till: skydd,
  skal: line(500),
  /** Of the bevakning to the enhetschef. */
  bevakningId: id,
  rev: id,
});
/** Named what the register had answered, in place of the right and the reason: `person.avgorKir` takes the register's word. */
const medForslag = input.extend({ forslagId: id.optional() });

/**
 * Lowers a kund's protection, and nothing else (FRAGA-62): by a choice of that alone, by someone with the right to protected akter who
 * says why. The enhetschef of each unit is told.
 */
export const sankSkydd = defineCommand({
  name: 'person.sankSkydd',
  version: 2,
  input,
  older: [olderInput(medForslag, ({ forslagId: _, ...older }) => older)],
  scope: ({ personId }) => aktScope(personId),
  tillVarje: true,
  decide(state, { personId, fran, till, skal, bevakningId, rev }, context) {
    const stored = state.get('person', personId);
    if (!stored) return reject('finns-inte');
    if (stored.skydd !== fran) return reject('andrad-av-annan', 'till');
    if (!isSvagareSkydd(till, stored.skydd)) return reject('ogiltig-indata', 'till');
    const hinder = sankhinder(context.actor) ?? (skal === '' ? reject('skal-kravs', 'skal') : undefined);
    if (hinder) return hinder;
    const enheter = stored.enheter.length > 1 ? stored.enheter : [];
    const text = 'Skyddet av en kunds uppgifter har sänkts. Kontrollera skälet.';
    return [
      { op: 'put', type: 'person', id: personId, data: { ...stored, skydd: till, rev } },
      ...bevakaEnhetschef(state, bevakningId, { text, ref: { type: 'person', id: personId }, skal, enheter }, context),
    ];
  },
});

/** Who may lower a protection: those who may read the akter it guards. */
const sankhinder = ({ skyddadBehorighet }: Pick<Actor, 'skyddadBehorighet'>): Rejection | undefined =>
  skyddadBehorighet ? undefined : reject('behorighet-saknas');
