import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { BevakareVy } from '../../../shared/ipc/views.ts';
import type { Vilkas } from '../../state/dialog.ts';
import { agarnamn } from './agarval.ts';

const useStyles = makeStyles({
  lista: { display: 'flex', flexDirection: 'column', maxHeight: '50vh', overflowY: 'auto' },
  grupp: { margin: '8px 0 0', fontSize: '12px', fontWeight: 600 },
});

type Props = { vilkas: Vilkas; agare: readonly BevakareVy[]; onVald: (vilkas: Vilkas) => void; onClose: () => void };

/** Inställningar of the list: whose bevakningar it shows (BEV-02). Several at once, where one is away. */
export function VilkasDialog({ vilkas, agare, onVald, onClose }: Props) {
  const css = useStyles();
  const [val, setVal] = useState(vilkas);
  const tomt = !val.egna && val.agare.length === 0;
  const box = (one: BevakareVy) => (
    <Checkbox
      key={one.id}
      label={agarnamn(one)}
      checked={val.agare.includes(one.id)}
      onChange={(_, { checked }) =>
        setVal((now) => ({ ...now, agare: checked ? [...now.agare, one.id] : now.agare.filter((id) => id !== one.id) }))
      }
    />
  );
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '520px' }}>
        <form
          aria-label="Inställningar"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (tomt) return;
            onVald(val);
            onClose();
          }}
        >
          <DialogBody>
            <DialogTitle>Inställningar: vilkas bevakningar</DialogTitle>
            <DialogContent>
              <div className={css.lista}>
                <Checkbox
                  label="Mina: min funktion och jag själv"
                  checked={val.egna}
                  onChange={(_, { checked }) => setVal((now) => ({ ...now, egna: checked === true }))}
                />
                <h3 className={css.grupp}>Funktioner</h3>
                {agare.filter(({ slag }) => slag === 'funktion').map(box)}
                <h3 className={css.grupp}>Personer</h3>
                {agare.filter(({ slag }) => slag === 'person').map(box)}
              </div>
            </DialogContent>
            <DialogActions fluid>
              <Button size="small" onClick={onClose}>
                Avbryt
              </Button>
              <Button
                size="small"
                appearance="primary"
                type="submit"
                disabledFocusable={tomt}
                title={tomt ? 'Välj minst en lista.' : undefined}
              >
                OK
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
