import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import type { BrevVy } from '../../../shared/ipc/views.ts';

type Props = { vy: BrevVy; kanJournalfora: boolean; onClose: () => void; onJournalfor: () => void; onTaBort: () => void };

/** FORB-71: what is about a kund is asked about before it is put away. */
export function TaBortDialog({ vy, kanJournalfora, onClose, onJournalfor, onTaBort }: Props) {
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '520px' }}>
        <DialogBody>
          <DialogTitle>Meddelandet är inte journalfört</DialogTitle>
          <DialogContent>{`”${vy.amne}” gäller ${vy.kund?.namn ?? 'en kund'}. Det som hör till ärendet ska finnas i akten.`}</DialogContent>
          <DialogActions fluid>
            <Button size="small" onClick={onClose}>
              Avbryt
            </Button>
            <Button size="small" onClick={onTaBort}>
              Behöver inte journalföras, ta bort
            </Button>
            {kanJournalfora && (
              <Button size="small" appearance="primary" onClick={onJournalfor}>
                Journalför och ta bort…
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
