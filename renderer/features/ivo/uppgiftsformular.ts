import { z } from 'zod';
import { type Ivouppgift, ivoomraden, slutorsaker } from '../../../shared/domain/ivo/records.ts';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { newId } from '../../state/core.ts';
import type { Fel } from '../../state/useFormular.ts';

/** The form of what the report to IVO tells of a bifall, as it is filled in, also as a draft on disk. */
export const uppgiftsformular = z.object({
  basRev: z.string().nullable(),
  uppgiftId: z.string(),
  rev: z.string(),
  orsak: z.string(),
  foljder: z.string(),
  andraInsatser: z.string(),
  nastaUppfoljning: z.string(),
  ingetErbjudet: z.boolean(),
  omrade: z.enum(ivoomraden).optional(),
  slutorsak: z.enum(slutorsaker).optional(),
});
export type Uppgiftsformular = z.infer<typeof uppgiftsformular>;

export const uppgiftAv = (post: { id: string; data: Ivouppgift } | undefined): Uppgiftsformular => ({
  ...{ basRev: post?.data.rev ?? null, uppgiftId: post?.id ?? newId(), rev: newId() },
  ...{ orsak: post?.data.orsak ?? '', foljder: post?.data.foljder ?? '', andraInsatser: post?.data.andraInsatser ?? '' },
  ...{ nastaUppfoljning: post?.data.nastaUppfoljning ?? '', ingetErbjudet: post?.data.ingetErbjudet ?? false },
  ...(post?.data.omrade ? { omrade: post.data.omrade } : {}),
  ...(post?.data.slutorsak ? { slutorsak: post.data.slutorsak } : {}),
});

/** What is known is kept, whatever is still missing: the list says what. */
export function uppgiftsfel({ nastaUppfoljning }: Uppgiftsformular, idag: IsoDate): Fel[] {
  const fel = datumfel(nastaUppfoljning, idag, { krav: false, framtid: true });
  return fel === undefined ? [] : [{ falt: 'nastaUppfoljning', text: fel }];
}

export function uppgiftskommando(
  personId: string,
  beslutId: string,
  { basRev, ingetErbjudet, nastaUppfoljning, andraInsatser, omrade, slutorsak, ...rest }: Uppgiftsformular,
  idag: IsoDate,
): FormCommand {
  const dag = dagAv(nastaUppfoljning, idag);
  return {
    name: 'ivo.spara',
    input: {
      ...{ personId, beslutId, sedd: basRev, ...rest },
      ...(andraInsatser.trim() === '' ? {} : { andraInsatser }),
      ...(dag === undefined ? {} : { nastaUppfoljning: dag }),
      ...(ingetErbjudet ? { ingetErbjudet: true as const } : {}),
      ...(omrade ? { omrade } : {}),
      ...(slutorsak ? { slutorsak } : {}),
    },
  };
}
