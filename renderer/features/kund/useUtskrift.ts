import type { Utskriftsobjekt } from '../../../shared/domain/dokument/utbud.ts';
import type { Nod } from '../../../shared/domain/rubriktrad/nod.ts';
import { dokumentfelText } from '../../../shared/words/dokumentfel.ts';
import { showYta, type Yta } from '../../state/arbetsyta.ts';
import { useCommand } from '../../state/keys.ts';
import { useQuery } from '../../state/query.ts';

/** The printer symbol (UTSK-01): opens Vad och mall with what is shown or marked. What may not be printed says so (UTSK-07, UTSK-08). */
export function useUtskrift(personId: string, yta: Yta | null, vald: Nod | undefined): void {
  // Where a document is shown it is that which is printed.
  const objekt =
    yta?.slag === 'utskrift' || yta?.slag === 'handling' || yta?.slag === 'bindare'
      ? undefined
      : (visat(yta) ?? markerat(vald) ?? { type: 'akt' as const, id: personId });
  // Only of these it may be that nothing is printed.
  const kanHindras = objekt?.type === 'beslut' || objekt?.type === 'utredning';
  const { data } = useQuery('dokument.utbud', kanHindras ? { personId, objekt } : null, [`akt:${personId}`, 'katalog', 'session']);
  const hinder = kanHindras && data?.hinder ? dokumentfelText(data.hinder) : undefined;
  useCommand('skrivUt', objekt ? () => showYta(personId, { slag: 'utskrift', objekt, ...(yta ? { fran: yta } : {}) }) : null, hinder);
}

/** The record that the work area shows. */
function visat(yta: Yta | null): Utskriftsobjekt | undefined {
  switch (yta?.slag) {
    case 'dokumentation': {
      const [, anteckningId] = /^anteckning\/(.+)$/.exec(yta.lage?.vald ?? '') ?? [];
      return anteckningId === undefined ? { type: yta.dok, id: yta.id } : { type: 'anteckning', id: anteckningId };
    }
    case 'utredning':
      if (yta.flik === 'tidslinje') return undefined;
      if (yta.flik === 'beslut' && yta.beslutId !== undefined) return { type: 'beslut', id: yta.beslutId };
      if (yta.flik === 'bestallning' && yta.bestallningId !== undefined) return { type: 'bestallning', id: yta.bestallningId };
      return { type: 'utredning', id: yta.id };
    case 'verkstallighet':
      return { type: 'verkstallighet', id: yta.id };
    default:
      return undefined;
  }
}

function markerat(nod: Nod | undefined): Utskriftsobjekt | undefined {
  const { slag, ref } = nod ?? {};
  const type = (['utredning', 'verkstallighet', 'beslut', 'bestallning', 'anteckning'] as const).find((one) => one === slag);
  return type && ref ? { type, id: ref.id } : undefined;
}
