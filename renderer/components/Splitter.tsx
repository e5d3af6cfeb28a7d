import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

const useStyles = makeStyles({
  list: { flexShrink: 0, backgroundColor: 'var(--akCanvas)', touchAction: 'none', ':hover': { backgroundColor: 'var(--akSel)' } },
  lodrat: {
    width: '5px',
    cursor: 'col-resize',
    borderLeft: '1px solid var(--akHair)',
    borderRight: '1px solid var(--akHair)',
    boxSizing: 'border-box',
  },
  vagrat: {
    height: '5px',
    cursor: 'row-resize',
    borderTop: '1px solid var(--akHair)',
    borderBottom: '1px solid var(--akHair)',
    boxSizing: 'border-box',
  },
});

/** Focus and arrows move by this many px. */
const step = 16;

export type SplitterProps = {
  /** What it resizes, for screen readers: "Rubrikträdets bredd". */
  etikett: string;
  /** `lodrat`: a vertical bar between left and right. */
  riktning: 'lodrat' | 'vagrat';
  /** Size in px of the pane before the bar (after it, when `omvand`). */
  varde: number;
  min: number;
  max: number;
  forval: number;
  omvand?: boolean;
  onChange: (px: number) => void;
};

/** The bar between two panes: drag it, or focus it and use the arrows; double click sets the size back. */
export function Splitter({ etikett, riktning, varde, min, max, forval, omvand = false, onChange }: SplitterProps) {
  const styles = useStyles();
  const drag = useRef<{ from: number; size: number } | null>(null);
  const sign = omvand ? -1 : 1;
  const set = (px: number) => onChange(Math.round(Math.max(min, Math.min(max, px))));
  const at = (event: PointerEvent) => (riktning === 'lodrat' ? event.clientX : event.clientY);
  const onKeyDown = (event: KeyboardEvent) => {
    const [less, more] = riktning === 'lodrat' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const moves: Record<string, number> = { [less]: varde - step * sign, [more]: varde + step * sign, Home: min, End: max };
    const to = moves[event.key];
    if (to === undefined || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    set(to);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator is the ARIA pattern for a window splitter; <hr> takes no focus.
    <div
      role="separator"
      aria-label={etikett}
      aria-orientation={riktning === 'lodrat' ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(varde)}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className={mergeClasses(styles.list, riktning === 'lodrat' ? styles.lodrat : styles.vagrat)}
      onKeyDown={onKeyDown}
      onDoubleClick={() => set(forval)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: at(event), size: varde };
      }}
      onPointerMove={(event) => drag.current && set(drag.current.size + (at(event) - drag.current.from) * sign)}
      onPointerUp={() => {
        drag.current = null;
      }}
    />
  );
}
