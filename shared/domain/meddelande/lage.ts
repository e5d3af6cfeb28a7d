import { z } from 'zod';
import { type IsoDate, plusDagar, swedishDay } from '../../util/datum.ts';
import { sistaDagAttHandla } from '../../util/lagtid.ts';
import { type Lada, lada, ladnyckel } from '../brevlada.ts';
import { type Actor, annanScope, type Change, defineCommand, type Rejection, reject, type State, signaturOf } from '../command.ts';
import { id } from '../fields.ts';
import { aktScope, meddelandeScope } from '../scope.ts';
import { journaltitel } from './journalfor.ts';
import type { Brevlage, Meddelande } from './records.ts';
import { isHeltTillbakataget } from './ta-tillbaka.ts';

/** Whether a message lies in a place. */
export function liggerI({ fran, till, enhet }: Pick<Meddelande, 'fran' | 'till' | 'enhet'>, en: Lada): boolean {
  if (en.slag === 'enhet') return fran.slag === 'medborgare' && enhet === en.enhet;
  if (en.slag === 'brevlada') return till.some((one) => one.slag === 'brevlada' && one.enhet === en.enhet && one.kod === en.kod);
  const isHos = (one: Meddelande['fran'] | Meddelande['till'][number]) => one.slag === 'anvandare' && one.anvandareId === en.anvandareId;
  return isHos(fran) || till.some(isHos);
}

/** The places a user reads: their own, and the shared mailboxes and units they are in. */
function laserLada(actor: Pick<Actor, 'id' | 'enheter' | 'brevlador'>, en: Lada): boolean {
  if (en.slag === 'anvandare') return en.anvandareId === actor.id;
  if (!actor.enheter.includes(en.enhet)) return false;
  return en.slag === 'enhet' || (actor.brevlador ?? []).some(({ enhet, kod }) => enhet === en.enhet && kod === en.kod);
}

const plats = { gruppId: id, meddelandeId: id, lada, /** Of the record it makes, where there is none. */ lageId: id };
type Plats = { meddelandeId: string; lada: Lada; lageId: string };
type Hittat = { meddelande: Meddelande; lageId: string; lage: Brevlage };

/** The message, and how it is with it in the place; refused where the actor does not read it. */
function hitta(state: State, { meddelandeId, lada: en, lageId }: Plats, actor: Actor): Hittat | Rejection {
  const meddelande = state.get('meddelande', meddelandeId);
  if (!meddelande || !liggerI(meddelande, en)) return reject('finns-inte');
  if (!laserLada(actor, en)) return reject('atkomst-saknas', 'lada');
  const stored = state.list('brevlage').find(({ data }) => data.meddelandeId === meddelandeId && ladnyckel(data.lada) === ladnyckel(en));
  if (stored) return { meddelande, lageId: stored.id, lage: stored.data };
  const { enhet, skyddad, laskvitto, fran } = meddelande;
  const kvittoTill = laskvitto && fran.slag === 'anvandare' && fran.anvandareId !== actor.id ? fran.anvandareId : undefined;
  const lage: Brevlage = {
    ...{ meddelandeId, lada: en },
    ...(enhet === undefined ? {} : { enhet }),
    ...(skyddad ? { skyddad } : {}),
    ...(kvittoTill === undefined ? {} : { kvittoTill }),
    ...(fran.slag === 'medborgare' ? { forEnheten: true as const } : {}),
  };
  return { meddelande, lageId, lage };
}

const put = (lageId: string, data: Brevlage): Change[] => [{ op: 'put', type: 'brevlage', id: lageId, data }];
/** The same without one of its marks. */
function utan(lage: Brevlage, marke: 'last' | 'tagen' | 'borttaget'): Brevlage {
  const { [marke]: _, ...kvar } = lage;
  return kvar as Brevlage;
}

/** It was opened, or is to stand as unread again (MEDD-13). */
export const lasMeddelande = defineCommand({
  name: 'meddelande.las',
  version: 1,
  input: z.strictObject({ ...plats, last: z.boolean() }),
  scope: ({ gruppId }) => meddelandeScope(gruppId),
  quiet: true,
  decide(state, given, context) {
    const hittat = hitta(state, given, context.actor);
    if ('code' in hittat) return hittat;
    const { lageId, lage } = hittat;
    if ((lage.last !== undefined) === given.last) return [];
    return put(lageId, given.last ? { ...lage, last: signaturOf(context) } : utan(lage, 'last'));
  },
});

