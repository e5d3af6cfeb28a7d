import { z } from 'zod';
import { brevmapp } from '../../../shared/domain/brevlada.ts';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import type { BrevVy } from '../../../shared/ipc/views.ts';
import { knytsTillAv } from '../../state/knytsTill.ts';
import type { Fel } from '../../state/useFormular.ts';

/** An attachment that is being connected to a place of an akt; a draft that names its bytes keeps them on this computer. */
export const infogaformular = z.object({
  personId: z.string(),
  sokt: z.string(),
  /** `utredning/<id>` */
  plats: z.string(),
  typ: z.string(),
  avsandare: z.string(),
  rubrik: z.string(),
  /** Of the document that it becomes, and of that which was attached. */
  dokumentId: z.string(),
  ...{ franId: z.string(), sha256: z.string(), storlek: z.number(), sidor: z.number(), mapp: brevmapp },
});
export type Infogavarden = z.infer<typeof infogaformular>;

/** Who sent it, as the akt may say it: somebody near who is protected is not named where the kund is not, for the akt has more readers. */
export const avsandarord = ({ fran, skyddad, kund }: Pick<BrevVy, 'fran' | 'skyddad' | 'kund'>): string =>
  skyddad && fran.narstaende && kund?.skydd !== 'skyddadFolkbokforing' ? 'Närstående' : fran.namn.slice(0, 120);

export function infogafel({ personId, plats, typ, rubrik }: Infogavarden): Fel[] {
  const fel: [falt: string, fel: boolean, text: string][] = [
    ['personId', personId === '', 'Välj vems akt filen hör till.'],
    ['plats', knytsTillAv(plats) === undefined, 'Välj vad den ska knytas till.'],
    ['typ', typ.trim() === '', 'Ange vad det är för slags dokument.'],
    ['rubrik', rubrik.trim() === '', 'Skriv en rubrik som säger vad dokumentet är.'],
  ];
  return fel.flatMap(([falt, isFel, text]) => (isFel ? [{ falt, text }] : []));
}

/** @param iSammaAkt it was attached from the akt it goes to: then it says what it is made of, and no unit's is given to another */
export function infogakommando(varden: Infogavarden, iSammaAkt: boolean): FormCommand<'dokument.arkivera'> {
  const { personId, dokumentId, plats, sha256, storlek, sidor, franId } = varden;
  const avsandare = varden.avsandare.trim();
  return {
    name: 'dokument.arkivera',
    input: {
      ...{
        personId,
        dokumentId,
        rubrik: varden.rubrik.trim(),
        typ: varden.typ.trim(),
        knytsTill: knytsTillAv(plats),
        sha256,
        storlek,
        sidor,
      },
      ...(avsandare === '' ? {} : { avsandare }),
      ...(iSammaAkt ? { underlag: [{ type: 'dokument', id: franId }] } : {}),
    },
  };
}
