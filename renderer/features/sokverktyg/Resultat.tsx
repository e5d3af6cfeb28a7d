import { Button, makeStyles, ProgressBar, Tab, TabList } from '@fluentui/react-components';
import { ArrowExport20Regular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import type { Sokrad } from '../../../shared/ipc/sokverktyg.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { sokslagOrd } from '../../../shared/words/sokverktyg.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { useBredder } from '../../state/bredder.ts';
import { markPost, openPost, useMarkerad } from '../../state/navigering.ts';
import { type Korning, resultatlista, runSokning } from '../../state/sokverktyg.ts';
import { isOfullstandig, useStatus } from '../../state/status.ts';
import { ExporteraDialog } from './ExporteraDialog.tsx';
import { kolumnerFor } from './kolumner.tsx';
import { Sammanstallning } from './Sammanstallning.tsx';
import { sortBy } from './sortBy.ts';
import { Utveckling } from './Utveckling.tsx';

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: '200px',
    border: '1px solid var(--akHair)',
    borderRadius: 'var(--borderRadiusLarge)',
    backgroundColor: 'var(--colorNeutralBackground1)',
    overflow: 'hidden',
  },
  huvud: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '8px',
    flexShrink: 0,
    padding: '0 8px 0 2px',
    backgroundColor: 'var(--akHuvud)',
    borderBottom: '1px solid var(--akHair)',
  },
  text: { color: 'var(--colorNeutralForeground2)', minWidth: 0 },
  luft: { flexGrow: 1 },
  yta: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  vantar: { padding: '10px 12px' },
});

/** The tab Resultat (SNAV-01), beside it how the rows are divided; a double click or Enter opens, as the diamond does. */
export function Resultat({ korning }: { korning: Korning }) {
  const css = useStyles();
  const { sokning, sokningId, parametrar, traffar, rader: lasta, framsteg, fel, fler, sortering } = korning;
  const [flik, setFlik] = useState<'resultat' | 'sammanstallning' | 'utveckling'>('resultat');
  const [exporterar, setExporterar] = useState(false);
  const vald = useMarkerad(resultatlista);
  const status = useStatus((state) => state.status);
  const kolumner = useMemo(() => kolumnerFor(sokning), [sokning]);
  const rader = useMemo(() => traffar.flatMap(({ id }) => lasta[id] ?? []), [traffar, lasta]);
  const bredder = useBredder(`sokverktyg:bredder:${sokningId}`);
  const igen = () => void runSokning(sokningId, sokning, parametrar);
  const stammerInte = rader.filter(({ stammer }) => !stammer).length;
  return (
    <section aria-label="Resultat" className={css.panel}>
      <div className={css.huvud}>
        <TabList size="small" selectedValue={flik} onTabSelect={(_, { value }) => setFlik(value as typeof flik)}>
          <Tab value="resultat">Resultat</Tab>
          <Tab value="sammanstallning">Sammanställning</Tab>
          <Tab value="utveckling">Utveckling</Tab>
        </TabList>
        <span className={css.text} role="status">
          {framsteg ? '' : `${sokning.namn}: ${antalOrd(rader, sokning.slag)}`}
        </span>
        <span className={css.luft} />
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowExport20Regular />}
          disabledFocusable={framsteg !== null || rader.length === 0}
          onClick={() => setExporterar(true)}
        >
          Spara som fil…
        </Button>
      </div>
      {fel && <ErrorBar {...ordForFel(fel.code)} handling="Sök igen" onHandling={igen} />}
      {framsteg && (
        <div className={css.vantar}>
          {/* Never one without a value: Fluent cannot skip a motion that has no end, and throws. */}
          <ProgressBar value={framsteg.klart} max={Math.max(framsteg.av, 1)} aria-label="Söker" />
        </div>
      )}
      {!framsteg && !fel && (
        <>
          {fler && (
            <ErrorBar
              slag="warning"
              vad={`Fler träffar än ${traffar.length.toLocaleString('sv-SE')}: resten visas inte.`}
              gor="Välj insats, handläggare, organisation eller en kortare tid."
            />
          )}
          {stammerInte > 0 && (
            <ErrorBar
              slag="info"
              vad={
                stammerInte === 1 ? 'En rad stämmer inte längre med sökningen.' : `${stammerInte} rader stämmer inte längre med sökningen.`
              }
              gor="Något har ändrats sedan du sökte. De står kvar på sin plats tills du söker igen."
              handling="Sök igen"
              onHandling={igen}
            />
          )}
          {isOfullstandig(status) && (
            <ErrorBar
              slag="info"
              vad="Allt är inte hämtat från servern än."
              gor="Det kan finnas fler träffar. Sök igen när det är hämtat."
            />
          )}
          {rader.length === 0 ? (
            <EmptyState text="Inget stämmer med sökningen, av det som du får läsa på den här datorn." />
          ) : flik === 'resultat' ? (
            <div className={css.yta}>
              <DataTable
                etikett="Resultat"
                kolumner={kolumner}
                rader={rader}
                radId={({ id }) => id}
                vald={vald}
                onVald={(id) => markPost(resultatlista, id)}
                onOpen={(rad) => open(rad)}
                ordning={{ sortering, onSortering: sortBy }}
                bredder={bredder}
                fokus
                meny={(rad) => [{ id: 'oppna', namn: 'Öppna', tangent: 'Enter', onChoose: () => open(rad) }]}
              />
            </div>
          ) : flik === 'utveckling' ? (
            <Utveckling sokning={sokning} rader={rader} />
          ) : (
            <Sammanstallning sokning={sokning} rader={rader} />
          )}
        </>
      )}
      {framsteg && rader.length > 0 && <SkeletonRows antal={4} />}
      {exporterar && <ExporteraDialog korning={korning} rader={rader} onClose={() => setExporterar(false)} />}
    </section>
  );
}

function open({ id }: Sokrad): void {
  markPost(resultatlista, id);
  void openPost();
}

/** `14 beslut, 12 kunder`. */
function antalOrd(rader: readonly Sokrad[], slag: Korning['sokning']['slag']): string {
  const ord = (antal: number, [en, flera]: [string, string]) => `${antal} ${antal === 1 ? en : flera}`;
  const kunder = new Set(rader.map(({ person }) => person.personId)).size;
  return slag === 'kund' ? ord(kunder, sokslagOrd.kund) : `${ord(rader.length, sokslagOrd[slag])}, ${ord(kunder, sokslagOrd.kund)}`;
}
