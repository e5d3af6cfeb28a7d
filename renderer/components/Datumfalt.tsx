import { Field, makeStyles } from '@fluentui/react-components';
import { type Ref, useState } from 'react';
import type { IsoDate } from '../../shared/util/datum.ts';
import { Datumruta } from './Datumruta.tsx';
import { datumfelOrd, readDatum } from './datumtext.ts';

const useStyles = makeStyles({
  falt: { '& .fui-Field__label': { whiteSpace: 'nowrap', paddingTop: '3px', paddingBottom: 0 } },
});

export type DatumfaltProps = {
  etikett: string;
  /** As typed; becomes `YYYY-MM-DD` when the field is left with a date that can be read. */
  text: string;
  onText: (text: string) => void;
  idag: IsoDate;
  framtid: boolean;
  ref?: Ref<HTMLInputElement>;
};

/** A date as people type it, with the calendar beside; its fault stands under it once it has been left. */
export function Datumfalt({ etikett, text, onText, idag, framtid, ref }: DatumfaltProps) {
  const css = useStyles();
  const [left, setLeft] = useState(true);
  const last = readDatum(text, idag, { framtid });
  const fel = left && !last.ok ? datumfelOrd[last.fel] : undefined;
  return (
    <Field
      size="small"
      className={css.falt}
      label={etikett}
      required
      orientation="horizontal"
      style={{ gridTemplateColumns: 'auto 1fr', columnGap: 8 }}
      {...(fel ? { validationMessage: fel, validationState: 'error' as const } : {})}
    >
      <Datumruta
        etikett={etikett}
        text={text}
        idag={idag}
        framtid={framtid}
        onText={(next) => {
          setLeft(false);
          onText(next);
        }}
        onLeave={() => setLeft(true)}
        {...(ref ? { ref } : {})}
      />
    </Field>
  );
}
