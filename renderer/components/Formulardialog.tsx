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
import { Desktop16Regular } from '@fluentui/react-icons';
import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import { Chip } from './Chip.tsx';
import { fluentRef } from './fluentRef.ts';
import { Falt } from './formular/Falt.tsx';
import { FormularKontext, type Formularlage } from './formular/kontext.ts';
import { UtkastLasesDialog } from './formular/UtkastLases.tsx';

const useStyles = makeStyles({
  falt: { display: 'flex', flexDirection: 'column', gap: '8px', ['--akEtikett' as string]: '132px' },
  kund: { color: 'var(--colorNeutralForeground2)' },
  fot: { alignItems: 'center', flexWrap: 'wrap', justifyContent: 'flex-end', '& > *': { flexShrink: 0, maxWidth: '100%' } },
});

type Ord = { vad: string; gor: string };
export type Formulardialogprops = {
  rubrik: string;
  /** Whom it concerns: name and number. */
  kund: string;
  lage: Formularlage & {
    yta: Ref<HTMLFormElement> /** The user may only read it. */;
    lases: boolean /** The draft is being read: what was typed now it would cover. */;
    laddar: boolean;
    diskfel: Ord | undefined;
  };
  /** Names the effect: `Avsluta verkställigheten`. Never disabled for faults. */
  primar: string;
  onSave: () => void;
  /** Esc and Avbryt: what is filled in stays as a draft. */
  onClose: () => void;
  sparar?: boolean;
  arUtkast?: boolean;
  /** What cannot be undone is asked so that only the buttons answer. */
  allvar?: boolean;
  bredd?: 520 | 624 | 980;
  /** A letter: Enter in one of its fields sends nothing. */
  brev?: boolean;
  /** The field that has the focus at first, where it is not the first one. */
  forst?: string | undefined;
  children: ReactNode;
};

/** A short form in a dialog: Enter (but in a letter) and Ctrl+S save, Esc leaves it with its draft. */
export function Formulardialog(props: Formulardialogprops) {
  const { rubrik, kund, lage, primar, onSave, onClose, sparar = false, arUtkast = false, allvar = false, bredd = 520, children } = props;
  const { brev = false, forst } = props;
  const css = useStyles();
  const innehall = useRef<HTMLDivElement>(null);
  // The first field of the form, not the first button, takes the focus.
  useEffect(() => {
    if (lage.laddar) return;
    const i = (forst !== undefined && innehall.current?.querySelector<HTMLElement>(`[data-falt="${forst}"]`)) || innehall.current;
    i?.querySelector<HTMLElement>('input:not([aria-hidden]), [role="combobox"], textarea, button')?.focus();
  }, [lage.laddar, forst]);
  if (lage.laddar) return <UtkastLasesDialog diskfel={lage.diskfel} onClose={onClose} />;
  return (
    <Dialog open modalType={allvar ? 'alert' : 'modal'} onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: `${bredd}px` }}>
        <FormularKontext value={lage}>
          <form
            ref={lage.yta}
            noValidate
            aria-label={rubrik}
            onSubmit={(event) => {
              event.preventDefault();
              event.stopPropagation();
              onSave();
            }}
            onKeyDown={(event) => {
              if (brev && event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
              if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 's') return;
              event.preventDefault();
              event.stopPropagation();
              onSave();
            }}
          >
            <DialogBody>
              <DialogTitle>{rubrik}</DialogTitle>
              <DialogContent ref={fluentRef(innehall)} className={css.falt}>
                <span className={css.kund}>{kund}</span>
                <Falt lases={lage.lases} className={css.falt}>
                  {children}
                </Falt>
              </DialogContent>
              <DialogActions fluid className={css.fot}>
                {arUtkast && (
                  <Chip ton="gul" ikon={<Desktop16Regular aria-hidden />}>
                    Utkast – finns bara här
                  </Chip>
                )}
                <Button size="small" onClick={onClose}>
                  {lage.lases ? 'Stäng' : 'Avbryt'}
                </Button>
                {!lage.lases && (
                  <Button size="small" appearance="primary" type="submit" disabledFocusable={sparar}>
                    {primar}
                  </Button>
                )}
              </DialogActions>
            </DialogBody>
          </form>
        </FormularKontext>
      </DialogSurface>
    </Dialog>
  );
}
