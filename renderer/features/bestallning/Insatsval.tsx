import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
  makeStyles,
  mergeClasses,
  Tooltip,
} from '@fluentui/react-components';
import { ArrowLeft20Filled, ArrowRight20Filled, CheckmarkCircle16Filled } from '@fluentui/react-icons';
import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from 'react';

const useStyles = makeStyles({
  spalter: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto minmax(0, 1fr)', gap: '8px' },
  // Both lists end at the same line, whatever stands above or below one of them.
  spalt: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  rubrik: { margin: '0 0 4px', fontSize: '13px', fontWeight: 600 },
  lista: {
    height: '240px',
    flexGrow: 1,
    overflowY: 'auto',
    margin: 0,
    padding: 0,
    border: '1px solid var(--akHair)',
    borderRadius: 'var(--borderRadiusMedium)',
    listStyle: 'none',
  },
  rad: {
    display: 'flex',
    justifyContent: 'space-between',
    padding: '3px 10px',
    borderBottom: '1px solid var(--akHair)',
    cursor: 'default',
  },
  markerad: { backgroundColor: 'var(--akSel)', color: 'var(--akSelFg)' },
  pilar: { display: 'flex', flexDirection: 'column', gap: '8px', paddingTop: '88px' },
  stammer: { display: 'flex', gap: '6px', alignItems: 'center', paddingTop: '4px', color: 'var(--akGreen)' },
  tips: { marginRight: 'auto', color: 'var(--colorNeutralForeground3)' },
});

type Props = {
  valbara: readonly string[];
  valda: readonly string[];
  niva: string | undefined;
  onOk: (valda: string[]) => void;
  onCancel: () => void;
};

/** SYM-15, BEST-GEN-05: chosen insatser left, those to choose from right; Alt+Left adds, Alt+Right takes back, double click moves. */
export function Insatsval({ valbara, valda: start, niva, onOk, onCancel }: Props) {
  const css = useStyles();
  const [valda, setValda] = useState<readonly string[]>(start);
  const [markerad, setMarkerad] = useState<string | undefined>(valbara.find((namn) => !start.includes(namn)) ?? valbara[0]);
  const [sokt, setSokt] = useState('');
  const attValja = useRef<HTMLDivElement>(null);
  useEffect(() => attValja.current?.focus(), []);
  const word = sokt.trim().toLocaleLowerCase('sv');
  const visade = valbara.filter((namn) => namn.toLocaleLowerCase('sv').includes(word));
  const add = (namn = markerad) => namn !== undefined && setValda(valbara.filter((one) => one === namn || valda.includes(one)));
  const remove = (namn = markerad) => setValda(valda.filter((one) => one !== namn));
  const tangent = (event: KeyboardEvent) => {
    // The beställning behind is not to be sent with other insatser than those that are seen here.
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault();
      event.stopPropagation();
      onOk([...valda]);
      return;
    }
    if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    if (event.key === 'ArrowLeft') add();
    else remove();
  };
  const spalt = { markerad, onMark: setMarkerad };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onCancel()}>
      <DialogSurface style={{ maxWidth: '624px' }} onKeyDown={tangent}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onOk([...valda]);
          }}
        >
          <DialogBody>
            <DialogTitle>Välj insatser</DialogTitle>
            <DialogContent className={css.spalter}>
              <div className={css.spalt}>
                <Lista rubrik="Valda insatser" rader={valda} {...spalt} onMove={remove} />
                {niva !== undefined && valda.length > 0 && (
                  <div className={css.stammer}>
                    <CheckmarkCircle16Filled aria-hidden />
                    {`Stämmer med Nivå ${niva} i beslutet`}
                  </div>
                )}
              </div>
              <div className={css.pilar}>
                <Tooltip relationship="description" content="Lägg till insatsen (Alt+vänsterpil)">
                  <Button appearance="primary" icon={<ArrowLeft20Filled />} aria-label="Lägg till insatsen" onClick={() => add()} />
                </Tooltip>
                <Tooltip relationship="description" content="Ta bort insatsen (Alt+högerpil)">
                  <Button
                    icon={<ArrowRight20Filled />}
                    aria-label="Ta bort insatsen"
                    disabledFocusable={markerad === undefined || !valda.includes(markerad)}
                    onClick={() => remove()}
                  />
                </Tooltip>
              </div>
              <div className={css.spalt}>
                <Lista
                  rubrik="Insatser att välja"
                  rader={visade}
                  vald={(namn) => valda.includes(namn)}
                  {...spalt}
                  onMove={add}
                  ref={attValja}
                  sok={
                    <Input
                      size="small"
                      aria-label="Sök insats"
                      placeholder="Sök insats"
                      value={sokt}
                      style={{ width: '100%', marginBottom: 4 }}
                      onChange={(_, { value }) => setSokt(value)}
                    />
                  }
                />
              </div>
            </DialogContent>
            <DialogActions fluid style={{ alignItems: 'center', width: '100%' }}>
              <span className={css.tips}>Dubbelklick flyttar. Alt+vänsterpil lägger till.</span>
              <Button size="small" onClick={onCancel}>
                Avbryt
              </Button>
              <Button size="small" appearance="primary" type="submit">
                OK
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

type Listprops = {
  rubrik: string;
  rader: readonly string[];
  markerad: string | undefined;
  onMark: (namn: string) => void;
  onMove: (namn: string) => void;
  vald?: (namn: string) => boolean;
  sok?: React.ReactNode;
  ref?: Ref<HTMLDivElement>;
};

/** A list where the arrows walk and Enter or a double click moves. */
function Lista({ rubrik, rader, markerad, onMark, onMove, vald = () => false, sok, ref }: Listprops) {
  const css = useStyles();
  const id = useId();
  const go = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && markerad !== undefined && rader.includes(markerad)) {
      event.preventDefault();
      onMove(markerad);
      return;
    }
    if (event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    const at = rader.indexOf(markerad ?? '');
    const next = rader[Math.max(0, Math.min(rader.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))];
    if (next !== undefined) onMark(next);
  };
  return (
    <>
      <h3 className={css.rubrik} id={id}>
        {rubrik}
      </h3>
      {sok}
      <div
        ref={ref}
        className={css.lista}
        role="listbox"
        aria-labelledby={id}
        tabIndex={0}
        onKeyDown={go}
        aria-activedescendant={markerad === undefined ? undefined : `${id}-${rader.indexOf(markerad)}`}
      >
        {rader.map((namn, at) => (
          <div
            key={namn}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={namn === markerad}
            className={mergeClasses(css.rad, namn === markerad && css.markerad)}
            onMouseDown={() => onMark(namn)}
            onDoubleClick={() => onMove(namn)}
          >
            <span>{namn}</span>
            {vald(namn) && <span>vald</span>}
          </div>
        ))}
      </div>
    </>
  );
}
