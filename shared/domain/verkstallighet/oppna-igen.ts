import { z } from 'zod';
import { compare } from '../../util/compare.ts';
import { type IsoDate, sistaDagen, swedishDay } from '../../util/datum.ts';
import type { Akt } from '../akt.ts';
import type { Beslut } from '../beslut/records.ts';
import { samtidigaBifall } from '../beslut/samtidigt.ts';
import type { Bestallning } from '../bestallning/records.ts';
import { type Change, type Context, defineCommand, olderInput, type Rejection, reject, type State } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { day, id } from '../fields.ts';
import { franvaroAttOppna, somForr } from '../franvaro/med-verkstallighet.ts';
import { oppenLssInsatser } from '../lss-insatser.ts';
import { beviljat, standigtBifall } from '../pagaende.ts';
import type { Post } from '../post.ts';
import { aktScope } from '../scope.ts';
import { beslutBakom, bestallningarAttOppna, medNyRev, paretsAndra, slutarEfter } from './avslut.ts';
import { isOpenVerkstallighet, type Verkstallighet } from './records.ts';

const slut = z.array(z.strictObject({ id, giltigTom: day.nullable() })).max(100);
const utanSett = z.strictObject({
  personId: id,
  verkstallighetId: id,
  /** What the end date of each beslut shall be; null = until further notice (FORB-42). */
  beslut: slut,
});
const input = utanSett.extend({
  /** What the form showed: when it was closed, and the end date each beslut has. Absent where an older program asked. */
  sett: z.strictObject({ slutdatum: day, beslut: slut }).optional(),
});
export type OppnaVerkstallighetIgen = z.infer<typeof input>;

/** Opens a closed verkställighet again and gives the beslut behind it, and the orders in it, their end dates anew (VERK-13, FORB-42). */
export const oppnaVerkstallighetIgen = defineCommand({
  name: 'verkstallighet.oppnaIgen',
  version: 2,
  input,
  older: [olderInput(utanSett, (older) => older)],
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('verkstallighet', ({ verkstallighetId }) => verkstallighetId),
  decide(state, input, context) {
    const stored = state.get('verkstallighet', input.verkstallighetId);
    if (!stored) return reject('finns-inte');
    if (stored.slutdatum === undefined) return reject('verkstallighet-oppen');
    if (arAndratSedan(state, stored, input)) return reject('andrad-av-annan');
    const today = swedishDay(context.now);
    const andra = state.list('verkstallighet').filter(({ id }) => id !== input.verkstallighetId);
    if (stored.lssInsatser && oppenLssInsatser(andra, today)) return reject('lss-insatser-finns');
    if (andra.some(({ data }) => isSamma(stored, data) && isOpenVerkstallighet(data, today))) return reject('verkstallighet-finns');
    const verkstallighet = { id: input.verkstallighetId, data: stored };
    const andrade = nyaSlutdatum(state, verkstallighet, input, context);
    if (!Array.isArray(andrade)) return andrade;
    const beslut = state.list('beslut').map((one) => andrade.find(({ id }) => id === one.id) ?? one);
    if (gallerBredvid(state, beslut, andrade)) return reject('bifall-bredvid', 'beslut');
    const { slutdatum: _, avslut: __, aldrigPaborjad: ___, ...rest } = stored;
    return [
      { op: 'put', type: 'verkstallighet', id: input.verkstallighetId, data: rest as Verkstallighet },
      ...andrade.map((one): Change => ({ op: 'put', type: 'beslut', ...one })),
      ...bestallningarAttOppna(verkstallighet, state.list('bestallning'), beslut).map(
        ({ id, data: { gallerTom: _, ...order }, gallerTom }): Change => ({
          ...{ op: 'put', type: 'bestallning', id },
          data: { ...(order as Bestallning), ...(gallerTom === undefined ? {} : { gallerTom }) },
        }),
      ),
      ...franvaroAttOppna(verkstallighet.id, state.list('franvaro')).map(
        ({ id, data }): Change => ({ op: 'put', type: 'franvaro', id, data: somForr(data, context.kommandoId) }),
      ),
    ];
  },
});

/** Closed anew on another day, or an end that is set anew has got another than the form showed: nobody changes what they have not seen. */
function arAndratSedan(state: State, stored: Verkstallighet, { sett, beslut }: OppnaVerkstallighetIgen): boolean {
  if (!sett) return false;
  const sedda = new Map(sett.beslut.map((one) => [one.id, one.giltigTom]));
  const slutAv = (one: string) => state.get('beslut', one)?.giltigTom ?? null;
  return sett.slutdatum !== stored.slutdatum || beslut.some(({ id }) => sedda.get(id) !== slutAv(id));
}

