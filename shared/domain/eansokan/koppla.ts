import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import type { Aktualisering } from '../aktualisering/records.ts';
import { provaFranVem, provaTyp } from '../aktualisering/typer.ts';
import { provaAnsvar } from '../ansvar.ts';
import type { Bevakning } from '../bevakning/records.ts';
import {
  type Change,
  type Context,
  type Decision,
  defineCommand,
  isRejection,
  olderInput,
  type Rejection,
  reject,
  type State,
  signaturOf,
} from '../command.ts';
import { type Dokument, handling } from '../dokument/records.ts';
import { provaEnhet } from '../enhet.ts';
import { id, line } from '../fields.ts';
import { vardenAv } from '../katalog/varden.ts';
import { aktScope, eansokanScope } from '../scope.ts';
import { isAvsandare } from './inkorg.ts';
import type { Eansokan } from './records.ts';

/** Insatser of one application. */
const maxInsatser = 20;

const falt = {
  personId: id,
  eansokanId: id,
  /** Step 1: a value of the list (EANS-06). */
  aktualiseringstyp: line(120).min(1),
  /** Step 2: one aktualisering for each insats that is ticked; of another type than Begäran LSS one, with or without (EANS-07, FRAGA-38). */
  aktualiseringar: z
    .array(z.strictObject({ id, insatsId: id.optional() }))
    .min(1)
    .max(maxInsatser),
  /** Step 3 (EANS-08). */
  ansvarigHandlaggareId: id,
  organisationId: id,
  franVem: line(120).min(1),
  /** Step 4. */
  aktualiseringssatt: line(120).min(1),
  /** Step 5 (EANS-09). */
  anteckning: line(4000).optional(),
  rev: id,
};
/** The application as PDF, filed in the same operation (EANS-13); absent where none could be made: then it is made of the akt, later. */
const medHandling = { ...falt, handling: handling.optional() };
type Falt = z.infer<z.ZodObject<typeof medHandling>>;
const olika = ({ aktualiseringar }: Pick<Falt, 'aktualiseringar'>): boolean =>
  new Set(aktualiseringar.map((one) => one.id)).size === aktualiseringar.length;
const dubblett = { path: ['aktualiseringar'], error: 'duplicate-id' };

/** What the value Begäran LSS is known by, in the list aktualiseringstyp. */
const begaranLssKod = 'lss';

/** Connects an e-ansökan to its sender's akt: all its aktualiseringar in one operation, and it leaves the inbox (EANS-04 to EANS-12). */
export const kopplaEansokan = defineCommand({
  name: 'eansokan.koppla',
  version: 2,
  input: z.strictObject(medHandling).refine(olika, dubblett),
  older: [olderInput(z.strictObject(falt).refine(olika, dubblett), (older) => older)],
  need: ({ handling: med }) => ({ ids: med ? [med.dokumentId] : [] }),
  scope: ({ personId }) => aktScope(personId),
  tarIn: ({ eansokanId }) => eansokanScope(eansokanId),
  enhet: enhetenFor,
  decide: (state, given, context) => taIn(state, given, context, { slag: 'kopplad' }),
});

const omAnnan = { kommentar: line(1000).min(1), bevakningId: id };

/**
 * An application that is about another person than its sender (FEL-01, FORB-74): what was applied for is registered on the right person, why is noted,
 * and whoever does it has a bevakning to contact the sender. One operation, and nothing of it in an akt of the sender's, nor of the sender in this one.
 */
export const eansokanGallerAnnan = defineCommand({
  name: 'eansokan.gallerAnnan',
  version: 2,
  input: z.strictObject({ ...medHandling, ...omAnnan }).refine(olika, dubblett),
  older: [olderInput(z.strictObject({ ...falt, ...omAnnan }).refine(olika, dubblett), (older) => older)],
  need: ({ handling: med }) => ({ ids: med ? [med.dokumentId] : [] }),
  scope: ({ personId }) => aktScope(personId),
  tarIn: ({ eansokanId }) => eansokanScope(eansokanId),
  enhet: enhetenFor,
  decide(state, { kommentar, bevakningId, ...given }, context) {
    if (state.get('bevakning', bevakningId)) return reject('finns-redan', 'bevakningId');
    const changes = taIn(state, given, context, { slag: 'gallerAnnan', kommentar });
    if (isRejection(changes)) return changes;
    const data: Bevakning = {
      ...enhetenI(changes),
      datum: swedishDay(context.now),
      status: 'Ej påbörjad',
      typ: 'Kontakta avsändaren',
      // Of the sender no name: it would be read here after they have been protected.
      text: 'E-ansökan gällde en annan person än avsändaren. Kontakta avsändaren.',
      bevakasAvId: context.actor.id,
      ref: { type: 'person', id: given.personId },
      skapad: signaturOf(context),
    };
    return [...changes, { op: 'put', type: 'bevakning', id: bevakningId, data }];
  },
});

/** What is of the kund herself would be common to her units: what a unit is to do is its own. */
function enhetenI(changes: Change[]): { enhet?: string } {
  const put = changes.find(({ type }) => type === 'aktualisering');
  const { enhet } = (put?.op === 'put' ? put.data : {}) as Pick<Aktualisering, 'enhet'>;
  return enhet === undefined ? {} : { enhet };
}

/** It is decided in the case of the unit that it came in to. */
function enhetenFor(state: Pick<State, 'get'>, { eansokanId }: Pick<Falt, 'eansokanId'>): string | undefined {
  return state.get('eansokan', eansokanId)?.enhet;
}

