import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { releaseBroms, useStatus } from '../../state/status.ts';

/** Sync stopped before it removed an unusual share of what is on this computer (ARCHITECTURE 6); the user decides. */
export function Broms() {
  const broms = useStatus(({ status }) => status?.broms);
  const [fragar, setFragar] = useState(false);
  if (!broms) return null;
  const vad = `Servern vill ta bort ${broms.antal} av ${broms.av} poster från den här datorn.`;
  return (
    <>
      <ErrorBar
        slag="warning"
        vad={vad}
        gor="Hämtningen har stannat. Det är rätt om din åtkomst har minskat; fråga annars systemförvaltaren först. Det du inte har skickat tas aldrig bort."
        handling="Fortsätt…"
        onHandling={() => setFragar(true)}
      />
      <ConfirmDialog
        oppen={fragar}
        rubrik="Fortsätt och ta bort?"
        bekrafta={`Ta bort ${broms.antal} poster`}
        onConfirm={() => {
          setFragar(false);
          void releaseBroms();
        }}
        onCancel={() => setFragar(false)}
      >
        <p>{vad}</p>
      </ConfirmDialog>
    </>
  );
}
