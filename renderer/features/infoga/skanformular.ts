import { z } from 'zod';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import { knytsTillAv } from '../../state/knytsTill.ts';
import type { Fel } from '../../state/useFormular.ts';

/** A scan that is being filed; lies on disk as a draft. */
export const skanvarden = z.object({
  dokumentId: z.string(),
  /** The file of the folder that was chosen. */
  filId: z.string().optional(),
  filnamn: z.string().optional(),
  /** A file of the computer, and none of the folder. */
  egen: z.boolean().optional(),
  /** What it is as a PDF; a draft that names it keeps the bytes on this computer. */
  sha256: z.string().optional(),
  storlek: z.number().optional(),
  sidor: z.number().optional(),
  /** `utredning/<id>` */
  knytsTill: z.string().optional(),
  typ: z.string(),
  avsandare: z.string(),
  rubrik: z.string(),
});
export type Skanvarden = z.infer<typeof skanvarden>;

/** Everything that is wrong, in the order of the form. */
export const skanfel = (varden: Skanvarden): Fel[] => [
  ...(varden.sha256 === undefined
    ? [{ falt: 'fil', text: 'Välj ett skannat dokument i listan, eller hämta en fil, och vänta tills den visas.' }]
    : []),
  ...(varden.knytsTill === undefined ? [{ falt: 'knytsTill', text: 'Välj vad dokumentet hör till.' }] : []),
  ...(varden.typ.trim() === '' ? [{ falt: 'typ', text: 'Ange vad det är för slags dokument.' }] : []),
  ...(varden.rubrik.trim() === '' ? [{ falt: 'rubrik', text: 'Skriv en rubrik som säger vad dokumentet är.' }] : []),
];

export function skankommando(personId: string, varden: Skanvarden): FormCommand<'dokument.arkivera'> {
  const { dokumentId, sha256, storlek, sidor } = varden;
  const avsandare = varden.avsandare.trim();
  return {
    name: 'dokument.arkivera',
    input: {
      personId,
      dokumentId,
      rubrik: varden.rubrik.trim(),
      typ: varden.typ.trim(),
      knytsTill: knytsTillAv(varden.knytsTill),
      ...(avsandare === '' ? {} : { avsandare }),
      sha256,
      storlek,
      sidor,
    },
  };
}
