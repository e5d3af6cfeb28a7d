import { Button } from '@fluentui/react-components';
import { Checkmark20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { BevakningRad, UtanAnsvarigRad } from '../../../shared/ipc/views.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { typOrd } from '../../../shared/words/posttyp.ts';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Panel } from '../../components/Panel.tsx';
import { visatNamn } from '../../components/PersonNamn.tsx';
import { runCommand } from '../../state/core.ts';
import { openKund } from '../../state/openKund.ts';
import { useQuery } from '../../state/query.ts';
import { ordForUtfall } from '../../state/utfallord.ts';
import { kundkolumn } from './kolumner.tsx';

const bevakningskolumner: Kolumn<BevakningRad>[] = [
  { id: 'datum', namn: 'Datum', bredd: '92px', draw: ({ datum }) => datum, compare: (a, b) => a.datum.localeCompare(b.datum) },
  kundkolumn(),
  {
    id: 'typ',
    namn: 'Typ',
    bredd: 'minmax(90px, 1fr)',
    draw: ({ typ }) => typ,
    compare: (a, b) => compareSwedish(a.typ, b.typ),
    tip: ({ typ }) => typ,
  },
  {
    id: 'text',
    namn: 'Att göra',
    bredd: 'minmax(160px, 3fr)',
    hel: true,
    draw: (rad) => bevakningstext(rad),
    tip: (rad) => `${bevakningstext(rad)} Lagd av ${rad.av}.`,
  },
];
const bevakningstext = ({ text, skal }: BevakningRad): string => (skal === undefined ? text : `${text} Skäl: ${skal}`);

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

/** What one's function or role is to remember (FORB-35, ROLL-05), oldest first. Nothing is shown while there is nothing. */
export function Bevakningar({ className }: { className: string }) {
  const [vald, setVald] = useState<string | null>(null);
  const [fel, setFel] = useState<Ord>();
  const { data: vy } = useQuery('mina.bevakningar', {}, ['akt', 'katalog', 'session']);
  if (!vy || (vy.bevakningar.length === 0 && !fel)) return null;
  const markerad = vy.bevakningar.find(({ bevakningId }) => bevakningId === vald);
  const klar = async ({ bevakningId, person: { personId } }: BevakningRad) =>
    setFel(ordForUtfall(await runCommand('bevakning.klarmarkera', { personId, bevakningId })));
  return (
    <Panel
      className={className}
      rubrik="Bevakningar"
      text={`${vy.bevakningar.length}`}
      verktyg={
        <Button
          size="small"
          icon={<Checkmark20Regular />}
          disabledFocusable={!markerad}
          title={markerad ? `Klar: ${markerad.typ}, ${visatNamn(markerad.person)}` : 'Markera den bevakning som är klar.'}
          onClick={() => markerad && void klar(markerad)}
        >
          Klar
        </Button>
      }
    >
      {fel && <ErrorBar {...fel} onClose={() => setFel(undefined)} />}
      <DataTable
        etikett="Bevakningar"
        kolumner={bevakningskolumner}
        rader={vy.bevakningar}
        radId={({ bevakningId }) => bevakningId}
        vald={vald}
        onVald={setVald}
        onOpen={({ person }) => void openKund(person.personId)}
        meny={(rad) => [
          { id: 'oppna', namn: 'Öppna kunden', tangent: 'Enter', onChoose: () => void openKund(rad.person.personId) },
          { id: 'klar', namn: 'Klar', onChoose: () => void klar(rad) },
        ]}
      />
    </Panel>
  );
}

/** What belongs to someone who can no longer do it: to be given to another (ROLL-10). Nothing is shown while there is nothing. */
export function UtanAnsvarig({ className }: { className: string }) {
  const [vald, setVald] = useState<string | null>(null);
  const { data: vy } = useQuery('mina.bevakningar', {}, ['akt', 'katalog', 'session']);
  if (!vy || vy.utanAnsvarig.length === 0) return null;
  const open = ({ slag, id, person }: UtanAnsvarigRad) =>
    void openKund(person.personId, slag === 'anteckning' ? {} : { nodId: `${slag}/${id}` });
  return (
    <Panel className={className} rubrik="Utan handläggare som kan läsa akten" text={`${vy.utanAnsvarig.length}`}>
      <DataTable
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
