import { makeStyles } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type RefObject,
  type UIEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Statusord } from '../../../shared/domain/pagaende.ts';
import type { Nod } from '../../../shared/domain/rubriktrad/nod.ts';
import { Kontextmeny, type MenyRad, type Punkt } from '../Kontextmeny.tsx';
import { useRadKvar } from '../radKvar.ts';
import { utanFokus } from '../utanFokus.ts';
import { nastaTraff, skrivpaus } from './sokrad.ts';
import { liesUnder, synligaNoder } from './synliga.ts';
import { type RadHandlingar, Tradrad } from './Tradrad.tsx';
import { tradhandling } from './tangent.ts';

/** 24 px and a gap of 2. */
const radhojd = 26;

const useStyles = makeStyles({
  rulle: { overflowY: 'auto', overflowX: 'hidden', height: '100%', position: 'relative' },
  trad: { position: 'relative', width: '100%' },
});

export type RubriktradProps = {
  noder: readonly Nod[];
  /** Accessible name of the tree. */
  etikett: string;
  oppna: ReadonlySet<string>;
  onOpen: (oppna: ReadonlySet<string>) => void;
  vald: string | null;
  onVald: (nod: Nod) => void;
  /** Double click and Enter; the tree has opened the node already. */
  onActivate: (nod: Nod) => void;
  meny: (nod: Nod) => MenyRad[];
  /** Only these states (FORB-09). */
  status?: ReadonlySet<Statusord> | undefined;
  /** Nodes that carry a draft: a dot at the right. */
  utkast?: ReadonlySet<string> | undefined;
  /** px from the top when the tree is first shown, and where it was when the user scrolled. */
  rullning?: number | undefined;
  onRullning?: ((px: number) => void) | undefined;
};

/**
 * The rubrikträd (TRAD-01 to TRAD-14): a virtualised tree by the WAI-ARIA pattern, smooth at 100,000 nodes. What is open,
 * chosen and scrolled is the caller's, so that it survives tab changes and restarts.
 */
export function Rubriktrad(props: RubriktradProps) {
  const { noder, oppna, vald, status } = props;
  const css = useStyles();
  const rulle = useRef<HTMLDivElement>(null);
  const rader = useMemo(() => synligaNoder(noder, oppna, status), [noder, oppna, status]);
  const index = useMemo(() => Math.max(0, vald === null ? 0 : rader.findIndex((rad) => rad.nod.id === vald)), [rader, vald]);
  const [menyAt, setMenyAt] = useState<{ nod: Nod; punkt: Punkt } | null>(null);

  const virtual = useVirtualizer({
    count: rader.length,
    getScrollElement: () => rulle.current,
    estimateSize: () => radhojd,
    overscan: 12,
    initialOffset: props.rullning ?? 0,
    rangeExtractor: useRadKvar(index),
  });

  // Chosen from elsewhere (Mina sidor, a note just signed): it comes into view as soon as it is there to see.
  const visad = useRef(props.rullning ? vald : null);
  useEffect(() => {
    if (vald === null || vald === visad.current || rader[index]?.nod.id !== vald) return;
    visad.current = vald;
    virtual.scrollToIndex(index, { align: 'auto' });
  }, [vald, index, rader, virtual]);

  const focusNod = useFokus(rulle, rader[index]?.nod.id);
  // What the mouse marks lies under the pointer. Scrolled, the second click of a double click would meet another row.
  const onVald = (nod: Nod) => {
    visad.current = nod.id;
    props.onVald(nod);
  };
  const handlingar = useHandlingar({ ...props, onVald }, setMenyAt);

  const moveTo = (till: number) => {
    const rad = rader[till];
    if (!rad) return;
    props.onVald(rad.nod);
    virtual.scrollToIndex(till, { align: 'auto' });
    focusNod(rad.nod.id);
  };
  const write = useSkrivsok((skrivet) => moveTo(nastaTraff(rader, index, skrivet)));

  const tangent = (event: KeyboardEvent) => {
    const nod = rader[index]?.nod;
    if (!nod) return;
    const page = Math.max(1, Math.floor((rulle.current?.clientHeight ?? 640) / radhojd) - 1);
    const handling = tradhandling(event, rader, index, page);
    if (!handling) {
      if (write(event)) event.preventDefault();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (handling.slag === 'flytta') moveTo(handling.till);
    else if (handling.slag === 'oppna') props.onOpen(new Set([...oppna, ...handling.ids]));
    else if (handling.slag === 'stang') handlingar.toggle(nod);
    else if (handling.slag === 'aktivera') handlingar.doubleClick(nod);
    else handlingar.meny(nod, underRad(rulle.current, nod.id));
  };

  const rullat = useRullning(props.onRullning);
  const basniva = noder[0]?.niva ?? 1;
  return (
    <div ref={rulle} className={css.rulle} onScroll={rullat}>
      <div role="tree" aria-label={props.etikett} className={css.trad} style={{ height: virtual.getTotalSize() }} onKeyDown={tangent}>
        {virtual.getVirtualItems().map((item) => {
          const rad = rader[item.index];
          if (!rad) return null;
          return (
            <Tradrad
              key={rad.nod.id}
              rad={rad}
              top={item.start}
              basniva={basniva}
              vald={rad.nod.id === vald}
              iTabordning={item.index === index}
              utkast={props.utkast?.has(rad.nod.id) ?? false}
              handlingar={handlingar}
            />
          );
        })}
      </div>
      <Kontextmeny
        punkt={menyAt?.punkt ?? null}
        rader={menyAt ? props.meny(menyAt.nod) : []}
        onClose={() => {
          setMenyAt(null);
          if (menyAt) focusNod(menyAt.nod.id);
        }}
      />
    </div>
  );
}

const utan = (oppna: ReadonlySet<string>, id: string): Set<string> => {
  const rest = new Set(oppna);
  rest.delete(id);
  return rest;
};

const radElement = (rulle: HTMLElement | null, id: string): HTMLElement | undefined =>
  [...(rulle?.querySelectorAll<HTMLElement>('[data-nod]') ?? [])].find((rad) => rad.dataset.nod === id);

function underRad(rulle: HTMLElement | null, id: string): Punkt {
  const box = radElement(rulle, id)?.getBoundingClientRect();
  return box ? { x: box.left + 40, y: box.bottom } : { x: 0, y: 0 };
}

/** Moves the focus to a row, also to one that is mounted only after the next render. */
function useFokus(rulle: RefObject<HTMLDivElement | null>, valdId: string | undefined) {
  const [vantar, setVantar] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (vantar === null) return;
    radElement(rulle.current, vantar)?.focus({ preventScroll: true });
    setVantar(null);
  }, [vantar, rulle]);
  // The row that holds the focus may vanish, when a node above it is closed by mouse: its heir takes it.
  // Likewise when the tree is new and what held the focus before it is gone: a list, another tree.
  const hadeFokus = useRef(true);
  useEffect(() => {
    const box = rulle.current;
    if (!box) return;
    if (hadeFokus.current && utanFokus()) {
      const heir = valdId === undefined ? undefined : radElement(box, valdId);
      if (!heir) return; // a new tree has no rows before it is measured
      heir.focus({ preventScroll: true });
    }
    hadeFokus.current = box.contains(document.activeElement);
  });
  return setVantar;
}

