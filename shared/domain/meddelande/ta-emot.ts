import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import {
  annanScope,
  type Change,
  type Context,
  defineCommand,
  type Last,
  type Rejection,
  type RejectionCode,
  reject,
  type State,
} from '../command.ts';
import type { Dokument } from '../dokument/records.ts';
import { enhetOf } from '../enhet.ts';
import { etjanstId } from '../etjanst/records.ts';
import { forEnhet, id, line } from '../fields.ts';
import { displayName, type Person } from '../person/records.ts';
import { aktScope, meddelandeScope } from '../scope.ts';
import { isOpenUtredning } from '../utredning/records.ts';
import { bilagehinder, bilageref, bilagorLasta } from './bilagor.ts';
import { brevladorFor, medFranvaro } from './installningar.ts';
import { avisering, handlaggareFor, laserKunden, nabarhet } from './mottagare.ts';
import {
  type Avsandare,
  type Bilaga,
  bilageIds,
  flestInkomnaBilagor,
  langstaText,
  type Meddelande,
  type Mottagare,
  meddelanderef,
} from './records.ts';

const inkommet = z.strictObject({
  gruppId: id,
  meddelandeId: id,
  /** The kund, and who writes in her place where it is somebody near. */
  personId: id,
  godkannandeId: id.optional(),
  /** The unit it is written to, where the kund chose one; somebody near writes to that which approved them. */
  enhet: forEnhet,
  amne: line(200).min(1),
  text: line(langstaText).min(1),
  svarPa: meddelanderef.optional(),
  /** How many files came with it; each has been filed before it (`meddelande.taEmotBilaga`). */
  bilagor: z.number().int().min(1).max(flestInkomnaBilagor).optional(),
});
/** What of a message says whose it is, and to whom it goes. */
export type Inkommet = Pick<z.infer<typeof inkommet>, 'personId' | 'godkannandeId' | 'enhet' | 'svarPa'>;

/** Takes in what a citizen has written: to the handläggare and the unit's mailbox, and before the whole unit (MEDD-12, FORB-72). The server's own. */
export const taEmotMeddelande = defineCommand({
  name: 'meddelande.taEmot',
  version: 1,
  input: inkommet,
  scope: ({ gruppId }) => meddelandeScope(gruppId),
  aviserar: (_, changes) => avisering(changes),
  laser: ({ personId, meddelandeId, bilagor, svarPa }): Last[] => [
    { scope: aktScope(personId), need: { ids: bilageIds(meddelandeId, bilagor ?? 0) } },
    ...(svarPa ? [{ scope: meddelandeScope(svarPa.gruppId) }] : []),
  ],
  decide(state, given, context) {
    if (state.get('meddelande', given.meddelandeId)) return [];
    const akt = annanScope(state, aktScope(given.personId));
    const besvarat = besvaratAv(state, given);
    const vem = inkommetFran(akt, given, besvarat, context);
    if ('code' in vem) return vem;
    const { fran, person, enhet } = vem;
    const bilagor = bilageIds(given.meddelandeId, given.bilagor ?? 0).map((dokumentId) => ({
      dokumentId,
      dokument: akt.get('dokument', dokumentId),
    }));
    const borta = bilagor.findIndex(({ dokument }) => dokument === undefined);
    if (borta !== -1) return reject('finns-inte', `bilagor.${borta}`);
    const skyddad = person.skydd === 'skyddadFolkbokforing' || isSkyddadNarstaende(akt, given.godkannandeId);
    const data: Meddelande = {
      ...{ fran, till: mottagarna(state, akt, person, enhet, besvarat), personId: given.personId, enhet },
      ...{
        amne: given.amne,
        text: given.text,
        bilagor: bilagor.flatMap(({ dokumentId, dokument }) => (dokument ? [bilagaAv(given.personId, dokumentId, dokument)] : [])),
      },
      ...{ skickat: context.now, nummer: [fran.personnummer] },
      ...(given.svarPa ? { svarPa: given.svarPa } : {}),
      ...(skyddad ? { skyddad } : {}),
    };
    return medFranvaro(state, { id: given.meddelandeId, data }, context);
  },
});

type Akt = ReturnType<typeof annanScope>;

const bilagaAv = (personId: string, dokumentId: string, { rubrik, sha256, storlek, sidor }: Dokument): Bilaga => ({
  ...{ personId, dokumentId, rubrik },
  ...{ sha256, storlek, sidor },
});

export const besvaratAv = (state: State, { svarPa }: Pick<Inkommet, 'svarPa'>): Meddelande | undefined =>
  svarPa && annanScope(state, meddelandeScope(svarPa.gruppId)).get('meddelande', svarPa.meddelandeId);

/**
 * Who writes, of whom, and to which unit; or why not.
 * @param akt the kund's
 * @param besvarat the message that is answered
 */
