import { Button } from '@fluentui/react-components';
import { Mail20Regular, MailAdd20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { ordForFel } from '../../../shared/words/fel.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { useNow } from '../../components/useNow.ts';
import { showBrev, skrivMeddelande } from '../../state/meddelanden.ts';
import { brevkolumner } from './kolumner.tsx';
import { meddelandetext, useMeddelanden } from './useMeddelanden.ts';

/** Meddelanden on Mina sidor: what has come, and what of it is not in the akt (FORB-71). */
export function MeddelandenPanel({ className }: { className: string }) {
  const nu = useNow(60_000);
  const { data, fel, readAgain } = useMeddelanden({ slag: 'inkorg' });
  const [vald, setVald] = useState<string | null>(null);
  const rader = (data?.rader ?? []).filter(({ olast, journal }) => olast || journal === 'nej');
  return (
    <Panel
      className={className}
      ikon={<Mail20Regular aria-hidden />}
      rubrik="Meddelanden"
      text={data && meddelandetext(data)}
      verktyg={
        <Button size="small" icon={<MailAdd20Regular />} onClick={() => skrivMeddelande()}>
          Skriv nytt
        </Button>
      }
    >
      {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />}
      {!data && !fel && <SkeletonRows />}
      {data && rader.length === 0 && <EmptyState text="Inga olästa meddelanden, och alla är journalförda." />}
      {rader.length > 0 && (
        <DataTable
          etikett="Meddelanden att läsa eller journalföra"
          kolumner={brevkolumner(nu, false)}
          rader={rader}
          radId={({ meddelandeId }) => meddelandeId}
          vald={vald}
          onVald={setVald}
          onOpen={({ meddelandeId }) => showBrev(meddelandeId)}
          forvaldSortering={{ kolumn: 'tid', stigande: false }}
          fet={({ olast }) => olast}
          meny={({ meddelandeId }) => [{ id: 'oppna', namn: 'Öppna', tangent: 'Enter', onChoose: () => showBrev(meddelandeId) }]}
        />
      )}
    </Panel>
  );
}
