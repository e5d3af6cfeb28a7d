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
import { type FormEvent, type ReactNode, useState } from 'react';
import { ordForFel } from '../../../shared/words/fel.ts';
import { ErrorBar } from '../ErrorBar.tsx';
import { fluentRef } from '../fluentRef.ts';
import { useFokusNar } from '../useFokusNar.ts';
import { SkyddadeFalt, type Skyddadeval, saknarSkal, skyddadeInput, utanSkyddade } from './SkyddadeFalt.tsx';

const kunder = (antal: number): string => `${antal} ${antal === 1 ? 'kund' : 'kunder'}`;
const formatOrd = { pdf: 'PDF', xlsx: 'Excel', csv: 'CSV (text)' } as const;

/** What a call is given: the folder, and why those who are protected go along. */
export type Exportval = { mapp: string; skyddade?: { skal: string } };
type Props<F extends keyof typeof formatOrd, S> = {
  titel: string;
  /** The folder, as typed; whoever draws the dialog remembers it. */
  mapp: string;
  onMapp: (mapp: string) => void;
  /** Kunder of it with protection: asked for only where there are any. */
  skyddade: number;
  /** What is said of the file before it is saved. */
  om: (val: { medSkyddade: boolean }) => ReactNode;
  /** The choice of formats; without it the file has one. */
  format?: { val: readonly F[]; varde: F; onVarde: (format: F) => void };
  /** It cannot be saved as chosen: why, on the screen; the button does nothing then. */
  hinder?: (val: { medSkyddade: boolean }) => ReactNode;
  spara: (val: Exportval) => Promise<{ ok: true; value: S } | { ok: false; error: { code: string } }>;
  /** What is said of an answer; `slut` = the file is there, and the form is over. */
  visaSvar: (svar: S) => { slut: boolean; text: ReactNode };
  onClose: () => void;
};

/** Takes something out of the program as a file (FORB-49): asked twice, for from then on nobody looks after it. */
export function Exportdialog<F extends keyof typeof formatOrd, S>({
  titel,
  mapp,
  onMapp,
  skyddade,
  om,
  format,
  hinder,
  spara,
  visaSvar,
  onClose,
}: Props<F, S>) {
  const [forstatt, setForstatt] = useState(false);
  const [skydd, setSkydd] = useState<Skyddadeval>(utanSkyddade);
  const [tried, setTried] = useState(false);
  const [sparar, setSparar] = useState(false);
  const [svar, setSvar] = useState<{ slut: boolean; text: ReactNode } | null>(null);
  const [fel, setFel] = useState<string | null>(null);
  const stoppat = hinder?.({ medSkyddade: skydd.med });
  const klart = svar?.slut === true;
  const stang = useFokusNar<HTMLButtonElement>(klart);

  async function onSubmit(event: FormEvent): Promise<void> {
    event.preventDefault();
    // A dialog over a form is no part of it.
    event.stopPropagation();
    setTried(true);
    if (mapp.trim() === '' || !forstatt || saknarSkal(skydd) || stoppat || sparar) return;
    setSparar(true);
    setFel(null);
    setSvar(null);
    const result = await spara({ mapp: mapp.trim(), ...skyddadeInput(skydd) });
    setSparar(false);
    if (result.ok) setSvar(visaSvar(result.value));
    else setFel(result.error.code);
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && !sparar && onClose()}>
      <DialogSurface style={{ maxWidth: '520px' }}>
        <form noValidate aria-label="Spara som fil" onSubmit={(event) => void onSubmit(event)}>
          <DialogBody>
            <DialogTitle>{titel}</DialogTitle>
            <DialogContent style={{ display: 'flex', flexDirection: 'column', gap: '8px' }}>
              {klart ? (
                svar.text
              ) : (
                <>
                  {om({ medSkyddade: skydd.med })}
                  {fel !== null && <ErrorBar {...ordForFel(fel)} />}
                  {svar?.text}
                  {format && (
                    <Field size="small" label="Format">
                      <RadioGroup
                        layout="horizontal"
                        value={format.varde}
                        onChange={(_, { value }) => {
                          const valt = format.val.find((one) => one === value);
                          if (valt && !sparar) format.onVarde(valt);
                        }}
                      >
                        {format.val.map((one) => (
                          <Radio key={one} value={one} label={formatOrd[one]} />
                        ))}
                      </RadioGroup>
                    </Field>
                  )}
                  <Field
                    size="small"
                    label="Mapp"
                    required
                    hint="Hela sökvägen till en mapp som finns."
                    {...(tried && mapp.trim() === '' ? { validationMessage: 'Skriv vilken mapp filen ska läggas i.' } : {})}
                  >
                    <Input value={mapp} maxLength={1000} readOnly={sparar} onChange={(_, { value }) => onMapp(value)} />
                  </Field>
                  {skyddade > 0 && (
                    <SkyddadeFalt
                      etikett={`Ta med ${kunder(skyddade)} med skyddade personuppgifter`}
                      {...{ varde: skydd, onVarde: setSkydd, tried, last: sparar }}
                    />
                  )}
                  {stoppat}
                  <Field {...(tried && !forstatt ? { validationMessage: 'Kryssa för innan filen sparas.' } : {})}>
                    <Checkbox
                      label="Jag behöver filen, och tar bort den när den inte behövs längre"
                      checked={forstatt}
                      onChange={(_, { checked }) => !sparar && setForstatt(checked === true)}
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
              <Button ref={fluentRef(stang)} size="small" disabledFocusable={sparar} onClick={onClose}>
                {klart ? 'Stäng' : 'Avbryt'}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
