import { useEffect } from 'react';
import { EmptyState } from '../components/EmptyState.tsx';
import { SkeletonRows } from '../components/SkeletonRows.tsx';
import { Dokumentationsvy } from '../features/dokumentation/Dokumentationsvy.tsx';
import { KundFlik } from '../features/kund/KundFlik.tsx';
import { oppnaKund, useOppna } from '../state/oppna.ts';
import type { KundTab } from '../state/tabs.ts';

/**
 * A kund's tab. One brought back after a restart is opened first, so that its reading is logged and a protected person's
 * reason asked anew (FRAGA-62).
 */
export function KundTabPanel({ tab }: { tab: KundTab }) {
  const { personId, oppnad } = tab;
  const { vantarPaSkal, fel } = useOppna();
  useEffect(() => {
    if (!oppnad) void oppnaKund(personId);
  }, [oppnad, personId]);
  if (oppnad) return <KundFlik personId={personId} renderDokumentation={(props) => <Dokumentationsvy {...props} />} />;
  if (vantarPaSkal || fel || tab.skydd === 'skyddadFolkbokforing') {
    return <EmptyState text="Akten är inte öppnad." handling="Öppna akten" onHandling={() => void oppnaKund(personId)} />;
  }
  return <SkeletonRows />;
}
