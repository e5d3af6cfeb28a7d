import { Checkbox } from '@fluentui/react-components';
import { Faltgrupp } from './Faltgrupp.tsx';
import { useFormularlage } from './kontext.ts';

export type Kryssrutaprops = { falt: string; etikett: string; vald: boolean; onVald: (vald: boolean) => void; avstangd?: boolean };

/** A single box with its text beside, e.g. in the footer. */
export function Kryssruta({ falt, etikett, vald, onVald, avstangd = false }: Kryssrutaprops) {
  const { lamna } = useFormularlage();
  return (
    <span data-falt={falt}>
      <Checkbox
        size="medium"
        label={etikett}
        checked={vald}
        disabled={avstangd}
        onChange={(_, { checked }) => onVald(checked === true)}
        onBlur={() => lamna(falt)}
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

/** A set of boxes; any number is ticked. The choices keep their order. */
export function Krysslista({ val, valda, onValda, ...rad }: Krysslistaprops) {
  const { lamna } = useFormularlage();
  return (
    <Faltgrupp {...rad}>
      {val.map(({ varde, namn }) => (
        <Checkbox
          key={varde}
          label={namn}
          checked={valda.includes(varde)}
          onChange={(_, { checked }) =>
            onValda(val.map((one) => one.varde).filter((one) => (one === varde ? checked === true : valda.includes(one))))
          }
          onBlur={() => lamna(rad.falt)}
        />
      ))}
    </Faltgrupp>
  );
}
