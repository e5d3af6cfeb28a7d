import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Filval } from '../../components/Filval.tsx';
import { harFiler, useIngenFilOppnas } from '../../components/fildrag.ts';
import type { EgenFil } from './useEgenFil.ts';

const useStyles = makeStyles({
  ruta: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    padding: '6px 8px',
    border: '1px dashed var(--colorNeutralStrokeAccessible)',
    borderRadius: 'var(--borderRadiusMedium)',
  },
  over: { outline: '2px solid var(--colorStrokeFocus2)', outlineOffset: '-1px' },
  ord: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  not: { flexBasis: '100%', color: 'var(--colorNeutralForeground3)', fontSize: '12px', lineHeight: '16px' },
});

type Props = {
  egen: EgenFil;
  /** The file of the computer that is chosen. */
  vald: string | undefined;
  onFil: (fil: File) => void;
};

/** A file of the computer, dropped or chosen, beside those of the folder (SKAN-05). It stays where it was. */
export function Filruta({ egen: { pagar, fel }, vald, onFil }: Props) {
  const css = useStyles();
  const [over, setOver] = useState(false);
  const [fler, setFler] = useState(false);
  useIngenFilOppnas();
  const ta = (filer: readonly File[]) => {
    const [forsta] = filer;
    setFler(filer.length > 1);
    if (forsta) onFil(forsta);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for the mouse alone; Hämta fil does the same by keys */}
      <div
        className={mergeClasses(css.ruta, over && css.over)}
        onDragOver={(event) => {
          if (!harFiler(event)) return;
          event.preventDefault();
          event.dataTransfer.dropEffect = 'copy';
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          ta([...event.dataTransfer.files]);
        }}
      >
        <span className={css.ord} role="status">
          {pagar
            ? `Läser in ${pagar.namn}, ${Math.round(pagar.andel * 100)} %`
            : vald === undefined
              ? 'Eller dra hit en fil från datorn'
              : `Vald: ${vald}, från datorn`}
        </span>
        <Filval etikett="Fil att spara i akten" flera={false} onFiler={ta} />
        <span className={css.not}>
          {fler ? 'En fil i taget: bara den första hämtades. ' : ''}Filen läses in krypterat. Den ligger kvar där du hämtade den.
        </span>
      </div>
      {fel && <ErrorBar {...fel} />}
    </>
  );
}