export function inkommetFran(
  akt: Akt,
  given: Inkommet,
  besvarat: Meddelande | undefined,
  { now }: Pick<Context, 'now'>,
): { fran: MedborgarAvsandare; person: Person; enhet: string } | Rejection {
  const person = akt.get('person', given.personId);
  if (!person) return reject('finns-inte', 'personId');
  const fran = avsandaren(akt, given, person, swedishDay(now));
  if (isHinder(fran)) return fran;
  // An answer to another kund's message is no answer.
  if (given.svarPa && besvarat?.personId !== given.personId) return reject('finns-inte', 'svarPa');
  const godkannande = given.godkannandeId === undefined ? undefined : akt.get('godkannande', given.godkannandeId);
  const enhet = godkannande ? enhetOf('godkannande', godkannande, person) : (besvarat?.enhet ?? enhetTill(akt, person, given.enhet));
  // Somebody near writes to the unit that approved them, whatever the caller says; nothing of another unit's is theirs to answer.
  if (godkannande && besvarat && besvarat.enhet !== enhet) return reject('annan-enhet', 'svarPa');
  if (enhet === undefined || !person.enheter.includes(enhet)) return reject('enheten-har-inte-kunden', 'enhet');
  return { fran, person, enhet };
}

const isHinder = (fran: MedborgarAvsandare | Rejection): fran is Rejection => !('slag' in fran);
type MedborgarAvsandare = Extract<Avsandare, { slag: 'medborgare' }>;

const isSkyddadNarstaende = (akt: Akt, godkannandeId: string | undefined): boolean => {
  const godkannande = godkannandeId === undefined ? undefined : akt.get('godkannande', godkannandeId);
  return godkannande?.skyddad === true || (godkannande !== undefined && akt.get('kontakt', godkannande.till.kontaktId)?.skyddad === true);
};

/** Who wrote; refused of one who is let in no more. Who is protected is not written to, and may write. */
function avsandaren(akt: Akt, { personId, godkannandeId }: Inkommet, person: Person, dag: string): MedborgarAvsandare | Rejection {
  const till = godkannandeId === undefined ? ({ slag: 'kund' } as const) : ({ slag: 'narstaende', godkannandeId } as const);
  const nas = nabarhet(akt, personId, till, dag);
  if ('till' in nas) return nas.lage === 'aktiv' ? nas.till : reject('etjanst-ej-aktiverad');
  if (nas.hinder !== 'mottagaren-skyddad') return reject(nas.hinder);
  const godkannande = godkannandeId === undefined ? undefined : akt.get('godkannande', godkannandeId);
  const aktivering = godkannande ?? akt.get('etjanst', etjanstId(personId));
  if (aktivering?.lage !== 'aktiv') return reject('etjanst-ej-aktiverad');
  return godkannande && godkannandeId !== undefined
    ? {
        slag: 'medborgare',
        namn: godkannande.till.namn,
        personnummer: godkannande.till.personnummer,
        aktiveringId: godkannandeId,
        godkannandeId,
      }
    : { slag: 'medborgare', namn: displayName(person), personnummer: person.personnummer, aktiveringId: etjanstId(personId) };
}

/** Of several units the one that was chosen, that has an open utredning, or that registered the kund. */
function enhetTill(akt: Akt, person: Person, vald: string | undefined): string {
  const pagaende = akt.list('utredning').flatMap(({ data }) => (isOpenUtredning(data) ? (enhetOf('utredning', data, person) ?? []) : []));
  return vald ?? pagaende[0] ?? (person.enheter[0] as string);
}

function mottagarna(state: State, akt: Akt, person: Person, enhet: string, besvarat: Meddelande | undefined): Mottagare[] {
  const handlaggare = handlaggareFor(state, akt, person, enhet).map(({ id: anvandareId, data }) => ({ anvandareId, namn: data.namn }));
  const skrev = besvarat?.fran.slag === 'anvandare' ? besvarat.fran : undefined;
  const svaras = skrev && state.katalog('anvandare', skrev.anvandareId);
  const alla = new Map(handlaggare.map((one) => [one.anvandareId, one.namn]));
  if (skrev && svaras && laserKunden(svaras, person, enhet)) alla.set(skrev.anvandareId, svaras.namn);
  const brevlador = brevladorFor(state, enhet);
  const i = (lador: typeof brevlador) => lador.map(({ kod, namn }) => ({ slag: 'brevlada' as const, enhet, kod, namn }));
  const till: Mottagare[] = [
    ...[...alla].map(([anvandareId, namn]) => ({ slag: 'anvandare' as const, anvandareId, namn })),
    ...i(brevlador.filter(({ medborgarnas }) => medborgarnas)),
  ];
  // Nobody's, and no mailbox for it: the unit's enhetschefer have it, and its other mailboxes. Of a unit that has neither it stands before the whole unit at once.
  const chefer = state
    .katalogLista('anvandare')
    .filter(({ data }) => data.roller.includes('enhetschef') && laserKunden(data, person, enhet));
  return till.length > 0
    ? till
    : [
        ...chefer.slice(0, 20).map(({ id: anvandareId, data }) => ({ slag: 'anvandare' as const, anvandareId, namn: data.namn })),
        ...i(brevlador),
      ];
}

