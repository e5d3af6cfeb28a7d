import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { useQuery } from '../../state/query.ts';
import { Skrivarval } from './Skrivarval.tsx';

type Props = { personId: string; handling: { id: string; rubrik: string; typ: string; sidor: number }; onClose: () => void };

/** Prints a document of the akt, as it is stored. */
export function SkrivUtDialog({ personId, handling, onClose }: Props) {
  const { data: kund } = useQuery('kund.hamta', { personId }, [`akt:${personId}`]);
  if (!kund) return null;
  const { person } = kund;
  const { id, rubrik: titel, sidor } = handling;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '520px' }}>
        <DialogBody>
          <DialogTitle>{`Skriv ut ${titel}`}</DialogTitle>
          <DialogContent>
            <p>{`${displayName(person)} ${formatPersonnummer(person.personnummer)}`}</p>
            <Skrivarval
              slag={handling.typ}
              skydd={person.skydd}
              vad={{ kalla: { slag: 'dokument', id }, titel, sidor }}
              hinder={undefined}
            />
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
