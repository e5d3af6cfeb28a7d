import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { useState } from 'react';
import { closeKoppla } from '../../state/koppla.ts';

/** FRAGA-62: nothing is shown of somebody with skyddad folkbokföring before the user has said why. */
export function Skalfraga({ onSkal }: { onSkal: (skal: string) => void }) {
  const [text, setText] = useState('');
  const kort = text.trim().length < 3;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && closeKoppla()}>
      <DialogSurface style={{ maxWidth: '520px' }}>
        <form
          aria-label="Skyddad folkbokföring"
          onSubmit={(event) => {
            event.preventDefault();
            if (!kort) onSkal(text.trim());
          }}
        >
          <DialogBody>
            <DialogTitle>Skyddad folkbokföring</DialogTitle>
            <DialogContent>
              <Field label="Varför läser du ansökan?" required hint="Skälet sparas i loggen.">
                <Input size="small" value={text} maxLength={200} onChange={(_, { value }) => setText(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button size="small" onClick={closeKoppla}>
                Avbryt
              </Button>
              <Button size="small" appearance="primary" type="submit" disabledFocusable={kort}>
                Läs ansökan
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
