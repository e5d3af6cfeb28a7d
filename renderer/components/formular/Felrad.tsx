import { ErrorCircle12Filled } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useRadstil } from './stil.ts';

/** A fault under its field: icon, what is wrong, the right value. */
export function Felrad({ id, text }: { id: string; text: string }) {
  const css = useRadstil();
  return (
    <div id={id} className={css.fel} role="alert">
      <ErrorCircle12Filled className={css.felikon} aria-hidden />
      <span>{text}</span>
    </div>
  );
}

export function Tipsrad({ id, text }: { id: string; text: string | ReactElement }) {
  return (
    <div id={id} className={useRadstil().tips}>
      {text}
    </div>
  );
}
