import { Input, makeStyles } from '@fluentui/react-components';
import { CalendarLtr16Regular } from '@fluentui/react-icons';
import { type Ref, useRef } from 'react';
import type { IsoDate } from '../../shared/util/datum.ts';
import { readDatum } from './datumtext.ts';

const useStyles = makeStyles({
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

export type DatumrutaProps = {
  /** What the date is, for the calendar's button. */
  etikett: string;
  /** As typed; becomes `YYYY-MM-DD` when the box is left with a date that can be read. */
  text: string;
  onText: (text: string) => void;
  onLeave?: () => void;
  idag: IsoDate;
  /** Days after today may be chosen. */
  framtid: boolean;
  /** The first day the calendar offers. */
  fran?: IsoDate | undefined;
  /** Shown while the box is empty, e.g. `Tills vidare`. */
  tomText?: string;
  /** Accessible name, where no label of a field gives it. */
  namn?: string;
  ogiltig?: boolean;
  avstangd?: boolean;
  ref?: Ref<HTMLInputElement>;
};

/** The box of a date as people type it, with the calendar beside; the field around it says what is wrong. */
export function Datumruta({
  etikett,
  text,
  onText,
  onLeave,
  idag,
  framtid,
  fran,
  tomText,
  namn,
  ogiltig,
  avstangd = false,
  ref,
}: DatumrutaProps) {
  const css = useStyles();
  const calendar = useRef<HTMLInputElement>(null);
  const last = readDatum(text, idag, { framtid });
  return (
    <span className={css.plats}>
      <Input
        size="small"
        className={css.ruta}
        value={text}
        disabled={avstangd}
        {...(tomText === undefined ? {} : { placeholder: tomText })}
        {...(namn === undefined ? {} : { 'aria-label': namn })}
        {...(ogiltig === undefined ? {} : { 'aria-invalid': ogiltig })}
        input={{ ref: ref ?? null }}
        onChange={(_, data) => onText(data.value)}
        onBlur={() => {
          if (last.ok && last.dag !== text) onText(last.dag);
          onLeave?.();
        }}
        contentAfter={
          <button
            type="button"
            className={css.knapp}
            disabled={avstangd}
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
        min={fran}
        max={framtid ? undefined : idag}
        onChange={(event) => event.target.value !== '' && onText(event.target.value)}
      />
    </span>
  );
}
