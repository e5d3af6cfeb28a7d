import { z } from 'zod';
import { kortad } from '../../util/kortad.ts';
import { type Change, defineCommand, reject, type State, signaturOf } from '../command.ts';
import { type Enhetsmarke, isOmarkt } from '../enhet.ts';
import { id, line } from '../fields.ts';
import { enhetsnamn } from '../katalog/enheter.ts';
import { vardenAv } from '../katalog/varden.ts';
import { type Akttyp, akttyper } from '../records.ts';
import { aktScope } from '../scope.ts';
import { bevakaEnhetschef } from './bevaka-enhetschef.ts';
import { flyttadPersonkrets, personkretsAkt } from './personkrets.ts';

/** What lets the kund's own details, kept by one unit, be read by another: her consent, or a decision that they may (OSL 10:1, 10:2, 26:1). */
export const grunder = ['samtycke', 'beslut'] as const;
export type Grund = (typeof grunder)[number];
const grundord: Record<Grund, string> = { samtycke: 'Kundens samtycke', beslut: 'Beslut' };

const input = z.strictObject({
  personId: id,
  /** As the user knows the kund: an id alone opens no akt. */
  personnummer: z.string().regex(/^\d{8}[0-9A-Z]\d{3}$/),
  /** The unit that takes her up: one of the user's own. */
  enhet: z.string().min(1).max(40),
  grund: z.enum(grunder),
  skal: line(500),
  /** Of the bevakning that tells the first of the units that have her; the others' follow from it. */
  bevakningId: id,
  rev: id,
});

/**
 * Ta upp kunden hos oss: a unit that does not have a kund of the municipality begins to (OSL 26:1). It reads who she is, her contacts and
 * hushåll from then on, and nothing of what other units have written; they are told. Asked of an akt that the user does not have, so a
 * client sends it undecided, and the server answers.
 */
export const taUppKund = defineCommand({
  name: 'person.taUpp',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  overVaggen: true,
  oppnarAkt: true,
  need: () => ({ allt: true }),
  decide(state, { personId, personnummer, enhet, grund, skal, bevakningId, rev }, context) {
    const { actor } = context;
    if (!actor.enheter.includes(enhet)) return reject('atkomst-saknas', 'enhet');
    const person = state.get('person', personId);
    if (!person || person.personnummer !== personnummer) return reject('finns-inte', 'personnummer');
    if (person.skydd === 'skyddadFolkbokforing' && !actor.skyddadBehorighet) return reject('atkomst-saknas');
    if (skal === '') return reject('skal-kravs', 'skal');
    // A colleague was first, perhaps offline as well: it is as both wanted it.
    if (person.enheter.includes(enhet)) return [];
    const namn = enhetsnamn(vardenAv(state, 'enhet'), enhet);
    const om = {
      text: kortad(`${namn} har tagit upp en kund som ni har.`, 120),
      ref: { type: 'person' as const, id: personId },
      skal: kortad(`${grundord[grund]}: ${skal}`, 500),
    };
    const berattade = bevakaEnhetschef(state, bevakningId, { ...om, enheter: [...person.enheter, enhet] }, context);
    const klar = { status: 'Klar', klar: signaturOf(context) } as const;
    // The unit's own is its documentation of why; there is nothing left to do about it.
    const bevakningar = berattade.map((one): Change => (one.data.enhet === enhet ? { ...one, data: { ...one.data, ...klar } } : one));
    // Its rule sees every unit's: what is another's is not to be written over.
    if (bevakningar.some(({ id: ny }) => akttyper.some((type) => state.get(type, ny)))) return reject('finns-redan', 'bevakningId');
    // What is one unit's and stood among what is common goes before another reads that.
    const { person: gemensamt, poster } = flyttadPersonkrets(personId, personkretsAkt(state, person));
    return [
      { op: 'put', type: 'person', id: personId, data: { ...gemensamt, enheter: [...person.enheter, enhet], rev } },
      ...poster,
      ...(person.enheter.length === 1 ? omarkta(state).map((one) => marked(one, person.enheter[0])) : []),
      // Its own first: what was asked is for those to read in the log who asked it (OSL 26:1), and each of the others has its own.
      ...bevakningar.toReversed(),
    ];
  },
});

type Omarkt = { type: Akttyp; id: string; data: object };

/** What was written while the kund had one unit is that unit's, and says so from now on. */
const omarkta = (state: Pick<State, 'list'>): Omarkt[] =>
  akttyper.flatMap((type) =>
    state
      .list(type)
      .filter(({ data }) => isOmarkt(type, data as Enhetsmarke))
      .map(({ id: postId, data }) => ({ type, id: postId, data })),
  );
const marked = ({ data, ...post }: Omarkt, enhet: string | undefined): Change =>
  ({ op: 'put', ...post, data: { ...data, ...(enhet === undefined ? {} : { enhet }) } }) as Change;
