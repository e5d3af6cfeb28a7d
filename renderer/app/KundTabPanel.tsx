import { useCallback, useEffect, useState } from 'react';
import { aktScope } from '../../shared/domain/scope.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { Felgrans } from '../components/Felgrans.tsx';
import { SkeletonRows } from '../components/SkeletonRows.tsx';
import { Beslutsbrev } from '../features/beslut/Beslutsbrev.tsx';
import { Dokumentationsvy } from '../features/dokumentation/Dokumentationsvy.tsx';
import { KundFlik } from '../features/kund/KundFlik.tsx';
import { closeArendedialog } from '../state/arendedialog.ts';
import { onCoreEvent } from '../state/core.ts';
import { openKund } from '../state/openKund.ts';
import { touches, useQuery } from '../state/query.ts';
import { closeTab, type KundTab, tabId } from '../state/tabs.ts';
import { Arendedialoger } from './Arendedialoger.tsx';
import { kundpanel } from './kundpanel.tsx';

/**
 * A kund's tab. One brought back after a restart is opened first, so that its reading is logged and a protected person's
 * reason asked anew (FRAGA-62).
 */
export function KundTabPanel({ tab }: { tab: KundTab }) {
  const { personId, oppnad, skydd, borta } = tab;
  const [nekad, setNekad] = useState(skydd === 'skyddadFolkbokforing');
  const open = useCallback(() => void openKund(personId, { stilla: true }).then((isOpen) => setNekad(!isOpen)), [personId]);
  useEffect(() => {
    if (!oppnad && !borta) open();
  }, [oppnad, borta, open]);
  // The akt may not have been here yet: it is opened when it comes. Nobody is asked for a reason by that.
  const isAwaited = !oppnad && nekad && skydd !== 'skyddadFolkbokforing';
  useEffect(() => {
    if (!isAwaited) return;
    return onCoreEvent((event) => {
      if (touches(event, [aktScope(personId)])) open();
    });
  }, [isAwaited, open, personId]);
  if (borta) return <Borta tab={tab} />;
  if (oppnad) {
    return (
      <>
        <KundFlik
          personId={personId}
          renderDokumentation={(props, flikar) => (
            <Felgrans>
              <Dokumentationsvy {...props} flikar={flikar} />
            </Felgrans>
          )}
          renderPanel={kundpanel}
        />
        <Beslutsbrev personId={personId} />
        <Felgrans ruta={{ onClose: closeArendedialog }}>
          <Arendedialoger personId={personId} />
        </Felgrans>
      </>
    );
  }
  return nekad ? <EmptyState text="Akten är inte öppnad." handling="Öppna akten" onHandling={open} /> : <SkeletonRows />;
}

/** Why the akt is not here: the right to it is gone, or it was never made, for the server refused to register the kund. */
function Borta({ tab }: { tab: KundTab }) {
  const { data: utkorg, laddar } = useQuery('utkorg.lista', {}, ['utkorg']);
  if (laddar) return <SkeletonRows />;
  const isNekad = utkorg?.some(
    ({ name, personId, tillstand }) => name === 'person.registrera' && personId === tab.personId && tillstand === 'nekad',
  );
  return (
    <EmptyState
      text={
        isNekad
          ? 'Kunden blev inte registrerad. Varför, och vad du kan göra, står i Utkorg och kvitton under Att åtgärda. Det du har skrivit ligger kvar där.'
          : 'Du har inte längre tillgång till akten. Det du har skrivit och inte skickat ligger kvar i Utkorg och kvitton.'
      }
      handling="Stäng fliken"
      onHandling={() => closeTab(tabId(tab))}
    />
  );
}
