import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Ord } from '../../../shared/words/ord.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { visatNamn } from '../../components/PersonNamn.tsx';
import type { Utfall } from '../../state/core.ts';
import { closeDialog } from '../../state/dialog.ts';
import { useQuery } from '../../state/query.ts';
import { useTabs } from '../../state/tabs.ts';
import { ordForUtfall } from '../../state/utfallord.ts';
import { Kundrutan } from './Kundrutan.tsx';
import { addToKundlista, removeFromKundlista } from './kundlista.ts';

/** The star: the user's own list of kunder (SYM-06, KLISTA-01 to -03). Lägg till takes the kund whose tab is shown. */
export function KundlistaDialog() {
  const query = useQuery('kunder.lista', {}, ['anvandare', 'akt']);
  const [fel, setFel] = useState<Ord | undefined>();
  const shown = useTabs(({ tabs, aktiv }) => tabs.find((tab) => tab.slag === 'kund' && `kund:${tab.personId}` === aktiv));
  const kund = shown?.slag === 'kund' ? shown : undefined;
  const isListed = kund !== undefined && (query.data ?? []).some(({ personId }) => personId === kund.personId);
  const done = (utfall: Utfall) => {
    setFel(ordForUtfall(utfall));
    query.readAgain();
  };
  return (
    <Kundrutan
      rubrik="Kundlista"
      query={query}
      tomText={kund ? 'Kundlistan är tom. Lägg till kunden som är öppen.' : 'Kundlistan är tom. Öppna en kund och välj Lägg till.'}
      knappar={(vald, open) => (
        <>
          {kund && (
            <Button size="small" disabledFocusable={isListed} onClick={() => void addToKundlista(kund.personId).then(done)}>
              Lägg till {visatNamn(kund)}
            </Button>
          )}
          <Button size="small" disabledFocusable={!vald} onClick={() => vald && void removeFromKundlista(vald.personId).then(done)}>
            Ta bort
          </Button>
          <Button size="small" onClick={closeDialog}>
            Stäng
          </Button>
          <Button size="small" appearance="primary" disabledFocusable={!vald?.person} onClick={open}>
            OK
          </Button>
        </>
      )}
    >
      {fel && <ErrorBar {...fel} />}
    </Kundrutan>
  );
}
