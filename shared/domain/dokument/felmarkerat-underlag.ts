import { nottitel } from '../anteckning/records.ts';
import type { State } from '../command.ts';
import { etikettBeslut } from '../etikett.ts';
import type { Dokument } from './records.ts';

/**
 * What a document was made of, or bound from, and has been marked as wrong since, by name: its bytes are as they were, and say nothing of
 * it. Of the texts of a whole dokumentation nothing is known here.
 */
export function felmarkeratUnderlag(state: Pick<State, 'get'>, dokument: Pick<Dokument, 'underlag'>): string[] {
  const sedda = new Set<string>();
  const namn: string[] = [];
  const folj = ({ underlag = [] }: Pick<Dokument, 'underlag'>): void => {
    for (const { type, id } of underlag) {
      if (sedda.has(id)) continue;
      sedda.add(id);
      const beslut = type === 'beslut' ? state.get('beslut', id) : undefined;
      if (beslut?.felmarkerad) namn.push(etikettBeslut(beslut));
      const anteckning = type === 'anteckning' ? state.get('anteckning', id) : undefined;
      if (anteckning?.felmarkerad) namn.push(nottitel(anteckning) || 'Anteckning');
      const del = type === 'dokument' ? state.get('dokument', id) : undefined;
      if (del?.felmarkerad) namn.push(del.rubrik);
      if (del) folj(del);
    }
  };
  folj(dokument);
  return namn;
}
