import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { harFiler } from '../../components/fildrag.ts';
import type { Bindel } from '../../state/bindning.ts';
import { Buntrad } from './Buntrad.tsx';
import { flytta, type Rad } from './bunt.ts';
import { dokumentdrag, raddrag } from './drag.ts';

const useStyles = makeStyles({
  lista: { listStyle: 'none', margin: 0, padding: 0, flexShrink: 0 },
  ruta: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    margin: '8px',
    minHeight: '48px',
    padding: '4px 12px',
    flexShrink: 0,
    textAlign: 'center',
    border: '1px dashed var(--colorNeutralStrokeAccessible)',
    borderRadius: 'var(--borderRadiusMedium)',
  },
  over: { backgroundColor: 'var(--akSel)', color: 'var(--akSelFg)' },
  dold: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

type Props = {
  rader: readonly Rad[];
  vald: string | undefined;
  onVald: (id: string) => void;
  onDelar: (delar: Bindel[]) => void;
  onTaBort: (id: string) => void;
  onSidor: (id: string, sidor: string) => void;
  onLosenord: (del: Rad, losenord: string) => void;
  onDokument: (id: string) => void;
  onFiler: (filer: readonly File[]) => void;
};

/** The documents of the bundle in their order, changed by arrows, keys (Alt and the arrows) and drag (BIND-02, BIND-03). */
export function Buntlista({ rader, vald, onVald, onDelar, onTaBort, onSidor, onLosenord, onDokument, onFiler }: Props) {
  const css = useStyles();
  const lista = useRef<HTMLOListElement>(null);
  const [sagt, setSagt] = useState('');
  const [over, setOver] = useState<number>();
  const fokus = useRef<string>(undefined);
  const delar = rader.map(({ slag, id, namn, sidor }): Bindel => ({ slag, id, namn, sidor }));

  // A row that has been moved, or taken away, gives the focus on: the document is another place in the page.
  useEffect(() => {
    const { current } = fokus;
    fokus.current = undefined;
    if (current !== undefined) lista.current?.querySelector<HTMLElement>(`[data-rad="${current}"] [data-namn]`)?.focus();
  });
  const move = (fran: number, till: number) => {
    const del = rader[fran];
    if (!del || till < 0 || till >= rader.length || till === fran) return;
    fokus.current = del.id;
    onDelar(flytta(delar, fran, till));
    setSagt(`${del.namn} är nu nummer ${till + 1} av ${rader.length}.`);
  };
  const taBort = (at: number) => {
    const del = rader[at];
    if (!del) return;
    fokus.current = (rader[at + 1] ?? rader[at - 1])?.id;
    onTaBort(del.id);
    setSagt(`${del.namn} är borttaget ur bunten.`);
  };
  const focusRad = (at: number) => {
    const rad = rader[at];
    if (!rad) return;
    lista.current?.querySelector<HTMLElement>(`[data-rad="${rad.id}"] [data-namn]`)?.focus();
    onVald(rad.id);
  };
  const drop = (event: DragEvent, at: number) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(undefined);
    const [rad, dokument] = [event.dataTransfer.getData(raddrag), event.dataTransfer.getData(dokumentdrag)];
    if (event.dataTransfer.files.length > 0) return onFiler([...event.dataTransfer.files]);
    if (dokument !== '') return onDokument(dokument);
    const fran = rader.findIndex(({ id }) => id === rad);
    move(fran, Math.min(at, rader.length - 1));
  };
  const onDragOver = (event: DragEvent, at: number) => {
    const { types } = event.dataTransfer;
    if (!types.includes(raddrag) && !types.includes(dokumentdrag) && !harFiler(event)) return;
    event.preventDefault();
    setOver(at);
  };
  return (
    <>
      <ol ref={lista} className={css.lista} aria-label="Bunten" data-falt="delar">
        {rader.map((rad, at) => (
          <Buntrad
            key={rad.id}
            rad={rad}
            nummer={at + 1}
            antal={rader.length}
            vald={rad.id === vald}
            over={over === at}
            onVald={() => onVald(rad.id)}
            onFlytta={(steg) => move(at, at + steg)}
            onGa={(steg) => focusRad(at + steg)}
            onTaBort={() => taBort(at)}
            onSidor={(sidor) => onSidor(rad.id, sidor)}
            onLosenord={(losenord) => onLosenord(rad, losenord)}
            onDragOver={(event) => onDragOver(event, at)}
            onDragLeave={() => setOver(undefined)}
            onDrop={(event) => drop(event, at)}
          />
        ))}
      </ol>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for the mouse alone; ticking and Hämta fil do the same by keys */}
      <div
        className={mergeClasses(css.ruta, over === rader.length && css.over)}
        onDragOver={(event) => onDragOver(event, rader.length)}
        onDragLeave={() => setOver(undefined)}
        onDrop={(event) => drop(event, rader.length)}
      >
        Dra dokument hit från akten eller Utforskaren
      </div>
      <div className={css.dold} aria-live="polite">
        {sagt}
      </div>
    </>
  );
}
