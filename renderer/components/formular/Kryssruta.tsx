import { Checkbox, makeStyles } from '@fluentui/react-components';
import { Faltgrupp } from './Faltgrupp.tsx';
import { useFormularlage } from './kontext.ts';

export type Kryssrutaprops = { falt: string; etikett: string; vald: boolean; onVald: (vald: boolean) => void; avstangd?: boolean };

/** A single box with its text beside, e.g. in the footer. */
export function Kryssruta({ falt, etikett, vald, onVald, avstangd = false }: Kryssrutaprops) {
  const { leave } = useFormularlage();
  return (
    <span data-falt={falt}>
      <Checkbox
        size="medium"
        label={etikett}
        checked={vald}
        disabled={avstangd}
        onChange={(_, { checked }) => onVald(checked === true)}
        onBlur={() => leave(falt)}
      />
    </span>
  );
}

export type Krysslistaprops = {
  falt: string;
  etikett: string;
  krav?: boolean;
  tips?: string;
  val: readonly { varde: string; namn: string }[];
  valda: readonly string[];
  onValda: (valda: string[]) => void;
};

const useStyles = makeStyles({
  // Columns, so that the eye finds one among many; the boxes are 24 high.
  lista: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(170px, 100%), 1fr))', alignItems: 'start', width: '100%' },
  ruta: {
    '& > .fui-Checkbox__indicator': { marginTop: '4px', marginBottom: '4px' },
    '& > .fui-Checkbox__label': { paddingTop: '2px', paddingBottom: '2px' },
  },
});

/** A set of boxes; any number is ticked. The choices keep their order. */
export function Krysslista({ val, valda, onValda, ...rad }: Krysslistaprops) {
  const css = useStyles();
  const { leave } = useFormularlage();
  return (
    <Faltgrupp {...rad}>
      <div className={css.lista}>
        {val.map(({ varde, namn }) => (
          <Checkbox
            key={varde}
            className={css.ruta}
            label={namn}
            checked={valda.includes(varde)}
            onChange={(_, { checked }) =>
              onValda(val.map((one) => one.varde).filter((one) => (one === varde ? checked === true : valda.includes(one))))
            }
            onBlur={() => leave(rad.falt)}
          />
        ))}
      </div>
    </Faltgrupp>
  );
}
