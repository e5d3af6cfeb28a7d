import { z } from 'zod';
import type { Franvaro } from '../../../shared/domain/franvaro/records.ts';
import { datumhinder, overlappad } from '../../../shared/domain/franvaro/regler.ts';
import type { Verkstallighet } from '../../../shared/domain/verkstallighet/records.ts';
import type { AktPost } from '../../../shared/ipc/views.ts';
import { dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { newId } from '../../state/core.ts';
import type { Fel } from '../../state/useFormular.ts';

export const franvaroschema = z.object({
  basRev: z.string().nullable(),
  franvaroId: z.string(),
  rev: z.string(),
  planerad: z.boolean(),
  orsak: z.string(),
  beskrivning: z.string(),
  fran: z.string(),
  till: z.string(),
  kostForsta: z.boolean(),
  kostSista: z.boolean(),
});
export type Franvarovarden = z.infer<typeof franvaroschema>;

export const franvarovarden = (post: { id: string; data: Franvaro } | undefined, idag: string): Franvarovarden => ({
  ...{ basRev: post?.data.rev ?? null, franvaroId: post?.id ?? newId(), rev: newId() },
  ...{ planerad: post?.data.planerad ?? false, orsak: post?.data.orsak ?? '', beskrivning: post?.data.beskrivning ?? '' },
  ...{ fran: post?.data.fran ?? idag, till: post?.data.till ?? '' },
  ...{ kostForsta: post?.data.kostForsta ?? true, kostSista: post?.data.kostSista ?? true },
});

/** `2026-11-14 – 2026-11-23`, `2026-11-14 – öppen` */
export const franvarotid = ({ fran, till }: Pick<Franvaro, 'fran' | 'till'>): string => `${fran} – ${till ?? 'öppen'}`;

const utanfor = ({ startdatum, slutdatum }: Verkstallighet): string =>
  `Verkställigheten gäller ${startdatum} – ${slutdatum ?? 'tills vidare'}. Välj en dag däremellan.`;

/** What is wrong with the days of one, by the rules that its command has. */
export function dagfel(
  { fran, till, kostForsta, kostSista, franvaroId }: Pick<Franvarovarden, 'fran' | 'till' | 'kostForsta' | 'kostSista' | 'franvaroId'>,
  idag: string,
  verkstallighet: AktPost<Verkstallighet>,
  alla: readonly AktPost<Franvaro>[],
): Fel[] {
  const franfel = datumfel(fran, idag, { krav: true, framtid: true });
  const tillfel = datumfel(till, idag, { krav: false, framtid: true });
  const [forsta, sista] = [dagAv(fran, idag), dagAv(till, idag)];
  if (franfel !== undefined || tillfel !== undefined || forsta === undefined)
    return [
      ...(franfel === undefined ? [] : [{ falt: 'fran', text: franfel }]),
      ...(tillfel === undefined ? [] : [{ falt: 'till', text: tillfel }]),
    ];
  const dagar = { fran: forsta, ...(sista === undefined ? {} : { till: sista }), kostForsta, kostSista };
  const hinder = datumhinder(verkstallighet.data, dagar);
  if (hinder)
    return [
      {
        falt: hinder.field,
        text:
          hinder.field === 'till' && hinder.code === 'datum-fore'
            ? 'Till är före från. Välj samma dag eller en senare.'
            : utanfor(verkstallighet.data),
      },
    ];
  // One without an end goes no further than its verkställighet does.
  const slut = sista ?? verkstallighet.data.slutdatum;
  const annan = overlappad(alla, verkstallighet.id, franvaroId, { ...dagar, ...(slut === undefined ? {} : { till: slut }) });
  return annan
    ? [
        {
          falt: 'fran',
          text: `Det finns redan en frånvaro de dagarna: ${franvarotid(annan.data)}, ${annan.data.orsak}. Ändra den, eller välj andra dagar.`,
        },
      ]
    : [];
}
