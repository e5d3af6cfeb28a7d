import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { PersonRad, Sokresultat } from '../../../shared/ipc/views.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { visaDialog } from '../../state/dialog.ts';
import { runCommandById } from '../../state/keys.ts';
import { oppnaKund } from '../../state/oppna.ts';
import { ordForFel } from '../../state/ord.ts';
import { useSokning } from '../../state/sokning.ts';
import { laggTillIKundlistan } from './kundlista.ts';
import { personkolumner } from './personkolumner.tsx';
import { Sokexempel } from './Sokexempel.tsx';
import { sokhjalpOrd } from './sokord.ts';

const useStyles = makeStyles({
  sida: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 280px',
    gap: '8px',
    flexGrow: 1,
    minHeight: 0,
    padding: '8px',
    '@media (max-width: 999px)': { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'minmax(0, 1fr) max-content' },
  },
  hjalp: { padding: '10px 12px', '@media (max-width: 999px)': { display: 'none' } },
  fot: { display: 'flex', gap: '8px', alignItems: 'center', padding: '8px 10px', borderTop: '1px solid var(--akHair)' },
  luft: { flexGrow: 1 },
});

/** The tab Social och vård dokumentation (SOK-02): the hits of the search box, and how to search. */
export function Sokflik() {
  const styles = useStyles();
  const { resultat, sokt, fel, soker } = useSokning();
  return (
    <div className={styles.sida} data-yta="arbetsyta">
      <Panel rubrik="Social och vård dokumentation" text={resultat ? antalText(resultat, sokt) : undefined}>
        {fel && <ErrorBar {...ordForFel(fel.code)} />}
        {soker && !resultat && <SkeletonRows />}
        {!resultat && !fel && !soker && (
          <EmptyState
            text="Sök kunden i sökrutan uppe till höger."
            handling="Till sökrutan"
            onHandling={() => runCommandById('personSok')}
          />
        )}
        {resultat?.slag === 'hjalp' && (
          <EmptyState text={sokhjalpOrd[resultat.hjalp]} handling="Ändra sökningen" onHandling={() => runCommandById('personSok')} />
        )}
        {resultat?.slag === 'traffar' && <Traffar key={sokt} resultat={resultat} />}
      </Panel>
      <Panel rubrik="Hjälp att söka">
        <div className={styles.hjalp}>
          <Sokexempel />
        </div>
      </Panel>
    </div>
  );
}

function Traffar({ resultat }: { resultat: Extract<Sokresultat, { slag: 'traffar' }> }) {
  const styles = useStyles();
  const [vald, setVald] = useState<string | null>(resultat.rader[0]?.personId ?? null);
  const open = ({ personId }: PersonRad) => void oppnaKund(personId);
  const marked = resultat.rader.find(({ personId }) => personId === vald);
  return (
    <>
      {resultat.ofullstandig && (
        <ErrorBar slag="info" vad="Sökregistret byggs." gor="Det kan finnas fler träffar om en stund; sök då igen." />
      )}
      {resultat.annatArhundrade && (
        <ErrorBar
          slag="warning"
          vad="Inga träffar i det valda århundradet."
          gor="Träffarna nedan är från ett annat århundrade. Se på födelsedatum och ålder."
        />
      )}
      {resultat.rader.length === 0 ? (
        <EmptyState
          text="Ingen kund hittades på den här datorn."
          handling="Ändra sökningen"
          onHandling={() => runCommandById('personSok')}
        />
      ) : (
        <>
          <DataTable
            etikett="Träffar"
            kolumner={personkolumner}
            rader={resultat.rader}
            radId={({ personId }) => personId}
            vald={vald}
            onVald={setVald}
            onOppna={open}
            fokus
            meny={(person) => [
              { id: 'oppna', namn: 'Öppna', tangent: 'Enter', onValj: () => open(person) },
              { id: 'lista', namn: 'Lägg till i kundlistan', onValj: () => void laggTillIKundlistan(person.personId) },
            ]}
          />
          <div className={styles.fot}>
            <Button size="small" onClick={() => visaDialog('senaste')}>
              De 10 senaste
            </Button>
            <Button size="small" onClick={() => visaDialog('kundlista')}>
              Kundlista
            </Button>
            <span className={styles.luft} />
            <Button size="small" appearance="primary" disabledFocusable={!marked} onClick={() => marked && open(marked)}>
              OK
            </Button>
          </div>
        </>
      )}
    </>
  );
}

function antalText(resultat: Sokresultat, sokt: string): string {
  if (resultat.slag === 'hjalp') return `”${sokt}”`;
  const antal = resultat.rader.length;
  const traffar = resultat.fler ? `de första ${antal} träffarna` : antal === 1 ? '1 träff' : `${antal} träffar`;
  return `${traffar} på ”${sokt}”, sökt på datorn`;
}
