import { makeStyles } from '@fluentui/react-components';
import { ArrowRight20Filled, BookOpen20Regular } from '@fluentui/react-icons';
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DokumentationRef } from '../../../shared/domain/anteckning/records.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { Chip } from '../../components/Chip.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { markeradISystemfarger, systemfarger } from '../../components/systemfarger.ts';
import type { Plats } from '../../state/platsminne.ts';
import { Lasnot } from './Lasnot.tsx';
import type { Lasavsnitt } from './lasning.ts';
import { antagenHojd, lasrader, mellanrum, noterAttLasa } from './lasrader.ts';
import { Olast } from './Olast.tsx';
import { useNoter } from './useNoter.ts';

const useStyles = makeStyles({
  // What is read takes the room that is left, never from the writing pane: its size is the user's (FORB-17).
  vy: { display: 'flex', flexDirection: 'column', minHeight: 0, flexGrow: 1, flexBasis: 0 },
  huvud: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    minHeight: '32px',
    padding: '0 12px',
    flexShrink: 0,
    backgroundColor: 'var(--akHuvud)',
    borderBottom: '1px solid var(--akHair)',
  },
  rubrik: { margin: 0, fontSize: '13px', fontWeight: 600 },
  vad: { color: 'var(--colorNeutralForeground3)', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', flexGrow: 1 },
  hela: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    border: '1px solid transparent',
    borderRadius: 'var(--borderRadiusMedium)',
    height: '28px',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { backgroundColor: 'var(--akHover)' },
    '&[aria-pressed="true"]': {
      backgroundColor: 'var(--akSel)',
      color: 'var(--akSelFg)',
      '--akPurple': 'var(--akSelPurple)',
      [systemfarger]: { ...markeradISystemfarger, '--akPurple': 'HighlightText' },
    },
  },
  rulle: { overflowY: 'auto', flexGrow: 1, minHeight: 0, padding: '0 12px' },
  kropp: { position: 'relative', maxWidth: '720px' },
  // The distance to the next row is padding, which the row's measured height holds.
  rad: { position: 'absolute', insetInline: 0, paddingBottom: `${mellanrum}px`, boxSizing: 'border-box' },
  titel: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    margin: 0,
    fontSize: '14px',
    lineHeight: '20px',
    fontWeight: 600,
  },
});

type Props = {
  personId: string;
  dokumentation: DokumentationRef;
  avsnitt: readonly Lasavsnitt[];
  /** `Utredningsdokument, hela trädet`. */
  vad: string;
  hela: boolean;
  onHela: () => void;
  /** Notes whose newest words are a draft. */
  utkast: ReadonlySet<string>;
  /** Section or note to bring into view. */
  visa: string | null;
  /** How often something was marked: the same once more is brought into view again. */
  gang: number;
  /** Where it was read when it was shown last. */
  plats: Plats<Lasplats>;
};
/** What is shown, how far it is scrolled (px) and how high its rows are. */
export type Lasplats = { vad: string; scroll: number; rader: VirtualItem[] };

/**
 * The read view (DOK-04): what is marked in the tree, or the whole of it by the purple arrow (SYM-10). A journal may hold
 * thousands of notes: only those in view are drawn, and only the words of those and a screen on each side are read.
 */
export function Lasvy({ personId, dokumentation, avsnitt, vad, hela, onHela, utkast, visa, gang, plats }: Props) {
  const css = useStyles();
  const rulle = useRef<HTMLElement>(null);
  const rader = useMemo(() => lasrader(avsnitt, utkast), [avsnitt, utkast]);
  const [forra] = useState(() => {
    const before = plats.read();
    return before?.vad === vad ? before : undefined;
  });
  const virtual = useVirtualizer({
    count: rader.length,
    getScrollElement: () => rulle.current,
    estimateSize: (index) => antagenHojd(rader[index], rulle.current?.clientWidth),
    getItemKey: (index) => rader[index]?.id ?? index,
    overscan: 4,
    paddingStart: 8,
    paddingEnd: 8,
    scrollPaddingStart: 8,
    ...(forra ? { initialOffset: forra.scroll, initialMeasurementsCache: forra.rader } : {}),
  });

  const synliga = virtual.getVirtualItems();
  const markerad = Math.max(
    0,
    rader.findIndex(({ id }) => id === visa),
  );
  const { noter, fel } = useNoter(personId, dokumentation, noterAttLasa(rader, synliga, markerad));

  // What was marked stays in view whatever comes in above it or takes of the room, until the user scrolls.
  const foljer = useRef(!forra);
  const visad = useRef({ visa, gang });
  const hojd = virtual.scrollRect?.height;
  // biome-ignore lint/correctness/useExhaustiveDependencies: again when what is read, or the room for it, has changed.
  useEffect(() => {
    if (visad.current.visa !== visa || visad.current.gang !== gang) foljer.current = true;
    visad.current = { visa, gang };
    if (!foljer.current || visa === null) return;
    virtual.scrollToIndex(markerad, { align: 'start' });
  }, [visa, gang, rader, hojd, noter]);
  const slappt = () => {
    foljer.current = false;
  };

  return (
    <section className={css.vy} aria-label="Läsvy" data-yta="lasvy">
      <div className={css.huvud}>
        <BookOpen20Regular aria-hidden />
        <h2 className={css.rubrik}>Läsvy</h2>
        <span className={css.vad} title={vad}>
          {vad}
        </span>
        <button type="button" className={css.hela} aria-pressed={hela} onClick={onHela} title="Öppna hela (Ctrl+Enter)">
          <ArrowRight20Filled aria-hidden style={{ color: 'var(--akPurple)' }} />
          Öppna hela
        </button>
      </div>
      <section
        ref={rulle}
        data-las-rulle
        className={css.rulle}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled text must be reachable by keyboard
        tabIndex={0}
        aria-label={vad}
        onWheel={slappt}
        onTouchMove={slappt}
        onPointerDown={slappt}
        onKeyDown={slappt}
        onScroll={() => plats.set({ vad, scroll: rulle.current?.scrollTop ?? 0, rader: virtual.takeSnapshot() })}
      >
        {fel && <ErrorBar {...ordForFel(fel.code)} />}
        {rader.length === 0 && <EmptyState text="Inget är skrivet här." />}
        <div className={css.kropp} style={{ height: virtual.getTotalSize() }}>
          {synliga.map(({ index, key, start, size }) => {
            const rad = rader[index];
            const note = rad?.slag === 'not' ? noter.get(rad.note.id) : undefined;
            return (
              rad && (
                <div
                  key={key}
                  ref={virtual.measureElement}
                  data-index={index}
                  className={css.rad}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  {note && <Lasnot personId={personId} note={note} utkast={rad.utkast} />}
                  {rad.slag === 'not' && !note && <Olast huvud={rad.note} hojd={size - mellanrum} />}
                  {rad.slag === 'rubrik' && (
                    <h3 className={css.titel}>
                      {rad.titel}
                      {rad.utkast && <Chip ton="gul">Utkast</Chip>}
                    </h3>
                  )}
                </div>
              )
            );
          })}
        </div>
      </section>
    </section>
  );
}
