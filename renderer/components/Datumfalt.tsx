import { Field, Input, makeStyles } from '@fluentui/react-components';
import { CalendarLtr16Regular } from '@fluentui/react-icons';
import { type Ref, useRef, useState } from 'react';
import type { IsoDate } from '../../shared/util/datum.ts';
import { datumfelOrd, lasDatum } from './datumtext.ts';

const useStyles = makeStyles({
  falt: { '& .fui-Field__label': { whiteSpace: 'nowrap', paddingTop: '3px', paddingBottom: 0 } },
  ruta: { width: '132px', minWidth: 0, fontVariantNumeric: 'tabular-nums' },
  // The browser's own calendar opens from this field; it is not shown itself.
  kalender: {
    position: 'absolute',
    right: 0,
    bottom: 0,
    width: '1px',
    height: '100%',
    opacity: 0,
    pointerEvents: 'none',
    border: 0,
    padding: 0,
  },
  plats: { position: 'relative', display: 'inline-flex' },
  knapp: {
    display: 'grid',
    placeItems: 'center',
    width: '24px',
    height: '22px',
    border: 0,
    padding: 0,
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
  },
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

/** A date as people type it (ui.md 11), with the calendar beside; its fault stands under it once it has been left. */
export function Datumfalt({ etikett, text, onText, idag, framtid, ref }: DatumfaltProps) {
  const css = useStyles();
  const calendar = useRef<HTMLInputElement>(null);
  const [left, setLeft] = useState(true);
  const last = lasDatum(text, idag, { framtid });
  const fel = left && !last.ok ? datumfelOrd[last.fel] : undefined;
  return (
    <Field
      className={css.falt}
      label={etikett}
      required
      orientation="horizontal"
      style={{ gridTemplateColumns: 'auto 1fr', columnGap: 8 }}
      {...(fel ? { validationMessage: fel, validationState: 'error' as const } : {})}
    >
      <span className={css.plats}>
        <Input
          size="small"
          className={css.ruta}
          value={text}
          input={{ ref: ref ?? null }}
          onChange={(_, data) => {
            setLeft(false);
            onText(data.value);
          }}
          onBlur={() => {
            setLeft(true);
            if (last.ok && last.dag !== text) onText(last.dag);
          }}
          contentAfter={
            <button
              type="button"
              className={css.knapp}
              aria-label={`Välj ${etikett.toLocaleLowerCase('sv')} i kalender`}
              onClick={() => calendar.current?.showPicker()}
            >
              <CalendarLtr16Regular aria-hidden />
            </button>
          }
        />
        <input
          ref={calendar}
          type="date"
          className={css.kalender}
          tabIndex={-1}
          aria-hidden
          value={last.ok ? last.dag : ''}
          max={framtid ? undefined : idag}
          onChange={(event) => event.target.value !== '' && onText(event.target.value)}
        />
      </span>
    </Field>
  );
}
