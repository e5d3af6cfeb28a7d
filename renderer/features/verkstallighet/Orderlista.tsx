import type { Bestallning } from '../../../shared/domain/bestallning/records.ts';
import { Lasrad } from '../../components/formular/Lasrad.tsx';

type Props = {
  ordrar: readonly { id: string; data: Bestallning /** Its new end; none = until further notice. */; till: string | undefined }[];
};

/** The orders whose end follows, each with the end it has and the one it gets; nothing where none does. */
export function Orderlista({ ordrar }: Props) {
  if (ordrar.length === 0) return null;
  return (
    <Lasrad etikett={ordrar.length === 1 ? 'Beställning' : 'Beställningar'}>
      {ordrar.map(({ id, data, till }) => (
        <div key={id}>
          {`${data.insatser.join(', ') || data.insatskategori || 'Beställning'} från ${data.gallerFran}: ${data.gallerTom ?? 'tills vidare'} → ${till ?? 'tills vidare'}`}
        </div>
      ))}
    </Lasrad>
  );
}
