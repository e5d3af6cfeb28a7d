import { z } from 'zod';
import { plusDagar, swedishDay } from '../../util/datum.ts';
import { defineCommand, type RejectionCode, reject, signaturOf } from '../command.ts';
import { enhetensPost, enhetOf } from '../enhet.ts';
import { day, id, line } from '../fields.ts';
import { fristkatalog } from '../klocka/frist.ts';
import { fristaktUtanAnteckningar } from '../klocka/fristakt.ts';
import { arTid, type Ivolage, type Ivorad, ivorader, kvartalAv, kvartalsdagar } from '../klocka/ivo.ts';
import type { Post } from '../post.ts';
import { aktScope } from '../scope.ts';
import { type Ivorapport, ivolagen, kvartalsnyckel } from './records.ts';

const input = z.strictObject({
  personId: id,
  rapportId: id,
  beslutId: id,
  tid: z.string().min(1).max(200),
  kvartal: kvartalsnyckel,
  /** What it was reported as: what the list said. */
  lage: z.enum(ivolagen),
  /** What the list said of it: the day counted from, and the day it was carried out or ended. */
  fran: day.optional(),
  lagedag: day.optional(),
  dag: day,
  kvitto: line(80).optional(),
});

/**
 * Marks a row of a quarter's report as reported. One that has come to be something else since the list showed it was reported as what it
 * was, and asks to be reported anew; the same is never reported twice.
 */
export const rapporteraIvo = defineCommand({
  name: 'ivo.rapportera',
  version: 1,
  input,
  scope: ({ personId }) => aktScope(personId),
  enhet: enhetensPost('beslut', ({ beslutId }) => beslutId),
  decide(state, { personId, rapportId, beslutId, tid, kvartal, lage, fran, lagedag, dag, kvitto }, context) {
    const person = state.get('person', personId);
    const beslut = state.get('beslut', beslutId);
    if (!person || !beslut) return reject('finns-inte', 'beslutId');
    if (beslut.felmarkerad) return reject('redan-felmarkerat');
    const katalog = fristkatalog(state);
    const akt = { ...fristaktUtanAnteckningar(state, { id: personId, data: person }), osignerade: [], senastSkrivet: () => undefined };
    const valt = kvartalAv(kvartal);
    const rad = ivorader(akt, enhetOf('beslut', beslut, person), katalog, valt).find((one) => arTid(one, tid));
    if (!rad || rad.lage.slag === 'bortfallen') return reject('ej-i-rapporten');
    const today = swedishDay(context.now);
    const hinder = rapporthinder({ slag: lage }, kvartal, today);
    if (hinder) return reject(hinder);
    if (dag > today) return reject('datum-i-framtiden', 'dag');
    if (dag < tidigast(lage === rad.lage.slag ? rad.lage : { slag: lage }, kvartal)) return reject('datum-fore', 'dag');
    const andra = state.list('ivorapport');
    if (gallandeRapport(andra, rad, { kvartal, lage })) return reject('redan-rapporterat');
    if (state.get('ivorapport', rapportId)) return reject('finns-redan');
    const data: Ivorapport = {
      ...{ beslutId, tid: rad.nyckel, kvartal, lage, fran: fran ?? rad.fran, dag, av: signaturOf(context) },
      ...berattat(rad.lage, lage, lagedag),
      ...(lage === 'ejVerkstallt' && rad.lage.slag === lage && rad.lage.delvis && rad.delvis ? { delvis: rad.delvis } : {}),
      ...(kvitto ? { kvitto } : {}),
    };
    return [{ op: 'put', type: 'ivorapport', id: rapportId, data }];
  },
});

/** What is not carried out is known when the quarter is over; what was, and what ended, may be reported at once. */
export const rapporthinder = ({ slag }: Pick<Ivorad['lage'], 'slag'>, kvartal: string, today: string): RejectionCode | undefined =>
  slag === 'ejVerkstallt' && today <= kvartalsdagar(kvartalAv(kvartal)).till ? 'kvartalet-pagar' : undefined;

/** The first day that it can have been reported on. */
function tidigast(lage: { slag: Ivolage['slag']; dag?: string }, kvartal: string): string {
  const { fran, till } = kvartalsdagar(kvartalAv(kvartal));
  return lage.slag === 'ejVerkstallt' ? plusDagar(till, 1) : (lage.dag ?? fran);
}

/** The day that it was told to be carried out or ended on; what the list did not say is as it is now, where it is the same still. */
function berattat(nu: Ivolage, lage: Ivolage['slag'], sagd: string | undefined): Pick<Ivorapport, 'lagedag'> {
  if (lage === 'ejVerkstallt') return {};
  const lagedag = sagd ?? (nu.slag === lage && 'dag' in nu ? nu.dag : undefined);
  return lagedag === undefined ? {} : { lagedag };
}

/** That it has been reported for the quarter as what it is said to be, by whoever was first, whatever day it was told to count from. */
export const gallandeRapport = (
  rapporter: readonly Post<Ivorapport>[],
  rad: Pick<Ivorad, 'nyckel' | 'beslutId' | 'grund' | 'fran'>,
  { kvartal, lage }: Pick<Ivorapport, 'kvartal' | 'lage'>,
): Post<Ivorapport> | undefined =>
  rapporter.find(({ data }) => !data.felmarkering && arTid(rad, data.tid) && data.kvartal === kvartal && data.lage === lage);