const put = (meddelandeId: string, data: Meddelande): Change[] => [{ op: 'put', type: 'meddelande', id: meddelandeId, data }];

/** Delivers what waited for the night, or says why it never will be (FORB-63): the server's own. */
export const levereraMeddelande = defineCommand({
  name: 'meddelande.leverera',
  version: 1,
  input: z.strictObject({
    ...{ gruppId: id, meddelandeId: id, personId: id },
    /** Its attachments, so that they are asked about again. */
    bilagor: z.array(bilageref).max(20).optional(),
  }),
  scope: ({ gruppId }) => meddelandeScope(gruppId),
  laser: ({ personId, bilagor = [] }) => bilagorLasta([personId], bilagor),
  aviserar: (_, changes) => avisering(changes),
  decide(state, { meddelandeId, personId, bilagor = [] }, context) {
    const stored = state.get('meddelande', meddelandeId);
    if (!stored || stored.personId !== personId) return reject('finns-inte');
    if (!stored.vantar) return [];
    const akt = annanScope(state, aktScope(personId));
    // What is not asked about is not given out.
    if (stored.bilagor.some((en) => !bilagor.some(({ dokumentId }) => dokumentId === en.dokumentId)))
      return reject('ogiltig-indata', 'bilagor');
    const hinder = stored.bilagor.map((en) => bilagehinder(state, en, personId)).find((one) => one !== undefined);
    const till = stored.till.map((en) => levererad(akt, stored, personId, en, context, hinder));
    const { vantar: _, ...klart } = stored;
    const kvar = till.some((en) => en.slag === 'medborgare' && en.levererat === undefined && en.uteblivet === undefined);
    const isLika = till.every((en, nr) => en === stored.till[nr]);
    return isLika ? [] : put(meddelandeId, { ...(klart as Meddelande), till, ...(kvar ? { vantar: true } : {}) });
  },
});

/** @param bilaga why one of its attachments may not be given out any more: then none of it is, and its writer is told */
function levererad(
  akt: Akt,
  { enhet }: Meddelande,
  personId: string,
  en: Mottagare,
  { now }: Context,
  bilaga: RejectionCode | undefined,
): Mottagare {
  if (en.slag !== 'medborgare' || en.levererat !== undefined || en.uteblivet !== undefined) return en;
  const { godkannandeId } = en;
  const nas = nabarhet(
    akt,
    personId,
    godkannandeId === undefined ? { slag: 'kund' } : { slag: 'narstaende', godkannandeId },
    swedishDay(now),
    enhet,
  );
  const hinder = 'hinder' in nas ? nas.hinder : nas.lage === 'aktiv' ? bilaga : undefined;
  if (hinder !== undefined || 'hinder' in nas) return { ...en, uteblivet: { kod: hinder ?? '', at: now } };
  return nas.lage === 'aktiv' ? { ...en, levererat: now } : en;
}

/** A citizen has opened it: its sender sees that. The server's own. */
export const oppnatMeddelande = defineCommand({
  name: 'meddelande.oppnat',
  version: 1,
  input: z.strictObject({ gruppId: id, meddelandeId: id, aktiveringId: id }),
  scope: ({ gruppId }) => meddelandeScope(gruppId),
  decide(state, { meddelandeId, aktiveringId }, { now }) {
    const stored = state.get('meddelande', meddelandeId);
    const en = stored?.till.find((one) => one.slag === 'medborgare' && one.aktiveringId === aktiveringId);
    if (!stored || en?.slag !== 'medborgare' || en.levererat === undefined) return reject('finns-inte');
    if (en.oppnat !== undefined) return [];
    return put(meddelandeId, { ...stored, till: stored.till.map((one) => (one === en ? { ...en, oppnat: now } : one)) });
  },
});

/** Gives a message the protection of those it is about, or takes it back: the server's own, as with contacts (FRAGA-62). */
export const skyddaMeddelande = defineCommand({
  name: 'meddelande.skydda',
  version: 1,
  input: z.strictObject({ gruppId: id, meddelandeId: id, skyddad: z.boolean() }),
  scope: ({ gruppId }) => meddelandeScope(gruppId),
  decide(state, { meddelandeId, skyddad }) {
    const stored = state.get('meddelande', meddelandeId);
    if (!stored) return reject('finns-inte');
    if ((stored.skyddad ?? false) === skyddad) return [];
    const med = <D extends { skyddad?: true | undefined }>({ skyddad: _, ...data }: D): D =>
      ({ ...data, ...(skyddad ? { skyddad } : {}) }) as D;
    const lagen = state.list('brevlage').filter(({ data }) => data.meddelandeId === meddelandeId);
    return [
      ...put(meddelandeId, med(stored)),
      ...lagen.map((one): Change => ({ op: 'put', type: 'brevlage', id: one.id, data: med(one.data) })),
    ];
  },
});
