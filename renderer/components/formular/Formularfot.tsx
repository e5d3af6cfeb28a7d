import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowRedo20Regular, Desktop16Regular, Document20Regular, Save20Regular } from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import { Chip } from '../Chip.tsx';
import { lagtFonster } from './stil.ts';

const useStyles = makeStyles({
  fot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    minHeight: '40px',
    boxSizing: 'border-box',
    padding: '4px 12px',
    flexShrink: 0,
    borderTop: '1px solid var(--akHair)',
    backgroundColor: 'var(--akHuvud)',
    [lagtFonster]: { display: 'contents' },
  },
  upplysningar: {
    display: 'flex',
    flexWrap: 'wrap',
    flexGrow: 1,
    alignItems: 'center',
    gap: '8px',
    [lagtFonster]: { flexShrink: 0, padding: '0 12px' },
  },
  // In a row of their own when all does not fit in one.
  knappar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: '8px',
    marginLeft: 'auto',
    [lagtFonster]: {
      flexShrink: 0,
      position: 'sticky',
      bottom: 0,
      zIndex: 1,
      marginLeft: 0,
      padding: '4px 12px',
      borderTop: '1px solid var(--akHair)',
      backgroundColor: 'var(--akHuvud)',
    },
  },
  luft: { flexGrow: 1 },
});

export type Formularfotprops = {
  arUtkast: boolean;
  sparar: boolean;
  /** Effect and person: `Spara beslut för Ekström, Linnea`. Never disabled for faults: it goes to the first. */
  primar: string;
  primarikon?: ReactElement;
  onPrimar: () => void;
  /** Back to the latest Spara; undefined = there is nothing to take back. */
  onUndo?: (() => void) | undefined;
  /** What Ångra took away, back again. */
  onRedo?: (() => void) | undefined;
  /** One more empty form of the kind (SYM-01). */
  onNy?: (() => void) | undefined;
  /** Left of the buttons: Utredning avslutas, the drawer of the control panel. */
  children?: ReactNode;
  /** Between Ny and the primary button: `Spara utkast`. */
  mellan?: ReactNode;
};

/** The footer of a form: what is only here, and the ways out of it. */
export function Formularfot(props: Formularfotprops) {
  const css = useStyles();
  const { arUtkast, sparar, primar, primarikon, onPrimar, onUndo, onRedo, onNy, children, mellan } = props;
  return (
    <div className={css.fot}>
      <div className={css.upplysningar}>
        {children}
        <span className={css.luft} />
        {arUtkast && (
          <Chip ton="gul" ikon={<Desktop16Regular aria-hidden />}>
            Utkast – finns bara här
          </Chip>
        )}
      </div>
      <div className={css.knappar}>
        {onRedo && (
          <Button size="small" icon={<ArrowRedo20Regular />} onClick={onRedo}>
            Gör om
          </Button>
        )}
        {onUndo && (
          <Button size="small" onClick={onUndo}>
            Ångra
          </Button>
        )}
        {onNy && (
          <Button size="small" icon={<Document20Regular />} onClick={onNy}>
            Ny
          </Button>
        )}
        {mellan}
        <Button size="small" appearance="primary" icon={primarikon ?? <Save20Regular />} disabledFocusable={sparar} onClick={onPrimar}>
          {primar}
        </Button>
      </div>
    </div>
  );
}
