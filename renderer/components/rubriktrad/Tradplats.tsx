import { OverlayDrawer } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Splitter } from '../Splitter.tsx';

type Props = {
  /** Little room: the tree is a drawer. */
  smal: boolean;
  /** Shown beside the work area, where there is room. */
  visas: boolean;
  ladaOppen: boolean;
  onLada: (open: boolean) => void;
  /** Of the splitter. */
  etikett: string;
  bredd: number;
  min: number;
  forval: number;
  onBredd: (px: number) => void;
  children: ReactNode;
};

const widest = 560;
const drawerWidth = 332;

/** Where a rubrikträd stands: to the left, as wide as the user has made it, or in a drawer over the rest. */
export function Tradplats({ smal, visas, ladaOppen, onLada, etikett, bredd, min, forval, onBredd, children }: Props) {
  if (smal) {
    return (
      <OverlayDrawer
        open={ladaOppen}
        onOpenChange={(_, { open }) => onLada(open)}
        position="start"
        aria-label="Rubrikträd"
        data-lada
        style={{ width: drawerWidth }}
      >
        {children}
      </OverlayDrawer>
    );
  }
  if (!visas) return null;
  return (
    <>
      <div style={{ width: bredd, flexShrink: 0, minHeight: 0 }}>{children}</div>
      <Splitter etikett={etikett} riktning="lodrat" varde={bredd} min={min} max={widest} forval={forval} onChange={onBredd} />
    </>
  );
}
