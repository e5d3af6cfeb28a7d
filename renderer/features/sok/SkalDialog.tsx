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
import { type FormEvent, useState } from 'react';
import { declineOpen, openKund, useOppna } from '../../state/openKund.ts';

/** As the call's own schema (`kund.oppna`). */
const shortest = 3;
const longest = 200;

/** Opening a kund with skyddad folkbokföring asks why; the answer stands in the access log (FRAGA-62). */
export function SkalDialog() {
  const waiting = useOppna((state) => state.vantarPaSkal);
  return waiting ? <Skalfraga key={waiting.personId} {...waiting} /> : null;
}

function Skalfraga({ personId, nodId, sedan }: NonNullable<ReturnType<typeof useOppna.getState>['vantarPaSkal']>) {
  const [skal, setSkal] = useState('');
  const [tried, setTried] = useState(false);
  const isTooShort = skal.trim().length < shortest;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isTooShort) void openKund(personId, { skal: skal.trim(), nodId }).then((oppen) => oppen && sedan?.());
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && declineOpen()}>
      <DialogSurface style={{ maxWidth: '520px' }}>
        <form noValidate onSubmit={onSubmit}>
          <DialogBody>
            <DialogTitle>Kunden har skyddad folkbokföring</DialogTitle>
            <DialogContent>
              <Field
                size="small"
                label="Skäl för att öppna akten"
                required
                hint="Skälet loggas tillsammans med ditt namn och tiden."
                {...(tried && isTooShort ? { validationMessage: `Skriv ett skäl på minst ${shortest} tecken.` } : {})}
              >
                <Input value={skal} maxLength={longest} onChange={(_, { value }) => setSkal(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button size="small" onClick={declineOpen}>
                Avbryt
              </Button>
              <Button size="small" appearance="primary" type="submit">
                Öppna akten
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
