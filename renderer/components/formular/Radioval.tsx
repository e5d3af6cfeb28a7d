import { makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { Faltrad } from './Faltrad.tsx';
import { type Faltprops, useFormularlage } from './kontext.ts';

export type Radiovalprops = Faltprops & {
  val: readonly { varde: string; namn: string; avstangd?: boolean }[];
  varde: string | undefined;
  onVarde: (varde: string) => void;
};

// As many beside each other as have room: the last would otherwise stand outside the form.
const useStyles = makeStyles({ val: { flexWrap: 'wrap' } });

/** A few choices that are all seen at once. */
export function Radioval({ val, varde, onVarde, anvandsInte, ...rad }: Radiovalprops) {
  const css = useStyles();
  const { leave } = useFormularlage();
  return (
    <Faltrad {...rad} tips={anvandsInte ?? rad.tips} krav={anvandsInte === undefined && rad.krav === true}>
      <RadioGroup
        layout="horizontal"
        className={css.val}
        value={anvandsInte === undefined ? (varde ?? '') : ''}
        disabled={anvandsInte !== undefined}
        onChange={(_, { value }) => onVarde(value)}
        onBlur={() => leave(rad.falt)}
      >
        {val.map((one) => (
          <Radio key={one.varde} value={one.varde} label={one.namn} disabled={one.avstangd === true} />
        ))}
      </RadioGroup>
    </Faltrad>
  );
}
