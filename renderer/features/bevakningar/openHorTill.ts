import type { BevakningRad } from '../../../shared/ipc/views.ts';
import { showDokumentation, showYta } from '../../state/arbetsyta.ts';
import { openKund } from '../../state/openKund.ts';

/** The kund, at what the bevakning is about (BEV-04). */
export async function openHorTill(rad: BevakningRad): Promise<void> {
  const { personId } = rad.person;
  const { type, id } = rad.ref;
  const not = rad.slag === 'beraknad' ? rad.not : undefined;
  const sedan = () => {
    if (not) showDokumentation(personId, not.dokumentation, { rubrikKod: not.rubrikKod, anteckningId: id });
    if (type === 'aktualisering') showYta(personId, { slag: 'arende', flik: 'aktualisering', aktualiseringId: id });
  };
  if (await openKund(personId, { nodId: type === 'person' ? 'personuppgifter' : `${type}/${id}`, sedan })) sedan();
}
