import type { State } from '../command.ts';
import type { Vardelista } from './records.ts';

export type Varde = Pick<
  Vardelista['varden'][number],
  'namn' | 'kod' | 'standard' | 'namnd' | 'synlighet' | 'tillater' | 'eansokan' | 'brevlador' | 'meddelandedagar' | 'bevakaUtskick'
>;

/** The active values of a list in the order the municipality keeps them; none when it has not filled the list (FRAGA-11). */
export const vardenAv = (state: Pick<State, 'katalogLista'>, lista: Vardelista['lista']): Varde[] =>
  state
    .katalogLista('vardelista')
    .filter(({ data }) => data.lista === lista)
    .flatMap(({ data }) => data.varden)
    .filter(({ aktiv }) => aktiv !== false);
