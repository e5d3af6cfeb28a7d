import { Menu, MenuItem, MenuList, MenuPopover, type PositioningVirtualElement } from '@fluentui/react-components';
import type { ReactElement } from 'react';

export type MenyRad = {
  id: string;
  namn: string;
  ikon?: ReactElement;
  tangent?: string;
  onChoose: () => void;
  hinder?: string | undefined;
};

/** Where to show the menu: the pointer, or the focused row for Shift+F10 and the Menu key. */
export type Punkt = { x: number; y: number };

const atPoint = ({ x, y }: Punkt): PositioningVirtualElement => ({
  getBoundingClientRect: () => ({ x, y, top: y, left: x, bottom: y, right: x, width: 0, height: 0 }),
});

/** A menu at a point; entries that cannot be chosen stay, dimmed, with the reason. */
export function Kontextmeny({ punkt, rader, onClose }: { punkt: Punkt | null; rader: MenyRad[]; onClose: () => void }) {
  if (!punkt) return null;
  return (
    <Menu
      open
      onOpenChange={(_, { open }) => !open && onClose()}
      positioning={{ target: atPoint(punkt), position: 'below', align: 'start' }}
    >
      <MenuPopover>
        <MenuList>
          {rader.map(({ id, namn, ikon, tangent, onChoose, hinder }) => (
            <MenuItem
              key={id}
              {...(ikon ? { icon: ikon } : {})}
              {...(tangent ? { secondaryContent: tangent } : {})}
              {...(hinder ? { title: hinder } : {})}
              disabled={hinder !== undefined}
              onClick={onChoose}
            >
              {namn}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
