import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { type DigitalPostfraga, type DigitalPostlage, digitalPostlage, isPaVag, sandningPaVag, valhinder } from '../beslut/digital-post.ts';
import { putBeslut } from '../beslut/post.ts';
import { type Beslut, type DigitalSandning, digitalSandning } from '../beslut/records.ts';
import { iSammaBrev } from '../beslut/samma-brev.ts';
import { bevakaBrevet, bevakaFelmarkerat, uppgifterKlara } from '../beslut/utskicksuppgift.ts';
import { type Change, type Context, defineCommand, type RejectionCode, reject, type State, signaturOf } from '../command.ts';
import { enhetensPost, enhetOf } from '../enhet.ts';
import { etjanstId } from '../etjanst/records.ts';
import { id, instant, line } from '../fields.ts';
import type { Person } from '../person/records.ts';
import type { Post } from '../post.ts';
import { aktScope } from '../scope.ts';
import { protokolltyperna } from './skicka.ts';

/** What stops a sending, as the task to send it by post says it. */
const varfor: Partial<Record<RejectionCode, string>> = {
  'mottagaren-skyddad': 'kunden har skyddade personuppgifter. Kontrollera vart det får skickas.',
  'mottagaren-avliden': 'kunden har avlidit. Kontrollera vem det ska till.',
  'mottagaren-under-arton': 'kunden är under 18 år.',
  'mottagaren-okand-alder': 'kundens ålder är okänd.',
  'etjanst-utan-nummer': 'kunden har inget personnummer eller samordningsnummer.',
  'etjanst-finns': 'kunden har fått e-tjänsten. Det kan också skickas som ett meddelande.',
  'beslutet-andrat': 'beslutet ändrades innan det skickades.',
  'digital-post-ej-ansluten': 'kunden har ingen digital brevlåda.',
  'digital-post-avbojd': 'kunden tar inte emot digital post från kommunen.',
  'digital-post-nekad': 'förmedlaren tog inte emot det.',
  'digital-post-svarar-inte': 'tjänsten för digital post svarade inte.',
  'digital-post-oviss': 'det är okänt om det kom fram digitalt.',
  'digital-post-saknas': 'servern har ingen digital post.',
};

const valInput = z.strictObject({
  personId: id,
  beslutId: id,
  /** Names the sending. */
  sandningId: id,
  /** What the letter tells of, as the form showed it; `rev` null for a beslut from before revisions. */
  sedda: z
    .array(z.strictObject({ id, rev: id.nullable() }))
    .min(1)
    .max(60),
});

/**
 * Chooses digital post for the letter of a beslut, this once. Whether the kund has a mailbox is not known yet: the server asks, hands the letter over, or
 * leaves it to be sent by post.
 */
export const skickaDigitalt = defineCommand({
  name: 'beslut.skickaDigitalt',
  version: 1,
  input: valInput,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('beslut', ({ beslutId }) => beslutId),
  decide(state, { personId, beslutId, sandningId, sedda }, context) {
    const ett = beslutetI(state, beslutId);
    const fraga = fragaI(state, personId, context);
    if (!ett || !fraga) return reject('finns-inte', 'beslutId');
    const hinder = valhinder(fraga, ett);
    if (hinder) return reject(hinder);
    const alla = iSammaBrev(fraga.beslut, ett);
    const isSett = ({ id: en, data }: Post<Beslut>) => sedda.some((sett) => sett.id === en && sett.rev === (data.rev ?? null));
    if (sedda.length !== alla.length || !alla.every(isSett)) return reject('andrad-av-annan');
    return alla.map(({ id: en, data }) => {
      const sandning: DigitalSandning = { ...signaturOf(context), id: sandningId, rev: data.rev ?? null };
      return putBeslut(en, { ...data, digitalPost: [...(data.digitalPost ?? []), sandning] });
    });
  },
});

const lamnasInput = z.strictObject({
  personId: id,
  beslutId: id,
  sandningId: id,
  /** The register's yes; absent where the rule alone stops the sending. */
  fragad: digitalSandning.shape.fragad.unwrap().optional(),
  /** The documents that hang on the beslut: what the rule may read. */
  poster: z.array(id).max(200),
  /** It has been handed over without an answer: what stops it now cannot be said to have stopped it. */
  kanske: z.boolean(),
});

