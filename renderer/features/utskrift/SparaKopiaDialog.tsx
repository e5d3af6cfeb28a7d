import {
  Button,
  Checkbox,
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
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { DokumentVy } from '../../../shared/ipc/views.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { fluentRef } from '../../components/fluentRef.ts';
import { useFokusNar } from '../../components/useFokusNar.ts';
import { call } from '../../state/core.ts';
import { useInstallning } from '../../state/installningar.ts';
import { useQuery } from '../../state/query.ts';
import { Felmarkerat } from '../../visare/Felmarkerat.tsx';

type Props = { personId: string; dokument: Pick<DokumentVy, 'id' | 'data' | 'felmarkeratUnderlag'>; onClose: () => void };
const isText = (value: unknown): value is string => typeof value === 'string';

/** Takes a copy of a document out of the program (FORB-49): asked twice, for from then on nobody looks after it. */
export function SparaKopiaDialog({ personId, dokument, onClose }: Props) {
  const {
    id,
    data: { rubrik: titel },
  } = dokument;
  const { data: kund } = useQuery('kund.hamta', { personId }, [`akt:${personId}`]);
  const [mapp, setMapp] = useInstallning('kopia:mapp', '', isText);
  const [forstatt, setForstatt] = useState(false);
  const [kontrollerad, setKontrollerad] = useState(false);
  const [tried, setTried] = useState(false);
  const [sparar, setSparar] = useState(false);
  const [fil, setFil] = useState<string | null>(null);
  const stang = useFokusNar<HTMLButtonElement>(fil !== null);
  const [fel, setFel] = useState<string | null>(null);
  if (!kund) return null;
  const { person } = kund;
  const isSkyddad = person.skydd !== 'ingen';
  const saknas = mapp.trim() === '' || !forstatt || (isSkyddad && !kontrollerad);

  async function spara(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (saknas || sparar) return;
    setSparar(true);
    setFel(null);
    const result = await call('dokument.sparaKopia', { kalla: { slag: 'dokument', id }, titel, kontrollerad, mapp: mapp.trim() });
    setSparar(false);
    if (result.ok) setFil(result.value.fil);
    else setFel(result.error.code);
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '520px' }}>
        <form noValidate onSubmit={(event) => void spara(event)}>
          <DialogBody>
            <DialogTitle>{`Spara en kopia av ${titel} utanför akten`}</DialogTitle>
            <DialogContent style={{ display: 'flex', flexDirection: 'column', gap: '8px' }}>
              <span>{`${displayName(person)} ${formatPersonnummer(person.personnummer)}`}</span>
              {fil === null ? (
                <>
                  <Felmarkerat dokument={dokument} />
                  <span>
                    Kopian är inte krypterad, och programmet kan inte ta bort den. Den ligger kvar när du har loggat ut, och den följer inte
                    med om dokumentet felmarkeras. Att du sparade den loggas.
                  </span>
                  {fel !== null && <ErrorBar {...ordForFel(fel)} />}
                  <Field
                    size="small"
                    label="Mapp"
                    required
                    hint="Hela sökvägen till en mapp som finns."
                    {...(tried && mapp.trim() === '' ? { validationMessage: 'Skriv vilken mapp kopian ska läggas i.' } : {})}
                  >
                    <Input value={mapp} maxLength={1000} readOnly={sparar} onChange={(_, { value }) => setMapp(value)} />
                  </Field>
                  {isSkyddad && (
                    <Checkbox
                      label="Kunden har skyddade personuppgifter. Jag har kontrollerat namn och personnummer"
                      checked={kontrollerad}
                      onChange={(_, { checked }) => setKontrollerad(checked === true)}
                    />
                  )}
                  <Field
                    {...(tried && (!forstatt || (isSkyddad && !kontrollerad))
                      ? { validationMessage: 'Kryssa för innan kopian sparas.' }
                      : {})}
                  >
                    <Checkbox
                      label="Jag behöver kopian, och tar bort den när den inte behövs längre"
                      checked={forstatt}
                      onChange={(_, { checked }) => setForstatt(checked === true)}
                    />
                  </Field>
                </>
              ) : (
                <span role="status">
                  Kopian ligger i <strong>{fil}</strong>. Ta bort den när den inte behövs längre.
                </span>
              )}
            </DialogContent>
            <DialogActions>
              {fil === null && (
                <Button size="small" appearance="primary" type="submit" disabledFocusable={sparar}>
                  Spara kopian
                </Button>
              )}
              <Button ref={fluentRef(stang)} size="small" onClick={onClose}>
                {fil === null ? 'Avbryt' : 'Stäng'}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
