import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';

export type ConfirmDialogProps = {
  oppen: boolean;
  rubrik: string;
  /** Repeats person, object and date. */
  children: ReactNode;
  /** Names the effect: "Felmarkera anteckningen". */
  bekrafta: string;
  /** Why it cannot be confirmed yet. */
  hinder?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
};

/** For what cannot be undone: Esc and Avbryt leave everything as it was. */
export function ConfirmDialog({ oppen, rubrik, children, bekrafta, hinder = false, onConfirm, onCancel }: ConfirmDialogProps) {
  return (
    <Dialog modalType="alert" open={oppen} onOpenChange={(_, { open }) => !open && onCancel()}>
      <DialogSurface style={{ maxWidth: '520px' }}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!hinder) onConfirm();
          }}
        >
          <DialogBody>
            <DialogTitle>{rubrik}</DialogTitle>
            <DialogContent>{children}</DialogContent>
            <DialogActions fluid>
              <Button size="small" onClick={onCancel}>
                Avbryt
              </Button>
              <Button size="small" appearance="primary" type="submit" disabledFocusable={hinder}>
                {bekrafta}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
