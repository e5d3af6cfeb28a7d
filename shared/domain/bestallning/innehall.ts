import { z } from 'zod';
import { type Beslut, omfattning } from '../beslut/records.ts';
import { type Context, type Rejection, reject, type State, signaturOf } from '../command.ts';
import { id, line } from '../fields.ts';
import { insatsAv } from '../katalog/uppslag.ts';
import { omfattningsfel } from './kontroll.ts';
import type { Bestallning } from './records.ts';
import { bestallningskategori, type Utforarval, utforarval } from './urval.ts';

/** What is ordered and from whom: the same fields in a first order and in one after an avbrott (BEST-GEN-03). */
export const innehallFalt = {
  utforareId: id,
  utforarOrganisationId: id.optional(),
  bestallarOrganisationId: id,
  insatser: z.array(line(80).min(1)).max(50),
  omfattning: z.strictObject({ minuter: omfattning.shape.minuter, enhet: omfattning.shape.enhet }).optional(),
  bestallningstext: line(4000).optional(),
};
const innehall = z.object(innehallFalt);
export type Innehall = z.infer<typeof innehall>;

/** The choice of utförare as the catalogue has it, or why the order does not fit the beslut (FORB-33). */
export function provaInnehall(state: State, beslut: Beslut, input: Innehall): Utforarval | Rejection {
  const insats = insatsAv(state.katalogLista('insats'), beslut)?.data;
  const val = insats && utforarval(beslut, insats, state.katalogLista('utforare')).find((one) => one.utforareId === input.utforareId);
  if (!val) return reject('utforare-stammer-inte', 'utforareId');
  if (val.organisationId !== undefined && input.utforarOrganisationId !== val.organisationId)
    return reject('utforare-stammer-inte', 'utforarOrganisationId');
  for (const field of ['utforarOrganisationId', 'bestallarOrganisationId'] as const) {
    const organisationId = input[field];
    if (organisationId !== undefined && !state.katalog('organisation', organisationId)) return reject('finns-inte-i-katalogen', field);
  }
  if (input.insatser.length === 0) return reject('inget-valt', 'insatser');
  if (input.insatser.some((namn) => !val.insatser.includes(namn))) return reject('insats-stammer-inte', 'insatser');
  return omfattningsfel(beslut, input.omfattning) ?? val;
}

/** The fields of an order that neither dates nor history decide. */
export function innehallOf(state: State, beslutId: string, beslut: Beslut, input: Innehall, context: Context) {
  const insats = insatsAv(state.katalogLista('insats'), beslut)?.data;
  return {
    beslutId,
    ...(insats?.bestallning?.utanBeslut ? { utanBeslut: true } : {}),
    insatskategori: insats ? bestallningskategori(beslut, insats) : beslut.insatskategori,
    bestallare: signaturOf(context),
    bestallarOrganisationId: input.bestallarOrganisationId,
    utforareId: input.utforareId,
    ...(input.utforarOrganisationId === undefined ? {} : { utforarOrganisationId: input.utforarOrganisationId }),
    insatser: [...new Set(input.insatser)],
    ...(input.omfattning ? { omfattning: input.omfattning } : {}),
    ...(input.bestallningstext ? { bestallningstext: input.bestallningstext } : {}),
  } satisfies Partial<Bestallning>;
}
