import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import type { Beslut } from '../beslut/records.ts';
import { type Samtidigt, samtidigt } from '../beslut/samtidigt.ts';
import { sammaSerie } from '../beslut/serie.ts';
import { bevakaBekraftelse } from '../bevakning/bekrafta-bestallning.ts';
import { type Change, type Context, defineCommand, isRejection, olderInput, type Rejection, reject, type State } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { day, id } from '../fields.ts';
import { aktScope } from '../scope.ts';
import { bestallningshinder } from './hinder.ts';
import { innehallFalt, innehallOf, provaInnehall } from './innehall.ts';
import { avvikelserFranBeslut, periodfel } from './kontroll.ts';
import type { Bestallning } from './records.ts';
import { samtidigaBestallningar } from './samtidigt.ts';
import { nyVerkstallighet, verkstallighetFor } from './verkstallighet.ts';

const utanSett = z.strictObject({
  personId: id,
  bestallningId: id,
  beslutId: id,
  bestalltDatum: day,
  gallerFran: day,
  gallerTom: day.optional(),
  ...innehallFalt,
  /** Its Anteckning goes along to the utförare (BEST-GEN-09). */
  bifogadAnteckning: z.strictObject({ aktualiseringId: id }).optional(),
  /** The fields that the sender has seen and confirmed differ from the beslut (FORB-34). */
  avvikelser: z.array(z.enum(['gallerFran', 'gallerTom', 'omfattning'])).max(3),
  /** Opens the verkställighet at once, where the handläggare confirms and none is open (VERK-02, VERK-06). */
  verkstallighet: z.strictObject({ verkstallighetId: id, organisationId: id }).optional(),
  /** Of the reminder to confirm (FORB-35); made only where the handläggare confirms. */
  bevakningId: id,
  /** Further months of the bifall's series that are ordered alike, each as it was granted (FORB-24). */
  serie: z
    .array(z.strictObject({ beslutId: id, bestallningId: id, bevakningId: id }))
    .max(36)
    .optional(),
});
const input = utanSett.extend(samtidigt);
export type SkickaBestallning = z.infer<typeof input>;

/**
 * Sends an order to an utförare: saving sends it (BEST-GEN-07). One stands for each bifall (BEST-GEN-02); those of a series may
 * be sent together, all or none (FORB-24).
 */
export const skickaBestallning = defineCommand({
  name: 'bestallning.skicka',
  version: 2,
  input,
  older: [olderInput(utanSett, (older) => ({ ...older, sedda: null }))],
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('beslut', ({ beslutId }) => beslutId),
  decide(state, { serie = [], ...input }, context) {
    const first = ordna(state, input, context);
    if (isRejection(first)) return first;
    const changes = [...first];
    const bifall = state.get('beslut', input.beslutId);
    const { verkstallighet: _, ...lika } = input;
    const tagna = new Set([input.beslutId, input.bestallningId]);
    for (const ids of serie) {
      if (tagna.has(ids.beslutId) || tagna.has(ids.bestallningId)) return reject('finns-redan', 'serie');
      tagna.add(ids.beslutId).add(ids.bestallningId);
      const beslut = state.get('beslut', ids.beslutId);
      if (!bifall || !beslut || !sammaSerie(beslut, bifall)) return reject('finns-inte', 'serie');
      const { giltigFran: gallerFran, giltigTom: gallerTom, omfattning } = beslut;
      const next = ordna(state, { ...lika, ...ids, gallerFran, gallerTom, omfattning, avvikelser: [] }, context);
      if (isRejection(next)) return { ...next, field: 'serie' };
      changes.push(...next);
    }
    return changes;
  },
});

