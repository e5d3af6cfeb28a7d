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
import { type ReactNode, useState } from 'react';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AktVy, HandelseVy } from '../../../shared/ipc/views.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Handelseruta } from '../../components/Handelseruta.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { useNow } from '../../components/useNow.ts';
import { postandringar } from '../../state/historikrader.ts';
import type { namnuppslag } from '../../state/namnuppslag.ts';
import type { Query } from '../../state/query.ts';

const useStyles = makeStyles({
  innehall: { maxHeight: '64vh', overflowY: 'auto', padding: '0 12px' },
  lista: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  kund: { color: 'var(--colorNeutralForeground2)', fontWeight: 400 },
});

/** Events shown at first, and by each press of Visa fler: an akt of many years has thousands. */
const sida = 50;

export type HandelsedialogProps = {
  rubrik: string;
  /** Said when there is none. */
  tomt: string;
  akt: AktVy | undefined;
  namnAv: ReturnType<typeof namnuppslag>;
  handelser: Query<HandelseVy[]>;
  /** Beside Stäng. */
  knappar?: ReactNode;
  onClose: () => void;
};

/** Events of an akt, newest first: who, when, and each field from what to what. */
export function Handelsedialog({ rubrik, tomt, akt, namnAv, handelser, knappar, onClose }: HandelsedialogProps) {
  const css = useStyles();
  const now = useNow(60_000);
  const [visade, setVisade] = useState(sida);
  const { data, fel, laddar, readAgain } = handelser;
  const person = akt?.person.data;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '980px' }}>
        <DialogBody>
          <DialogTitle>
            {rubrik}
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
            {data?.length === 0 && <EmptyState text={tomt} />}
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
            {knappar}
            <Button size="small" appearance="primary" onClick={onClose}>
              Stäng
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
