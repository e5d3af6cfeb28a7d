import { Button } from '@fluentui/react-components';
import { MailInbox20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { ordForFel } from '../../../shared/words/fel.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { useNow } from '../../components/useNow.ts';
import { showKoppla } from '../../state/koppla.ts';
import { openTab } from '../../state/tabs.ts';
import { panelkolumner } from './kolumner.tsx';
import { inkorgtext, useInkorg } from './useInkorg.ts';

/** E-tjänster att hantera on Mina sidor: what has come in, how long it has waited, and what of it is the user's own (EANS-01, FORB-57). */
export function EansokningarPanel({ className }: { className: string }) {
  const nu = useNow(60_000);
  const { data, fel, readAgain } = useInkorg(false);
  const [vald, setVald] = useState<string | null>(null);
  const rader = data?.rader ?? [];
  return (
    <Panel
      className={className}
      ikon={<MailInbox20Regular aria-hidden />}
      rubrik="E-tjänster att hantera"
      text={data && inkorgtext(data)}
      verktyg={
        <Button size="small" onClick={() => openTab({ slag: 'inkorg' })}>
          Öppna inkorgen
        </Button>
      }
    >
      {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />}
      {!data && !fel && <SkeletonRows />}
      {data && rader.length === 0 && <EmptyState text="Inga e-ansökningar väntar." />}
      {rader.length > 0 && (
        <DataTable
          etikett="E-tjänster att hantera"
          kolumner={panelkolumner(nu.getTime())}
          rader={rader}
          radId={({ eansokanId }) => eansokanId}
          vald={vald}
          onVald={setVald}
          onOpen={({ eansokanId }) => showKoppla(eansokanId)}
          fet={({ tagen }) => tagen === undefined}
          meny={({ eansokanId }) => [{ id: 'koppla', namn: 'Koppla…', tangent: 'Enter', onChoose: () => showKoppla(eansokanId) }]}
        />
      )}
    </Panel>
  );
}
