import { compare } from '../../util/compare.ts';
import type { Change, RejectionCode } from '../command.ts';
import { kanHaLssInsatser } from '../katalog/uppslag.ts';
import { lssInsatserKategori, oppenLssInsatser } from '../lss-insatser.ts';
import { isOngoingBeslut } from '../pagaende.ts';
import type { Post } from '../post.ts';
import type { Verkstallighet } from '../verkstallighet/records.ts';
import type { BeslutFakta } from './fakta.ts';
import type { Beslutsutkast, LssInsatserVal } from './input.ts';
import type { Beslut } from './records.ts';

/** FORB-27: whether a bifall asks for LSS Insatser, and the one that is open. `kravs` and no `oppen` = it is to be opened. */
export function behoverLssInsatser(
  { insatser, verkstalligheter }: Pick<BeslutFakta, 'insatser' | 'verkstalligheter'>,
  nya: Pick<Beslutsutkast, 'insatsId' | 'utfall'>[],
  today: string,
): { kravs: boolean; oppen?: Post<Verkstallighet> } {
  const lss = new Set(insatser.filter(({ data }) => data.lagrum === 'LSS').map(({ id }) => id));
  const kravs = nya.some(({ insatsId, utfall }) => utfall === 'bifall' && insatsId !== undefined && lss.has(insatsId));
  const oppen = oppenLssInsatser(verkstalligheter, today);
  return { kravs, ...(oppen ? { oppen } : {}) };
}

/** VERK-01, FORB-27: the oldest bifall of a kund that goes on and has no open LSS Insatser to lie under; undefined = all is well. */
export function bifallUtanLssInsatser(
  fakta: Pick<BeslutFakta, 'insatser' | 'beslut' | 'verkstalligheter'>,
  today: string,
): Post<Beslut> | undefined {
  if (oppenLssInsatser(fakta.verkstalligheter, today)) return undefined;
  return fakta.beslut
    .filter(({ data }) => isOngoingBeslut(data, today) && !data.avslutad && behoverLssInsatser(fakta, [data], today).kravs)
    .sort((a, b) => compare(a.data.beslutsdatum, b.data.beslutsdatum) || compare(a.id, b.id))[0];
}

type Fel = { kod: RejectionCode; falt: string };

/** Why the choice made about LSS Insatser does not do; undefined when it does. */
export function lssInsatserFel(
  fakta: Pick<BeslutFakta, 'utforare' | 'organisationer' | 'verkstalligheter'>,
  val: LssInsatserVal | undefined,
  behov: ReturnType<typeof behoverLssInsatser>,
): Fel | undefined {
  if (!behov.kravs) return val?.slag === 'oppna' ? { kod: 'inget-bifall', falt: 'lssInsatser' } : undefined;
  if (val === undefined || val.slag === 'finns')
    return behov.oppen && val ? undefined : { kod: 'lss-insatser-saknas', falt: 'lssInsatser' };
  if (behov.oppen) return { kod: 'lss-insatser-finns', falt: 'lssInsatser' };
  if (val.slag === 'avsta') return undefined;
  const utforare = fakta.utforare.find(({ id }) => id === val.utforareId)?.data;
  if (!utforare || !kanHaLssInsatser(utforare)) return { kod: 'utforare-stammer-inte', falt: 'lssInsatser.utforareId' };
  if (!fakta.organisationer.some(({ id }) => id === val.organisationId))
    return { kod: 'finns-inte-i-katalogen', falt: 'lssInsatser.organisationId' };
  const finns = fakta.verkstalligheter.some(({ id }) => id === val.verkstallighetId);
  return finns ? { kod: 'finns-redan', falt: 'lssInsatser.verkstallighetId' } : undefined;
}

/** Opens LSS Insatser in the same operation (VERK-07, FRAGA-29: from the beslutsdatum, for LASS from the beslut's own start), for the unit that decides. */
export const oppnaLssInsatser = (val: LssInsatserVal | undefined, startdatum: string, enhet: string | undefined): Change[] =>
  val?.slag === 'oppna'
    ? [
        {
          op: 'put',
          type: 'verkstallighet',
          id: val.verkstallighetId,
          data: {
            insatskategori: lssInsatserKategori,
            utforareId: val.utforareId,
            organisationId: val.organisationId,
            startdatum,
            lssInsatser: true,
            ...(enhet === undefined ? {} : { enhet }),
          },
        },
      ]
    : [];
