import { makeStyles } from '@fluentui/react-components';
import { Fragment, type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Splitter } from '../../components/Splitter.tsx';
import { useFonster } from '../../components/useFonster.ts';
import { isStorlekar } from '../../state/bredder.ts';
import { useInstallning } from '../../state/installningar.ts';

const useStyles = makeStyles({
  spalt: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, minWidth: 0 },
  ruta: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    boxSizing: 'border-box',
    // A list that shows nothing while it is empty takes no room.
    ':empty': { display: 'none' },
    '& > *': { flexGrow: 1, flexShrink: 1, flexBasis: 0 },
  },
  list: { display: 'flex', flexDirection: 'column', flexShrink: 0, padding: '1.5px 0' },
});

/** A list of a column: the room that it has of it by itself, and the least, in px. */
export type Spaltpanel = { id: string; namn: string; vikt: number; min: number; innehall: ReactNode };
type Storlekar = Record<string, number>;
const inga: Storlekar = {};
/** Of a list of a page that scrolls. */
const hogst = 900;

/**
 * Lists above each other, with a bar between two that the user moves: how high each is, is remembered (MINA-01, FORB-17). In a window
 * where they share the height, what one gets the next one gives, and a larger window gives each as much more; where the page scrolls
 * (`useFonster`) each has a height of its own.
 */
export function Spalt({ id, paneler }: { id: string; paneler: readonly Spaltpanel[] }) {
  const css = useStyles();
  const { smal, lag } = useFonster();
  const rullar = smal || lag;
  const [storlekar, setStorlekar] = useInstallning(`storlek:mina.${id}${rullar ? '.rullar' : ''}`, inga, isStorlekar);
  const [hojder, matt] = useHojder();
  const visade = paneler.filter((one) => (hojder[one.id] ?? 0) > 0);
  const hojd = (one: Spaltpanel): number => hojder[one.id] ?? one.min;
  // A list that was not there when the others got their sizes has what it would have had beside them.
  const kanda = paneler.filter((one) => storlekar[one.id] !== undefined);
  const skala = kanda.reduce((sum, one) => sum + (storlekar[one.id] ?? 0), 0) / kanda.reduce((sum, one) => sum + one.vikt, 0);
  const andel = (one: Spaltpanel): number => storlekar[one.id] ?? one.vikt * (kanda.length > 0 ? skala : 1);
  const bar = (one: Spaltpanel): ReactNode => {
    const nasta = visade[visade.indexOf(one) + 1];
    if (!visade.includes(one) || (!nasta && !rullar)) return null;
    const grans = { etikett: `Höjd på ${one.namn}`, riktning: 'vagrat', varde: hojd(one), min: one.min } as const;
    if (rullar || !nasta) {
      return <Splitter {...grans} max={hogst} forval={one.min} onChange={(px) => setStorlekar({ ...storlekar, [one.id]: px })} />;
    }
    const bada = hojd(one) + hojd(nasta);
    return (
      <Splitter
        {...grans}
        max={Math.max(one.min, bada - nasta.min)}
        forval={(bada * one.vikt) / (one.vikt + nasta.vikt)}
        onChange={(px) => {
          const nu = Object.fromEntries(visade.map((annan) => [annan.id, hojd(annan)]));
          setStorlekar({ ...storlekar, ...nu, [one.id]: px, [nasta.id]: bada - px });
        }}
      />
    );
  };
  return (
    <div className={css.spalt}>
      {paneler.map((one) => {
        const lodrat = bar(one);
        return (
          <Fragment key={one.id}>
            <div
              ref={matt(one.id)}
              className={css.ruta}
              style={rullar ? { flex: 'none', height: storlekar[one.id] ?? one.min } : { flex: `${andel(one)} 1 0px`, minHeight: one.min }}
            >
              {one.innehall}
            </div>
            {lodrat && <div className={css.list}>{lodrat}</div>}
          </Fragment>
        );
      })}
    </div>
  );
}

/** How high each part is drawn, in px; 0 where it shows nothing. @returns the heights, and the ref of a part by its id */
function useHojder(): [Storlekar, (id: string) => (element: HTMLElement | null) => void] {
  const [hojder, setHojder] = useState<Storlekar>({});
  const delar = useRef(new Map<string, HTMLElement>());
  const refs = useRef(new Map<string, (element: HTMLElement | null) => void>());
  const matare = useRef<ResizeObserver>(undefined);
  const measure = useCallback(() => {
    const nu = Object.fromEntries([...delar.current].map(([id, element]) => [id, element.offsetHeight]));
    setHojder((forr) => (JSON.stringify(forr) === JSON.stringify(nu) ? forr : nu));
  }, []);
  useLayoutEffect(measure);
  useEffect(() => {
    matare.current = new ResizeObserver(measure);
    for (const element of delar.current.values()) matare.current.observe(element);
    return () => matare.current?.disconnect();
  }, [measure]);
  const ref = (id: string) => {
    const known = refs.current.get(id);
    if (known) return known;
    const ny = (element: HTMLElement | null) => {
      const forr = delar.current.get(id);
      if (forr) matare.current?.unobserve(forr);
      if (element) {
        delar.current.set(id, element);
        matare.current?.observe(element);
      } else delar.current.delete(id);
    };
    refs.current.set(id, ny);
    return ny;
  };
  return [hojder, ref];
}
