import { Button, makeStyles, Tab, TabList } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { mayRun } from '../../../shared/domain/rulebook/command-roles.ts';
import { type Arhundrade, tolkaSokning } from '../../../shared/domain/sok/sokfraga.ts';
import type { PersonRad, Sokresultat } from '../../../shared/ipc/views.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { sokhjalpOrd } from '../../../shared/words/sok.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { showDialog } from '../../state/dialog.ts';
import { searchFor, showSokning, useFritext } from '../../state/fritext.ts';
import { runCommandById } from '../../state/keys.ts';
import { openKund } from '../../state/openKund.ts';
import { showRegistrera } from '../../state/registrera.ts';
import { useInloggad } from '../../state/session.ts';
import { followSokning, useSokning } from '../../state/sokning.ts';
import { useStatus } from '../../state/status.ts';
import { Anteckningssok } from './Anteckningssok.tsx';
import { Fritextexempel } from './Fritextexempel.tsx';
import { addToKundlista } from './kundlista.ts';
import { personkolumner } from './personkolumner.tsx';
import { Sokexempel } from './Sokexempel.tsx';
import { ofullstandigOrd } from './sokord.ts';

const useStyles = makeStyles({
  sida: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 280px',
    gap: '8px',
    flexGrow: 1,
    minHeight: 0,
    padding: '8px',
    '@media (max-width: 999px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    // Too low for the box, the list and what stands round a hit: the page scrolls.
    '@media (max-height: 560px)': { overflowY: 'auto' },
  },
  noter: { '@media (max-height: 560px)': { minHeight: '400px' } },
  hjalppanel: { '@media (max-width: 999px)': { display: 'none' } },
  hjalp: { padding: '10px 12px' },
  fot: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', padding: '8px 10px', borderTop: '1px solid var(--akHair)' },
  luft: { flexGrow: 1 },
  ny: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  tomt: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', padding: '0 12px 12px' },
});

/** The tab Social och vård dokumentation (SOK-02): the hits of the search box, or notes by their words (SVERK-09), and how to search. */
export function Sokflik() {
  const styles = useStyles();
  const { resultat, fraga } = useSokning();
  const notes = useFritext();
  return (
    <div className={styles.sida} data-yta="arbetsyta">
      <Panel
        {...(notes.visas ? { className: styles.noter } : {})}
        rubrik="Social och vård dokumentation"
        text={notes.visas ? noterText(notes) : resultat && fraga ? antalText(resultat, fraga.text) : undefined}
      >
        <TabList
          size="small"
          selectedValue={notes.visas ? 'anteckningar' : 'kunder'}
          onTabSelect={(_, { value }) => showSokning(value === 'anteckningar' ? 'anteckningar' : 'kunder')}
        >
          <Tab value="kunder">Kunder</Tab>
          <Tab value="anteckningar">Anteckningar</Tab>
        </TabList>
        {notes.visas ? <Anteckningssok /> : <Kundsok />}
      </Panel>
      <Panel rubrik="Hjälp att söka" className={styles.hjalppanel}>
        <div className={styles.hjalp}>{notes.visas ? <Fritextexempel /> : <Sokexempel />}</div>
      </Panel>
    </div>
  );
}

function Kundsok() {
  const styles = useStyles();
  const { resultat, fraga, fel, soker } = useSokning();
  useEffect(() => followSokning(), []);
  return (
    <>
      {fel && <ErrorBar {...ordForFel(fel.code)} />}
      {soker && !resultat && <SkeletonRows />}
      {!resultat && !fel && !soker && (
        <EmptyState text="Sök kunden i sökrutan uppe till höger." handling="Till sökrutan" onHandling={() => runCommandById('personSok')} />
      )}
      {resultat?.slag === 'hjalp' && (
        <>
          <EmptyState text={sokhjalpOrd[resultat.hjalp]} handling="Ändra sökningen" onHandling={() => runCommandById('personSok')} />
          <div className={styles.tomt}>
            <Anteckningsknapp />
          </div>
        </>
      )}
      {resultat?.slag === 'traffar' && <Traffar key={fraga?.id} resultat={resultat} />}
    </>
  );
}

/** The same words among the notes. */
function Anteckningsknapp() {
  const sokt = useSokning((state) => state.fraga?.text.trim() ?? '');
  if (sokt === '') return null;
  return (
    <Button size="small" onClick={() => searchFor(sokt)}>
      {`Sök ”${sokt}” i anteckningar`}
    </Button>
  );
}

