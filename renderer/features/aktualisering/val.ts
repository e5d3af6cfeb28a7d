import type { KatalogVy } from '../../../shared/ipc/views.ts';
import type { Val } from '../../components/formular/Valfalt.tsx';

/** Whom it can come from: the municipality's list, and what was chosen before the list was changed. */
export const franVemVal = (katalog: KatalogVy, valt: string): Val[] => {
  const namn = katalog.vardelistor.franVem.map((one) => one.namn);
  return [...new Set([...namn, ...(valt === '' ? [] : [valt])])].map((one) => ({ varde: one, namn: one }));
};
