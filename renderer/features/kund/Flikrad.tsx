import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useFonster } from '../../components/useFonster.ts';

const useStyles = makeStyles({
  rad: {
    display: 'flex',
    alignItems: 'center',
    minHeight: '34px',
    flexShrink: 0,
    borderBottom: '1px solid var(--akHair)',
    backgroundColor: 'var(--colorNeutralBackground1)',
  },
  flikar: { flexShrink: 1, minWidth: 0, overflowX: 'auto' },
  text: {
    marginLeft: 'auto',
    // Before a tab is hidden.
    flexShrink: 1000,
    minWidth: 0,
    padding: '0 12px',
    color: 'var(--colorNeutralForeground3)',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    '@media (max-width: 999px)': { display: 'none' },
  },
});

type Props<F extends string> = {
  etikett: string;
  flikar: readonly (readonly [F, string])[];
  vald: F;
  /** What the tabs belong to, at the right: `LSS Utredning 260915-`. */
  text?: string;
  onVald: (flik: F) => void;
};

/** The tabs of the work area, 34 px. */
export function Flikrad<F extends string>({ etikett, flikar, vald, text, onVald }: Props<F>) {
  const css = useStyles();
  const rad = useRef<HTMLDivElement>(null);
  const { smal } = useFonster();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab, other tabs, or less room for them.
  useEffect(() => {
    rad.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [vald, flikar.length, smal]);
  return (
    <div ref={rad} className={css.rad}>
      <TabList
        size="small"
        className={css.flikar}
        aria-label={etikett}
        selectedValue={vald}
        onTabSelect={(_, { value }) => {
          const flik = flikar.find(([one]) => one === value)?.[0];
          if (flik !== undefined) onVald(flik);
        }}
      >
        {flikar.map(([one, namn]) => (
          <Tab key={one} value={one}>
            {namn}
          </Tab>
        ))}
      </TabList>
      {text !== undefined && <span className={css.text}>{text}</span>}
    </div>
  );
}