/** "Jag tar hand om det", and letting go of it, in what several read: who takes over what a colleague has must have seen that. */
export const taHandOmMeddelande = defineCommand({
  name: 'meddelande.tagHand',
  version: 1,
  input: z.strictObject({
    ...plats,
    tar: z.boolean(),
    /** Whose it was as the list showed it; null = nobody's. */
    sedd: id.nullable(),
  }),
  scope: ({ gruppId }) => meddelandeScope(gruppId),
  decide(state, given, context) {
    if (given.lada.slag === 'anvandare') return reject('ogiltig-indata', 'lada');
    const hittat = hitta(state, given, context.actor);
    if ('code' in hittat) return hittat;
    const { lageId, lage } = hittat;
    const hos = lage.tagen?.anvandareId ?? null;
    if (hos === (given.tar ? context.actor.id : null)) return [];
    if (hos !== given.sedd) return reject('andrad-av-annan', 'tagen');
    return put(lageId, given.tar ? { ...lage, tagen: signaturOf(context) } : utan(lage, 'tagen'));
  },
});

/** Puts a message away, or back. What is about a kund is journalfört first, or said not to need it (MEDD-14, FORB-71). */
export const taBortMeddelande = defineCommand({
  name: 'meddelande.taBort',
  version: 1,
  input: z.strictObject({
    ...plats,
    /** False = it is put back. */
    bort: z.boolean(),
    /** Chosen: it need not be in the akt. */
    utanJournalforing: z.boolean(),
    /** The note that it is journalfört as, by a command before this one. */
    journalforsSom: z.strictObject({ personId: id, anteckningId: id }).optional(),
  }),
  scope: ({ gruppId }) => meddelandeScope(gruppId),
  laser: ({ journalforsSom: som }) => (som ? [{ scope: aktScope(som.personId), need: { ids: [som.anteckningId] } }] : []),
  decide(state, given, context) {
    const hittat = hitta(state, given, context.actor);
    if ('code' in hittat) return hittat;
    const { meddelande, lageId, lage } = hittat;
    if ((lage.borttaget !== undefined) === given.bort) return [];
    if (!given.bort) return put(lageId, utan(lage, 'borttaget'));
    const { journalforsSom: som } = given;
    // A replica knows of its own journalföring by the note alone, until the server has answered.
    const not = som && annanScope(state, aktScope(som.personId)).get('anteckning', som.anteckningId);
    const journalfors = not?.signerad !== undefined && not.titel === journaltitel(meddelande);
    const kravs = kravsJournalforing(meddelande) && !journalfors;
    if (kravs && !given.utanJournalforing) return reject('meddelande-ej-journalfort');
    return put(lageId, { ...lage, borttaget: { ...signaturOf(context), ...(kravs ? { utanJournalforing: true } : {}) } });
  },
});

/**
 * What a citizen wrote stands before the whole unit when nobody has read it, or taken it, by the end of the next working day (FORB-72); at once where it went to
 * nobody.
 * @param lagen of it, in every place
 */
export function visasForEnheten(
  { fran, till, skickat }: Pick<Meddelande, 'fran' | 'till' | 'skickat'>,
  lagen: readonly Pick<Brevlage, 'lada' | 'last' | 'tagen'>[],
  idag: IsoDate,
): boolean {
  if (
    fran.slag !== 'medborgare' ||
    lagen.some(({ lada: en, last, tagen }) => tagen !== undefined || (last !== undefined && en.slag !== 'enhet'))
  )
    return false;
  return till.length === 0 || idag > sistaDagAttHandla(plusDagar(swedishDay(skickat), 1));
}

/** It is about a kund, and not in the akt (FORB-71): what nobody wrote, or nobody got, is not for the akt. */
export const kravsJournalforing = ({
  personId,
  journalfort,
  automatiskt,
  till,
}: Pick<Meddelande, 'personId' | 'journalfort' | 'automatiskt' | 'till'>): boolean =>
  personId !== undefined && journalfort === undefined && !automatiskt && !isHeltTillbakataget({ till });
