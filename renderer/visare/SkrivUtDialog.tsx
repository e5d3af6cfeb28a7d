import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { displayName } from '../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../shared/domain/personnummer.ts';
import type { DokumentVy } from '../../shared/ipc/views.ts';
import { useQuery } from '../state/query.ts';
import type { Dokumentkalla } from './Dokumentvisare.tsx';
import { Felmarkerat } from './Felmarkerat.tsx';
import { Skrivarval } from './Skrivarval.tsx';

type Props = {
  personId: string;
  vad: { kalla: Dokumentkalla; titel: string; sidor: number };
  /** Its kind: the printer that was chosen last for it is chosen. */
  slag: string;
  /** One of the akt, as it is now. */
  dokument?: DokumentVy;
  onClose: () => void;
};

/** Prints a document as it is stored: of the akt, or a bundle. */
export function SkrivUtDialog({ personId, vad, slag, dokument, onClose }: Props) {
  const { data: kund } = useQuery('kund.hamta', { personId }, [`akt:${personId}`]);
  if (!kund) return null;
  const { person } = kund;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '520px' }}>
        <DialogBody>
          <DialogTitle>{`Skriv ut ${vad.titel}`}</DialogTitle>
          <DialogContent>
            <p>{`${displayName(person)} ${formatPersonnummer(person.personnummer)}`}</p>
            {dokument && <Felmarkerat dokument={dokument} />}
            <Skrivarval somDetAr slag={slag} skydd={person.skydd} vad={vad} hinder={undefined} />
          </DialogContent>
          <DialogActions>
            <Button size="small" onClick={onClose}>
              Stäng
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
