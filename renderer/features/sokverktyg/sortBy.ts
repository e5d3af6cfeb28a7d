import { sortRows } from '../../components/DataTable.tsx';
import { type Korning, orderResultat, useSokverktyg } from '../../state/sokverktyg.ts';
import { kolumnerFor } from './kolumner.tsx';

/** Sorts the result by a column, by what its rows say now. */
export function sortBy(sortering: Korning['sortering']): void {
  const { korning } = useSokverktyg.getState();
  if (!korning) return;
  const { sokning, traffar, rader } = korning;
  const rows = traffar.flatMap(({ id }) => rader[id] ?? []);
  orderResultat(
    sortering,
    sortRows(rows, kolumnerFor(sokning), sortering).map(({ id }) => id),
  );
}