function Traffar({ resultat }: { resultat: Extract<Sokresultat, { slag: 'traffar' }> }) {
  const styles = useStyles();
  const status = useStatus((state) => state.status);
  const fraga = useSokning((state) => state.fraga);
  const namnerTraffen = fraga !== null && !resultat.annatArhundrade && namesOnePerson(fraga);
  const ofullstandig = ofullstandigOrd(status, resultat.ofullstandig);
  // Below the rows: when it goes they stay under the pointer.
  const incomplete = ofullstandig && <ErrorBar slag="info" {...ofullstandig} />;
  const [vald, setVald] = useState(resultat.rader[0]?.personId);
  // Rows that come later must not take the focus from what the user has gone on to write.
  const [fokus] = useState(resultat.rader.length > 0);
  const open = ({ personId }: PersonRad) => void openKund(personId);
  // Another person never takes the place of one who was marked and is gone.
  const marked = vald === undefined ? resultat.rader[0] : resultat.rader.find(({ personId }) => personId === vald);
  return (
    <>
      {resultat.annatArhundrade && (
        <ErrorBar
          slag="warning"
          vad="Inga träffar i det valda århundradet."
          gor="Träffarna nedan är från ett annat århundrade. Se på födelsedatum och ålder."
        />
      )}
      {resultat.rader.length === 0 ? (
        <>
          <EmptyState
            text={ofullstandig ? 'Ingen kund har hittats än.' : 'Ingen kund hittades på den här datorn.'}
            handling="Ändra sökningen"
            onHandling={() => runCommandById('personSok')}
          />
          <div className={styles.tomt}>
            <NyKund fraga="Är det en ny kund?" forst />
            <Anteckningsknapp />
          </div>
          {incomplete}
        </>
      ) : (
        <>
          <DataTable
            etikett="Träffar"
            kolumner={personkolumner}
            rader={resultat.rader}
            radId={({ personId }) => personId}
            vald={marked?.personId ?? null}
            onVald={setVald}
            onOpen={open}
            fokus={fokus && hasNotWrittenOn}
            meny={(person) => [
              { id: 'oppna', namn: 'Öppna', tangent: 'Enter', onChoose: () => open(person) },
              { id: 'lista', namn: 'Lägg till i kundlistan', onChoose: () => void addToKundlista(person.personId) },
            ]}
          />
          {incomplete}
          <div className={styles.fot}>
            <Button size="small" onClick={() => showDialog('senaste')}>
              De 10 senaste
            </Button>
            <Button size="small" onClick={() => showDialog('kundlista')}>
              Kundlista
            </Button>
            <span className={styles.luft} />
            {!namnerTraffen && <NyKund fraga="Finns kunden inte i listan?" />}
            <Button size="small" appearance="primary" disabledFocusable={!marked} onClick={() => marked && open(marked)}>
              OK
            </Button>
          </div>
        </>
      )}
    </>
  );
}

/** Whoever has begun on the next search keeps the focus: their Enter must not open a row of this one. */
function hasNotWrittenOn(): boolean {
  const { text, fraga } = useSokning.getState();
  return text === fraga?.text;
}

/** A whole number is its person's own: whoever it finds is the one who was sought. */
function namesOnePerson({ text, arhundrade }: { text: string; arhundrade: Arhundrade }): boolean {
  const tolkad = tolkaSokning(text, arhundrade);
  return tolkad.ok && (tolkad.fraga.slag === 'personnummer' || tolkad.fraga.slag === 'nummer10');
}

/**
 * REG-02, REG-04: the person sought is not known here; KIR is asked, or the details are filled in.
 * @param forst there is nothing else to do: Sök KIR is the first choice
 */
function NyKund({ fraga, forst = false }: { fraga: string; forst?: boolean }) {
  const styles = useStyles();
  const sokt = useSokning((state) => state.fraga?.text ?? '');
  const roller = useInloggad()?.roller ?? [];
  if (!mayRun('person.registrera', { roller, aktiv: true })) return null;
  return (
    <div className={styles.ny}>
      <span>{fraga}</span>
      <Button size="small" {...(forst ? { appearance: 'primary' } : {})} onClick={() => showRegistrera({ start: 'kir', sokt })}>
        Sök KIR
      </Button>
      <Button size="small" onClick={() => showRegistrera({ start: 'ny', sokt })}>
        Ny
      </Button>
    </div>
  );
}

function antalText(resultat: Sokresultat, sokt: string): string {
  if (resultat.slag === 'hjalp') return `”${sokt}”`;
  const antal = resultat.rader.length;
  const traffar = resultat.fler ? `de första ${antal} träffarna` : antal === 1 ? '1 träff' : `${antal} träffar`;
  return `${traffar} på ”${sokt}”, sökt på datorn`;
}

function noterText({ svar, fraga }: ReturnType<typeof useFritext.getState>): string | undefined {
  if (!svar || !fraga) return undefined;
  if (svar.slag === 'hjalp') return `”${fraga.text}”`;
  const antal = svar.rader.length;
  const traffar =
    svar.fler || svar.genomlasta !== undefined ? `de senaste ${antal} träffarna` : antal === 1 ? '1 träff' : `${antal} träffar`;
  return `${traffar} på ”${fraga.text}”, sökt på datorn`;
}
