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
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { Exportsvar, Sokrad } from '../../../shared/ipc/sokverktyg.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { sokslagOrd } from '../../../shared/words/sokverktyg.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { call, newId } from '../../state/core.ts';
import { useInstallning } from '../../state/installningar.ts';
import type { Korning } from '../../state/sokverktyg.ts';

type Props = { korning: Korning; rader: readonly Sokrad[]; onClose: () => void };
const isText = (value: unknown): value is string => typeof value === 'string';
type Format = 'xlsx' | 'csv';
const isFormat = (value: unknown): value is Format => value === 'xlsx' || value === 'csv';
const shortestSkal = 3;
const kunder = (antal: number): string => `${antal} ${antal === 1 ? 'kund' : 'kunder'}`;

/** Takes the result out of the program as a file that Excel opens (SVERK-06, FORB-49): asked twice, for from then on nobody looks after it. */
export function ExporteraDialog({ korning: { sokning, sokningId, parametrar }, rader, onClose }: Props) {
  const [mapp, setMapp] = useInstallning('kopia:mapp', '', isText);
  const [format, setFormat] = useInstallning<Format>('kopia:format', 'xlsx', isFormat);
  const [forstatt, setForstatt] = useState(false);
  const [medSkyddade, setMedSkyddade] = useState(false);
  const [skal, setSkal] = useState('');
  const [tried, setTried] = useState(false);
  const [sparar, setSparar] = useState(false);
  const [svar, setSvar] = useState<Exportsvar | null>(null);
  const [fel, setFel] = useState<string | null>(null);
  const skyddade = new Set(rader.flatMap(({ person }) => (person.skydd === 'ingen' ? [] : [person.personId]))).size;
  const alla = new Set(rader.map(({ person }) => person.personId)).size;
  const med = medSkyddade ? alla : alla - skyddade;
  const saknarSkal = medSkyddade && skal.trim().length < shortestSkal;

  async function spara(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (mapp.trim() === '' || !forstatt || saknarSkal || med === 0 || sparar) return;
    setSparar(true);
    setFel(null);
    const result = await call('sokverktyg.exportera', {
      ...{ jobb: newId(), sokningId, parametrar, ids: rader.map(({ id }) => id), mapp: mapp.trim(), format },
      ...(medSkyddade ? { skyddade: { skal: skal.trim() } } : {}),
    });
    setSparar(false);
    if (result.ok) setSvar(result.value);
    else setFel(result.error.code);
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && !sparar && onClose()}>
      <DialogSurface style={{ maxWidth: '520px' }}>
        <form noValidate onSubmit={(event) => void spara(event)}>
          <DialogBody>
            <DialogTitle>Spara resultatet som fil</DialogTitle>
            <DialogContent style={{ display: 'flex', flexDirection: 'column', gap: '8px' }}>
              {svar ? (
                <Klart svar={svar} slag={sokning.slag} />
              ) : (
                <>
                  <span>{`${sokning.namn}: ${kunder(med)}, i den ordning som visas.`}</span>
                  <span>
                    Filen öppnas i Excel. Den är inte krypterad, och programmet kan inte ta bort den. Den rättas inte när något ändras i
                    akterna. Att du sparade den loggas för varje kund i den.
                  </span>
                  {fel !== null && <ErrorBar {...ordForFel(fel)} />}
                  <Field
                    size="small"
                    label="Mapp"
                    required
                    hint="Hela sökvägen till en mapp som finns."
                    {...(tried && mapp.trim() === '' ? { validationMessage: 'Skriv vilken mapp filen ska läggas i.' } : {})}
                  >
                    <Input value={mapp} maxLength={1000} disabled={sparar} onChange={(_, { value }) => setMapp(value)} />
                  </Field>
                  <Field size="small" label="Format">
                    <RadioGroup
                      layout="horizontal"
                      value={format}
                      disabled={sparar}
                      onChange={(_, { value }) => isFormat(value) && setFormat(value)}
                    >
                      <Radio value="xlsx" label="Excel" />
                      <Radio value="csv" label="CSV (text)" />
                    </RadioGroup>
                  </Field>
                  {skyddade > 0 && (
                    <Checkbox
                      label={`Ta med ${kunder(skyddade)} med skyddade personuppgifter`}
                      checked={medSkyddade}
                      disabled={sparar}
                      onChange={(_, { checked }) => setMedSkyddade(checked === true)}
                    />
                  )}
                  {medSkyddade && (
                    <Field
                      size="small"
                      label="Skäl att ta med dem"
                      required
                      hint="Skälet loggas tillsammans med ditt namn och tiden."
                      {...(tried && saknarSkal ? { validationMessage: `Skriv ett skäl på minst ${shortestSkal} tecken.` } : {})}
                    >
                      <Input value={skal} maxLength={200} disabled={sparar} onChange={(_, { value }) => setSkal(value)} />
                    </Field>
                  )}
                  {med === 0 && (
                    <ErrorBar
                      slag="info"
                      vad="Alla i resultatet har skyddade personuppgifter."
                      gor="De följer inte med i en fil om du inte tar med dem, med skäl."
                    />
                  )}
                  <Field {...(tried && !forstatt ? { validationMessage: 'Kryssa för innan filen sparas.' } : {})}>
                    <Checkbox
                      label="Jag behöver filen, och tar bort den när den inte behövs längre"
                      checked={forstatt}
                      disabled={sparar}
                      onChange={(_, { checked }) => setForstatt(checked === true)}
                    />
                  </Field>
                </>
              )}
            </DialogContent>
            <DialogActions>
              {!svar && (
                <Button size="small" appearance="primary" type="submit" disabledFocusable={sparar}>
                  Spara filen
                </Button>
              )}
              <Button size="small" disabledFocusable={sparar} onClick={onClose}>
                {svar ? 'Stäng' : 'Avbryt'}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

function Klart({ svar: { fil, rader, kunder: antal, skyddade }, slag }: { svar: Exportsvar; slag: Korning['sokning']['slag'] }) {
  const [en, flera] = sokslagOrd[slag];
  const vad = slag === 'kund' ? '' : `${rader} ${rader === 1 ? en : flera} för `;
  return (
    <>
      <span role="status">
        {`Filen med ${vad}${kunder(antal)} ligger i `}
        <strong>{fil}</strong>. Ta bort den när den inte behövs längre.
      </span>
      {skyddade > 0 && (
        <ErrorBar
          slag="info"
          vad={`${kunder(skyddade)} med skyddade personuppgifter är inte med.`}
          gor="Spara en fil till och kryssa för att ta med dem, om de behövs."
        />
      )}
    </>
  );
}
