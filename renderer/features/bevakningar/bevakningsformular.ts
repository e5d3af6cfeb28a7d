import { z } from 'zod';
import { bevakningStatusar } from '../../../shared/domain/bevakning/records.ts';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import type { BevakningUnderlag, KatalogVy, LagdBevakningRad } from '../../../shared/ipc/views.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { newId } from '../../state/core.ts';
import type { Fel } from '../../state/useFormular.ts';
import { vardenFor } from './atgarder.ts';

const falten = { datum: z.string(), status: z.enum(bevakningStatusar), typ: z.string(), bevakasAvId: z.string(), text: z.string() };

/** The form of a bevakning as it is filled in, also as a draft on disk. */
export const bevakningsformular = z.object({
  /** What stands in the record it was filled from, as one text; null for a new one. */
  basRev: z.string().nullable(),
  bas: z.object(falten).nullable(),
  bevakningId: z.string(),
  /** Of a new one on the kund herself, for which of the user's units. */
  enhet: z.string().optional(),
  ...falten,
});
export type Bevakningsformular = z.infer<typeof bevakningsformular>;

/** As the form is filled from a bevakning: its own values tell whether another has changed it. */
export function formularAv(rad: LagdBevakningRad): Bevakningsformular {
  const varden = vardenFor(rad);
  return { basRev: JSON.stringify(varden), bas: varden, bevakningId: rad.id, ...varden };
}

/** A new one is the user's own, until they say whose. */
export const nyttFormular = ({ egen }: KatalogVy, { agare }: BevakningUnderlag): Bevakningsformular => ({
  ...{ basRev: null, bas: null, bevakningId: newId(), datum: '', status: 'Ej påbörjad', typ: '', text: '' },
  bevakasAvId: [egen.funktionId, egen.anvandareId].find((id) => agare.some((one) => one.id === id)) ?? '',
});

/** All that is wrong, in the order of the form. A day that stands already may have passed (BEV-08). */
export function bevakningsfel(
  { datum, bas, typ, bevakasAvId, enhet }: Bevakningsformular,
  idag: IsoDate,
  enheter: readonly string[],
): Fel[] {
  const dag = dagAv(datum, idag);
  const bakat = dag !== undefined && dag < idag && dag !== bas?.datum ? 'Datumet får inte ligga bakåt i tiden.' : undefined;
  const fel = datumfel(datum, idag, { krav: true, framtid: true }) ?? bakat;
  return [
    ...(fel === undefined ? [] : [{ falt: 'datum', text: fel }]),
    ...(typ === '' ? [{ falt: 'typ', text: 'Välj vad bevakningen är av för typ.' }] : []),
    ...(bevakasAvId === '' ? [{ falt: 'bevakasAvId', text: 'Välj vem som ska bevaka.' }] : []),
    ...(bas === null && enheter.length > 1 && enhet === undefined ? [{ falt: 'enhet', text: 'Välj för vilken enhet.' }] : []),
  ];
}

/** The command of Spara: a new one, or what is changed of the one that is there. */
export function bevakningskommando(
  personId: string,
  ref: BevakningUnderlag['ref'],
  { bas, bevakningId, enhet, status, ...falt }: Bevakningsformular,
  idag: IsoDate,
): FormCommand {
  const { basRev: _, ...resten } = falt;
  const varden = { ...resten, datum: dagAv(falt.datum, idag) ?? falt.datum, text: falt.text.trim() };
  return bas === null
    ? { name: 'bevakning.lagg', input: { personId, bevakningId, ref, ...(ref.type === 'person' && enhet ? { enhet } : {}), ...varden } }
    : { name: 'bevakning.andra', input: { personId, bevakningId, sedd: bas, till: { status, ...varden } } };
}
