import type { RecordType } from '../../../shared/domain/records.ts';
import { useAkt, useKatalog } from '../../state/akt.ts';
import { namnuppslag } from '../../state/namnuppslag.ts';
import { useQuery } from '../../state/query.ts';
import { Handelsedialog } from './Handelsedialog.tsx';

export type HistorikDialogProps = {
  personId: string;
  /** Of one kind of record, or of one record; of the whole akt when neither is given. */
  type?: RecordType;
  id?: string;
  /** What it is of, where the akt does not know a name for it. */
  namn?: string;
  onClose: () => void;
};

/** Who changed what and when, newest first; also what waits to be sent. Read on this computer, so it works offline. */
export function HistorikDialog({ personId, type, id, namn, onClose }: HistorikDialogProps) {
  const fraga = { personId, ...(type === undefined ? {} : { type }), ...(id === undefined ? {} : { id }) };
  const handelser = useQuery('kund.historik', fraga, [`akt:${personId}`, 'session']);
  const akt = useAkt(personId).data;
  const namnAv = namnuppslag(akt, useKatalog().data);
  const vad = (id === undefined ? undefined : namnAv(id)) ?? namn;
  return (
    <Handelsedialog
      rubrik={vad === undefined ? 'Historik' : `Historik – ${vad}`}
      tomt="Inget har ändrats sedan historiken började föras."
      {...{ akt, namnAv, handelser, onClose }}
    />
  );
}
