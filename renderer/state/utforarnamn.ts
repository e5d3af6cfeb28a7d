import type { KatalogVy } from '../../shared/ipc/views.ts';

/** `LSS-handläggare 3 (Sara Nyström)`: a handläggarfunktion with its present holder (FORB-45), another utförare by its name. */
export function utforarnamn(katalog: Pick<KatalogVy, 'utforare'>, id: string): string {
  const found = katalog.utforare.find((one) => one.id === id);
  if (!found) return 'Okänd utförare';
  return found.innehavare === undefined ? found.data.namn : `${found.data.namn} (${found.innehavare})`;
}