/** Handlers that keep their identity, so that memoised rows do not draw again at every keystroke. */
function useHandlingar(props: RubriktradProps, openMeny: (at: { nod: Nod; punkt: Punkt }) => void): RadHandlingar {
  const latest = useRef(props);
  latest.current = props;
  return useMemo(
    () => ({
      click: (nod) => latest.current.onVald(nod),
      doubleClick: (nod) => {
        const { oppna, onOpen, onActivate } = latest.current;
        if (nod.harBarn && !oppna.has(nod.id)) onOpen(new Set([...oppna, nod.id]));
        onActivate(nod);
      },
      toggle: (nod) => {
        const { noder, oppna, onOpen, vald, onVald } = latest.current;
        const closes = oppna.has(nod.id);
        onOpen(closes ? utan(oppna, nod.id) : new Set([...oppna, nod.id]));
        // The mark must stay where it can be seen: a closed node takes it from what lies below.
        if (closes && vald !== null && liesUnder(noder, nod.id, vald)) onVald(nod);
      },
      meny: (nod, punkt) => {
        latest.current.onVald(nod);
        openMeny({ nod, punkt });
      },
    }),
    [openMeny],
  );
}

/** Tells where the tree stands when scrolling has come to rest, and when the tree is taken away. */
function useRullning(onRullning: ((px: number) => void) | undefined): (event: UIEvent<HTMLDivElement>) => void {
  const latest = useRef(onRullning);
  latest.current = onRullning;
  const at = useRef<{ px: number; timer: ReturnType<typeof setTimeout> } | null>(null);
  const tell = useCallback(() => {
    if (!at.current) return;
    clearTimeout(at.current.timer);
    latest.current?.(at.current.px);
    at.current = null;
  }, []);
  useEffect(() => tell, [tell]);
  return (event) => {
    if (at.current) clearTimeout(at.current.timer);
    at.current = { px: event.currentTarget.scrollTop, timer: setTimeout(tell, 200) };
  };
}

/** Collects letters typed close together. @returns a handler that tells whether it took the key */
function useSkrivsok(search: (skrivet: string) => void): (event: KeyboardEvent) => boolean {
  const typed = useRef({ text: '', at: 0 });
  return (event) => {
    const letter = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (!letter || (event.key === ' ' && typed.current.text === '')) return false;
    const fresh = event.timeStamp - typed.current.at > skrivpaus;
    typed.current = { text: (fresh ? '' : typed.current.text) + event.key, at: event.timeStamp };
    search(typed.current.text);
    return true;
  };
}
