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
import { ArrowUpload16Regular, ErrorCircle16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { FordelbarRad } from '../../../shared/ipc/enhet.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { Valkontroll } from '../../components/formular/Valfalt.tsx';
import { openTab } from '../../state/tabs.ts';
import { fordela, type Mottagare } from './fordela.ts';
import { iEnRad } from './kolumner.tsx';

const useStyles = makeStyles({
  innehall: { display: 'flex', flexDirection: 'column', gap: '8px' },
  lista: { margin: 0, padding: 0, listStyle: 'none', maxHeight: '40vh', overflowY: 'auto' },
  rad: { display: 'flex', gap: '6px', alignItems: 'flex-start', padding: '2px 0' },
  ikon: { flexShrink: 0, paddingTop: '2px' },
  nekad: { color: 'var(--akRed)' },
});

type Kvitto = { rad: FordelbarRad; ord: Ord | undefined };
type Props = {
  fran: string;
  rader: readonly FordelbarRad[];
  mottagare: readonly Mottagare[];
  /** @param alla all of it was given */
  onClose: (alla: boolean) => void;
};

/**
 * Gives what one handläggare has to another: one command for each, and each has its receipt here and in Utkorg (ROLL-10). What went is saved on this
 * computer and waits for the server: that it has it, and has not refused it, Utkorg says.
 */
export function LamnaOverDialog({ fran, rader, mottagare, onClose }: Props) {
  const css = useStyles();
  const [till, setTill] = useState<string>();
  const [kvitton, setKvitton] = useState<Kvitto[]>();
  const vald = mottagare.find(({ anvandareId }) => anvandareId === till);
  const isKlar = kvitton?.length === rader.length;
  const nekade = kvitton?.filter(({ ord }) => ord) ?? [];
  // What did not go is what there is something left to do about.
  const visade: { rad: FordelbarRad; kvitto?: Kvitto | undefined }[] = isKlar
    ? [...nekade, ...kvitton.filter(({ ord }) => !ord)].map((kvitto) => ({ rad: kvitto.rad, kvitto }))
    : rader.map((rad, n) => ({ rad, kvitto: kvitton?.[n] }));
  const begin = async () => {
    if (!vald || kvitton) return;
    const gjorda: Kvitto[] = [];
    setKvitton([]);
    for (const rad of rader) {
      gjorda.push({ rad, ord: await fordela(rad, vald) });
      setKvitton([...gjorda]);
    }
  };
  // What is under way is not left: each row is told of.
  const close = () => (kvitton && !isKlar ? undefined : onClose(isKlar && nekade.length === 0));
  const antal = rader.length === 1 ? 'en post' : `${rader.length} poster`;
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && close()}>
      <DialogSurface style={{ maxWidth: '640px' }}>
        <form
          noValidate
          aria-label="Lämna över"
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            void begin();
          }}
        >
          <DialogBody>
            <DialogTitle>{`Lämna över ${antal} från ${fran}`}</DialogTitle>
            <DialogContent className={css.innehall}>
              {!kvitton && (
                <Valkontroll
                  namn="Lämna över till"
                  tomText="Välj handläggare"
                  val={mottagare.map(({ anvandareId, namn }) => ({ varde: anvandareId, namn }))}
                  varde={till}
                  onVarde={setTill}
                />
              )}
              {kvitton && (
                <div role="status">
                  {isKlar ? slutord(rader.length, nekade.length, vald?.namn ?? '') : `${kvitton.length} av ${rader.length} …`}
                </div>
              )}
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is scrolled by the keyboard too */}
              <ul className={css.lista} aria-label={kvitton ? 'Kvitton' : 'Det som lämnas över'} tabIndex={0}>
                {visade.map(({ rad, kvitto }) => (
                  <li key={rad.id} className={css.rad}>
                    <Kvittoikon kvitto={kvitto} />
                    <span>
                      {iEnRad(rad)}
                      {kvitto?.ord && <span className={css.nekad}>{` ${kvitto.ord.vad} ${kvitto.ord.gor}`}</span>}
                    </span>
                  </li>
                ))}
              </ul>
            </DialogContent>
            <DialogActions fluid>
              {isKlar ? (
                <>
                  <Button
                    size="small"
                    onClick={() => {
                      close();
                      openTab({ slag: 'utkorg' });
                    }}
                  >
                    Visa i Utkorg
                  </Button>
                  <Button size="small" appearance="primary" onClick={close}>
                    Stäng
                  </Button>
                </>
              ) : (
                <>
                  <Button size="small" onClick={close} disabledFocusable={kvitton !== undefined}>
                    Avbryt
                  </Button>
                  <Button size="small" appearance="primary" type="submit" disabledFocusable={!vald || kvitton !== undefined}>
                    Lämna över
                  </Button>
                </>
              )}
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

function Kvittoikon({ kvitto }: { kvitto: Kvitto | undefined }) {
  const css = useStyles();
  if (!kvitto) return null;
  return (
    <span className={css.ikon}>
      {kvitto.ord ? <ErrorCircle16Regular className={css.nekad} aria-label="Gick inte" /> : <ArrowUpload16Regular aria-label="Köad" />}
    </span>
  );
}

function slutord(alla: number, nekade: number, namn: string): string {
  const gick = alla - nekade;
  const kvar = nekade === 0 ? '' : ' Det som inte gick ligger kvar där det var.';
  if (gick === 0) return `Inget kunde lämnas till ${namn}.${kvar}`;
  const koade = nekade > 0 ? `${gick} av ${alla} är köade` : alla === 1 ? 'Köad' : `Alla ${alla} är köade`;
  return `${koade} till ${namn}: sparat på den här datorn, skickas till servern.${kvar}`;
}
