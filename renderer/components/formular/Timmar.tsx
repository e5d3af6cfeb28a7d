import { Button, Input, makeStyles } from '@fluentui/react-components';
import { Faltgrupp } from './Faltgrupp.tsx';
import { type Faltprops, useFormularlage } from './kontext.ts';
import { useRadstil } from './stil.ts';

const useStyles = makeStyles({
  timmar: { width: '72px', minWidth: 0, fontVariantNumeric: 'tabular-nums' },
  minuter: { width: '56px', minWidth: 0, fontVariantNumeric: 'tabular-nums' },
});

export type Timmarprops = Faltprops & {
  /** As typed. Their faults are those of the fields `<falt>.tim` and `<falt>.min`. */
  tim: string;
  min: string;
  onTimmar: (del: { tim?: string; min?: string }) => void;
  /** What the typed may mean: the user chooses, nothing is assumed (FORB-21). */
  alternativ?: readonly { timmar: number; minuter: number }[];
  /** The period, as the catalogue sets it: `Månad` (FORB-20). */
  enhet: string | undefined;
};

/** Hours and minutes as two fields, the period before them (FORB-20, FORB-21). */
export function Timmar({ tim, min, onTimmar, enhet, alternativ = [], anvandsInte, ...rad }: Timmarprops) {
  const css = useStyles();
  const text = useRadstil().tips;
  const { felFor, leave } = useFormularlage();
  const timfalt = `${rad.falt}.tim`;
  const minfalt = `${rad.falt}.min`;
  if (anvandsInte !== undefined) {
    return (
      <Faltgrupp falt={rad.falt} etikett={rad.etikett}>
        <Input size="small" disabled placeholder={anvandsInte} aria-label={rad.etikett} style={{ width: '100%' }} />
      </Faltgrupp>
    );
  }
  return (
    <Faltgrupp {...rad} delfalt={[timfalt, minfalt]}>
      {enhet !== undefined && <span>{`per ${enhet}`}</span>}
      <span data-falt={timfalt}>
        <Input
          size="small"
          className={css.timmar}
          value={tim}
          inputMode="numeric"
          maxLength={12}
          aria-label={`${rad.etikett}, timmar`}
          aria-invalid={felFor(timfalt) !== undefined}
          aria-required={rad.krav === true}
          onChange={(_, { value }) => onTimmar({ tim: value })}
          onBlur={() => leave(timfalt)}
        />
      </span>
      <span className={text}>tim</span>
      <span data-falt={minfalt}>
        <Input
          size="small"
          className={css.minuter}
          value={min}
          inputMode="numeric"
          maxLength={4}
          aria-label={`${rad.etikett}, minuter`}
          aria-invalid={felFor(minfalt) !== undefined}
          onChange={(_, { value }) => onTimmar({ min: value })}
          onBlur={() => leave(minfalt)}
        />
      </span>
      <span className={text}>min</span>
      {alternativ.map(({ timmar, minuter }) => (
        <Button
          key={`${timmar}:${minuter}`}
          size="small"
          onClick={() => onTimmar({ tim: String(timmar), min: String(minuter) })}
        >{`${timmar} tim ${minuter} min`}</Button>
      ))}
    </Faltgrupp>
  );
}
