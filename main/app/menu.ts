import type { MenuItemConstructorOptions } from 'electron';

/**
 * The hidden menu (Alt shows it): it is what carries the keys for zoom, copy and paste. Electron's own would also offer
 * reload, developer tools and links out.
 */
export const menuTemplate: MenuItemConstructorOptions[] = [
  { label: 'Arkiv', submenu: [{ role: 'quit', label: 'Avsluta' }] },
  {
    label: 'Redigera',
    submenu: [
      { role: 'undo', label: 'Ångra' },
      { role: 'redo', label: 'Gör om' },
      { type: 'separator' },
      { role: 'cut', label: 'Klipp ut' },
      { role: 'copy', label: 'Kopiera' },
      { role: 'paste', label: 'Klistra in' },
      { role: 'selectAll', label: 'Markera allt' },
    ],
  },
  {
    label: 'Visa',
    submenu: [
      { role: 'zoomIn', label: 'Zooma in' },
      { role: 'zoomOut', label: 'Zooma ut' },
      { role: 'resetZoom', label: 'Normal storlek' },
      { role: 'togglefullscreen', label: 'Helskärm' },
    ],
  },
];
