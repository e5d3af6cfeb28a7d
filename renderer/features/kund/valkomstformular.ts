import { z } from 'zod';
import { kraverBekraftelse } from '../../../shared/domain/meddelande/skicka.ts';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import type { ValkomstVy } from '../../../shared/ipc/views.ts';
import { newId } from '../../state/core.ts';
import type { Fel } from '../../state/useFormular.ts';

export const valkomstformular = z.object({
  amne: z.string(),
  text: z.string(),
  /** The informationsblad goes along. */
  blad: z.boolean(),
  bekraftad: z.boolean(),
  enhet: z.string().optional(),
  dokumentId: z.string(),
});
export type Valkomstvarden = z.infer<typeof valkomstformular>;

export const startvarden = ({ amne, text }: Pick<ValkomstVy, 'amne' | 'text'>, signatur: string | undefined): Valkomstvarden => ({
  ...{ amne, text: signatur ? `${text}\n\n${signatur}` : text },
  ...{ blad: true, bekraftad: false, dokumentId: newId() },
});

export const attBekrafta = (personId: string, { egen }: Pick<ValkomstVy, 'egen'>): boolean => kraverBekraftelse(egen, personId, []);

export function valkomstfel(varden: Valkomstvarden, { flera, bekraftas }: { flera: boolean; bekraftas: boolean }): Fel[] {
  const fel: [falt: string, fel: boolean, text: string][] = [
    ['enhet', flera && varden.enhet === undefined, 'Välj för vilken enhet.'],
    ['amne', varden.amne.trim() === '', 'Skriv ett ämne.'],
    ['text', varden.text.trim() === '', 'Skriv ett meddelande.'],
    ['bekraftad', bekraftas && !varden.bekraftad, 'Kontrollera mottagaren och kryssa i rutan.'],
  ];
  return fel.flatMap(([falt, isFel, text]) => (isFel ? [{ falt, text }] : []));
}

export function valkomstkommando(
  varden: Valkomstvarden,
  { personId, postId, blad }: { personId: string; postId: string; blad: ValkomstVy['blad'] },
): FormCommand {
  const { amne, text, bekraftad, enhet, dokumentId } = varden;
  const handling = varden.blad && blad?.handling.ok ? blad.handling : undefined;
  return {
    name: 'etjanst.valkomna',
    input: {
      ...{ personId, postId, amne: amne.trim(), text: text.trim(), bekraftad },
      ...(enhet === undefined ? {} : { enhet }),
      ...(handling && blad ? { handling: utanOk(handling, dokumentId), knytsTill: blad.knytsTill } : {}),
    },
  };
}

const utanOk = ({ ok: _, ...handling }: Extract<NonNullable<ValkomstVy['blad']>['handling'], { ok: true }>, dokumentId: string) => ({
  ...handling,
  dokumentId,
});
