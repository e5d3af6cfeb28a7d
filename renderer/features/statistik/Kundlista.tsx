import { useEffect, useMemo } from 'react';
import { DataTable, type Kolumn, sortRows } from '../../components/DataTable.tsx';
import type { Sortering } from '../../components/DataTableHead.tsx';
import { useBredder } from '../../state/bredder.ts';
import { useInstallning } from '../../state/installningar.ts';
import { feedNavigering, markPost, openPost, useMarkerad, useVisadLista } from '../../state/navigering.ts';
import { statistiklistan } from '../../state/statistik.ts';

const isSortering = (value: unknown): value is Sortering =>
  typeof value === 'object' && value !== null && 'kolumn' in value && 'stigande' in value && typeof value.kolumn === 'string';
const efterKund: Sortering = { kolumn: 'kund', stigande: true };

type Rad = { personId: string; beslutId: string };
type Props<R extends Rad> = { namn: string; kod: string; kolumner: readonly Kolumn<R>[]; rader: readonly R[]; radId: (rad: R) => string };

/** Rows of kunder: Enter and double click open the kund at the beslut, and the tape-recorder buttons walk them. */
export function Kundlista<R extends Rad>({ namn, kod, kolumner, rader, radId }: Props<R>) {
  const [sortering, setSortering] = useInstallning(`sortering:statistik:${kod}`, efterKund, isSortering);
  const bredder = useBredder(`bredder:statistik:${kod}`);
  const vald = useMarkerad(statistiklistan);
  const ordnade = useMemo(() => sortRows(rader, kolumner, sortering), [rader, kolumner, sortering]);
  useEffect(() => {
    const poster = ordnade.map((rad) => ({ id: radId(rad), personId: rad.personId, nodId: `beslut/${rad.beslutId}` }));
    feedNavigering({ id: statistiklistan, namn, flik: 'statistik', poster });
  }, [ordnade, radId, namn]);
  useVisadLista(statistiklistan);
  const open = (rad: R) => {
    markPost(statistiklistan, radId(rad));
    void openPost();
  };
  return (
    <DataTable
      etikett={namn}
      kolumner={kolumner}
      rader={ordnade}
      radId={radId}
      vald={vald}
      onVald={(id) => markPost(statistiklistan, id)}
      bredder={bredder}
      ordning={{ sortering, onSortering: setSortering }}
      onOpen={open}
      meny={(rad) => [{ id: 'oppna', namn: 'Öppna kunden vid beslutet', tangent: 'Enter', onChoose: () => open(rad) }]}
      fokus
    />
  );
}
