import type { IvoradVy } from '../../../shared/ipc/ivo.ts';
import { showYta } from '../../state/arbetsyta.ts';
import { type Dialogpost, showArendedialog } from '../../state/arendedialog.ts';
import { openKund } from '../../state/openKund.ts';

/** Opens the kund at the beslut, with what is to be filled in over it: the opening is logged, and asks for a reason of who is protected. */
export async function openVid({ personId, beslutId }: IvoradVy, post: Dialogpost, id: string = beslutId): Promise<void> {
  const visa = () => showArendedialog({ personId, post, id });
  if (await openKund(personId, { nodId: `beslut/${beslutId}`, sedan: visa })) visa();
}

/** Opens the kund at the order form of the beslut. */
async function openBestallning({ personId, utredningId, beslutId }: IvoradVy): Promise<void> {
  const visa = () => showYta(personId, { slag: 'utredning', id: utredningId, flik: 'bestallning', beslutId });
  if (await openKund(personId, { nodId: `beslut/${beslutId}`, sedan: visa })) visa();
}

/** Where what a row lacks is filled in. */
export async function openBrist(rad: IvoradVy): Promise<void> {
  const [forst] = rad.saknas;
  if (forst === 'personnummer') await openKund(rad.personId, { nodId: 'personuppgifter' });
  else if (forst === 'erbjudande') await openVid(rad, 'erbjudanden');
  else if (forst === 'bestallning') await openBestallning(rad);
  // It is put into the catalogue, or the beslut is made anew.
  else if (forst === 'insats') await openKund(rad.personId, { nodId: `beslut/${rad.beslutId}` });
  else if (forst !== undefined) await openVid(rad, 'ivouppgift');
}
