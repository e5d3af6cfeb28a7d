import { useState } from 'react';
import { ConfirmDialog } from '../components/ConfirmDialog.tsx';
import { ErrorBar } from '../components/ErrorBar.tsx';
import { acceptServer, useStatus } from '../state/status.ts';

/** The server is another than the one this computer's replica belongs to: nothing is sent to it before the user has said so. */
export function NyServer() {
  const nyServer = useStatus(({ status }) => status?.nyServer);
  const [fragar, setFragar] = useState(false);
  if (!nyServer) return null;
  const vad = nyServer.adress ? 'Programmet är inställt på en annan server än förut.' : 'Servern är inte densamma som förut.';
  return (
    <>
      <ErrorBar
        slag="warning"
        vad={vad}
        gor="Inget skickas till den. Det är rätt om servern har flyttats eller återställts; fråga systemförvaltaren först. Allt du skriver sparas på datorn."
        handling="Fortsätt…"
        onHandling={() => setFragar(true)}
      />
      <ConfirmDialog
        oppen={fragar}
        rubrik="Skicka till den här servern?"
        bekrafta="Skicka"
        onConfirm={() => {
          setFragar(false);
          void acceptServer();
        }}
        onCancel={() => setFragar(false)}
      >
        <p>
          {vad} Uppgifterna hämtas på nytt från den. Det som väntar på datorn skickas dit{igen(nyServer.antal)}.
        </p>
      </ConfirmDialog>
    </>
  );
}

function igen(antal: number): string {
  if (antal === 0) return '';
  const poster = antal === 1 ? 'en post' : `${antal} poster`;
  return `, och ${poster} som den förra hade tagit emot skickas igen`;
}
