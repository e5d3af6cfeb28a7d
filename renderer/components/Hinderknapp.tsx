import { Button, Tooltip } from '@fluentui/react-components';
import type { ReactElement } from 'react';

export type Hinderknappprops = {
  namn: string;
  onClick: () => void;
  /** Why it cannot be chosen now: it stays reachable, dimmed, and says so. */
  hinder?: string | undefined;
  /** As written to the user, e.g. `Ctrl+U`. */
  tangent?: string | undefined;
  ikon?: ReactElement;
  primar?: boolean;
};

/** A button with words that keeps its place when it cannot be used, with the reason. */
export function Hinderknapp({ namn, onClick, hinder, tangent, ikon, primar = false }: Hinderknappprops) {
  const knapp = (
    <Button
      size="small"
      appearance={primar ? 'primary' : 'secondary'}
      disabledFocusable={hinder !== undefined}
      {...(ikon ? { icon: ikon } : {})}
      onClick={() => hinder === undefined && onClick()}
    >
      {namn}
    </Button>
  );
  const tip = hinder ?? tangent;
  return tip === undefined ? (
    knapp
  ) : (
    <Tooltip content={tip} relationship="description" withArrow>
      {knapp}
    </Tooltip>
  );
}
