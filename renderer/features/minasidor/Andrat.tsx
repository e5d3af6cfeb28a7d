import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { MinAndring } from '../../../shared/ipc/views.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { CallError } from '../../backend/backend.ts';
import type { Kolumn } from '../../components/DataTable.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Panel } from '../../components/Panel.tsx';
import { PersonNamn, visatNamn } from '../../components/PersonNamn.tsx';
import { nar } from '../../components/tid.ts';
import { useNow } from '../../components/useNow.ts';
import { markeraSett } from '../../state/andrat.ts';
import { showArendedialog } from '../../state/arendedialog.ts';
import { openKund } from '../../state/openKund.ts';
import { useQuery } from '../../state/query.ts';
import { Lista } from './Lista.tsx';

const kolumner = (now: Date): Kolumn<MinAndring>[] => [
  {
    id: 'nar',
    namn: 'När',
    bredd: '128px',
    draw: ({ at }) => nar(at, now),
    compare: (a, b) => a.at.localeCompare(b.at),
  },
  {
    id: 'kund',
    namn: 'Kund',
    bredd: 'minmax(110px, 1fr)',
    draw: ({ person }) => <PersonNamn {...person} />,
    compare: (a, b) => compareSwedish(visatNamn(a.person), visatNamn(b.person)),
    tip: ({ person }) => visatNamn(person),
  },
  {
    id: 'vad',
    namn: 'Vad',
    bredd: 'minmax(110px, 1.3fr)',
    draw: vadText,
    compare: (a, b) => compareSwedish(a.vad, b.vad),
    tip: vadText,
  },
  {
    id: 'vem',
    namn: 'Vem',
    bredd: 'minmax(90px, 1fr)',
    draw: ({ namn }) => namn,
    compare: (a, b) => compareSwedish(a.namn, b.namn),
    tip: ({ namn }) => namn,
  },
];
function vadText({ vad, antal }: MinAndring): string {
  return antal === 1 ? vad : `${vad} (${antal} gånger)`;
}

/** What others have done in the user's own kunder since the user looked at each; shown while there is something. */
export function Andrat({ className }: { className: string }) {
  const { data, fel, readAgain } = useQuery('mina.andrat', {}, ['akt', 'katalog', 'session', 'anvandare']);
  const [vald, setVald] = useState<string | null>(null);
  const [nekat, setNekat] = useState<CallError>();
  const now = useNow(60_000);
  if (fel) return <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />;
  if (!data || data.rader.length === 0) return null;
  const show = async ({ person: { personId } }: MinAndring) => {
    const visa = () => showArendedialog({ personId, post: 'andrat', id: personId });
    if (await openKund(personId, { sedan: visa })) visa();
  };
  const sett = async (rader: readonly MinAndring[]) =>
    setNekat(await markeraSett([...new Set(rader.map(({ person }) => person.personId))]));
  const kunder = new Set(data.rader.map(({ person }) => person.personId)).size;
  return (
    <Panel
      className={className}
      rubrik="Ändrat sedan du tittade"
      text={`${kunder === 1 ? '1 kund' : `${kunder} kunder`}${data.fler > 0 ? ` · ${data.fler} äldre ändringar visas inte` : ''}`}
      verktyg={
        <Button size="small" appearance="subtle" onClick={() => void sett(data.rader)}>
          Markera allt som sett
        </Button>
      }
    >
      {nekat && <ErrorBar {...ordForFel(nekat.code)} />}
      <Lista
        nyckel="andrat"
        etikett="Ändrat sedan du tittade"
        kolumner={kolumner(now)}
        rader={data.rader}
        radId={({ person, namn, kommando }) => `${person.personId} ${namn} ${kommando}`}
        vald={vald}
        onVald={setVald}
        onOpen={(rad) => void show(rad)}
        forvaldSortering={{ kolumn: 'nar', stigande: false }}
        meny={(rad) => [
          { id: 'visa', namn: 'Öppna kunden och visa ändringarna', tangent: 'Enter', onChoose: () => void show(rad) },
          { id: 'sett', namn: 'Markera kunden som sedd', onChoose: () => void sett([rad]) },
        ]}
      />
    </Panel>
  );
}
