import type { ReactElement } from 'react';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { Datumruta } from '../Datumruta.tsx';
import { datumfelOrd, readDatum } from '../datumtext.ts';
import { Faltrad } from './Faltrad.tsx';
import { type Faltprops, useFormularlage } from './kontext.ts';

export type Datumradprops = Faltprops & {
  /** As typed; `YYYY-MM-DD` once it is left with a date that can be read. */
  text: string;
  onText: (text: string) => void;
  idag: IsoDate;
  /** Days after today may be chosen. */
  framtid: boolean;
  fran?: IsoDate;
  tomText?: string;
  /** Under the box: days to choose between. */
  forslag?: ReactElement;
};

/** A date in a form. */
export function Datumrad({ text, onText, idag, framtid, fran, tomText, forslag, anvandsInte, ...rad }: Datumradprops) {
  const { leave } = useFormularlage();
  return (
    <Faltrad {...rad} {...(forslag === undefined ? {} : { tips: forslag })} krav={anvandsInte === undefined && rad.krav === true}>
      <Datumruta
        etikett={rad.etikett}
        text={anvandsInte === undefined ? text : ''}
        onText={onText}
        onLeave={() => leave(rad.falt)}
        idag={idag}
        framtid={framtid}
        fran={fran}
        avstangd={anvandsInte !== undefined}
        {...((anvandsInte ?? tomText) === undefined ? {} : { tomText: anvandsInte ?? tomText ?? '' })}
      />
    </Faltrad>
  );
}

/**
 * What is wrong with a typed date; undefined when nothing is.
 * @param val.krav an empty box is a fault
 */
export function datumfel(text: string, idag: IsoDate, val: { krav: boolean; framtid: boolean }): string | undefined {
  if (text.trim() === '' && !val.krav) return undefined;
  const last = readDatum(text, idag, val);
  return last.ok ? undefined : datumfelOrd[last.fel];
}

/** The day a typed date means, `YYYY-MM-DD`; undefined while it is empty or cannot be read. */
export function dagAv(text: string, idag: IsoDate): IsoDate | undefined {
  const last = readDatum(text, idag, { framtid: true });
  return last.ok ? last.dag : undefined;
}
