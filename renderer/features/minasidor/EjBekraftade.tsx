import { Button } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { BeslutRad, BestRad, MinaBestallningarVy } from '../../../shared/ipc/views.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import type { Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { showYta } from '../../state/arbetsyta.ts';
import { showArendedialog } from '../../state/arendedialog.ts';
import { openKund } from '../../state/openKund.ts';
import { bestalltkolumn, insatserna, kundkolumn } from './kolumner.tsx';
import { Lista } from './Lista.tsx';

const ejBekraftade: Kolumn<BestRad>[] = [
  {
    id: 'dagar',
    namn: 'Dagar',
    bredd: '56px',
    draw: ({ dagar }) => dagar,
    tip: ({ dagar }) => `${dagar} ${dagar === 1 ? 'dag' : 'dagar'} sedan den skickades`,
    compare: (a, b) => a.dagar - b.dagar,
  },
  bestalltkolumn,
  kundkolumn(),
  {
    id: 'insats',
    namn: 'Insats',
    bredd: 'minmax(90px, 1fr)',
    draw: insatserna,
    tip: insatserna,
  },
  {
    id: 'utforare',
    namn: 'Utförare',
    bredd: 'minmax(90px, 1fr)',
    draw: ({ utforare }) => utforare,
    tip: ({ utforare }) => utforare,
    compare: (a, b) => compareSwedish(a.utforare, b.utforare),
  },
];

const ettBeslut: Kolumn<BeslutRad>[] = [
  {
    id: 'beslutsdatum',
    namn: 'Beslutsdatum',
    bredd: '100px',
    draw: ({ beslutsdatum }) => beslutsdatum,
    compare: (a, b) => a.beslutsdatum.localeCompare(b.beslutsdatum),
  },
  kundkolumn(),
  {
    id: 'beslut',
    namn: 'Beslut',
    bredd: 'minmax(120px, 1.5fr)',
    draw: ({ beslutsnamn }) => beslutsnamn,
    tip: ({ beslutsnamn }) => beslutsnamn,
  },
  { id: 'fran', namn: 'Gäller fr.o.m.', bredd: '100px', draw: ({ giltigFran }) => giltigFran },
];

type Listnamn = 'ejBekraftade' | 'bifallUtanBestallning' | 'utanLssInsatser';
const rubriker: Record<Listnamn, string> = {
  ejBekraftade: 'Beställningar – ej bekräftade',
  bifallUtanBestallning: 'Bifall utan beställning',
  utanLssInsatser: 'Kunder utan öppen LSS Insatser',
};
const vagord: Record<Listnamn, string> = {
  ejBekraftade: 'ej bekräftade',
  bifallUtanBestallning: 'bifall utan beställning',
  utanLssInsatser: 'utan LSS Insatser',
};

/**
 * What the user has sent and nobody has confirmed (MINA-03), bifall that wait for a beställning (FORB-31),
 * and kunder whose LSS Insatser is to be opened (FORB-27).
 */
export function EjBekraftade({ className, vy }: { className: string; vy: MinaBestallningarVy | undefined }) {
  const [vald, setVald] = useState<string | null>(null);
  const [begard, setBegard] = useState<Listnamn>('ejBekraftade');
  // A list that has become empty gives way to the first.
  const lista = vy && vy[begard].length > 0 ? begard : 'ejBekraftade';
  const andra = (Object.keys(rubriker) as Listnamn[]).filter(
    (one) => vy && one !== lista && (one === 'ejBekraftade' || vy[one].length > 0),
  );

  const goTo = (rad: BestRad) => void openKund(rad.person.personId, { nodId: `bestallning/${rad.bestallningId}` });
  const remove = async ({ person, bestallningId }: BestRad) => {
    if (await openKund(person.personId, { nodId: `bestallning/${bestallningId}` })) {
      showArendedialog({ personId: person.personId, post: 'taBortBestallning', id: bestallningId });
    }
  };
  const openBestallning = async ({ person, utredningId, beslutId }: BeslutRad) => {
    if (await openKund(person.personId, { nodId: `beslut/${beslutId}` })) {
      showYta(person.personId, { slag: 'utredning', id: utredningId, flik: 'bestallning', beslutId, ny: true });
    }
  };
  const openLssInsatser = async ({ person, beslutId }: BeslutRad) => {
    if (await openKund(person.personId, { nodId: `beslut/${beslutId}` })) {
      showArendedialog({ personId: person.personId, post: 'verkstallighetOppna', id: person.personId });
    }
  };
  const atgarda = {
    bifallUtanBestallning: { namn: 'Ny beställning', run: openBestallning },
    utanLssInsatser: { namn: 'Verkställighet (lov)', run: openLssInsatser },
  };
  return (
    <Panel
      className={className}
      rubrik={rubriker[lista]}
      text={vy && `${vy[lista].length}`}
      verktyg={andra.map((one) => (
        <Button
          key={one}
          size="small"
          appearance="subtle"
          {...(one === 'ejBekraftade' ? {} : { icon: <Warning16Filled style={{ color: 'var(--akAmber)' }} /> })}
          onClick={() => setBegard(one)}
        >
          {`${vy?.[one].length} ${vagord[one]}`}
        </Button>
      ))}
    >
      {!vy && <SkeletonRows />}
      {vy && lista !== 'ejBekraftade' && (
        <Lista
          nyckel={lista}
          key={lista}
          etikett={rubriker[lista]}
          kolumner={ettBeslut}
          rader={vy[lista]}
          radId={({ beslutId }) => beslutId}
          vald={vald}
          onVald={setVald}
          onOpen={(rad) => void atgarda[lista].run(rad)}
          meny={(rad) => [{ id: lista, namn: atgarda[lista].namn, tangent: 'Enter', onChoose: () => void atgarda[lista].run(rad) }]}
        />
      )}
      {vy && lista === 'ejBekraftade' && vy.ejBekraftade.length === 0 && (
        <EmptyState text="Alla beställningar du har skickat är bekräftade." />
      )}
      {vy && lista === 'ejBekraftade' && vy.ejBekraftade.length > 0 && (
        <Lista
          nyckel="ejBekraftade"
          etikett="Beställningar – ej bekräftade"
          kolumner={ejBekraftade}
          rader={vy.ejBekraftade}
          radId={({ bestallningId }) => bestallningId}
          vald={vald}
          onVald={setVald}
          onOpen={goTo}
          meny={(rad) => [
            { id: 'ga', namn: 'Gå till beställning', tangent: 'Enter', onChoose: () => goTo(rad) },
            { id: 'taBort', namn: 'Ta bort beställningen', onChoose: () => void remove(rad) },
          ]}
        />
      )}
    </Panel>
  );
}
