import { DataTable, type DataTableProps, sortRows } from '../../components/DataTable.tsx';
import { isSortering, type Sortering } from '../../components/DataTableHead.tsx';
import { useBredder } from '../../state/bredder.ts';
import { useInstallning } from '../../state/installningar.ts';

/** Rows as they come, until the user has sorted them. */
const somDeKommer: Sortering = { kolumn: '', stigande: true };

type Props<R> = Omit<DataTableProps<R>, 'ordning' | 'bredder'> & {
  /** Where its sorting and widths are remembered. */
  nyckel: string;
};

/** A list of the start page: how the user has sorted it, and how wide its columns are, is remembered on this computer (MINA-01, FORB-17). */
export function Lista<R>({ nyckel, forvaldSortering, ...tabell }: Props<R>) {
  const [sortering, onSortering] = useInstallning(`sortering:mina.${nyckel}`, forvaldSortering ?? somDeKommer, isSortering);
  const bredder = useBredder(`bredder:mina.${nyckel}`);
  const rader = sortRows(tabell.rader, tabell.kolumner, sortering);
  return <DataTable {...tabell} rader={rader} ordning={{ sortering, onSortering }} bredder={bredder} />;
}