type Utfall = Pick<NonNullable<Eansokan['utfall']>, 'slag' | 'kommentar'>;

/** Makes the aktualiseringar, and says in the inbox what became of it. Two who do it at once: one does, whosever akter they are. */
function taIn(state: State, given: Falt, context: Context, utfall: Utfall): Decision {
  const { personId, eansokanId, aktualiseringstyp, aktualiseringar, handling: med, ...gemensamt } = given;
  const person = state.get('person', personId);
  if (!person) return reject('finns-inte');
  const eansokan = state.get('eansokan', eansokanId);
  if (!eansokan) return reject('finns-inte', 'eansokanId');
  const { kommandoId } = context;
  // What this very command has done already, it has done: a replica decides it again until the server's word has come all the way.
  const egen = kommandoId !== undefined && eansokan.utfall?.kommandoId === kommandoId;
  if (eansokan.utfall && !egen) return reject(eansokan.utfall.slag === 'atertagen' ? 'eansokan-avslutad' : 'eansokan-redan-kopplad');
  if (state.list('aktualisering').some(({ data }) => data.eansokan?.eansokanId === eansokanId && !egen))
    return reject('eansokan-redan-kopplad');
  const isKundens = isAvsandare(person, eansokan);
  if (isKundens !== (utfall.slag === 'kopplad')) return reject(isKundens ? 'eansokan-samma-person' : 'eansokan-annan-person', 'personId');
  const felEnhet = provaEnhet(context.actor, person, eansokan.enhet);
  if (felEnhet) return felEnhet;
  const fel =
    provaAnsvar(state, personId, eansokan.enhet, gemensamt) ??
    provaFranVem(state, 'ansokan', gemensamt.franVem) ??
    provaSatt(state, gemensamt.aktualiseringssatt) ??
    provaTyp(state, 'ansokan', { typ: aktualiseringstyp });
  if (fel) return fel.field === 'typ' ? reject(fel.code, 'aktualiseringstyp') : fel;
  const kraverLss = isBegaranLss(state, aktualiseringstyp);
  const { telefon, epost, insats, text, inkom } = eansokan;
  const changes: Change[] = [];
  const valda = new Set<string | undefined>();
  for (const [at, { id, insatsId }] of aktualiseringar.entries()) {
    if (state.get('aktualisering', id)) return reject('finns-redan', `aktualiseringar.${at}.id`);
    const vald = insatsId === undefined ? undefined : state.katalog('insats', insatsId);
    if (insatsId !== undefined && !vald) return reject('finns-inte-i-katalogen', `aktualiseringar.${at}.insatsId`);
    if (kraverLss && vald?.lagrum !== 'LSS') return reject(vald ? 'inte-lss' : 'inget-valt', `aktualiseringar.${at}.insatsId`);
    // One for each insats: the same one twice would be examined twice (AKT-02), and none beside some is nothing applied for.
    if (valda.has(insatsId) || (insatsId === undefined && aktualiseringar.length > 1))
      return reject('finns-redan', `aktualiseringar.${at}.insatsId`);
    valda.add(insatsId);
    const data: Aktualisering = {
      ...gemensamt,
      slag: 'ansokan',
      enhet: eansokan.enhet,
      aktualiseringstyp,
      typ: vald?.namn ?? aktualiseringstyp,
      ...(insatsId === undefined ? {} : { insatsId }),
      // When it came in is a fact that nobody changes (FRAGA-39), and what belongs together is that one application (FRAGA-38).
      datum: swedishDay(inkom),
      gruppId: eansokanId,
      eansokan: {
        ...{ eansokanId, inkom, insats, text },
        // Of another's akt, how the sender is reached is no part.
        ...(isKundens && telefon ? { telefon } : {}),
        ...(isKundens && epost ? { epost } : {}),
        ...(isKundens ? {} : { kommentar: utfall.kommentar }),
      },
    };
    if (!data.anteckning) delete data.anteckning;
    changes.push({ op: 'put', type: 'aktualisering', id, data });
  }
  const [forsta] = aktualiseringar;
  if (med && forsta) {
    const { dokumentId, ...uppgifter } = med;
    if (state.get('dokument', dokumentId)) return reject('finns-redan', 'handling.dokumentId');
    // One document of them all: it is known by the application it is made of.
    const data: Dokument = { ...uppgifter, knytsTill: { type: 'aktualisering', id: forsta.id }, skapad: signaturOf(context) };
    changes.push({ op: 'put', type: 'dokument', id: dokumentId, data });
  }
  const sagt = { ...utfall, ...signaturOf(context), personId, ...(kommandoId === undefined ? {} : { kommandoId }) };
  return [...changes, { op: 'put', type: 'eansokan', id: eansokanId, data: { ...eansokan, utfall: sagt } }];
}

/** A list the municipality has not filled lets any text through. */
function provaSatt(state: Pick<State, 'katalogLista'>, satt: string): Rejection | undefined {
  const varden = vardenAv(state, 'aktualiseringssatt');
  return varden.length === 0 || varden.some(({ namn }) => namn === satt)
    ? undefined
    : reject('finns-inte-i-katalogen', 'aktualiseringssatt');
}

/** Of a Begäran LSS at least one insats of LSS is ticked (EANS-07). */
const isBegaranLss = (state: Pick<State, 'katalogLista'>, typ: string): boolean =>
  vardenAv(state, 'aktualiseringstyp').some(({ namn, kod }) => namn === typ && kod === begaranLssKod);
