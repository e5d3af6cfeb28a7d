import { z } from 'zod';
import { forslagEfterAvbrott } from '../../../shared/domain/bestallning/forslag.ts';
import { avbrottsfel } from '../../../shared/domain/bestallning/ny-efter-avbrott.ts';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { newId } from '../../state/core.ts';
import type { Fel } from '../../state/useFormular.ts';

/** All that is asked for after an avbrott (FORB-38). */
export const avbrottsvarden = z.object({
  bestallningId: z.string(),
  bevakningId: z.string(),
  avbrottsdatum: z.string(),
  /** Undefined = as in the earlier order. */
  bestallningstext: z.string().optional(),
});
export type Avbrottsvarden = z.infer<typeof avbrottsvarden>;
export const nyttAvbrott = (): Avbrottsvarden => ({ bestallningId: newId(), bevakningId: newId(), avbrottsdatum: '' });

export type Avbrottsunderlag = { akt: AktVy; katalog: KatalogVy; tidigare: AktVy['bestallningar'][number]; idag: IsoDate };

/** The new order as the rule makes it of the earlier one; undefined until the date can be read. */
export function efterAvbrott({ akt, katalog, tidigare, idag }: Avbrottsunderlag, { avbrottsdatum }: Avbrottsvarden) {
  const dag = dagAv(avbrottsdatum, idag);
  const beslut = akt.beslut.find(({ id }) => id === tidigare.data.beslutId)?.data;
  return dag === undefined || !beslut ? undefined : forslagEfterAvbrott(tidigare.data, beslut, dag, katalog.egen);
}

export function avbrottsfaltfel(underlag: Avbrottsunderlag, varden: Avbrottsvarden): Fel[] {
  const text = datumfel(varden.avbrottsdatum, underlag.idag, { krav: true, framtid: true });
  if (text) return [{ falt: 'avbrottsdatum', text }];
  const ny = efterAvbrott(underlag, varden);
  const refused = ny && avbrottsfel(underlag.tidigare, { ...ny, gallerTom: ny.gallerTom }, underlag.akt.bestallningar);
  if (!refused) return [];
  const { vad, gor } = ordForAvslag(refused.code);
  return [{ falt: 'avbrottsdatum', text: `${vad} ${gor}` }];
}

export function avbrottskommando(underlag: Avbrottsunderlag, varden: Avbrottsvarden): FormCommand<'bestallning.nyEfterAvbrott'> {
  const ny = efterAvbrott(underlag, varden);
  const bestallningstext = (varden.bestallningstext ?? ny?.bestallningstext ?? '').trim();
  return {
    name: 'bestallning.nyEfterAvbrott',
    input: {
      personId: underlag.akt.personId,
      bestallningId: varden.bestallningId,
      tidigareId: underlag.tidigare.id,
      avbrottsdatum: dagAv(varden.avbrottsdatum, underlag.idag),
      utforareId: ny?.utforareId,
      utforarOrganisationId: ny?.utforarOrganisationId,
      bestallarOrganisationId: ny?.bestallarOrganisationId,
      insatser: ny?.insatser,
      omfattning: ny?.omfattning,
      ...(bestallningstext === '' ? {} : { bestallningstext }),
      bevakningId: varden.bevakningId,
    },
  };
}