/** BEST-GEN-02: one of them would hold beside another bifall of its insats, that it did not hold beside before, and neither says why. */
function gallerBredvid(state: State, beslut: Post<Beslut>[], andrade: Post<Beslut>[]): boolean {
  const insatser = state.katalogLista('insats');
  const [fore, efter] = [
    { insatser, beslut: state.list('beslut') },
    { insatser, beslut },
  ];
  return andrade.some((one) => {
    const tidigare = fore.beslut.find(({ id }) => id === one.id);
    const stod = tidigare && standigtBifall(tidigare.data) ? samtidigaBifall(fore, { ...tidigare.data, id: one.id }) : [];
    const redan = new Set(stod.map(({ id }) => id));
    return samtidigaBifall(efter, { ...one.data, id: one.id }).some(
      ({ id, data }) => !redan.has(id) && !data.samtidigSkal && !one.data.samtidigSkal,
    );
  });
}

/** Of the same bifall, at the same utförare (VERK-03). */
const isSamma = (a: Verkstallighet, b: Verkstallighet): boolean =>
  !a.lssInsatser && !b.lssInsatser && a.beslutId !== undefined && a.beslutId === b.beslutId && a.utforareId === b.utforareId;

/**
 * The beslut that the form asks an end date of (FORB-42): those the verkställighet carries out, and those that were withdrawn with it
 * before they began; of LSS Insatser, every bifall.
 */
export function beslutAttOppna(
  verkstallighet: Post<Verkstallighet>,
  { beslut, bestallningar }: Pick<Akt, 'beslut' | 'bestallningar'>,
): BeslutAttOppna[] {
  const bakom = beslutBakom(verkstallighet, bestallningar);
  const { lssInsatser, beslutId, avslut } = verkstallighet.data;
  const indragetMed = ({ aldrigPaborjad }: Beslut) => avslut !== undefined && aldrigPaborjad?.at === avslut.at;
  return beslut
    .filter(({ id, data }) => beviljat(data) && (lssInsatser || bakom.has(id) || indragetMed(data)))
    .map(({ id, data }) => ({ id, data, kravs: id === beslutId }))
    .sort((a, b) => Number(b.kravs) - Number(a.kravs) || compare(a.data.giltigFran, b.data.giltigFran) || compare(a.id, b.id));
}

/** What the form shows of them, to be compared with when it is saved. */
export const seddaSlut = (rader: readonly Post<Beslut>[]): { id: string; giltigTom: string | null }[] =>
  rader.map(({ id, data }) => ({ id, giltigTom: data.giltigTom ?? null }));

/** Something stands that it would carry out: of a bifall that was marked as wrong nothing is opened again. What came from elsewhere names none. */
function barNagot(state: State, verkstallighet: Post<Verkstallighet>): boolean {
  const bakom = [...beslutBakom(verkstallighet, state.list('bestallning'))].flatMap((id) => state.get('beslut', id) ?? []);
  return verkstallighet.data.lssInsatser || bakom.length === 0 || bakom.some(beviljat);
}

/** The last day a bifall can be opened to; undefined = any. The month of a series goes no further than its month (FORB-24). */
export const senastSlut = ({ koppling, giltigFran, giltigTom }: Beslut): IsoDate | undefined => {
  if (koppling?.slag !== 'serie') return undefined;
  const sista = sistaDagen(giltigFran);
  return giltigTom !== undefined && giltigTom > sista ? giltigTom : sista;
};

/** A bifall behind a verkställighet; `kravs` = opened again only with an end date said for it. */
export type BeslutAttOppna = Post<Beslut> & { kravs: boolean };

function nyaSlutdatum(
  state: State,
  verkstallighet: Post<Verkstallighet>,
  input: OppnaVerkstallighetIgen,
  context: Context,
): Post<Beslut>[] | Rejection {
  const beslut = state.list('beslut');
  const mojliga = beslutAttOppna(verkstallighet, { beslut, bestallningar: state.list('bestallning') });
  if (mojliga.some(({ id, kravs }) => kravs && !input.beslut.some((one) => one.id === id))) return reject('inget-valt', 'beslut');
  if (!barNagot(state, verkstallighet)) return reject('inget-bifall');
  const andrade = new Map<string, Post<Beslut>>();
  for (const { id, giltigTom } of input.beslut) {
    const vald = mojliga.find((one) => one.id === id);
    if (!vald) return reject(beslut.some((one) => one.id === id) ? 'annan-kopplad' : 'finns-inte', 'beslut');
    for (const one of [vald, paretsAndra(vald, beslut)]) {
      if (!one) continue;
      if (giltigTom !== null && giltigTom < one.data.giltigFran) return reject('datum-fore', 'beslut');
      const senast = senastSlut(one.data);
      if (senast !== undefined && slutarEfter(giltigTom ?? undefined, senast)) return reject('datum-efter', 'beslut');
      const { giltigTom: _, avslutad: __, aldrigPaborjad: ___, ...rest } = one.data;
      const data = { ...(rest as Beslut), ...(giltigTom === null ? {} : { giltigTom }) };
      andrade.set(one.id, { id: one.id, data: medNyRev(data, context) });
    }
  }
  return [...andrade.values()];
}
