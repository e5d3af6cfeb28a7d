import type { BevakningRad } from '../../../shared/ipc/views.ts';
import { showDokumentation, showYta } from '../../state/arbetsyta.ts';
import { openKund } from '../../state/openKund.ts';

/** Where in her akt what the bevakning is about stands, and what shows it there when it is no node of the tree. */
export function platsFor(rad: BevakningRad): { nodId: string; sedan: () => void } {
  const { personId } = rad.person;
  const { type, id } = rad.ref;
  const not = rad.slag === 'beraknad' ? rad.not : undefined;
  const sedan = () => {
    if (not) showDokumentation(personId, not.dokumentation, { rubrikKod: not.rubrikKod, anteckningId: id });
    if (type === 'aktualisering') showYta(personId, { slag: 'arende', flik: 'aktualisering', aktualiseringId: id });
  };
  return { nodId: type === 'person' ? 'personuppgifter' : `${type}/${id}`, sedan };
}

/** The kund, at what the bevakning is about (BEV-04). */
export async function openHorTill(rad: BevakningRad): Promise<void> {
  const plats = platsFor(rad);
  if (await openKund(rad.person.personId, plats)) plats.sedan();
}
