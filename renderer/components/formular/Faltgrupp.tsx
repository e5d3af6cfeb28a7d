import { Label, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { Felrad, Tipsrad } from './Felrad.tsx';
import { type Faltprops, useFormularlage } from './kontext.ts';
import { useRadstil } from './stil.ts';

export type Faltgruppprops = Omit<Faltprops, 'anvandsInte'> & {
  children: ReactNode;
  /** Fields of the controls inside, where each has its own fault; only the faulty one is red. */
  delfalt?: readonly string[];
};

/**
 * A row of several controls that belong together (hours and minutes, two dates, a set of boxes): one fieldset, so that
 * Fluent's Field does not paint them all red for the fault of one.
 */
export function Faltgrupp({ falt, etikett, krav = false, tips, delfalt = [], children }: Faltgruppprops) {
  const css = useRadstil();
  const id = useId();
  const { felFor } = useFormularlage();
  const fel = [falt, ...delfalt].flatMap((one) => felFor(one) ?? []);
  const described = [...fel.map((_, at) => `${id}-fel${at}`), ...(tips === undefined ? [] : [`${id}-tips`])].join(' ');
  return (
    <fieldset
      className={mergeClasses(css.grupp, css.rad)}
      data-falt={falt}
      aria-labelledby={`${id}-etikett`}
      {...(described === '' ? {} : { 'aria-describedby': described })}
    >
      <Label id={`${id}-etikett`} className={css.etikett} required={krav}>
        {etikett}
      </Label>
      <div className={css.kontroll}>
        <div className={css.iRad}>{children}</div>
        {fel.map((text, at) => (
          <Felrad key={text} id={`${id}-fel${at}`} text={text} />
        ))}
        {tips !== undefined && <Tipsrad id={`${id}-tips`} text={tips} />}
      </div>
    </fieldset>
  );
}
