import { makeStyles } from '@fluentui/react-components';
import { Edit20Regular, FullScreenMaximize20Regular, FullScreenMinimize20Regular, TextAddT20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { IconButton } from '../../components/IconButton.tsx';
import { Hammare20 } from '../../components/icons.tsx';

const useStyles = makeStyles({
  huvud: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    minHeight: '32px',
    flexShrink: 0,
    padding: '0 8px 0 12px',
    backgroundColor: 'var(--akHuvud)',
    borderBottom: '1px solid var(--akHair)',
  },
  rubrik: { margin: 0, fontSize: '13px', fontWeight: 600, whiteSpace: 'nowrap' },
  plats: {
    color: 'var(--colorNeutralForeground3)',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    flexGrow: 1,
    minWidth: 0,
  },
  marke: { color: 'var(--akGavel)' },
});

type Vaxel = { visas: boolean; onToggle: () => void };
type Props = {
  titel: string;
  plats: string;
  ledande: ReactNode;
  /** Given where the phrases have no place of their own. */
  fraser: Vaxel | undefined;
  hammare: Vaxel & { finns: boolean };
  helskarm: boolean;
  onHelskarm: () => void;
};

/** What is written and where; the hammer, marked when the rubrik has a hjälpfrastext and dimmed when not (FORB-18). */
export function Skrivhuvud({ titel, plats, ledande, fraser, hammare, helskarm, onHelskarm }: Props) {
  const css = useStyles();
  return (
    <div className={css.huvud}>
      {ledande ?? <Edit20Regular aria-hidden />}
      <h2 className={css.rubrik}>{titel}</h2>
      <span className={css.plats} title={plats}>{`skrivs i ${plats}`}</span>
      {fraser && (
        <IconButton
          namn="Frastexter"
          tangent="Ctrl+mellanslag"
          ikon={<TextAddT20Regular />}
          nedtryckt={fraser.visas}
          onClick={fraser.onToggle}
        />
      )}
      <IconButton
        namn="Hjälpfrastext"
        tangent="F2"
        ikon={<Hammare20 {...(hammare.finns ? { className: css.marke } : {})} />}
        nedtryckt={hammare.visas}
        hinder={hammare.finns ? undefined : 'rubriken har ingen'}
        onClick={hammare.onToggle}
      />
      <IconButton
        namn={helskarm ? 'Lämna helskärm' : 'Skriv i helskärm'}
        ikon={helskarm ? <FullScreenMinimize20Regular /> : <FullScreenMaximize20Regular />}
        nedtryckt={helskarm}
        onClick={onHelskarm}
      />
    </div>
  );
}