/**
 * The server's own, right before it hands a letter over, each time: asks the rule under the lock of the akt. Who is protected by then, has got the e-service
 * or is dead is sent nothing. Otherwise the sending has which bytes it is of, and the beslut is not changed from then on.
 */
export const lamnaDigitalt = defineCommand({
  name: 'beslut.lamnaDigitalt',
  version: 1,
  input: lamnasInput,
  scope: ({ personId }) => aktScope(personId),
  need: ({ poster }) => ({ ids: poster }),
  enhet: enhetensPost('beslut', ({ beslutId }) => beslutId),
  decide(state, { personId, beslutId, sandningId, fragad, poster, kanske }, context) {
    const ett = beslutetI(state, beslutId);
    const fraga = fragaI(state, personId, context, poster);
    if (!ett || !fraga) return reject('finns-inte', 'beslutId');
    const sandning = sandningPaVag(ett.data);
    if (sandning?.id !== sandningId) return [];
    const uteblir = (skal: RejectionCode) =>
      uteblivet(state, { personId, sandning, skal, kod: kanske ? 'digital-post-oviss' : skal, ...(fragad ? { fragad } : {}) }, context);
    const lage = digitalPostlage(fraga, ett);
    if (lage.slag === 'uteblir') return uteblir(lage.kod);
    // A letter that was handed over once, and is none of hers any more.
    if (sandning.lamnat && !isSammaHandlingar(sandning.lamnat, lage)) return uteblir('beslutet-andrat');
    if (lage.slag !== 'nu' || !fragad || sandning.lamnat) return [];
    const handlingar = lage.handlingar.map(({ del, post: { id: dokumentId, data } }) => ({ dokumentId, sha256: data.sha256, del }));
    return medSandning(state, sandningId, { fragad, lamnat: { at: context.now, handlingar } });
  },
});

const svarInput = z.strictObject({
  personId: id,
  beslutId: id,
  sandningId: id,
  fragad: digitalSandning.shape.fragad.unwrap().optional(),
  utfall: z.discriminatedUnion('slag', [
    z.strictObject({ slag: z.literal('mottaget'), at: instant, kvitto: line(200) }),
    z.strictObject({
      slag: z.literal('uteblivet'),
      kod: z.enum([
        'digital-post-ej-ansluten',
        'digital-post-avbojd',
        'digital-post-nekad',
        'digital-post-svarar-inte',
        'digital-post-oviss',
        'digital-post-saknas',
      ]),
    }),
  ]),
});
export type DigitaltUtfall = z.infer<typeof svarInput>['utfall'];

/**
 * What became of a sending: the server's own. In the mailbox, and the task to send it by post is done; or not, and the task stands with the reason. That it
 * lies in the mailbox says nothing of when the kund gets part of it.
 */
export const digitaltSvar = defineCommand({
  name: 'beslut.digitaltSvar',
  version: 1,
  input: svarInput,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('beslut', ({ beslutId }) => beslutId),
  decide(state, { personId, beslutId, sandningId, fragad, utfall }, context) {
    const sandning = state.get('beslut', beslutId)?.digitalPost?.find((en) => en.id === sandningId);
    if (!sandning) return reject('finns-inte', 'sandningId');
    if (!isPaVag(sandning)) return [];
    const fragat = fragad ? { fragad } : {};
    if (utfall.slag === 'uteblivet') return uteblivet(state, { personId, sandning, kod: utfall.kod, ...fragat }, context);
    const { at, kvitto } = utfall;
    return [
      ...medSandning(state, sandningId, { ...fragat, mottaget: { at, kvitto } }),
      ...uppgifterKlara(state, medI(state, sandningId), context),
      ...meddelas(state, personId, sandning, context),
    ];
  },
});

/** All that was handed over is still what is sent: none of it has been felmarkerat, or is of another letter by now. */
const isSammaHandlingar = ({ handlingar }: NonNullable<DigitalSandning['lamnat']>, lage: DigitalPostlage): boolean =>
  lage.slag === 'nu' &&
  handlingar.every(({ dokumentId, sha256 }) =>
    lage.handlingar.some(({ post: { id: en, data } }) => en === dokumentId && data.sha256 === sha256),
  );

