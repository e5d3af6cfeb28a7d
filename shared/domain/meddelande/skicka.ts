import { z } from 'zod';
import { arHandlaggare } from '../behorighet.ts';
import { brevladeref } from '../brevlada.ts';
import { annanScope, type Change, type Context, defineCommand, type Last, type Rejection, reject, type State } from '../command.ts';
import { enhetOf, provaEnhet, valdEnhet } from '../enhet.ts';
import { forEnhet, id, line } from '../fields.ts';
import type { Person } from '../person/records.ts';
import { aktScope, meddelandeScope } from '../scope.ts';
import { bilagehinder, bilageref, bilagorLasta } from './bilagor.ts';
import { brevladan, medFranvaro } from './installningar.ts';
import { avisering, isEgenKund, laserKunden, nabarhetNu } from './mottagare.ts';
import { type Bilaga, langstaText, type Meddelande, type Mottagare, meddelanderef } from './records.ts';

const till = z.discriminatedUnion('slag', [
  z.strictObject({ slag: z.literal('anvandare'), anvandareId: id }),
  z.strictObject({ slag: z.literal('brevlada'), ...brevladeref.shape }),
  z.strictObject({ slag: z.literal('kund') }),
  z.strictObject({ slag: z.literal('narstaende'), godkannandeId: id }),
]);
const del = z.strictObject({
  meddelandeId: id,
  /** The kund it is about; always where it goes to a citizen. */
  personId: id.optional(),
  /** The sender's unit whose case that is. */
  enhet: forEnhet,
  till: z.array(till).min(1).max(30),
});
const input = z
  .strictObject({
    gruppId: id,
    /** One message for each kund: none of them sees another's. */
    delar: z.array(del).min(1).max(20),
    amne: line(200).min(1),
    text: line(langstaText),
    /** Documents of the akt: no file passes the disk (FORB-68). */
    bilagor: z.array(bilageref).max(20),
    laskvitto: z.boolean(),
    /** The sender has confirmed a recipient who is none of their own kunder, or another than whom a document is about (FORB-67). */
    bekraftad: z.boolean(),
    svarPa: meddelanderef.optional(),
    vidarebefordrar: meddelanderef.optional(),
  })
  .refine(({ delar }) => new Set(delar.map(({ meddelandeId }) => meddelandeId)).size === delar.length, {
    path: ['delar'],
    error: 'duplicate-id',
  });
export type SkickaMeddelande = z.infer<typeof input>;
type Del = z.infer<typeof del>;
type Till = z.infer<typeof till>;

/** The akter and the earlier message that sending asks about. */
function lasta({ delar, bilagor, svarPa, vidarebefordrar }: SkickaMeddelande): Last[] {
  const tidigare = svarPa ?? vidarebefordrar;
  return [
    ...bilagorLasta(
      delar.flatMap(({ personId }) => personId ?? []),
      bilagor,
    ),
    ...(tidigare ? [{ scope: meddelandeScope(tidigare.gruppId) }] : []),
  ];
}

/** Sends a message to colleagues, shared mailboxes and citizens (MEDD-03 to -11, MDOK-01, FORB-67, FORB-68). */
export const skickaMeddelande = defineCommand({
  name: 'meddelande.skicka',
  version: 1,
  input,
  scope: ({ gruppId }) => meddelandeScope(gruppId),
  skaparAkt: true,
  laser: lasta,
  aviserar: (_, changes) => avisering(changes),
  decide(state, given, context) {
    if (state.list('meddelande').length > 0) return reject('finns-redan', 'gruppId');
    const fel = tidigarefel(state, given);
    if (fel) return fel;
    const bilagor = bilagorna(state, given);
    if (!Array.isArray(bilagor)) return bilagor;
    const changes: Change[] = [];
    for (const [nr, en] of given.delar.entries()) {
      const made = enDel(state, given, en, bilagor, context);
      if (isFel(made)) return reject(made.code, `delar.${nr}.${made.field ?? 'till'}`);
      changes.push(...medFranvaro(state, { id: en.meddelandeId, data: made }, context));
    }
    return changes;
  },
});

const isFel = (made: Meddelande | Rejection): made is Rejection => 'code' in made;

/** What is answered, or forwarded, stays about the same kund: else it would leave her unit by the way of an answer. */
function tidigarefel(state: State, { delar, svarPa, vidarebefordrar }: SkickaMeddelande): Rejection | undefined {
  const ref = svarPa ?? vidarebefordrar;
  if (!ref) return undefined;
  const tidigare = annanScope(state, meddelandeScope(ref.gruppId)).get('meddelande', ref.meddelandeId);
  if (!tidigare) return reject('finns-inte', svarPa ? 'svarPa' : 'vidarebefordrar');
  const { personId } = tidigare;
  return personId !== undefined && delar.some((en) => en.personId !== personId) ? reject('meddelande-annan-kund', 'delar') : undefined;
}

type Bilagan = { bilaga: Bilaga; enhet: string | undefined };

function bilagorna(state: State, { bilagor }: SkickaMeddelande): Bilagan[] | Rejection {
  const funna: Bilagan[] = [];
  for (const [nr, { personId, dokumentId }] of bilagor.entries()) {
    // Whose it may go with is asked of each message: it is its own kund's.
    const hinder = bilagehinder(state, { personId, dokumentId }, personId);
    if (hinder) return reject(hinder, `bilagor.${nr}`);
    const akt = annanScope(state, aktScope(personId));
    const [person, dokument] = [akt.get('person', personId), akt.get('dokument', dokumentId)];
    if (!dokument) return reject('finns-inte', `bilagor.${nr}`);
    const { rubrik, sha256, storlek, sidor } = dokument;
    const bilaga = { personId, dokumentId, rubrik, sha256, storlek, sidor };
    funna.push({ bilaga, enhet: enhetOf('dokument', dokument, person) });
  }
  return funna;
}

