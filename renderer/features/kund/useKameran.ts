import type { Ref } from '../../../shared/domain/bevakning/om.ts';
import type { Nod } from '../../../shared/domain/rubriktrad/nod.ts';
import { useAkt } from '../../state/akt.ts';
import type { Yta } from '../../state/arbetsyta.ts';
import { showKamera, showNyBevakning, useKamerans, useOppnaPa } from '../../state/kamera.ts';
import { useCommand } from '../../state/keys.ts';

const namn = { beslut: 'beslutet', bestallning: 'beställningen', verkstallighet: 'verkställigheten', person: 'kunden' } as const;

/** The camera of the toolbar, at what is shown or marked of the kund (BEV-05, BEV-14, FORB-53). */
export function useKameran(personId: string, yta: Yta | null, vald: Nod | undefined): void {
  const { data: akt } = useAkt(personId);
  const ref = visat(yta) ?? markerat(vald, yta) ?? { type: 'person' as const, id: personId };
  useKamerans(namn[ref.type], useOppnaPa(personId, akt?.bevakningar ?? [], ref));
  useCommand('kamera', () => showKamera(personId, ref));
  useCommand('nyBevakning', () => showNyBevakning(personId, ref));
}

/** The record that the work area shows, of those that a bevakning is laid on. */
function visat(yta: Yta | null): Ref | undefined {
  switch (yta?.slag) {
    case 'utredning':
      if (yta.flik === 'beslut' && yta.beslutId !== undefined) return { type: 'beslut', id: yta.beslutId };
      return yta.flik === 'bestallning' && yta.bestallningId !== undefined ? { type: 'bestallning', id: yta.bestallningId } : undefined;
    case 'verkstallighet':
      return { type: 'verkstallighet', id: yta.id };
    case 'dokumentation':
      return yta.dok === 'verkstallighet' ? { type: 'verkstallighet', id: yta.id } : undefined;
    default:
      return undefined;
  }
}

/** What is marked in the tree counts while the work area follows it. */
function markerat(nod: Nod | undefined, yta: Yta | null): Ref | undefined {
  if (yta !== null && yta.slag !== 'oversikt') return undefined;
  const type = (['beslut', 'bestallning', 'verkstallighet'] as const).find((slag) => slag === nod?.slag);
  return type && nod?.ref ? { type, id: nod.ref.id } : undefined;
}
