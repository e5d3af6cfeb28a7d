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
  makeStyles,
  ProgressBar,
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import { type FormEvent, useEffect, useState } from 'react';
import { kortastKrislosenord, losenordshinder } from '../../../shared/domain/dokument/krislosenord.ts';
import type { KrismappSvar } from '../../../shared/ipc/views.ts';
import { felOrd, ordForFel } from '../../../shared/words/fel.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { SkyddadeFalt, saknarSkal, skyddadeInput, utanSkyddade } from '../../components/export/SkyddadeFalt.tsx';
import { fluentRef } from '../../components/fluentRef.ts';
import { useFokusNar } from '../../components/useFokusNar.ts';
import { call, onCoreEvent } from '../../state/core.ts';
import { closeDialog } from '../../state/dialog.ts';
import { useInstallning } from '../../state/installningar.ts';

const useStyles = makeStyles({
  yta: { maxWidth: '624px' },
  innehall: { display: 'flex', flexDirection: 'column', gap: '10px' },
});
const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * Krismapp: what has to be at hand when computers do not help, locked by a password of the user's. The password is kept nowhere; the folder
 * is remembered.
 */
export function KrismappDialog() {
  const css = useStyles();
  const [mapp, setMapp] = useInstallning('krismapp:mapp', '', isText);
  const [urval, setUrval] = useState<'mina' | 'alla'>('mina');
  const [losenord, setLosenord] = useState('');
  const [igen, setIgen] = useState('');
  const [skydd, setSkydd] = useState(utanSkyddade);
  const [tried, setTried] = useState(false);
  const [framsteg, setFramsteg] = useState<{ klart: number; av: number } | null>(null);
  const [svar, setSvar] = useState<KrismappSvar | null>(null);
  const stang = useFokusNar<HTMLButtonElement>(svar !== null);
  const [fel, setFel] = useState<string | null>(null);
  useEffect(
    () => onCoreEvent((event) => event.event === 'kris' && setFramsteg((nu) => (nu ? { klart: event.klart, av: event.av } : nu))),
    [],
  );

  const hinder = losenordshinder(losenord);
  const felen = {
    mapp: mapp.trim() === '' ? 'Skriv vilken mapp krismappen ska läggas i.' : undefined,
    losenord: hinder && `${felOrd[hinder].vad} ${felOrd[hinder].gor}`,
    igen: igen === losenord ? undefined : 'Lösenorden är inte lika.',
  };
  const visat = (text: string | undefined) => (tried && text !== undefined ? { validationMessage: text } : {});
  const skapas = framsteg !== null;

  async function skapa(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (skapas || saknarSkal(skydd) || Object.values(felen).some(Boolean)) return;
    setFel(null);
    setFramsteg({ klart: 0, av: 0 });
    const result = await call('kris.skapa', {
      ...{ mapp: mapp.trim(), losenord, urval },
      ...skyddadeInput(skydd),
    });
    setFramsteg(null);
    if (result.ok) setSvar(result.value);
    else setFel(result.error.code);
  }

  return (
    <Dialog open modalType={skapas ? 'alert' : 'modal'} onOpenChange={(_, { open }) => !open && !skapas && closeDialog()}>
      <DialogSurface className={css.yta}>
        <form noValidate onSubmit={(event) => void skapa(event)}>
          <DialogBody>
            <DialogTitle>Krismapp</DialogTitle>
            <DialogContent className={css.innehall}>
              {svar ? (
                <Klar svar={svar} />
              ) : (
                <>
                  <span>
                    En lista över kunderna och en fil för var och en: kontaktuppgifter, vad som är att bevaka, vad som pågår och hos vem,
                    och det som skrevs senast. Filerna är PDF som öppnas med lösenordet på vilken dator som helst. Allt tas från den här
                    datorn; inget nät behövs.
                  </span>
                  {fel && <ErrorBar {...ordForFel(fel)} />}
                  <Field size="small" label="Kunder" required>
                    <RadioGroup value={urval} onChange={(_, { value }) => !skapas && setUrval(value === 'alla' ? 'alla' : 'mina')}>
                      <Radio value="mina" label="De jag arbetar med: mina utredningar och beslut, min kundlista och de senaste" />
                      <Radio value="alla" label="Alla som jag får läsa och som något pågår för" />
                    </RadioGroup>
                  </Field>
                  <Field
                    size="small"
                    label="Läggs i mappen"
                    required
                    hint="Hela sökvägen, till exempel E:\ för ett USB-minne."
                    {...visat(felen.mapp)}
                  >
                    <Input value={mapp} maxLength={1000} readOnly={skapas} onChange={(_, { value }) => setMapp(value)} />
                  </Field>
                  <Field
                    size="small"
                    label="Lösenord"
                    required
                    hint={`Minst ${kortastKrislosenord} tecken. Det sparas ingenstans: utan det kan ingen öppna filerna.`}
                    {...visat(felen.losenord)}
                  >
                    <Input
                      type="password"
                      autoComplete="new-password"
                      value={losenord}
                      maxLength={200}
                      readOnly={skapas}
                      onChange={(_, { value }) => setLosenord(value)}
                    />
                  </Field>
                  <Field size="small" label="Lösenordet igen" required {...visat(felen.igen)}>
                    <Input
                      type="password"
                      autoComplete="new-password"
                      value={igen}
                      maxLength={200}
                      readOnly={skapas}
                      onChange={(_, { value }) => setIgen(value)}
                    />
                  </Field>
                  <SkyddadeFalt
                    etikett="Ta med kunder med skyddade personuppgifter, utan adress"
                    {...{ varde: skydd, onVarde: setSkydd, tried, last: skapas }}
                  />
                  {framsteg && (
                    <Field
                      size="small"
                      validationMessage={framsteg.av > 0 ? `${framsteg.klart} av ${framsteg.av} kunder` : 'Söker kunderna …'}
                      validationState="none"
                    >
                      {/* Never one without a value: Fluent cannot skip a motion that has no end, and throws. */}
                      <ProgressBar value={framsteg.klart} max={Math.max(framsteg.av, 1)} />
                    </Field>
                  )}
                </>
              )}
            </DialogContent>
            <DialogActions>
              {!svar && (
                <Button size="small" appearance="primary" type="submit" disabledFocusable={skapas}>
                  Skapa krismapp
                </Button>
              )}
              <Button ref={fluentRef(stang)} size="small" disabledFocusable={skapas} onClick={closeDialog}>
                {svar ? 'Stäng' : 'Avbryt'}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

const antal = (n: number): string => (n === 1 ? '1 kund' : `${n} kunder`);

function Klar({ svar: { mapp, kunder, misslyckade, skyddade } }: { svar: KrismappSvar }) {
  return (
    <>
      <span role="status">
        Krismappen är klar med {antal(kunder)}: <strong>{mapp}</strong>. Börja med filen 00 Krislista.pdf. Ta bort mappen när den inte
        behövs längre: den följer inte med när något ändras i akterna.
      </span>
      {misslyckade > 0 && (
        <ErrorBar
          slag="warning"
          vad={`Filen gick inte att göra för ${antal(misslyckade)}.`}
          gor="De står i krislistan utan fil. Öppna dem i programmet i stället, och kontakta systemförvaltaren."
        />
      )}
      {skyddade > 0 && (
        <ErrorBar
          slag="info"
          vad={`${antal(skyddade)} med skyddade personuppgifter är inte med.`}
          gor="Gör en krismapp till och kryssa för att ta med dem, om de behövs."
        />
      )}
    </>
  );
}
