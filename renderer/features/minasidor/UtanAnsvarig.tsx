import { useState } from 'react';
import type { UtanAnsvarigRad } from '../../../shared/ipc/views.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import { typOrd } from '../../../shared/words/posttyp.ts';
import type { Kolumn } from '../../components/DataTable.tsx';
import { Panel } from '../../components/Panel.tsx';
import { openKund } from '../../state/openKund.ts';
import { useQuery } from '../../state/query.ts';
import { kundkolumn } from './kolumner.tsx';
import { Lista } from './Lista.tsx';

const ansvarskolumner: Kolumn<UtanAnsvarigRad>[] = [
  { id: 'datum', namn: 'Datum', bredd: '92px', draw: ({ datum }) => datum, compare: (a, b) => a.datum.localeCompare(b.datum) },
  kundkolumn(),
  { id: 'slag', namn: 'Vad', bredd: 'minmax(110px, 1.2fr)', draw: ({ slag, vad }) => `${typOrd(slag)}: ${vad}`, tip: ({ vad }) => vad },
  {
    id: 'vem',
    namn: 'Var hos',
    bredd: 'minmax(90px, 1fr)',
    draw: ({ vem }) => vem,
    compare: (a, b) => compareSwedish(a.vem, b.vem),
    tip: ({ vem }) => vem,
  },
];

/** What belongs to someone who can no longer do it: to be given to another (ROLL-10). Nothing is shown while there is nothing. */
export function UtanAnsvarig({ className }: { className: string }) {
  const [vald, setVald] = useState<string | null>(null);
  const { data: vy } = useQuery('mina.bevakningar', {}, ['akt', 'katalog', 'session']);
  if (!vy || vy.utanAnsvarig.length === 0) return null;
  const open = ({ slag, id, person }: UtanAnsvarigRad) =>
    void openKund(person.personId, slag === 'anteckning' ? {} : { nodId: `${slag}/${id}` });
  return (
    <Panel className={className} rubrik="Utan handläggare som kan läsa akten" text={`${vy.utanAnsvarig.length}`}>
      <Lista
        nyckel="utanAnsvarig"
        etikett="Utan handläggare som kan läsa akten"
        kolumner={ansvarskolumner}
        rader={vy.utanAnsvarig}
        radId={({ id }) => id}
        vald={vald}
        onVald={setVald}
        onOpen={open}
        meny={(rad) => [{ id: 'oppna', namn: 'Öppna', tangent: 'Enter', onChoose: () => open(rad) }]}
      />
    </Panel>
  );
}
