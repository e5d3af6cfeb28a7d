import { z } from 'zod';
import { type Delvis, type Ivouppgift, ivoomraden, slutorsaker } from '../../../shared/domain/ivo/records.ts';
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
  delvisFran: z.string(),
  delvisTill: z.string(),
  delvisSaknas: z.string(),
});
export type Uppgiftsformular = z.infer<typeof uppgiftsformular>;

export const uppgiftAv = (post: { id: string; data: Ivouppgift } | undefined): Uppgiftsformular => ({
  ...{ basRev: post?.data.rev ?? null, uppgiftId: post?.id ?? newId(), rev: newId() },
  ...{ orsak: post?.data.orsak ?? '', foljder: post?.data.foljder ?? '', andraInsatser: post?.data.andraInsatser ?? '' },
  ...{ nastaUppfoljning: post?.data.nastaUppfoljning ?? '', ingetErbjudet: post?.data.ingetErbjudet ?? false },
  ...delvisAv(post?.data.delvis?.at(-1)),
  ...(post?.data.omrade ? { omrade: post.data.omrade } : {}),
  ...(post?.data.slutorsak ? { slutorsak: post.data.slutorsak } : {}),
});

const delvisAv = (del: Delvis | undefined) => ({
  ...{ delvisFran: del?.fran ?? '', delvisTill: del?.till ?? '', delvisSaknas: del?.saknas ?? '' },
});
const harDelvis = ({ delvisFran, delvisTill, delvisSaknas }: Uppgiftsformular): boolean =>
  [delvisFran, delvisTill, delvisSaknas].some((text) => text.trim() !== '');

/** What is known is kept, whatever is still missing: the list says what. */
export function uppgiftsfel(varden: Uppgiftsformular, idag: IsoDate): Fel[] {
  const { nastaUppfoljning, delvisFran, delvisTill, delvisSaknas } = varden;
  const krav = harDelvis(varden);
  const [fran, till] = [dagAv(delvisFran, idag), dagAv(delvisTill, idag)];
  const fore = fran !== undefined && till !== undefined && till < fran ? 'Sista dagen ligger före den första.' : undefined;
  const dagar = {
    nastaUppfoljning: datumfel(nastaUppfoljning, idag, { krav: false, framtid: true }),
    delvisFran: datumfel(delvisFran, idag, { krav, framtid: false }),
    delvisTill: datumfel(delvisTill, idag, { krav: false, framtid: false }) ?? fore,
  };
  return [
    ...Object.entries(dagar).flatMap(([falt, text]) => (text === undefined ? [] : [{ falt, text }])),
    ...(krav && delvisSaknas.trim() === '' ? [{ falt: 'delvisSaknas', text: 'Skriv vad som saknas.' }] : []),
  ];
}

export function uppgiftskommando(personId: string, beslutId: string, varden: Uppgiftsformular, idag: IsoDate): FormCommand {
  const { basRev, ingetErbjudet, nastaUppfoljning, andraInsatser, omrade, slutorsak, delvisFran, delvisTill, delvisSaknas, ...rest } =
    varden;
  const dag = dagAv(nastaUppfoljning, idag);
  const till = dagAv(delvisTill, idag);
  return {
    name: 'ivo.spara',
    input: {
      ...{ personId, beslutId, sedd: basRev, ...rest },
      ...(andraInsatser.trim() === '' ? {} : { andraInsatser }),
      ...(dag === undefined ? {} : { nastaUppfoljning: dag }),
      ...(ingetErbjudet ? { ingetErbjudet: true as const } : {}),
      ...(omrade ? { omrade } : {}),
      ...(slutorsak ? { slutorsak } : {}),
      delvis: harDelvis(varden) ? { fran: dagAv(delvisFran, idag), saknas: delvisSaknas, ...(till === undefined ? {} : { till }) } : null,
    },
  };
}
