import { Field } from '@fluentui/react-components';
import { ErrorCircle12Filled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { type Faltprops, useFormularlage } from './kontext.ts';
import { useRadstil } from './stil.ts';

/** The row of one control: its label, what is wrong with it, what it means. The control inside takes all that from Fluent's Field. */
export function Faltrad({ falt, etikett, krav = false, tips, children }: Omit<Faltprops, 'anvandsInte'> & { children: ReactNode }) {
  const css = useRadstil();
  const fel = useFormularlage().felFor(falt);
  return (
    <Field
      label={etikett}
      required={krav}
      orientation="horizontal"
      className={css.rad}
      data-falt={falt}
      {...(tips === undefined ? {} : { hint: tips })}
      {...(fel === undefined
        ? {}
        : { validationMessage: fel, validationState: 'error' as const, validationMessageIcon: <ErrorCircle12Filled /> })}
    >
      {children}
    </Field>
  );
}
