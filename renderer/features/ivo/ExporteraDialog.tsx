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
import type { Kvartal } from '../../../shared/domain/klocka/ivo.ts';
import { kvartalstext } from '../../../shared/domain/klocka/ivo.ts';
import type { Ivoexport, IvoradVy } from '../../../shared/ipc/ivo.ts';
import { dokumentfelText } from '../../../shared/words/dokumentfel.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { kvartalsord } from '../../../shared/words/frist.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { call } from '../../state/core.ts';
import { useInstallning } from '../../state/installningar.ts';

type Props = { kvartal: Kvartal; vilka: 'mina' | 'alla'; vad: 'rapport' | 'siffror'; rader: readonly IvoradVy[]; onClose: () => void };
const isText = (value: unknown): value is string => typeof value === 'string';
type Format = 'xlsx' | 'csv' | 'pdf';
const isFormat = (value: unknown): value is Format => value === 'xlsx' || value === 'csv' || value === 'pdf';
const shortestSkal = 3;
const kunder = (antal: number): string => `${antal} ${antal === 1 ? 'kund' : 'kunder'}`;

/** Takes the report, or its figures, out of the program as a file (FORB-49): asked twice, for from then on nobody looks after it. */
export function ExporteraDialog({ kvartal, vilka, vad, rader, onClose }: Props) {
  const [mapp, setMapp] = useInstallning('kopia:mapp', '', isText);
  const [format, setFormat] = useState<Format>('pdf');
  const [forstatt, setForstatt] = useState(false);
  const [medSkyddade, setMedSkyddade] = useState(false);
  const [skal, setSkal] = useState('');
  const [tried, setTried] = useState(false);
  const [sparar, setSparar] = useState(false);
  const [svar, setSvar] = useState<Ivoexport | null>(null);
  const [fel, setFel] = useState<string | null>(null);
  const skyddade = vad === 'siffror' ? 0 : new Set(rader.flatMap(({ person }) => (person.skydd === 'ingen' ? [] : [person.personId]))).size;
  const saknarSkal = medSkyddade && skal.trim().length < shortestSkal;
  const klart = svar?.ok ? svar : undefined;

  async function spara(event: FormEvent): Promise<void> {
    event.preventDefault();
    event.stopPropagation();
    setTried(true);
    if (mapp.trim() === '' || !forstatt || saknarSkal || sparar) return;
    setSparar(true);
    setFel(null);
    setSvar(null);
    const result = await call('ivo.exportera', {
      ...{ kvartal, vilka, vad, format, mapp: mapp.trim() },
      ...(medSkyddade ? { skyddade: { skal: skal.trim() } } : {}),
    });
    setSparar(false);
    if (result.ok) setSvar(result.value);
    else setFel(result.error.code);
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && !sparar && onClose()}>
      <DialogSurface style={{ maxWidth: '520px' }}>
        <form noValidate aria-label="Spara som fil" onSubmit={(event) => void spara(event)}>
          <DialogBody>
            <DialogTitle>{vad === 'siffror' ? 'Spara siffrorna som fil' : 'Spara rapporten som fil'}</DialogTitle>
            <DialogContent style={{ display: 'flex', flexDirection: 'column', gap: '8px' }}>
              {klart ? (
                <>
                  <span role="status">
                    {vad === 'siffror' ? 'Filen ligger i ' : `Filen med ${klart.rader} ${klart.rader === 1 ? 'rad' : 'rader'} ligger i `}
                    <strong>{klart.fil}</strong>. Ta bort den när den inte behövs längre.
                  </span>
                  {klart.skyddade > 0 && (
                    <ErrorBar
                      slag="info"
                      vad={`${kunder(klart.skyddade)} med skyddade personuppgifter är inte med.`}
                      gor="Rapportera dem i IVO:s e-tjänst, och skriv i informationsrutan att personen är skyddad."
                    />
                  )}
                </>
              ) : (
                <>
                  <span>
                    {vad === 'siffror'
                      ? `Hela enheten, ${kvartalsord(kvartalstext(kvartal))}. Ingen kund står med namn i filen.`
                      : `${rader.length} ${rader.length === 1 ? 'rad' : 'rader'}, ${kvartalsord(kvartalstext(kvartal))}, för IVO och revisorerna. Filen är inte krypterad, och programmet kan inte ta bort den. Att du sparade den loggas för varje kund i den.`}
                  </span>
                  {fel !== null && <ErrorBar {...ordForFel(fel)} />}
                  {svar?.ok === false &&
                    svar.saknas.map((ett) => (
                      <ErrorBar key={`${ett.kod} ${ett.ref}`} vad={dokumentfelText(ett)} gor="Excel och CSV går ändå." />
                    ))}
                  <Field size="small" label="Format">
                    <RadioGroup layout="horizontal" value={format} onChange={(_, { value }) => isFormat(value) && setFormat(value)}>
                      <Radio value="pdf" label="PDF" disabled={sparar} />
                      <Radio value="xlsx" label="Excel" disabled={sparar} />
                      <Radio value="csv" label="CSV (text)" disabled={sparar} />
                    </RadioGroup>
                  </Field>
                  <Field
                    size="small"
                    label="Mapp"
                    required
                    hint="Hela sökvägen till en mapp som finns."
                    {...(tried && mapp.trim() === '' ? { validationMessage: 'Skriv vilken mapp filen ska läggas i.' } : {})}
                  >
                    <Input value={mapp} maxLength={1000} disabled={sparar} onChange={(_, { value }) => setMapp(value)} />
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
              {!klart && (
                <Button size="small" appearance="primary" type="submit" disabledFocusable={sparar}>
                  Spara filen
                </Button>
              )}
              <Button size="small" disabledFocusable={sparar} onClick={onClose}>
                {klart ? 'Stäng' : 'Avbryt'}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
