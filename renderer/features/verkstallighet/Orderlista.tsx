import type { Bestallning } from '../../../shared/domain/bestallning/records.ts';
import { Lasrad } from '../../components/formular/Lasrad.tsx';

type Props = {
  ordrar: readonly {
    id: string;
    data: Bestallning;
    /** Its new end; none = until further notice; null = it is taken back. */
    till: string | undefined | null;
  }[];
};

/** The orders that follow, each with the end it has and the one it gets, or that it is taken back; nothing where none does. */
export function Orderlista({ ordrar }: Props) {
  if (ordrar.length === 0) return null;
  return (
    <Lasrad etikett={ordrar.length === 1 ? 'Beställning' : 'Beställningar'}>
      {ordrar.map(({ id, data, till }) => (
        <div key={id}>
          {`${data.insatser.join(', ') || data.insatskategori || 'Beställning'} från ${data.gallerFran}: ${till === null ? 'återkallas, den har inte börjat' : `${data.gallerTom ?? 'tills vidare'} → ${till ?? 'tills vidare'}`}`}
        </div>
      ))}
    </Lasrad>
  );
}
