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
import type { LagdBevakningRad } from '../../../shared/ipc/views.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Valkontroll } from '../../components/formular/Valfalt.tsx';
import { visatNamn } from '../../components/PersonNamn.tsx';
import { useQuery } from '../../state/query.ts';
import { agarval } from './agarval.ts';
import { andra } from './atgarder.ts';
import type { Urval } from './useUrval.ts';

const useStyles = makeStyles({
  innehall: { display: 'flex', flexDirection: 'column', gap: '8px' },
  lista: { margin: 0, paddingLeft: '20px', maxHeight: '200px', overflowY: 'auto' },
});

type Props = { urval: Urval; rader: readonly LagdBevakningRad[]; onClose: () => void };

/** Gives bevakningar to another function or person: each is a change of its own, with its receipt in Utkorg. */
export function FlyttaDialog({ urval, rader, onClose }: Props) {
  const css = useStyles();
  const { data: agare, fel } = useQuery('bevakningar.agare', {}, ['katalog', 'session']);
  const [till, setTill] = useState<string>();
  const move = () => {
    if (till === undefined) return;
    onClose();
    void urval.run(rader, andra({ bevakasAvId: till }));
  };
  // A field that is drawn anew with its choices would lose the focus that the dialog has given it.
  if (!agare && !fel) return null;
  const antal = rader.length === 1 ? 'bevakningen' : `${rader.length} bevakningar`;
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '520px' }}>
        <form
          noValidate
          aria-label={`Flytta ${antal}`}
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            move();
          }}
        >
          <DialogBody>
            <DialogTitle>{`Flytta ${antal}`}</DialogTitle>
            <DialogContent className={css.innehall}>
              {fel && <ErrorBar {...ordForFel(fel.code)} />}
              <ul className={css.lista}>
                {rader.map((rad) => (
                  <li key={rad.id}>{`${rad.datum} ${rad.typ}, ${visatNamn(rad.person)}`}</li>
                ))}
              </ul>
              <Valkontroll namn="Flytta till" tomText="Välj vem" val={agarval(agare ?? [])} varde={till} onVarde={setTill} />
            </DialogContent>
            <DialogActions fluid>
              <Button size="small" onClick={onClose}>
                Avbryt
              </Button>
              <Button size="small" appearance="primary" type="submit" disabledFocusable={till === undefined}>
                Flytta
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
