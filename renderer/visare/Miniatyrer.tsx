import { makeStyles } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { markeradISystemfarger, systemfarger } from '../components/systemfarger.ts';

const bredd = 96;
const radhojd = 160;
const useStyles = makeStyles({
  lista: {
    width: '132px',
    flexShrink: 0,
    overflowY: 'auto',
    borderRight: '1px solid var(--akHair)',
    backgroundColor: 'var(--akHuvud)',
  },
  kropp: { position: 'relative' },
  rad: {
    position: 'absolute',
    insetInline: '4px',
    height: `${radhojd - 4}px`,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '2px',
    borderRadius: 'var(--borderRadiusMedium)',
    fontSize: '12px',
    cursor: 'pointer',
    ':hover': { backgroundColor: 'var(--akHover)' },
    '&[aria-selected="true"]': {
      backgroundColor: 'var(--akSel)',
      color: 'var(--akSelFg)',
      fontWeight: 600,
      [systemfarger]: markeradISystemfarger,
    },
  },
  duk: { maxWidth: `${bredd}px`, maxHeight: `${radhojd - 32}px`, backgroundColor: '#fff', boxShadow: '0 0 0 1px var(--akHair)' },
});

type Props = {
  pdf: PDFDocumentProxy;
  sida: number;
  vridning: number;
  onSida: (sida: number) => void;
  /** A page was drawn here. */
  onRitad: (sida: number) => void;
};

/** The pages small, in a list: those in view are drawn, one after the other. */
export function Miniatyrer({ pdf, sida, vridning, onSida, onRitad }: Props) {
  const css = useStyles();
  const rulle = useRef<HTMLDivElement>(null);
  const ko = useRef<Promise<void>>(Promise.resolve());
  const virtual = useVirtualizer({
    count: pdf.numPages,
    getScrollElement: () => rulle.current,
    estimateSize: () => radhojd,
    overscan: 2,
  });
  useEffect(() => virtual.scrollToIndex(sida - 1), [virtual, sida]);
  const onKeyDown = (event: KeyboardEvent) => {
    const till = { ArrowDown: sida + 1, ArrowUp: sida - 1, Home: 1, End: pdf.numPages }[event.key];
    if (till === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (till >= 1 && till <= pdf.numPages) onSida(till);
  };
  return (
    <div
      ref={rulle}
      className={css.lista}
      role="listbox"
      aria-label="Miniatyrer"
      aria-activedescendant={`miniatyr-${sida}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={css.kropp} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names this one
          <div
            key={index}
            id={`miniatyr-${index + 1}`}
            role="option"
            aria-selected={index + 1 === sida}
            aria-setsize={pdf.numPages}
            aria-posinset={index + 1}
            aria-label={`Sida ${index + 1}`}
            className={css.rad}
            style={{ top: start }}
            onClick={() => onSida(index + 1)}
          >
            <Miniatyr
              key={vridning}
              pdf={pdf}
              sida={index + 1}
              vridning={vridning}
              className={css.duk}
              onRitad={onRitad}
              iTur={(rita) => {
                ko.current = ko.current.then(rita, rita);
              }}
            />
            {index + 1}
          </div>
        ))}
      </div>
    </div>
  );
}

type Miniatyrprops = Pick<Props, 'pdf' | 'sida' | 'vridning' | 'onRitad'> & {
  className: string;
  iTur: (rita: () => Promise<void>) => void;
};

function Miniatyr({ pdf, sida, vridning, className, onRitad, iTur }: Miniatyrprops) {
  const duk = useRef<HTMLCanvasElement>(null);
  const latest = useRef({ onRitad, iTur });
  latest.current = { onRitad, iTur };
  useEffect(() => {
    let isGone = false;
    let ritning: { cancel: () => void; promise: Promise<unknown> } | undefined;
    latest.current.iTur(async () => {
      const canvas = duk.current;
      if (isGone || !canvas) return;
      try {
        const page = await pdf.getPage(sida);
        const hel = page.getViewport({ scale: 1, rotation: (page.rotate + vridning) % 360 });
        const viewport = page.getViewport({ scale: (bredd * window.devicePixelRatio) / hel.width, rotation: hel.rotation });
        if (isGone) return;
        canvas.width = Math.max(1, Math.floor(viewport.width));
        canvas.height = Math.max(1, Math.floor(viewport.height));
        ritning = page.render({ canvas, viewport });
        await ritning.promise;
        latest.current.onRitad(sida);
      } catch {
        // It left the list, or the page cannot be read: the page itself tells of that.
      }
    });
    return () => {
      isGone = true;
      ritning?.cancel();
    };
  }, [pdf, sida, vridning]);
  return <canvas ref={duk} width={bredd} height={Math.round(bredd * Math.SQRT2)} className={className} aria-hidden />;
}
