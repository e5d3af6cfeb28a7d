import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { ordForFel } from '../../../shared/words/fel.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { fluentRef } from '../../components/fluentRef.ts';
import { useFokusNar } from '../../components/useFokusNar.ts';
import { copyTexter } from '../../state/kopierat.ts';
import { rubrikerMedText, useDokumenttexter } from './texter.ts';

type Props = { personId: string; utredningId: string; onClose: () => void };

/** Kopiera alla texter i trädet (KOP-02): names the rubriker, and asks about händelsedatum och tid, with Nej as the answer (KOP-03). */
export function KopieraDialog({ personId, utredningId, onClose }: Props) {
  const { data, fel } = useDokumenttexter(personId, utredningId);
  const nej = useFokusNar<HTMLButtonElement>(data !== undefined);
  const copy = (handelsedatum: boolean) => {
    if (data) copyTexter({ personId, utredningId, etikett: data.etikett, handelsedatum });
    onClose();
  };
  if (!data && !fel) return null;
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '520px' }}>
        <DialogBody>
          <DialogTitle>Kopiera alla texter i trädet</DialogTitle>
          <DialogContent>
            {fel && <ErrorBar {...ordForFel(fel.code)} />}
            {data && (
              <>
                <p>{`${data.texter.length} ${data.texter.length === 1 ? 'text' : 'texter'} ur ${data.etikett}: ${rubrikerMedText(data.texter).join(', ')}.`}</p>
                <p>Vill du kopiera händelsedatum och tid? Med Nej får texterna dagens datum.</p>
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button size="small" onClick={onClose}>
              Avbryt
            </Button>
            <Button size="small" disabled={!data} onClick={() => copy(true)}>
              Ja
            </Button>
            <Button size="small" appearance="primary" disabled={!data} ref={fluentRef(nej)} onClick={() => copy(false)}>
              Nej
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
