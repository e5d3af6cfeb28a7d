import { useState } from 'react';
import { compareLagfrist } from '../../../shared/ipc/lagfrist.ts';
import type { MinUtredning } from '../../../shared/ipc/views.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Panel } from '../../components/Panel.tsx';
import { PersonNamn, visatNamn, visatNummer } from '../../components/PersonNamn.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { showDokumentation } from '../../state/arbetsyta.ts';
import { openKund } from '../../state/openKund.ts';
import { useQuery } from '../../state/query.ts';
import { openTab } from '../../state/tabs.ts';
import { andratText, LagfristChip } from './LagfristChip.tsx';
import { Lista } from './Lista.tsx';

const kolumner: Kolumn<MinUtredning>[] = [
  {
    id: 'kund',
    namn: 'Kund',
    bredd: 'minmax(120px, 1.5fr)',
    draw: ({ person }) => <PersonNamn {...person} />,
    compare: (a, b) => compareSwedish(visatNamn(a.person), visatNamn(b.person)),
    tip: ({ person }) => visatNamn(person),
  },
  {
    id: 'personnummer',
    namn: 'Personnummer',
    bredd: '124px',
    draw: ({ person }) => visatNummer(person),
    compare: (a, b) => visatNummer(a.person).localeCompare(visatNummer(b.person)),
  },
  {
    id: 'utredning',
    namn: 'Utredning',
    bredd: 'minmax(110px, 1.5fr)',
    draw: ({ etikett }) => etikett,
    compare: (a, b) => compareSwedish(a.etikett, b.etikett),
    tip: ({ etikett }) => etikett,
  },
  {
    id: 'lagfrist',
    namn: 'Lagfrist',
    bredd: '180px',
    draw: (rad) => <LagfristChip {...rad} />,
    compare: compareLagfrist,
    tip: ({ inkomDatum, lagfrist }) =>
      lagfrist === undefined
        ? 'Utredningen prövar ingen ansökan från den enskilde'
        : `Ansökan inkom ${inkomDatum}; sex månader enligt 12 § förvaltningslagen`,
  },
  {
    id: 'andrat',
    namn: 'Ändrat sedan sist',
    bredd: 'minmax(100px, 1fr)',
    draw: ({ andrat }) => <span className={andrat === 0 ? 'tyst' : undefined}>{andratText(andrat)}</span>,
    compare: (a, b) => a.andrat - b.andrat,
  },
];

/** The user's ongoing utredningar, the one whose lagfrist comes first at the top (MINA-01, SOK-01). */
export function PagaendeUtredningar({ className }: { className: string }) {
  const { data, fel, laddar, readAgain } = useQuery('mina.utredningar', {}, ['akt', 'katalog', 'session']);
  const [vald, setVald] = useState<string | null>(null);
  const open = ({ utredningId, person }: MinUtredning) => void openKund(person.personId, { nodId: `utredning/${utredningId}` });
  const openDokumentation = async ({ utredningId, person }: MinUtredning) => {
    if (await openKund(person.personId, { nodId: `utredning/${utredningId}` })) {
      showDokumentation(person.personId, { slag: 'utredning', id: utredningId });
    }
  };
  return (
    <Panel
      className={className}
      rubrik="Pågående utredningar"
      text={data && (data.length > 1 ? `${data.length} · äldsta lagfrist först` : `${data.length}`)}
    >
      {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />}
      {laddar && <SkeletonRows antal={9} />}
      {data?.length === 0 && (
        <EmptyState text="Du har inga pågående utredningar." handling="Sök kund" onHandling={() => openTab({ slag: 'sok' })} />
      )}
      {data && data.length > 0 && (
        <Lista
          nyckel="utredningar"
          etikett="Pågående utredningar"
          kolumner={kolumner}
          rader={data}
          radId={(rad) => rad.utredningId}
          vald={vald}
          onVald={setVald}
          onOpen={open}
          forvaldSortering={{ kolumn: 'lagfrist', stigande: true }}
          meny={(rad) => [
            { id: 'oppna', namn: 'Öppna Utredning', tangent: 'Enter', onChoose: () => open(rad) },
            { id: 'dokumentation', namn: 'Dokumentation', onChoose: () => void openDokumentation(rad) },
          ]}
        />
      )}
    </Panel>
  );
}
