import { Checkbox, makeStyles } from '@fluentui/react-components';
import { Money20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { isSen } from '../../../shared/domain/inkomst/regler.ts';
import type { InkomstRad } from '../../../shared/ipc/views.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { blankettlaget } from '../../../shared/words/inkomst.ts';
import { Chip, type Ton } from '../../components/Chip.tsx';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { idagNu } from '../../components/idag.ts';
import { Panel } from '../../components/Panel.tsx';
import { PersonNamn, visatNamn } from '../../components/PersonNamn.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { showArendedialog } from '../../state/arendedialog.ts';
import { openKund } from '../../state/openKund.ts';
import { useQuery } from '../../state/query.ts';

const useStyles = makeStyles({
  sida: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, gap: '8px', padding: '8px', overflowY: 'auto' },
  panel: { flex: '1 1 0', minHeight: '180px' },
});

/** Inkomstblanketter: what is out, late and returned, of all the user's kunder (INK-01). */
export function InkomstFlik() {
  const css = useStyles();
  const [vald, setVald] = useState<string | null>(null);
  const [alla, setAlla] = useState(false);
  const { data, laddar, fel, readAgain } = useQuery('inkomst.lista', {}, ['akt', 'katalog', 'session']);
  const rader = (data?.rader ?? []).filter(({ lage }) => alla || (lage !== 'klar' && lage !== 'aterkallad'));
  return (
    <section className={css.sida} data-yta="arbetsyta" aria-label="Inkomstblanketter">
      {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={readAgain} />}
      <Checkbox label="Visa också klara och återkallade" checked={alla} onChange={(_, { checked }) => setAlla(checked === true)} />
      <Panel className={css.panel} ikon={<Money20Regular aria-hidden />} rubrik="Inkomstblanketter">
        {laddar && !data && <SkeletonRows antal={6} />}
        {data && rader.length === 0 && (
          <EmptyState text="Ingen blankett är ute eller inlämnad. Du skickar en från kunden: Person, E-tjänst, Skicka inkomstblankett." />
        )}
        {rader.length > 0 && (
          <DataTable
            etikett="Inkomstblanketter"
            kolumner={kolumner}
            rader={rader}
            radId={({ id }) => id}
            vald={vald}
            onVald={setVald}
            onOpen={(rad) => void openBlankett(rad)}
            forvaldSortering={{ kolumn: 'sista', stigande: true }}
            meny={(rad) => [
              { id: 'oppna', namn: 'Öppna blanketten', tangent: 'Enter', onChoose: () => void openBlankett(rad) },
              { id: 'kund', namn: 'Öppna kunden', onChoose: () => void openKund(rad.person.personId) },
            ]}
            fokus
          />
        )}
      </Panel>
    </section>
  );
}

/** In the kund's own tab: whoever reads what she told has opened her. */
async function openBlankett({ id, person: { personId } }: InkomstRad): Promise<void> {
  const sedan = () => showArendedialog({ personId, post: 'inkomstsvar', id });
  if (await openKund(personId, { sedan })) sedan();
}

const ton = ({ lage, sista }: InkomstRad): Ton =>
  isSen({ lage, sista }, idagNu()) ? 'rod' : lage === 'inlamnad' ? 'gul' : lage === 'klar' ? 'gron' : 'neutral';
const laget = (rad: InkomstRad): string => blankettlaget(rad, idagNu());

const kolumner: Kolumn<InkomstRad>[] = [
  {
    ...{ id: 'kund', namn: 'Kund', bredd: 'minmax(140px, 1.4fr)' },
    draw: ({ person }) => <PersonNamn {...person} />,
    compare: (a, b) => compareSwedish(visatNamn(a.person), visatNamn(b.person)),
    tip: ({ person }) => visatNamn(person),
  },
  { id: 'ar', namn: 'År', bredd: '64px', draw: ({ ar }) => String(ar), compare: (a, b) => a.ar - b.ar },
  {
    ...{ id: 'lage', namn: 'Läge', bredd: 'minmax(120px, 1fr)' },
    draw: (rad) => (
      <>
        <Chip ton={ton(rad)}>{laget(rad)}</Chip>
        {rad.osand && <Chip ton="gul">Inte skickat än</Chip>}
      </>
    ),
    compare: (a, b) => compareSwedish(laget(a), laget(b)),
    tip: laget,
  },
  { id: 'sista', namn: 'Senast', bredd: '104px', draw: ({ sista }) => sista, compare: (a, b) => a.sista.localeCompare(b.sista) },
  {
    ...{ id: 'inlamnad', namn: 'Inlämnad', bredd: '104px' },
    draw: ({ inlamnad }) => (inlamnad === undefined ? '' : swedishDay(inlamnad)),
    compare: (a, b) => (a.inlamnad ?? '').localeCompare(b.inlamnad ?? ''),
  },
  {
    ...{ id: 'skickad', namn: 'Skickad', bredd: 'minmax(140px, 1fr)' },
    draw: ({ skickad }) => `${swedishDay(skickad.at)} av ${skickad.namn}`,
    compare: (a, b) => a.skickad.at.localeCompare(b.skickad.at),
    tip: ({ skickad }) => `${swedishDay(skickad.at)} av ${skickad.namn}`,
  },
];
