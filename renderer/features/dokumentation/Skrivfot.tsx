import { Button, makeStyles } from '@fluentui/react-components';
import { Delete20Regular, Desktop16Regular, Save20Regular, Signature20Regular } from '@fluentui/react-icons';
import type { IsoInstant } from '../../../shared/util/datum.ts';
import { Chip } from '../../components/Chip.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { klockslagSekund } from '../../components/tid.ts';

const useStyles = makeStyles({
  fot: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: '8px',
    minHeight: '40px',
    flexShrink: 0,
    padding: '0 12px',
    backgroundColor: 'var(--akHuvud)',
    borderTop: '1px solid var(--akHair)',
  },
  // Gives way to the buttons: the status bar says it too.
  sparad: {
    flexGrow: 1,
    flexBasis: 0,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: 'var(--colorNeutralForeground3)',
    fontVariantNumeric: 'tabular-nums',
  },
});

type Props = {
  arUtkast: boolean;
  sparad: IsoInstant | undefined;
  onDiscard: () => void;
  onClose: () => void;
  onSave: () => void;
  onSign: () => void;
  /** A document is saved and write-protected (DOK-15); it is the same lock. */
  dokument: boolean;
};

/** Where the words are now, and what can be done with them; it stays at every size. */
export function Skrivfot({ arUtkast, sparad, onDiscard, onClose, onSave, onSign, dokument }: Props) {
  const css = useStyles();
  return (
    <div className={css.fot}>
      {arUtkast && (
        <Chip ton="gul" ikon={<Desktop16Regular />}>
          Utkast – finns bara här
        </Chip>
      )}
      <span role="status" className={css.sparad}>
        {sparad === undefined ? '' : `Sparat på datorn ${klockslagSekund(sparad)}`}
      </span>
      {arUtkast && <IconButton namn="Kasta utkastet" ikon={<Delete20Regular />} onClick={onDiscard} />}
      <Button size="small" onClick={onClose}>
        Stäng
      </Button>
      <Button size="small" icon={<Save20Regular />} onClick={onSave}>
        Spara
      </Button>
      <Button size="small" appearance="primary" icon={<Signature20Regular />} onClick={onSign}>
        {dokument ? 'Spara och skrivskydda' : 'Signera'}
      </Button>
    </div>
  );
}
