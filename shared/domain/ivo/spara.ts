import { z } from 'zod';
import { swedishDay } from '../../util/datum.ts';
import { defineCommand, type Rejection, reject, type State, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { day, id, line } from '../fields.ts';
import { beviljat } from '../pagaende.ts';
import { aktScope } from '../scope.ts';
import { type Delvis, type Erbjudande, type Ivouppgift, ivoomraden, slutorsaker, svar } from './records.ts';

const avsedd = {
  personId: id,
  beslutId: id,
  /** The revision that the form showed; null = there was none. */
  sedd: id.nullable(),
  rev: id,
};

function bifallshinder(state: Pick<State, 'get'>, beslutId: string): Rejection | undefined {
  const beslut = state.get('beslut', beslutId);
  if (!beslut) return reject('finns-inte', 'beslutId');
  if (beslut.felmarkerad) return reject('redan-felmarkerat');
  return beviljat(beslut) ? undefined : reject('inget-bifall', 'beslutId');
}

/** Writes what the report to IVO tells of a bifall beside what the akt says by itself. There is one for each beslut. */
export const sparaIvouppgift = defineCommand({
  name: 'ivo.spara',
  version: 1,
  input: z.strictObject({
    ...avsedd,
    /** Of the record it makes, where there is none. */
    uppgiftId: id,
    orsak: line(1000),
    foljder: line(1000),
    andraInsatser: line(1000).optional(),
    nastaUppfoljning: day.optional(),
    ingetErbjudet: z.literal(true).optional(),
    omrade: z.enum(ivoomraden).optional(),
    slutorsak: z.enum(slutorsaker).optional(),
    /** The latest time that it was carried out in part; null = there was none. Absent, nothing is said of it. */
    delvis: z
      .strictObject({ fran: day, till: day.optional(), saknas: line(300).min(1) })
      .nullable()
      .optional(),
  }),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('beslut', ({ beslutId }) => beslutId),
  decide(state, { personId: _, sedd, uppgiftId, delvis, ...uppgift }, context) {
    const hinder = bifallshinder(state, uppgift.beslutId) ?? delvishinder(state, uppgift.beslutId, delvis, swedishDay(context.now));
    if (hinder) return hinder;
    const stored = state.list('ivouppgift').find(({ data }) => data.beslutId === uppgift.beslutId);
    if ((stored?.data.rev ?? null) !== sedd) return reject('andrad-av-annan');
    if (!stored && state.get('ivouppgift', uppgiftId)) return reject('finns-redan');
    const perioder = delvisEfter(stored?.data.delvis ?? [], delvis, uppgift.rev);
    if ('code' in perioder) return perioder;
    const data: Ivouppgift = {
      ...egnaFalt(stored?.data),
      ...uppgift,
      ...(perioder.length > 0 ? { delvis: perioder } : {}),
      sparad: signaturOf(context),
    };
    return [{ op: 'put', type: 'ivouppgift', id: stored?.id ?? uppgiftId, data }];
  },
});

/** What of a stored one the form does not have: what a newer program wrote, and whose it is. */
const egnaFalt = (stored: Ivouppgift | undefined): Partial<Ivouppgift> => {
  const { delvis: _d, andraInsatser: _, nastaUppfoljning: _n, ingetErbjudet: _i, omrade: _o, slutorsak: _s, ...kvar } = stored ?? {};
  return kvar;
};

type Delvisinput = { fran: string; till?: string | undefined; saknas: string } | null | undefined;

function delvishinder(state: Pick<State, 'get'>, beslutId: string, delvis: Delvisinput, today: string): Rejection | undefined {
  if (!delvis) return undefined;
  const { fran, till } = delvis;
  if (fran < (state.get('beslut', beslutId)?.beslutsdatum ?? '')) return reject('datum-fore', 'delvis.fran');
  if (fran > today) return reject('datum-i-framtiden', 'delvis.fran');
  if (till !== undefined && till < fran) return reject('datum-fore', 'delvis.till');
  return till !== undefined && till > today ? reject('datum-i-framtiden', 'delvis.till') : undefined;
}

/**
 * The form has the latest time: one that begins after it is over is another, else it is that one as it is now said to be. What was
 * reported of one stands in its report.
 */
function delvisEfter(tidigare: readonly Delvis[], delvis: Delvisinput, ny: string): Delvis[] | Rejection {
  if (delvis === undefined) return [...tidigare];
  const senaste = tidigare.at(-1);
  const arNy = senaste?.till !== undefined && delvis !== null && delvis.fran > senaste.till;
  const innan = arNy ? [...tidigare] : tidigare.slice(0, -1);
  if (delvis === null) return innan;
  const slut = innan.at(-1)?.till;
  if (slut !== undefined && delvis.fran <= slut) return reject('datum-fore', 'delvis.fran');
  // One that an older program wrote is known by its first day.
  const sammas = arNy ? undefined : senaste;
  return [...innan, { ...(sammas && sammas.id === undefined ? {} : { id: sammas?.id ?? ny }), ...delvis }];
}

/** Writes an erbjudande, or what was answered to it. */
export const sparaErbjudande = defineCommand({
  name: 'erbjudande.spara',
  version: 1,
  input: z.strictObject({
    ...avsedd,
    erbjudandeId: id,
    datum: day,
    vad: line(300).min(1),
    till: line(120).min(1),
    lamnatAv: line(120).min(1),
    svar,
  }),
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('beslut', ({ beslutId }) => beslutId),
  decide(state, { personId: _, sedd, erbjudandeId, ...erbjudande }, context) {
    const hinder = bifallshinder(state, erbjudande.beslutId);
    if (hinder) return hinder;
    const stored = state.get('erbjudande', erbjudandeId);
    if (stored?.felmarkering) return reject('erbjudandet-felmarkerat');
    if ((stored?.rev ?? null) !== sedd || (stored && stored.beslutId !== erbjudande.beslutId)) return reject('andrad-av-annan');
    const today = swedishDay(context.now);
    const { datum, svar: svaret } = erbjudande;
    if (datum > today) return reject('datum-i-framtiden', 'datum');
    if (datum < (state.get('beslut', erbjudande.beslutId)?.beslutsdatum ?? '')) return reject('datum-fore', 'datum');
    if (svaret.slag !== 'vantar' && svaret.dag > today) return reject('datum-i-framtiden', 'svar.dag');
    if (svaret.slag !== 'vantar' && svaret.dag < datum) return reject('datum-fore', 'svar.dag');
    const data: Erbjudande = { ...stored, ...erbjudande, sparad: signaturOf(context) };
    return [{ op: 'put', type: 'erbjudande', id: erbjudandeId, data }];
  },
});
