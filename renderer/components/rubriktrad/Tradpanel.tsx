import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { ArrowCollapseAll20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { IconButton } from '../IconButton.tsx';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    height: '100%',
    minHeight: 0,
    backgroundColor: 'var(--colorNeutralBackground1)',
  },
  huvud: {
    display: 'flex',
    alignItems: 'center',
    gap: '2px',
    minHeight: '32px',
    padding: '0 6px',
    flexShrink: 0,
    backgroundColor: 'var(--akHuvud)',
    borderBottom: '1px solid var(--akHair)',
  },
  utanFore: { paddingLeft: '12px' },
  rubrik: { margin: 0, fontSize: '13px', fontWeight: 600, flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  trad: { flexGrow: 1, minHeight: 0, padding: '4px 0' },
});

type Props = {
  /** Name of the landmark. */
  etikett: string;
  /** Region of F6. */
  yta: string;
  rubrik: string;
  fore?: ReactNode;
  verktyg?: ReactNode;
  onCollapse: () => void;
  /** The tree. */
  children: ReactNode;
};

/** A rubrikträd with its head: the kund's, and the one inside a dokumentation (TRAD-01, TRAD-12). */
export function Tradpanel({ etikett, yta, rubrik, fore, verktyg, onCollapse, children }: Props) {
  const css = useStyles();
  return (
    <nav className={css.panel} aria-label={etikett} data-yta={yta}>
      <div className={mergeClasses(css.huvud, !fore && css.utanFore)}>
        {fore}
        <h2 className={css.rubrik} title={rubrik}>
          {rubrik}
        </h2>
        {verktyg}
        <IconButton namn="Fäll ihop trädet" ikon={<ArrowCollapseAll20Regular />} onClick={onCollapse} />
      </div>
      <div className={css.trad}>{children}</div>
    </nav>
  );
}
