import { useState } from 'react';
import type { OsigneradAnteckning } from '../../../shared/ipc/views.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Panel } from '../../components/Panel.tsx';
import { PersonNamn, visatNamn } from '../../components/PersonNamn.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { showDokumentation } from '../../state/arbetsyta.ts';
import { openKund } from '../../state/openKund.ts';
import { useQuery } from '../../state/query.ts';
import { Lista } from './Lista.tsx';

const kolumner: Kolumn<OsigneradAnteckning>[] = [
  {
    id: 'datum',
    namn: 'Datum',
    bredd: '92px',
    draw: ({ handelsedatum }) => handelsedatum,
    compare: (a, b) => a.handelsedatum.localeCompare(b.handelsedatum),
  },
  {
    id: 'kund',
    namn: 'Kund',
    bredd: 'minmax(110px, 1fr)',
    draw: ({ person }) => <PersonNamn {...person} />,
    compare: (a, b) => compareSwedish(visatNamn(a.person), visatNamn(b.person)),
    tip: ({ person }) => visatNamn(person),
  },
  {
    id: 'rubrik',
    namn: 'Rubrik',
    bredd: 'minmax(110px, 1fr)',
    draw: ({ rubrik, titel }) => (titel ? `${rubrik}: ${titel}` : rubrik),
    compare: (a, b) => compareSwedish(a.rubrik, b.rubrik),
    tip: ({ rubrik, titel }) => (titel ? `${rubrik}: ${titel}` : rubrik),
  },
];

/** The user's own notes that wait for their signature (FORB-16), the oldest first. */
export function Osignerade({ className }: { className: string }) {
  const { data, fel, laddar, readAgain } = useQuery('mina.osignerade', {}, ['akt', 'katalog', 'session']);
  const [vald, setVald] = useState<string | null>(null);
  const open = async ({ anteckningId, person, dokumentation, rubrikKod }: OsigneradAnteckning) => {
    if (await openKund(person.personId, { nodId: `anteckning/${anteckningId}` })) {
      showDokumentation(person.personId, dokumentation, { rubrikKod, anteckningId });
    }
  };
  return (
    <Panel className={className} rubrik="Osignerade anteckningar" text={data && `${data.length}`}>
      {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />}
      {laddar && <SkeletonRows />}
      {data?.length === 0 && <EmptyState text="Alla dina anteckningar är signerade." />}
      {data && data.length > 0 && (
        <Lista
          nyckel="osignerade"
          etikett="Osignerade anteckningar"
          kolumner={kolumner}
          rader={data}
          radId={(rad) => rad.anteckningId}
          vald={vald}
          onVald={setVald}
          onOpen={(rad) => void open(rad)}
          forvaldSortering={{ kolumn: 'datum', stigande: true }}
          meny={(rad) => [{ id: 'oppna', namn: 'Öppna anteckningen', tangent: 'Enter', onChoose: () => void open(rad) }]}
        />
      )}
    </Panel>
  );
}
