import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { CallError } from '../../../shared/ipc/contract.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { useAkt, useKatalog } from '../../state/akt.ts';
import { markeraSett, useAndrat } from '../../state/andrat.ts';
import { namnuppslag } from '../../state/namnuppslag.ts';
import { Handelsedialog } from './Handelsedialog.tsx';

/** What others have done in the akt since the user looked at it before. */
export function AndratDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const handelser = useAndrat(personId);
  const akt = useAkt(personId).data;
  const namnAv = namnuppslag(akt, useKatalog().data);
  const [fel, setFel] = useState<CallError>();
  const sett = async () => {
    const nekat = await markeraSett([personId]);
    if (nekat) setFel(nekat);
    else onClose();
  };
  return (
    <Handelsedialog
      rubrik="Ändrat sedan du tittade"
      tomt="Ingen annan har ändrat något sedan du tittade."
      knappar={
        <>
          {fel && <ErrorBar {...ordForFel(fel.code)} />}
          {handelser.data && handelser.data.length > 0 && (
            <Button size="small" onClick={() => void sett()}>
              Markera som sett
            </Button>
          )}
        </>
      }
      {...{ akt, namnAv, handelser, onClose }}
    />
  );
}
