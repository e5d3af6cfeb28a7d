import { useEffect, useState } from 'react';
import { call } from '../../state/core.ts';

/**
 * A kund's akt is read only when it has been opened, which the access log is told: choosing a place or a document in it opens it, without a tab.
 * @returns the kund's id when her akt may be read, `skal` when she is protected and is to be opened with a reason first; undefined while it is asked
 */
export function useOppnad(personId: string): string | undefined {
  const [oppnad, setOppnad] = useState<{ for: string; svar: string }>();
  useEffect(() => {
    if (personId === '') return;
    let slut = false;
    void call('kund.oppna', { personId }).then((svar) => {
      if (!slut) setOppnad({ for: personId, svar: svar.ok ? personId : 'skal' });
    });
    return () => {
      slut = true;
    };
  }, [personId]);
  return oppnad?.for === personId ? oppnad.svar : undefined;
}