type Uteblivet = {
  personId: string;
  sandning: DigitalSandning;
  /** What is kept of why. */
  kod: RejectionCode;
  /** What stopped it, where that is another. */
  skal?: RejectionCode;
  fragad?: DigitalSandning['fragad'];
};

/** It goes by post: what is felmarkerat goes nowhere, and may have to be told; nor does what she has got part of. */
function uteblivet(state: State, { personId, sandning, kod, skal = kod, fragad }: Uteblivet, context: Context): Change[] {
  const alla = medI(state, sandning.id);
  const kvar = alla.filter(({ data }) => !data.felmarkerad);
  const [forsta] = kvar;
  const ord = orden(kod, hennes(state.get('person', personId)) ?? skal);
  return [
    ...medSandning(state, sandning.id, { ...(fragad ? { fragad } : {}), uteblivet: { kod, at: context.now } }),
    ...(forsta && skal !== 'kunden-tagit-del'
      ? bevakaBrevet(state, { beslut: kvar, ...vems(state, personId, sandning, forsta.data), varfor: ord }, context)
      : []),
    ...(kod === 'digital-post-oviss' ? meddelas(state, personId, sandning, context) : []),
  ];
}

/** Whoever takes the letter must know this of her first, whatever stopped it. */
const hennes = (person: Person | undefined): RejectionCode | undefined => {
  if (person && person.skydd !== 'ingen') return 'mottagaren-skyddad';
  return person?.avliden === undefined ? undefined : 'mottagaren-avliden';
};

/** With both it stays within what a bevakning holds. */
function orden(kod: RejectionCode, skal: RejectionCode): string {
  const vad = varfor[skal] ?? 'det kunde inte skickas digitalt.';
  return kod === 'digital-post-oviss' && skal !== kod ? `${vad} Kan ha kommit digitalt.` : vad;
}

/** Of what was felmarkerat while it was on its way, and came there or may have. */
const meddelas = (state: State, personId: string, sandning: DigitalSandning, context: Context): Change[] =>
  medI(state, sandning.id).flatMap(({ id: beslutId, data }) =>
    data.felmarkerad ? [bevakaFelmarkerat({ ...vems(state, personId, sandning, data), beslutId, vart: 'digitala brevlåda' }, context)] : [],
  );

/** Whose task it is: of whose utredning it is, or of who chose it. */
const vems = (state: State, personId: string, { anvandareId }: DigitalSandning, data: Beslut) => ({
  enhet: enhetOf('beslut', data, state.get('person', personId)),
  bevakasAvId: state.get('utredning', data.utredningId)?.ansvarigHandlaggareId ?? anvandareId,
});

const beslutetI = (state: State, beslutId: string): Post<Beslut> | undefined => {
  const data = state.get('beslut', beslutId);
  return data && { id: beslutId, data };
};

function fragaI(state: State, personId: string, { now }: Context, poster: readonly string[] = []): DigitalPostfraga | undefined {
  const person = state.get('person', personId);
  if (!person) return undefined;
  const handlingar = poster.flatMap((en) => {
    const data = state.get('dokument', en);
    return data ? [{ id: en, data }] : [];
  });
  return {
    ...{ beslut: state.list('beslut'), person, etjanst: state.get('etjanst', etjanstId(personId)), handlingar },
    insatser: state.katalogLista('insats'),
    protokolltyper: protokolltyperna(state),
    dag: swedishDay(now),
  };
}

const medI = (state: State, sandningId: string): Post<Beslut>[] =>
  state.list('beslut').filter(({ data }) => data.digitalPost?.some((en) => en.id === sandningId));

/** Of every beslut that the letter tells of alike. */
const medSandning = (state: State, sandningId: string, del: Partial<DigitalSandning>): Change[] =>
  medI(state, sandningId).map(({ id: en, data }) =>
    putBeslut(en, { ...data, digitalPost: (data.digitalPost ?? []).map((one) => (one.id === sandningId ? { ...one, ...del } : one)) }),
  );
