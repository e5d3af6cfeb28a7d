import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { type ReactElement, type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    minWidth: 0,
    border: '1px solid var(--akHair)',
    borderRadius: 'var(--borderRadiusLarge)',
    backgroundColor: 'var(--colorNeutralBackground1)',
    overflow: 'hidden',
  },
  huvud: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '8px',
    minHeight: '30px',
    flexShrink: 0,
    padding: '0 8px 0 10px',
    backgroundColor: 'var(--akHuvud)',
    borderBottom: '1px solid var(--akHair)',
  },
  rubrik: { margin: 0, fontSize: '13px', fontWeight: 600, whiteSpace: 'nowrap' },
  lank: {
    padding: 0,
    minHeight: '24px',
    border: 0,
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
  },
  ikon: { display: 'inline-flex' },
  text: { color: 'var(--colorNeutralForeground2)', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  luft: { flexGrow: 1 },
  // In a row of their own where they have no room beside the heading; a word is never broken.
  verktyg: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', '& > button': { whiteSpace: 'nowrap' } },
  innehall: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
});

export type PanelProps = {
  rubrik: string;
  /** Totals and the like, beside the heading. */
  text?: ReactNode;
  ikon?: ReactElement;
  /** Double click on the heading, and Enter on it: opens the whole of what the pane shows. */
  onRubrik?: (() => void) | undefined;
  /** Right side of the head. */
  verktyg?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** A titled pane: a landmark of its own with a head of 30 px. */
export function Panel({ rubrik, text, ikon, onRubrik, verktyg, children, className }: PanelProps) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={mergeClasses(styles.panel, className)} aria-labelledby={id}>
      <div className={styles.huvud}>
        {ikon && <span className={styles.ikon}>{ikon}</span>}
        <h2 id={id} className={styles.rubrik}>
          {onRubrik ? (
            <button
              type="button"
              className={styles.lank}
              title="Dubbelklicka för att öppna listan"
              onDoubleClick={onRubrik}
              // A mouse click once marks nothing; by the keyboard it is pressed.
              onClick={({ detail }) => detail === 0 && onRubrik()}
            >
              {rubrik}
            </button>
          ) : (
            rubrik
          )}
        </h2>
        {text !== undefined && <span className={styles.text}>{text}</span>}
        <span className={styles.luft} />
        {verktyg && <div className={styles.verktyg}>{verktyg}</div>}
      </div>
      <div className={styles.innehall}>{children}</div>
    </section>
  );
}
