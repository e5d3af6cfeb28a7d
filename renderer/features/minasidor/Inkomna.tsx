import { Menu, MenuButton, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { Filter20Filled, Filter20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { BestRad, MinaBestallningarVy } from '../../../shared/ipc/views.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import type { Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { showArendedialog } from '../../state/arendedialog.ts';
import { useInstallning } from '../../state/installningar.ts';
import { openKund } from '../../state/openKund.ts';
import { bestalltkolumn, insatserna, kundkolumn } from './kolumner.tsx';
import { Lista } from './Lista.tsx';

const kolumner: Kolumn<BestRad>[] = [
  bestalltkolumn,
  kundkolumn(),
  {
    id: 'insats',
    namn: 'Insats',
    bredd: 'minmax(90px, 1fr)',
    draw: insatserna,
    tip: (rad) => `${insatserna(rad)} – ${rad.utforare}`,
  },
  {
    id: 'fran',
    namn: 'Gäller fr.o.m.',
    bredd: '100px',
    draw: ({ gallerFran }) => gallerFran,
    compare: (a, b) => a.gallerFran.localeCompare(b.gallerFran),
  },
  {
    id: 'verkstallighet',
    namn: 'Verkställighet',
    bredd: '100px',
    draw: (rad) => <Verkstallighet {...rad} />,
    tip: ({ hinder }) => hinder && ordForAvslag(hinder).vad,
  },
];

function Verkstallighet({ verkstallighetId }: BestRad) {
  const oppen = verkstallighetId !== undefined;
  return <span style={{ color: `var(${oppen ? '--akGreen' : '--akAmber'})` }}>{oppen ? 'Öppen' : 'Saknas'}</span>;
}

const alla: string[] = [];
const isIds = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');

/**
 * Beställningar the user may confirm (MINA-04, BEKR-05), with the Filter by utförare (BEKR-04). It is
 * remembered per user, and several utförare can be shown at once (FORB-37); none chosen = all.
 */
export function Inkomna({ className, vy }: { className: string; vy: MinaBestallningarVy | undefined }) {
  const [vald, setVald] = useState<string | null>(null);
  const [filter, setFilter] = useInstallning('mina.inkomna.utforare', alla, isIds);
  const inkomna = vy?.inkomna ?? [];
  const utforare = [...new Map(inkomna.map(({ utforareId, utforare: namn }) => [utforareId, namn]))];
  // A utförare that is chosen but has no row now is still chosen: it counts again when one comes.
  const visade = filter.length === 0 ? inkomna : inkomna.filter(({ utforareId }) => filter.includes(utforareId));
  const valda = utforare.filter(([id]) => filter.includes(id)).map(([, namn]) => namn);

  const confirm = async ({ person, bestallningId }: BestRad) => {
    if (await openKund(person.personId, { nodId: `bestallning/${bestallningId}` })) {
      showArendedialog({ personId: person.personId, post: 'bekrafta', id: bestallningId });
    }
  };
  const goTo = (rad: BestRad) => void openKund(rad.person.personId, { nodId: `bestallning/${rad.bestallningId}` });
  return (
    <Panel
      className={className}
      rubrik="Inkomna beställningar"
      text={vy && [String(visade.length), ...(filter.length > 0 ? [valda.join('; ') || 'filtrerat'] : [])].join(' · ')}
      verktyg={
        <Menu checkedValues={{ utforare: filter }} onCheckedValueChange={(_, { checkedItems }) => setFilter(checkedItems)}>
          <MenuTrigger disableButtonEnhancement>
            <MenuButton size="small" icon={filter.length > 0 ? <Filter20Filled /> : <Filter20Regular />}>
              Filter
            </MenuButton>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {utforare.map(([id, namn]) => (
                <MenuItemCheckbox key={id} name="utforare" value={id}>
                  {namn}
                </MenuItemCheckbox>
              ))}
              {utforare.length === 0 && (
                <MenuItemCheckbox name="utforare" value="" disabled>
                  {'Inga utförare'}
                </MenuItemCheckbox>
              )}
            </MenuList>
          </MenuPopover>
        </Menu>
      }
    >
      {!vy && <SkeletonRows />}
      {vy && visade.length === 0 && (
        <EmptyState
          text={inkomna.length === 0 ? 'Inga beställningar väntar på dig.' : 'Inga beställningar för de utförare som är valda.'}
          {...(inkomna.length === 0 ? {} : { handling: 'Visa alla', onHandling: () => setFilter([]) })}
        />
      )}
      {visade.length > 0 && (
        <Lista
          nyckel="inkomna"
          etikett="Inkomna beställningar"
          kolumner={kolumner}
          rader={visade}
          radId={({ bestallningId }) => bestallningId}
          vald={vald}
          onVald={setVald}
          onOpen={(rad) => void confirm(rad)}
          meny={(rad) => [
            { id: 'verkstallighet', namn: 'Gå till verkställighet (lov)', tangent: 'Enter', onChoose: () => void confirm(rad) },
            { id: 'bestallning', namn: 'Gå till beställning', onChoose: () => goTo(rad) },
          ]}
        />
      )}
    </Panel>
  );
}