type Om = { personId: string; person: Person; enhet: string };

function enDel(state: State, given: SkickaMeddelande, en: Del, bilagor: Bilagan[], context: Context): Meddelande | Rejection {
  const { actor } = context;
  const om = omVem(state, en, context);
  if (isRejectionOf(om)) return om;
  if (bilagor.length > 0 && !om) return reject('bilaga-utan-kund', 'personId');
  const nekad = bilagor.map(({ bilaga }) => bilagehinder(state, bilaga, en.personId)).find((one) => one !== undefined);
  if (nekad) return reject(nekad, 'personId');
  const mottagna: Mottagare[] = [];
  let vantar = false;
  for (const mal of en.till) {
    const found = isMedborgare(mal) ? medborgaren(state, given, om, mal, context) : kollegan(state, om, bilagor, mal);
    if ('code' in found) return found;
    vantar ||= found.vantar ?? false;
    mottagna.push(found.till);
  }
  const nummer = mottagna.flatMap((one) => (one.slag === 'medborgare' ? one.personnummer : []));
  return {
    fran: { slag: 'anvandare', anvandareId: actor.id, namn: actor.namn, titel: actor.titel },
    till: mottagna,
    ...(om ? { personId: om.personId, enhet: om.enhet } : {}),
    ...{ amne: given.amne, text: given.text, bilagor: bilagor.map(({ bilaga }) => bilaga), skickat: context.now },
    ...(given.laskvitto ? { laskvitto: true as const } : {}),
    ...(given.svarPa ? { svarPa: given.svarPa } : {}),
    ...(given.vidarebefordrar ? { vidarebefordrar: given.vidarebefordrar } : {}),
    ...(vantar ? { vantar: true as const } : {}),
    ...(nummer.length > 0 ? { nummer } : {}),
    ...(om?.person.skydd === 'skyddadFolkbokforing' ? { skyddad: true as const } : {}),
  };
}

const isRejectionOf = (om: Om | Rejection | undefined): om is Rejection => om !== undefined && 'code' in om;

/** The kund it is about, and in whose case of the sender's units. */
function omVem(state: State, { personId, enhet: vald }: Del, { actor }: Context): Om | Rejection | undefined {
  if (personId === undefined) return undefined;
  const person = annanScope(state, aktScope(personId)).get('person', personId);
  if (!person) return reject('atkomst-saknas', 'personId');
  const fel = provaEnhet(actor, person, vald);
  if (fel) return fel;
  const enhet = valdEnhet(actor, person, vald, undefined);
  return enhet === undefined || !actor.enheter.includes(enhet) ? reject('atkomst-saknas', 'personId') : { personId, person, enhet };
}

type TillMedborgare = Extract<Till, { slag: 'kund' | 'narstaende' }>;
const isMedborgare = (mal: Till): mal is TillMedborgare => mal.slag === 'kund' || mal.slag === 'narstaende';

type Funnen = { till: Mottagare; vantar?: boolean };

function medborgaren(
  state: State,
  { bilagor, bekraftad }: SkickaMeddelande,
  om: Om | undefined,
  mal: TillMedborgare,
  context: Context,
): Funnen | Rejection {
  if (!om) return reject('mottagare-saknas', 'personId');
  if (!arHandlaggare(context.actor)) return reject('behorighet-saknas');
  const akt = annanScope(state, aktScope(om.personId));
  const nas = nabarhetNu(akt, om.personId, mal, context, om.enhet);
  if ('hinder' in nas) return reject(nas.hinder);
  if (!bekraftad && kraverBekraftelse(isEgenKund(akt, context.actor.id), om.personId, bilagor)) return reject('mottagare-bekraftas');
  return nas.lage === 'aktiv' ? { till: { ...nas.till, levererat: context.now } } : { till: nas.till, vantar: true };
}

function kollegan(state: State, om: Om | undefined, bilagor: Bilagan[], mal: Exclude<Till, TillMedborgare>): Funnen | Rejection {
  // What is about a kund, or is of her akt, goes to those who may read it.
  const enheter = [...new Set([om?.enhet, ...bilagor.map(({ enhet }) => enhet)])].filter((one) => one !== undefined);
  if (mal.slag === 'brevlada') {
    const brevlada = brevladan(state, mal);
    if (!brevlada) return reject('finns-inte-i-katalogen');
    return enheter.some((enhet) => enhet !== mal.enhet) ? reject('mottagaren-laser-inte') : { till: { ...mal, namn: brevlada.namn } };
  }
  const anvandare = state.katalog('anvandare', mal.anvandareId);
  if (!anvandare?.aktiv) return reject('mottagaren-slutat');
  const skydd = om?.person.skydd ?? 'ingen';
  const far = laserKunden(anvandare, { skydd }, undefined) && enheter.every((enhet) => anvandare.enheter.includes(enhet));
  return far ? { till: { ...mal, namn: anvandare.namn } } : reject('mottagaren-laser-inte');
}

/** Whether a citizen as recipient is to be confirmed first (FORB-67): none of the user's own kunder, or another than whom a document is about. */
export const kraverBekraftelse = (egen: boolean, personId: string, bilagor: readonly { personId: string }[]): boolean =>
  !egen || bilagor.some((one) => one.personId !== personId);
