import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { RecordType } from '../../../shared/domain/records.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Handelseruta } from '../../components/Handelseruta.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { useNow } from '../../components/useNow.ts';
import { useAkt, useKatalog } from '../../state/akt.ts';
import { postandringar } from '../../state/historikrader.ts';
import { namnuppslag } from '../../state/namnuppslag.ts';
import { useQuery } from '../../state/query.ts';

const useStyles = makeStyles({
  innehall: { maxHeight: '64vh', overflowY: 'auto', padding: '0 12px' },
  lista: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  kund: { color: 'var(--colorNeutralForeground2)', fontWeight: 400 },
});

/** Events shown at first, and by each press of Visa fler: an akt of many years has thousands. */
const sida = 50;

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
  const css = useStyles();
  const now = useNow(60_000);
  const [visade, setVisade] = useState(sida);
  const fraga = { personId, ...(type === undefined ? {} : { type }), ...(id === undefined ? {} : { id }) };
  const { data, fel, laddar, readAgain } = useQuery('kund.historik', fraga, [`akt:${personId}`, 'session']);
  const akt = useAkt(personId).data;
  const katalog = useKatalog().data;
  const namnAv = namnuppslag(akt, katalog);
  const person = akt?.person.data;
  const vad = (id === undefined ? undefined : namnAv(id)) ?? namn;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '980px' }}>
        <DialogBody>
          <DialogTitle>
            {vad === undefined ? 'Historik' : `Historik – ${vad}`}
            {person && (
              <>
                {' '}
                <span className={css.kund}>{`för ${displayName(person)} ${formatPersonnummer(person.personnummer)}`}</span>
              </>
            )}
          </DialogTitle>
          <DialogContent className={css.innehall} tabIndex={0}>
            {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />}
            {laddar && <SkeletonRows antal={6} />}
            {data?.length === 0 && <EmptyState text="Inget har ändrats sedan historiken började föras." />}
            {data && data.length > 0 && (
              <ol className={css.lista} aria-label="Händelser, senaste först">
                {data.slice(0, visade).map((handelse) => (
                  <li key={handelse.id}>
                    <Handelseruta handelse={handelse} poster={postandringar(handelse, namnAv)} now={now} />
                  </li>
                ))}
              </ol>
            )}
          </DialogContent>
          <DialogActions>
            {data && data.length > visade && (
              <Button size="small" onClick={() => setVisade(visade + sida)}>
                {`Visa fler (${data.length - visade})`}
              </Button>
            )}
            <Button size="small" appearance="primary" onClick={onClose}>
              Stäng
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
