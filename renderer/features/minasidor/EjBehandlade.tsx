import { useState } from 'react';
import type { AktualiseringRad, MinaBestallningarVy } from '../../../shared/ipc/views.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import type { Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { showYta } from '../../state/arbetsyta.ts';
import { openKund } from '../../state/openKund.ts';
import { kundkolumn } from './kolumner.tsx';
import { Lista } from './Lista.tsx';

const kolumner: Kolumn<AktualiseringRad>[] = [
  {
    id: 'inkom',
    namn: 'Inkom',
    bredd: '168px',
    draw: ({ datum, dagar, lange }) => (lange ? <strong style={{ color: 'var(--akRed)' }}>{`${datum} · ${dagar} dagar`}</strong> : datum),
    compare: (a, b) => a.datum.localeCompare(b.datum),
    tip: ({ dagar }) => `${dagar} dagar sedan`,
  },
  kundkolumn(),
  {
    id: 'typ',
    namn: 'Typ av aktualisering',
    bredd: 'minmax(110px, 1.2fr)',
    draw: ({ typ }) => typ,
    compare: (a, b) => compareSwedish(a.typ, b.typ),
    tip: ({ typ }) => typ,
  },
  { id: 'fran', namn: 'Från vem', bredd: 'minmax(90px, 1fr)', draw: ({ franVem }) => franVem, tip: ({ franVem }) => franVem },
];

/** Aktualiseringar of which the user is ansvarig and that no utredning examines yet; those over 14 days stand first (FORB-14). */
export function EjBehandlade({ className, vy }: { className: string; vy: MinaBestallningarVy | undefined }) {
  const [vald, setVald] = useState<string | null>(null);
  const rader = vy?.ejBehandlade ?? [];
  const sena = rader.filter(({ lange }) => lange).length;
  const open = async ({ person, aktualiseringId }: AktualiseringRad, flik: 'inled' | 'aktualisering') => {
    if (await openKund(person.personId, { nodId: `aktualisering/${aktualiseringId}` })) {
      showYta(person.personId, { slag: 'arende', flik, ...(flik === 'inled' ? {} : { aktualiseringId }) });
    }
  };
  return (
    <Panel
      className={className}
      rubrik="Ej behandlade aktualiseringar"
      text={vy && (sena > 0 ? `${rader.length} · ${sena} har väntat mer än 14 dagar` : `${rader.length}`)}
    >
      {!vy && <SkeletonRows />}
      {vy && rader.length === 0 && <EmptyState text="Alla dina aktualiseringar har en utredning." />}
      {rader.length > 0 && (
        <Lista
          nyckel="ejBehandlade"
          etikett="Ej behandlade aktualiseringar"
          kolumner={kolumner}
          rader={rader}
          radId={({ aktualiseringId }) => aktualiseringId}
          vald={vald}
          onVald={setVald}
          onOpen={(rad) => void open(rad, 'inled')}
          meny={(rad) => [
            { id: 'inled', namn: 'Inled utredning', tangent: 'Enter', onChoose: () => void open(rad, 'inled') },
            { id: 'oppna', namn: 'Öppna Aktualisering', onChoose: () => void open(rad, 'aktualisering') },
          ]}
        />
      )}
    </Panel>
  );
}
