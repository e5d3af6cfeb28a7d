import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { AddSquare16Regular, Checkmark16Filled, SubtractSquare16Regular } from '@fluentui/react-icons';
import { type CSSProperties, type MouseEvent, memo } from 'react';
import type { Nod } from '../../../shared/domain/rubriktrad/nod.ts';
import { nodNamn } from '../../../shared/words/nod.ts';
import { markeradISystemfarger, systemfarger } from '../systemfarger.ts';
import { NodBild } from './NodBild.tsx';
import type { SynligNod } from './synliga.ts';

const useStyles = makeStyles({
  rad: {
    position: 'absolute',
    left: 0,
    right: 0,
    height: '24px',
    display: 'flex',
    alignItems: 'center',
    gap: '5px',
    paddingRight: '6px',
    fontSize: '13px',
    lineHeight: '18px',
    cursor: 'default',
    userSelect: 'none',
    boxSizing: 'border-box',
    ':hover': { backgroundColor: 'var(--akHover)' },
    ':focus': { outline: 'none' },
    ':focus-visible': { outline: '2px solid var(--colorStrokeFocus2)', outlineOffset: '-2px' },
  },
  vald: {
    backgroundColor: 'var(--akSel)',
    color: 'var(--akSelFg)',
    boxShadow: 'inset 3px 0 0 0 var(--colorBrandStroke1)',
    ':hover': { backgroundColor: 'var(--akSel)' },
    // Words at the right take the row's own colour, or they would not be read on the mark's in every theme.
    '& [data-hoger]': { color: 'inherit' },
    '--akGreen': 'var(--akSelFg)',
    '--akRed': 'var(--akSelFg)',
    '--akGavel': 'var(--akSelFg)',
    '--akGold': 'var(--akSelFg)',
    '--akAmber': 'var(--akSelAmber)',
    [systemfarger]: { ...markeradISystemfarger, '--akSelFg': 'HighlightText', '--akSelAmber': 'HighlightText' },
  },
  // 24 px to hit (WCAG 2.5.8), though the sign is 16.
  plus: { width: '24px', height: '24px', display: 'grid', placeItems: 'center', flexShrink: 0, marginRight: '-4px' },
  etikett: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', flexGrow: 1 },
  fet: { fontWeight: 700 },
  hoger: { flexShrink: 0, color: 'var(--colorNeutralForeground3)', fontVariantNumeric: 'tabular-nums' },
  varning: { color: 'var(--akAmber)' },
  fel: { color: 'var(--akRed)', flexShrink: 0 },
  bock: { color: 'var(--akGreen)', flexShrink: 0 },
  prick: {
    width: '9px',
    height: '9px',
    borderRadius: '50%',
    backgroundColor: 'var(--akAmber)',
    flexShrink: 0,
    marginRight: '4px',
    [systemfarger]: { border: '5px solid currentColor', width: 0, height: 0 },
  },
  lass: { border: '1px solid currentColor', borderRadius: '3px', padding: '0 6px', fontSize: '12px', lineHeight: '16px', flexShrink: 0 },
});

export type RadHandlingar = {
  click: (nod: Nod) => void;
  doubleClick: (nod: Nod) => void;
  toggle: (nod: Nod) => void;
  meny: (nod: Nod, punkt: { x: number; y: number }) => void;
};

type Props = {
  rad: SynligNod;
  top: number;
  /** Levels above the tree's first row count from it, so that a part of a tree begins at the left edge. */
  basniva: number;
  vald: boolean;
  iTabordning: boolean;
  utkast: boolean;
  handlingar: RadHandlingar;
};

const stop = (event: MouseEvent) => event.stopPropagation();

/** One row of the rubrikträd, 24 px. Focus and keys are the tree's; the row only tells what the mouse did. */
export const Tradrad = memo(function Tradrad({ rad, top, basniva, vald, iTabordning, utkast, handlingar }: Props) {
  const css = useStyles();
  const { nod, oppen } = rad;
  const namn = nodNamn(nod, utkast);
  const niva = nod.niva - basniva + 1;
  const style: CSSProperties = { top, paddingLeft: (niva - 1) * 16 };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree owns the keys of its rows (roving tabindex)
    <div
      role="treeitem"
      data-nod={nod.id}
      aria-label={namn}
      aria-level={niva}
      aria-setsize={rad.antal}
      aria-posinset={rad.plats}
      aria-selected={vald}
      aria-expanded={nod.harBarn ? oppen : undefined}
      tabIndex={iTabordning ? 0 : -1}
      title={namn}
      className={mergeClasses(css.rad, vald && css.vald)}
      style={style}
      onClick={() => handlingar.click(nod)}
      onDoubleClick={() => handlingar.doubleClick(nod)}
      onContextMenu={(event) => {
        event.preventDefault();
        handlingar.meny(nod, { x: event.clientX, y: event.clientY });
      }}
    >
      {nod.harBarn ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: mouse only; Left and Right do the same on the row
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <span
          className={css.plus}
          data-plus
          onDoubleClick={stop}
          onClick={(event) => {
            event.stopPropagation();
            handlingar.toggle(nod);
          }}
        >
          {oppen ? <SubtractSquare16Regular aria-hidden /> : <AddSquare16Regular aria-hidden />}
        </span>
      ) : (
        <span className={css.plus} />
      )}
      <NodBild ikon={nod.ikon} oppen={oppen} />
      <span className={mergeClasses(css.etikett, nod.fet && css.fet)}>{nod.etikett}</span>
      <Hogerkant nod={nod} utkast={utkast} />
    </div>
  );
});

function Hogerkant({ nod, utkast }: { nod: Nod; utkast: boolean }) {
  const css = useStyles();
  return (
    <>
      {nod.hoger && (
        <span data-hoger className={mergeClasses(css.hoger, nod.hoger === 'ej bekräftad' && css.varning)}>
          {nod.hoger}
        </span>
      )}
      {nod.marke === 'LASS' && <span className={css.lass}>LASS</span>}
      {nod.marke === 'felmarkerad' && (
        <span data-hoger className={css.fel}>
          felmarkerad
        </span>
      )}
      {nod.marke === 'signerad' && !utkast && <Checkmark16Filled className={css.bock} aria-hidden />}
      {(nod.marke === 'osignerad' || utkast) && <span className={css.prick} data-prick />}
    </>
  );
}
