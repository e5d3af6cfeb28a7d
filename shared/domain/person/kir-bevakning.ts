import { swedishDay } from '../../util/datum.ts';
import { type Change, type Context, type State, signaturOf } from '../command.ts';
import { systemforvaltningen, vardeMedKod } from '../katalog/uppslag.ts';

/**
 * A bevakning for Systemförvaltningen that a hit in the register of residents was wrong (REG-08, FORB-03, ROLL-05). Where the
 * catalogue has no Systemförvaltning it is the user's own; with no function at all there is nobody to tell, and the person's
 * `kir.status` says it alone. No personal data stands in its text (FRAGA-62).
 */
export function kirBevakning(state: State, personId: string, bevakningId: string, context: Context): Change[] {
  const bevakasAvId = systemforvaltningen(state.katalogLista('utforare'))?.id ?? context.actor.funktionId;
  if (bevakasAvId === undefined) return [];
  return [
    {
      op: 'put',
      type: 'bevakning',
      id: bevakningId,
      data: {
        datum: swedishDay(context.now),
        status: 'Ej påbörjad',
        typ: vardeMedKod(state, 'bevakningstyp', 'kontrolleraKir')?.namn ?? 'Kontrollera KIR',
        text: 'Träffen i KIR stämmer inte. Kontrollera registret.',
        bevakasAvId,
        ref: { type: 'person', id: personId },
        skapad: signaturOf(context),
      },
    },
  ];
}
