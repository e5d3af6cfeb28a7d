import { useState } from 'react';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { BrevVy } from '../../../shared/ipc/views.ts';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { Valfalt } from '../../components/formular/Valfalt.tsx';
import { useLugnt } from '../../components/useLugnt.ts';
import { newId } from '../../state/core.ts';
import { useQuery } from '../../state/query.ts';

type Varden = { personId: string; sokt: string; plats: string };
type Props = { vy: BrevVy; varden: Varden; onChange: (del: Partial<Varden>) => void };

/** Whose akt it goes to: asked where somebody near wrote it, or it is about nobody (FORB-70). */
export function Aktfalt({ vy: { narstaende, kund }, varden, onChange }: Props) {
  const [sokningId] = useState(newId);
  const fragas = narstaende || kund === undefined;
  const sokt = useLugnt(varden.sokt.trim());
  const { data: funna } = useQuery('sok.person', fragas && sokt.length > 3 ? { text: sokt, arhundrade: 'alla', id: sokningId } : null, [
    'akt',
  ]);
  if (!fragas) return null;
  const traffar = funna?.slag === 'traffar' ? funna.rader : [];
  const kunder = [...(kund ? [kund] : []), ...traffar.filter(({ personId }) => personId !== kund?.personId)];
  return (
    <>
      <Textfalt
        falt="sokt"
        etikett="Sök kund"
        tips="Personnummer eller Namn*: vems akt hör det till?"
        varde={varden.sokt}
        onVarde={(nytt) => onChange({ sokt: nytt })}
        langst={120}
      />
      <Valfalt
        falt="personId"
        etikett="Vems akt"
        krav
        tomText="Välj"
        val={kunder.map((one) => ({ varde: one.personId, namn: `${one.namn} ${formatPersonnummer(one.personnummer)}` }))}
        varde={varden.personId}
        onVarde={(personId) => onChange({ personId, plats: '' })}
      />
    </>
  );
}
