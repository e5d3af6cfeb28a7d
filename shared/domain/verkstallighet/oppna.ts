import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { type Akt, aktAv } from '../akt.ts';
import { provaFunktion } from '../ansvar.ts';
import { beslutshinder } from '../bestallning/hinder.ts';
import { bestallningskategori, utforarval } from '../bestallning/urval.ts';
import { nyVerkstallighet, sammaNamn, verkstallighetFor } from '../bestallning/verkstallighet.ts';
import { type Context, defineCommand, olderInput, type Rejection, reject, type State } from '../command.ts';
import { enhetOf, provaEnhet, valdEnhet } from '../enhet.ts';
import { day, forEnhet, id, line } from '../fields.ts';
import { insatsAv, kanHaLssInsatser } from '../katalog/uppslag.ts';
import { lssInsatserKategori, oppenLssInsatser } from '../lss-insatser.ts';
import { aktScope } from '../scope.ts';
import { isOpenUtredning } from '../utredning/records.ts';

const utanEnhet = z.strictObject({
  personId: id,
  verkstallighetId: id,
  insatskategori: line(80).min(1),
  utforareId: id,
  organisationId: id,
  startdatum: day,
  beslutId: id.optional(),
});
/** With `beslutId` it is the unit's whose beslut it carries out. */
const oppnaInput = utanEnhet.extend({ enhet: forEnhet });
export type OppnaVerkstallighet = z.infer<typeof oppnaInput>;

/** Opens a verkställighet (VERK-04, VERK-05): LSS Insatser, or that of an order the handläggare confirms (VERK-02). */
export const oppnaVerkstallighet = defineCommand({
  name: 'verkstallighet.oppna',
  version: 2,
  input: oppnaInput,
  older: [olderInput(utanEnhet, (older) => older)],
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensForOppning,
  decide(state, input, context) {
    const person = state.get('person', input.personId);
    if (!person) return reject('finns-inte');
    const felEnhet = provaEnhet(context.actor, person, input.enhet);
    if (felEnhet) return felEnhet;
    if (state.get('verkstallighet', input.verkstallighetId)) return reject('finns-redan');
    if (!state.katalog('organisation', input.organisationId)) return reject('finns-inte-i-katalogen', 'organisationId');
    const lssInsatser = sammaNamn(input.insatskategori, lssInsatserKategori);
    const refused = lssInsatser ? lssInsatserFel(state, input, context) : insatsFel(state, input, context);
    if (refused) return refused;
    const { insatskategori, utforareId, organisationId, startdatum, beslutId } = input;
    const enhet = enhetensForOppning(state, input, context);
    return nyVerkstallighet(input.verkstallighetId, {
      ...{ insatskategori: lssInsatser ? lssInsatserKategori : insatskategori, utforareId, organisationId, startdatum, lssInsatser },
      ...(beslutId === undefined ? {} : { beslutId }),
      // That of a beslut follows from the beslut.
      ...(lssInsatser && enhet !== undefined ? { enhet } : {}),
    });
  },
});

/** That of the beslut it carries out; of LSS Insatser the chosen one. */
function enhetensForOppning(state: Pick<State, 'get' | 'katalog'>, input: OppnaVerkstallighet, { actor }: Context): string | undefined {
  const person = state.get('person', input.personId);
  const beslut = input.beslutId === undefined ? undefined : state.get('beslut', input.beslutId);
  if (beslut) return enhetOf('beslut', beslut, person);
  return person && valdEnhet(actor, person, input.enhet, state.katalog('organisation', input.organisationId));
}

/** VERK-01, VERK-02 (c): at most one is open, and only while there is something to carry out or to examine. */
function lssInsatserFel(state: State, input: OppnaVerkstallighet, context: Context): Rejection | undefined {
  if (input.beslutId !== undefined) return reject('annan-kopplad', 'beslutId');
  const utforare = state.katalog('utforare', input.utforareId);
  if (!utforare || !kanHaLssInsatser(utforare)) return reject('utforare-stammer-inte', 'utforareId');
  const enhet = enhetensForOppning(state, input, context);
  const utanLasare = provaFunktion(state, input.personId, enhet, input.utforareId, 'utforareId');
  if (utanLasare) return utanLasare;
  if (oppenLssInsatser(state.list('verkstallighet'), swedishDay(context.now))) return reject('lss-insatser-finns');
  return isVilande(aktAv(state)) ? reject('arendet-avslutat') : undefined;
}

/** Nothing is applied for, examined or granted any more; a new kund has nothing yet, and is not. */
function isVilande({ aktualiseringar, utredningar, beslut }: Akt): boolean {
  if (utredningar.length === 0 && beslut.length === 0) return false;
  const pagar =
    aktualiseringar.some(({ data }) => data.utredningId === undefined) ||
    utredningar.some(({ data }) => isOpenUtredning(data)) ||
    beslut.some(({ data }) => data.utfall === 'bifall' && !data.felmarkerad && !data.avslutad);
  return !pagar;
}

/** VERK-02 (a), (b), VERK-03: of a bifall, with an utförare the handläggare confirms for, and none open already. */
function insatsFel(state: State, input: OppnaVerkstallighet, context: Context): Rejection | undefined {
  const beslut = input.beslutId === undefined ? undefined : state.get('beslut', input.beslutId);
  if (!beslut || input.beslutId === undefined) return reject(input.beslutId === undefined ? 'inget-bifall' : 'finns-inte', 'beslutId');
  const insatser = state.katalogLista('insats');
  const hinder = beslutshinder(beslut, insatser);
  if (hinder) return reject(hinder, 'beslutId');
  const insats = insatsAv(insatser, beslut)?.data;
  const val =
    insats && utforarval(beslut, insats, state.katalogLista('utforare')).find(({ utforareId }) => utforareId === input.utforareId);
  if (!insats || !val) return reject('utforare-stammer-inte', 'utforareId');
  if (!val.egenBekraftelse) return reject('bekraftas-av-utforaren', 'utforareId');
  const insatskategori = bestallningskategori(beslut, insats);
  if (insatskategori !== input.insatskategori) return reject('insats-stammer-inte', 'insatskategori');
  const order = { beslutId: input.beslutId, beslut, utforareId: input.utforareId, insatskategori, egenBekraftelse: true };
  const found = verkstallighetFor(order, state.list('beslut'), state.list('verkstallighet'), swedishDay(context.now), input.startdatum);
  return found.slag === 'finns' ? reject('verkstallighet-finns') : undefined;
}
