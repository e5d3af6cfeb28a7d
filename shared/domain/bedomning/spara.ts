import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { defineCommand, type Rejection, reject, type State, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { day, id, line } from '../fields.ts';
import type { Instrument } from '../katalog/records.ts';
import { aktScope } from '../scope.ts';
import { isOpenVerkstallighet } from '../verkstallighet/records.ts';
import { instrumentFor } from './forslag.ts';
import type { Bedomning } from './records.ts';

const input = z
  .strictObject({
    personId: id,
    bedomningId: id,
    /** The revision the form was filled from; null for a new bedömning. */
    basRev: id.nullable(),
    rev: id,
    utredningId: id,
    beslutId: id.optional(),
    instrumentId: id,
    datum: day,
    funktioner: z
      .array(z.strictObject({ kod: z.string().min(1).max(60), niva: line(40).min(1), kommentar: line(1000).optional() }))
      .max(200),
    /** The verkställighet LSS Insatser that is ticked (BEDOM-06). */
    verkstallighetId: id,
  })
  .refine((input) => input.rev !== input.basRev, { path: ['rev'], error: 'same-revision' });
export type SparaBedomning = z.infer<typeof input>;

/** Saves an assessment, every function of its instrument judged (BEDOM-01 to BEDOM-06, FORB-44). */
export const sparaBedomning = defineCommand({
  name: 'bedomning.spara',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('utredning', ({ utredningId }) => utredningId),
  decide(state, input, context) {
    if (!state.get('utredning', input.utredningId)) return reject('finns-inte', 'utredningId');
    const stored = state.get('bedomning', input.bedomningId);
    if ((stored?.rev ?? null) !== input.basRev) return reject(stored ? 'andrad-av-annan' : 'finns-inte');
    if (stored && (stored.utredningId !== input.utredningId || stored.instrumentId !== input.instrumentId)) return reject('finns-redan');
    const instrument = state.katalog('instrument', input.instrumentId);
    if (!instrument) return reject('finns-inte-i-katalogen', 'instrumentId');
    const today = swedishDay(context.now);
    const refused = bifallsfel(state, input) ?? lssInsatserFel(state, input, stored, today);
    if (refused) return refused;
    if (input.datum > today) return reject('datum-i-framtiden', 'datum');
    const funktioner = bedomda(instrument, input.funktioner);
    if (!Array.isArray(funktioner)) return funktioner;
    const data: Bedomning = {
      ...stored,
      utredningId: input.utredningId,
      instrumentId: input.instrumentId,
      instrument: instrument.namn,
      utforsAv: stored?.utforsAv ?? signaturOf(context),
      datum: input.datum,
      funktioner,
      verkstallighetId: input.verkstallighetId,
      rev: input.rev,
    };
    if (input.beslutId === undefined) delete data.beslutId;
    else data.beslutId = input.beslutId;
    return [{ op: 'put', type: 'bedomning', id: input.bedomningId, data }];
  },
});

/** Only at a bifall whose insats is assessed by the instrument (BESLUT-DV-04): the one named, or some one of the utredning. */
function bifallsfel(state: State, { utredningId, beslutId, instrumentId }: SparaBedomning): Rejection | undefined {
  const insatser = state.katalogLista('insats');
  if (beslutId === undefined) {
    const some = state
      .list('beslut')
      .some(({ data }) => data.utredningId === utredningId && instrumentFor(data, insatser) === instrumentId);
    return some ? undefined : reject('inget-bifall', 'beslutId');
  }
  const beslut = state.get('beslut', beslutId);
  if (!beslut) return reject('finns-inte', 'beslutId');
  if (beslut.utredningId !== utredningId) return reject('annan-kopplad', 'beslutId');
  if (beslut.utfall !== 'bifall' || beslut.felmarkerad) return reject('inget-bifall', 'beslutId');
  return instrumentFor(beslut, insatser) === instrumentId ? undefined : reject('stammer-inte-med-katalogen', 'instrumentId');
}

/** BEDOM-01: tied to LSS Insatser, which is open when it is tied; a later change of words does not ask again. */
function lssInsatserFel(
  state: State,
  { verkstallighetId }: SparaBedomning,
  stored: Bedomning | undefined,
  today: string,
): Rejection | undefined {
  const vald = state.get('verkstallighet', verkstallighetId);
  if (!vald?.lssInsatser) return reject('lss-insatser-saknas', 'verkstallighetId');
  if (stored?.verkstallighetId === verkstallighetId || isOpenVerkstallighet(vald, today)) return undefined;
  return reject('verkstallighet-avslutad', 'verkstallighetId');
}

/** Every function once, in the order of the instrument, with the points its level stands for (BEDOM-05). */
function bedomda(instrument: Instrument, svar: SparaBedomning['funktioner']): Bedomning['funktioner'] | Rejection {
  const okand = svar.findIndex(({ kod }) => !instrument.funktioner.some((funktion) => funktion.kod === kod));
  if (okand >= 0) return reject('stammer-inte-med-katalogen', `funktioner.${okand}.kod`);
  const funktioner: Bedomning['funktioner'] = [];
  for (const { kod, namn, nivaer } of instrument.funktioner) {
    const [vald, annan] = svar.filter((one) => one.kod === kod);
    if (!vald || annan) return reject('alla-funktioner-kravs', 'funktioner');
    const niva = nivaer.find((one) => one.niva === vald.niva);
    if (!niva) return reject('stammer-inte-med-katalogen', `funktioner.${svar.indexOf(vald)}.niva`);
    const kommentar = vald.kommentar ? { kommentar: vald.kommentar } : {};
    funktioner.push({ kod, namn, niva: niva.niva, poang: niva.poang, ...kommentar });
  }
  return funktioner;
}
