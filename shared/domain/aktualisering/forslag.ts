import type { IsoDate } from '../../util/datum.ts';
import type { Varde } from '../katalog/varden.ts';
import type { Aktualisering } from './records.ts';
import { egnaMyndighetenKod, typerFor } from './typer.ts';

type Egen = { anvandareId: string; organisationId: string };

/**
 * What the form starts with: the user as handläggare (FRAGA-12) and their unit (FORB-10); of an omprövning also its type, its
 * day and the own authority (AKT-11). Of an ansökan the day and the applicant are facts that only the letter tells.
 */
export function foreslagenAktualisering(
  slag: Aktualisering['slag'],
  egen: Egen,
  listor: { aktualiseringstyp: Varde[]; franVem: Varde[] },
  today: IsoDate,
): { datum: IsoDate | ''; franVem: string; typ: string; ansvarigHandlaggareId: string; organisationId: string } {
  const ansvar = { ansvarigHandlaggareId: egen.anvandareId, organisationId: egen.organisationId };
  if (slag === 'ansokan') return { datum: '', franVem: '', typ: '', ...ansvar };
  return {
    datum: today,
    franVem: listor.franVem.find(({ kod }) => kod === egnaMyndighetenKod)?.namn ?? '',
    typ: typerFor(slag, listor.aktualiseringstyp)[0]?.namn ?? '',
    ...ansvar,
  };
}
