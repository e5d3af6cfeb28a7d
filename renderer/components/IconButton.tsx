import { makeStyles, mergeClasses, Tooltip } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { markeradISystemfarger, systemfarger } from './systemfarger.ts';

const useStyles = makeStyles({
  knapp: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '6px',
    minWidth: '28px',
    height: '28px',
    padding: '0 4px',
    flexShrink: 0,
    border: '1px solid transparent',
    borderRadius: 'var(--borderRadiusMedium)',
    backgroundColor: 'transparent',
    color: 'var(--colorNeutralForeground1)',
    font: 'inherit',
    cursor: 'pointer',
    ':hover': { backgroundColor: 'var(--akHover)' },
    ':active': { backgroundColor: 'var(--akSel)' },
    '&[aria-pressed="true"]': {
      backgroundColor: 'var(--akSel)',
      color: 'var(--akSelFg)',
      [systemfarger]: markeradISystemfarger,
    },
    '&[aria-disabled="true"]': {
      color: 'var(--colorNeutralForegroundDisabled)',
      cursor: 'default',
      backgroundColor: 'transparent',
      [systemfarger]: { color: 'GrayText', border: '1px solid GrayText' },
    },
  },
});

export type IconButtonProps = {
  /** Accessible name and tooltip. */
  namn: string;
  ikon: ReactElement;
  /** As written to the user, e.g. `Ctrl+S`. */
  tangent?: string | undefined;
  onClick: () => void;
  /** Why it cannot be used: the button stays reachable, dimmed, and says so. */
  hinder?: string | undefined;
  nedtryckt?: boolean | undefined;
  className?: string | undefined;
  tabIndex?: number | undefined;
};

/** A button of one symbol: its name, key and hindrance stand in the tooltip. */
export function IconButton({ namn, ikon, tangent, onClick, hinder, nedtryckt, className, tabIndex }: IconButtonProps) {
  const styles = useStyles();
  const tip = [namn, tangent ? `(${tangent})` : '', hinder ? `– ${hinder}` : ''].filter((part) => part !== '').join(' ');
  return (
    <Tooltip content={tip} relationship="label" withArrow>
      <button
        type="button"
        className={mergeClasses(styles.knapp, className)}
        aria-disabled={hinder !== undefined}
        aria-pressed={nedtryckt}
        tabIndex={tabIndex}
        onClick={() => hinder === undefined && onClick()}
      >
        {ikon}
      </button>
    </Tooltip>
  );
}
