import { type Change, type Context, type State, signaturOf } from '../command.ts';
import { isOppen } from '../etjanst/records.ts';

/** What rests on a samtycke that is no more ends with it, at once: whoever signed in to the e-service by it does so no longer (FORB-65). */
export const avslutaGodkannanden = (state: Pick<State, 'list'>, samtyckeId: string, context: Context): Change[] =>
  state
    .list('godkannande')
    .filter(({ data }) => isOppen(data) && data.samtyckeId === samtyckeId)
    .map(({ id, data }) => ({
      ...{ op: 'put', type: 'godkannande', id },
      data: { ...data, lage: 'avslutad', slut: { ...signaturOf(context), orsak: 'samtycketSlut' } },
    }));
