import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { provaFunktion } from '../ansvar.ts';
import { type Change, defineCommand, isRejection, olderInput, type Rejection, type RejectionCode, reject, type State } from '../command.ts';
import { enhetensPost, enhetOf } from '../enhet.ts';
import { id } from '../fields.ts';
import { personkretsSedd, sattPersonkrets } from '../person/personkrets.ts';
import type { Post } from '../post.ts';
import { aktScope } from '../scope.ts';
import { beslutFakta } from './fakta.ts';
import { beslutInput, lssInsatserVal } from './input.ts';
import { beslutsformFel } from './kontroll.ts';
import { oppnaLssInsatser } from './lss-insatser.ts';
import { beslutPost, putBeslut } from './post.ts';
import type { Felkod, Felrad } from './rad.ts';
import type { Beslut } from './records.ts';
import { samtidigSkal, samtidigt } from './samtidigt.ts';
import { planeraUtskick } from './utskicksuppgift.ts';

const utanSett = z.strictObject({
  personId: id,
  utredningId: id,
  beslut: z.array(beslutInput).min(1).max(40),
  /** Utredning avslutas; its end is the latest beslutsdatum (BESLUT-GEN-05, FRAGA-09). */
  avslutaUtredning: z.boolean(),
  /** The user has confirmed closing although an aktualisering has no beslut (FORB-22). */
  kvarAktualisering: z.literal(true).optional(),
  lssInsatser: lssInsatserVal.optional(),
});
const fattaInput = utanSett.extend({ personkretsSedd, ...samtidigt });
export type FattaBeslut = z.infer<typeof fattaInput>;

/** Makes the beslut of an utredning, one or several, as one operation (BESLUT-GEN-07, FORB-22 to FORB-28). */
export const fattaBeslut = defineCommand({
  name: 'beslut.fatta',
  version: 2,
  input: fattaInput,
  older: [olderInput(utanSett, (older) => ({ ...older, sedda: null }))],
  scope: (input) => aktScope(input.personId),
  enhet: enhetensPost('utredning', ({ utredningId }) => utredningId),
  decide(state, input, context) {
    const { now } = context;
    const fakta = beslutFakta(state, input.personId, input.utredningId);
    if (!fakta) return reject('finns-inte');
    const [forsta] = beslutsformFel(fakta, input, swedishDay(now));
    if (forsta) return avvisa(forsta, input.beslut);
    const oppnas = input.lssInsatser?.slag === 'oppna' ? input.lssInsatser.utforareId : undefined;
    const enhet = enhetOf('utredning', state.get('utredning', input.utredningId) ?? {}, state.get('person', input.personId));
    const utanLasare = provaFunktion(state, input.personId, enhet, oppnas, 'lssInsatser.utforareId');
    if (utanLasare) return utanLasare;
    const avsta = input.lssInsatser?.slag === 'avsta' ? { utanLssInsatser: input.lssInsatser.skal } : {};
    const fattade: Post<Beslut>[] = [];
    for (const one of input.beslut) {
      const data = beslutPost(fakta, one);
      if (!data) return reject('stammer-inte-med-katalogen');
      fattade.push({ id: one.id, data: data.utfall === 'bifall' ? { ...data, ...avsta, ...samtidigSkal(fakta, one, input) } : data });
    }
    const om = { personId: input.personId, enhet, ansvarigId: fakta.utredning.ansvarigHandlaggareId, beslut: fattade };
    const plan = planeraUtskick(state, om, context);
    const medKrets = input.beslut.findIndex(({ personkrets }) => personkrets);
    const ettMed = input.beslut[medKrets];
    const krets = ettMed
      ? sattPersonkrets(state, input.personId, { enhet, beslutId: ettMed.id, personkrets: ettMed.personkrets }, input.personkretsSedd)
      : [];
    if (isRejection(krets)) return reject(krets.code, `beslut.${medKrets}.personkrets`);
    return [
      ...fattade.map(({ id, data }) => putBeslut(id, { ...data, ...plan.falt(id) })),
      ...krets,
      ...(input.avslutaUtredning ? avslutad(state, input) : []),
      ...plan.changes,
      ...oppnaLssInsatser(input.lssInsatser, lssStart(fakta.insatser, input.beslut), enhet),
    ];
  },
});

function avslutad(state: State, { utredningId, beslut }: FattaBeslut): Change[] {
  const utredning = state.get('utredning', utredningId);
  const slutdatum = beslut.map(({ beslutsdatum }) => beslutsdatum).reduce((a, b) => (a > b ? a : b));
  return utredning ? [{ op: 'put', type: 'utredning', id: utredningId, data: { ...utredning, slutdatum } }] : [];
}

/** VERK-07: from the beslutsdatum, of the first bifall. */
const lssStart = (insatser: { id: string; data: { lagrum: string } }[], beslut: FattaBeslut['beslut']): string =>
  beslut
    .filter(({ insatsId, utfall }) => utfall === 'bifall' && insatser.find(({ id }) => id === insatsId)?.data.lagrum === 'LSS')
    .map(({ beslutsdatum }) => beslutsdatum)
    .reduce((a, b) => (a < b ? a : b), '9999-12-31');

/** A fault as a refusal; its field by the place it has in the command's input. */
function avvisa({ kod, falt, beslutId }: Felrad, beslut: { id: string }[]): Rejection {
  const index = beslut.findIndex(({ id }) => id === beslutId);
  const field = index < 0 ? falt : `beslut.${index}.${falt}`;
  return reject(avslagskod(kod), field);
}

/** What is missing never gets past the input's schema. */
export const avslagskod = (kod: Felkod): RejectionCode => (kod === 'saknas' ? 'ogiltig-indata' : kod);
