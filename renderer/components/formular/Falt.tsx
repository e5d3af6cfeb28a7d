import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { ErrorBar } from '../ErrorBar.tsx';

const useStyles = makeStyles({ falt: { minWidth: 0, margin: 0, padding: 0, border: 0 } });

type Props = {
  /** The user's roles may only read them. */
  lases: boolean;
  className: string;
  children: ReactNode;
};

/** The fields of a form. Whoever may only read them is told so before anything is typed. */
export function Falt({ lases, className, children }: Props) {
  const css = useStyles();
  return (
    <>
      {lases && <ErrorBar slag="info" vad="Du kan läsa men inte ändra här." gor="Din roll får inte spara det här formuläret." />}
      <fieldset disabled={lases} className={mergeClasses(css.falt, className)}>
        {children}
      </fieldset>
    </>
  );
}
