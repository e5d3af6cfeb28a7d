import { Button } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { BeslutRad, BestRad, MinaBestallningarVy } from '../../../shared/ipc/views.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { visaYta } from '../../state/arbetsyta.ts';
import { visaArendedialog } from '../../state/arendedialog.ts';
import { oppnaKund } from '../../state/oppna.ts';
import { kundkolumn } from './kundkolumn.tsx';

const ejBekraftade: Kolumn<BestRad>[] = [
  {
    id: 'bestallt',
    namn: 'Beställt',
    bredd: '92px',
    rita: ({ bestalltDatum }) => bestalltDatum,
    jamfor: (a, b) => a.bestalltDatum.localeCompare(b.bestalltDatum),
  },
  kundkolumn(),
  {
    id: 'insats',
    namn: 'Insats',
    bredd: 'minmax(90px, 1fr)',
    rita: ({ insatser, insatskategori }) => insatser.join(', ') || insatskategori,
    tip: ({ insatser, insatskategori }) => insatser.join(', ') || insatskategori,
  },
  {
    id: 'utforare',
    namn: 'Utförare',
    bredd: 'minmax(90px, 1fr)',
    rita: ({ utforare }) => utforare,
    tip: ({ utforare }) => utforare,
    jamfor: (a, b) => compareSwedish(a.utforare, b.utforare),
  },
];

const utanBestallning: Kolumn<BeslutRad>[] = [
  {
    id: 'beslutsdatum',
    namn: 'Beslutsdatum',
    bredd: '100px',
    rita: ({ beslutsdatum }) => beslutsdatum,
    jamfor: (a, b) => a.beslutsdatum.localeCompare(b.beslutsdatum),
  },
  kundkolumn(),
  {
    id: 'beslut',
    namn: 'Beslut',
    bredd: 'minmax(120px, 1.5fr)',
    rita: ({ beslutsnamn }) => beslutsnamn,
    tip: ({ beslutsnamn }) => beslutsnamn,
  },
  { id: 'fran', namn: 'Gäller fr.o.m.', bredd: '100px', rita: ({ giltigFran }) => giltigFran },
];

/** Panel 6 of picture 01: what the user has sent and nobody has confirmed (MINA-03), and bifall that wait for a beställning (FORB-31). */
export function EjBekraftade({ className, vy }: { className: string; vy: MinaBestallningarVy | undefined }) {
  const [vald, setVald] = useState<string | null>(null);
  const [bifall, setBifall] = useState(false);
  const antalBifall = vy?.bifallUtanBestallning.length ?? 0;
  const visarBifall = bifall && antalBifall > 0;

  const gaTill = (rad: BestRad) => void oppnaKund(rad.person.personId, { nodId: `bestallning/${rad.bestallningId}` });
  const taBort = async ({ person, bestallningId }: BestRad) => {
    if (await oppnaKund(person.personId, { nodId: `bestallning/${bestallningId}` })) {
      visaArendedialog({ personId: person.personId, post: 'taBortBestallning', id: bestallningId });
    }
  };
  const bestall = async ({ person, utredningId, beslutId }: BeslutRad) => {
    if (await oppnaKund(person.personId, { nodId: `beslut/${beslutId}` })) {
      visaYta(person.personId, { slag: 'utredning', id: utredningId, flik: 'bestallning', beslutId, ny: true });
    }
  };
  return (
    <Panel
      className={className}
      rubrik="Beställningar – ej bekräftade"
      text={vy && `${vy.ejBekraftade.length}`}
      verktyg={
        antalBifall > 0 && (
          <Button
            size="small"
            appearance="subtle"
            aria-pressed={visarBifall}
            style={visarBifall ? { backgroundColor: 'var(--akSel)', color: 'var(--akSelFg)' } : {}}
            icon={<Warning16Filled style={{ color: 'var(--akAmber)' }} />}
            onClick={() => setBifall(!visarBifall)}
          >
            {`${antalBifall} bifall utan beställning`}
          </Button>
        )
      }
    >
      {!vy && <SkeletonRows />}
      {vy && visarBifall && (
        <DataTable
          etikett="Bifall utan beställning"
          kolumner={utanBestallning}
          rader={vy.bifallUtanBestallning}
          radId={({ beslutId }) => beslutId}
          vald={vald}
          onVald={setVald}
          onOppna={(rad) => void bestall(rad)}
          meny={(rad) => [{ id: 'bestall', namn: 'Ny beställning', tangent: 'Enter', onValj: () => void bestall(rad) }]}
        />
      )}
      {vy && !visarBifall && vy.ejBekraftade.length === 0 && <EmptyState text="Alla beställningar du har skickat är bekräftade." />}
      {vy && !visarBifall && vy.ejBekraftade.length > 0 && (
        <DataTable
          etikett="Beställningar – ej bekräftade"
          kolumner={ejBekraftade}
          rader={vy.ejBekraftade}
          radId={({ bestallningId }) => bestallningId}
          vald={vald}
          onVald={setVald}
          onOppna={gaTill}
          meny={(rad) => [
            { id: 'ga', namn: 'Gå till beställning', tangent: 'Enter', onValj: () => gaTill(rad) },
            { id: 'taBort', namn: 'Ta bort beställningen', onValj: () => void taBort(rad) },
          ]}
        />
      )}
    </Panel>
  );
}