/** One order of one bifall. */
function ordna(state: State, input: Omit<SkickaBestallning, 'serie'>, context: Context): Change[] | Rejection {
  const beslut = state.get('beslut', input.beslutId);
  if (!beslut) return reject('finns-inte', 'beslutId');
  if (state.get('bestallning', input.bestallningId)) return reject('finns-redan');
  const hinder = bestallningshinder({ id: input.beslutId, data: beslut }, state.katalogLista('insats'), state.list('bestallning'));
  if (hinder) return reject(hinder, 'beslutId');
  const val = provaInnehall(state, beslut, input);
  if ('code' in val) return val;
  const avvikelser = avvikelserFranBeslut(beslut, input);
  const sedda = new Set(input.avvikelser);
  if (sedda.size !== avvikelser.length || !avvikelser.every((falt) => sedda.has(falt))) return reject('avviker-fran-beslut', 'avvikelser');
  const refused = periodfel(beslut, input);
  if (refused) return refused;
  const samtidiga = samtidigaBestallningar(
    { insatser: state.katalogLista('insats'), beslut: state.list('beslut'), bestallningar: state.list('bestallning') },
    input,
  );
  const osedd = samtidigtFel(samtidiga, input);
  if (osedd) return osedd;
  const bifogad = bifogadText(state, beslut, input);
  if (typeof bifogad === 'object') return bifogad;

  const data: Bestallning = {
    ...innehallOf(state, input.beslutId, beslut, input, context),
    bestalltDatum: input.bestalltDatum,
    gallerFran: input.gallerFran,
    ...(input.gallerTom === undefined ? {} : { gallerTom: input.gallerTom }),
    ...(bifogad ? { bifogadAnteckning: bifogad } : {}),
    ...(avvikelser.length > 0 ? { avvikelser } : {}),
    ...(samtidiga.length > 0 && input.samtidigSkal ? { samtidigSkal: input.samtidigSkal } : {}),
  };
  const oppnad = oppnaGenast(state, input, { beslut, insatskategori: data.insatskategori, egenBekraftelse: val.egenBekraftelse }, context);
  if (isRejection(oppnad)) return oppnad;
  const order = { id: input.bestallningId, data };
  return [
    { op: 'put', type: 'bestallning', ...order },
    ...oppnad,
    ...(val.egenBekraftelse ? bevakaBekraftelse(state, input.bevakningId, order, context) : []),
  ];
}

/** BEST-GEN-02: what runs beside it was shown to the sender, and has a reason. */
function samtidigtFel(samtidiga: { id: string }[], { sedda, samtidigSkal }: Samtidigt): Rejection | undefined {
  // What a program of before was not asked, it cannot have answered: its queue is taken.
  if (!sedda || samtidiga.length === 0) return undefined;
  if (!samtidigSkal?.trim() || samtidiga.some(({ id }) => !sedda.includes(id))) return reject('bestallning-samtidigt', 'samtidigSkal');
  return undefined;
}

/** The words of the aktualisering that the bifall answers, as they stand today (BEST-GEN-09, FORB-58). */
function bifogadText(
  state: State,
  beslut: Beslut,
  { bifogadAnteckning }: Pick<SkickaBestallning, 'bifogadAnteckning'>,
): string | undefined | Rejection {
  if (!bifogadAnteckning) return undefined;
  const aktualisering = state.get('aktualisering', bifogadAnteckning.aktualiseringId);
  if (!aktualisering) return reject('finns-inte', 'bifogadAnteckning');
  if (aktualisering.utredningId !== beslut.utredningId) return reject('annan-kopplad', 'bifogadAnteckning');
  return aktualisering.anteckning || reject('tom-text', 'bifogadAnteckning');
}

function oppnaGenast(
  state: State,
  { verkstallighet, ...input }: Pick<SkickaBestallning, 'verkstallighet' | 'beslutId' | 'utforareId' | 'gallerFran'>,
  order: { beslut: Beslut; insatskategori: string | undefined; egenBekraftelse: boolean },
  { now }: Context,
): Change[] | Rejection {
  if (!verkstallighet) return [];
  const { verkstallighetId, organisationId } = verkstallighet;
  if (!order.egenBekraftelse) return reject('bekraftas-av-utforaren', 'verkstallighet');
  if (!state.katalog('organisation', organisationId)) return reject('finns-inte-i-katalogen', 'verkstallighet.organisationId');
  if (state.get('verkstallighet', verkstallighetId)) return reject('finns-redan');
  const bestalld = { ...order, beslutId: input.beslutId, utforareId: input.utforareId };
  const found = verkstallighetFor(bestalld, state.list('beslut'), state.list('verkstallighet'), swedishDay(now), input.gallerFran);
  if (found.slag === 'finns') return reject('verkstallighet-finns', 'verkstallighet');
  const { insatskategori, utforareId, startdatum } = found;
  return nyVerkstallighet(verkstallighetId, {
    ...{ insatskategori, utforareId, organisationId, startdatum, lssInsatser: false, beslutId: input.beslutId },
  });
}
