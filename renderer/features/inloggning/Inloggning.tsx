import { Button, makeStyles, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { AnvandarVal } from '../../../shared/ipc/views.ts';
import { felOrd, ordForFel } from '../../../shared/words/fel.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { useQuery } from '../../state/query.ts';
import { logIn, useSession } from '../../state/session.ts';
import { Anvandarlista } from './Anvandarlista.tsx';

const useStyles = makeStyles({
  sida: {
    flexGrow: 1,
    display: 'flex',
    justifyContent: 'center',
    alignItems: 'flex-start',
    overflowY: 'auto',
    padding: '4vh 16px',
    minHeight: 0,
  },
  kort: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    width: '480px',
    maxWidth: '100%',
    maxHeight: '100%',
    boxSizing: 'border-box',
    padding: '20px',
    border: '1px solid var(--akHair)',
    borderRadius: 'var(--borderRadiusXLarge)',
    backgroundColor: 'var(--colorNeutralBackground1)',
  },
  rubrik: { margin: 0, fontSize: '18px', lineHeight: '22px' },
  tyst: { margin: 0, color: 'var(--colorNeutralForeground2)' },
  fot: { display: 'flex', alignItems: 'center', gap: '8px', justifyContent: 'flex-end' },
});

/** Where the list of users comes from, or why it does not come from the server. */
function kallaText({ kalla, nekad }: CallOutput<'session.anvandare'>): string {
  if (kalla === 'server') return 'Listan kommer från servern.';
  const varfor = nekad ? 'Servern släpper inte in någon härifrån.' : 'Servern svarar inte.';
  return `${varfor} Listan visar dem som varit inloggade på den här datorn.`;
}

/** Sign-in of the demo: choose who you are. Works without the server for those who have been here before. */
export function Inloggning() {
  const styles = useStyles();
  const { session, fel } = useSession();
  const lista = useQuery('session.anvandare', {}, ['session']);
  const [vald, setVald] = useState<string | null>(null);
  const [pagar, setPagar] = useState(false);
  const anvandare = lista.data?.anvandare ?? [];
  const val = anvandare.find(({ id }) => id === vald) ?? anvandare[0];
  const kommun = session && 'kommun' in session ? session.kommun : undefined;

  const signIn = async (person: AnvandarVal | undefined) => {
    if (!person || pagar) return;
    setPagar(true);
    await logIn(person.id);
    setPagar(false);
  };
  return (
    <main className={styles.sida}>
      <div className={styles.kort}>
        <h1 className={styles.rubrik}>Logga in i Aktnära{kommun ? ` – ${kommun}` : ''}</h1>
        <ErrorBar
          slag="info"
          vad="Demoläge."
          gor="Du väljer vem du är utan lösenord. Alla personer är påhittade. Skriv inga riktiga uppgifter."
        />
        {fel && <ErrorBar {...(fel.code === 'disken-full' ? fullDisk : ordForFel(fel.code))} />}
        {lista.fel && (
          <ErrorBar
            {...(lista.fel.code === 'servern-svarar-inte' ? utanServer : ordForFel(lista.fel.code))}
            handling="Försök igen"
            onHandling={lista.readAgain}
          />
        )}
        {lista.laddar && <SkeletonRows />}
        {lista.data && anvandare.length === 0 && (
          <EmptyState
            text={
              lista.data.nekad
                ? 'Ingen har varit inloggad på den här datorn, och servern släpper inte in någon härifrån. Kontakta systemförvaltaren.'
                : 'Ingen har varit inloggad på den här datorn, och servern svarar inte.'
            }
            handling="Försök igen"
            onHandling={lista.readAgain}
          />
        )}
        {val && lista.data && (
          <>
            <p className={styles.tyst}>{kallaText(lista.data)} Skriv början av namnet eller funktionen för att hitta.</p>
            <Anvandarlista anvandare={anvandare} vald={val.id} onVald={setVald} onChoose={(person) => void signIn(person)} />
            <div className={styles.fot}>
              {pagar && <Spinner size="tiny" label="Loggar in" />}
              {lista.data.kalla === 'datorn' && (
                <Button size="small" onClick={lista.readAgain}>
                  Fråga servern igen
                </Button>
              )}
              <Button size="small" appearance="primary" disabledFocusable={pagar} onClick={() => void signIn(val)}>
                Logga in som {val.namn}
              </Button>
            </div>
          </>
        )}
      </div>
    </main>
  );
}

const fullDisk = {
  vad: 'Disken är full: databasen på datorn kan inte öppnas.',
  gor: 'Frigör utrymme och logga in igen. Inget har raderats.',
};
const utanServer = { vad: felOrd['servern-svarar-inte'].vad, gor: 'Den första inloggningen på en dator behöver servern.' };
