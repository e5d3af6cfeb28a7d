import { readYta } from './arbetsyta.ts';
import { useKundvy } from './kundvy.ts';
import { type Tab, tabId, useTabs } from './tabs.ts';

/** Views that help and the municipality's routines are about: a tab, or what the work area of a kund shows. */
export const vyer = [
  ...([
    'mina',
    'sok',
    'sokverktyg',
    'bevakningar',
    'ivo',
    'statistik',
    'natt',
    'inkomst',
    'avgift',
    'enheten',
    'inkorg',
    'meddelanden',
    'utkorg',
  ] as const),
  ...(['kund', 'personuppgifter', 'dokumentation', 'verkstallighet', 'utskrift', 'bindare', 'handling'] as const),
  ...(['utredning', 'aktualiseringar', 'beslut', 'bestallning', 'bedomning', 'tidslinje', 'infoga'] as const),
  ...(['aktualisering', 'inled', 'lass', 'avsluta'] as const),
] as const;
export type Vy = (typeof vyer)[number];
const isVy = (namn: unknown): namn is Vy => (vyer as readonly unknown[]).includes(namn);

/** The view that the user has before them. */
export function useVy(): Vy {
  const tab = useTabs(({ tabs, aktiv }): Tab | undefined => tabs.find((one) => tabId(one) === aktiv));
  const yta = useKundvy(tab?.slag === 'kund' ? tab.personId : '')?.yta;
  if (!tab) return 'mina';
  if (tab.slag !== 'kund') return tab.slag;
  const shown = readYta(yta);
  if (!shown) return 'kund';
  const del = 'flik' in shown && shown.flik !== undefined ? shown.flik : shown.slag;
  return isVy(del) ? del : 'kund';
}
