import { Dialog, DialogSurface, makeStyles, mergeClasses } from '@fluentui/react-components';
import { Search20Regular } from '@fluentui/react-icons';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { alderText } from '../../shared/domain/person/alder.ts';
import type { PersonRad } from '../../shared/ipc/views.ts';
import { sokhjalpOrd } from '../../shared/words/sok.ts';
import { PersonNamn, tidigareText, visatNummer } from '../components/PersonNamn.tsx';
import { markeradISystemfarger, systemfarger } from '../components/systemfarger.ts';
import { Tangent } from '../components/Tangent.tsx';
import { Sokexempel } from '../features/sok/Sokexempel.tsx';
import { newId } from '../state/core.ts';
import { closeDialog } from '../state/dialog.ts';
import { searchFor as searchNotes } from '../state/fritext.ts';
import { type CommandId, infoOf, runCommandById, runnableCommands, tangentFor } from '../state/keys.ts';
import { openKund } from '../state/openKund.ts';
import { useQuery } from '../state/query.ts';

const useStyles = makeStyles({
  yta: { maxWidth: '840px', padding: 0, overflow: 'hidden', alignSelf: 'flex-start', marginTop: '8px' },
  rad: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    padding: '0 12px',
    height: '40px',
    borderBottom: '2px solid var(--colorCompoundBrandStroke)',
  },
  text: { flexGrow: 1, border: 'none', outlineStyle: 'none', background: 'none', color: 'inherit', font: 'inherit', fontSize: '16px' },
  delar: { display: 'flex', height: '360px' },
  lista: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, padding: '4px 0' },
  traffar: { flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  hjalp: {
    width: '280px',
    padding: '8px 12px',
    backgroundColor: 'var(--akHuvud)',
    borderLeft: '1px solid var(--akHair)',
    '@media (max-width: 700px)': { display: 'none' },
  },
  grupp: { padding: '4px 12px', fontSize: '12px', fontWeight: 600 },
  post: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '28px',
    padding: '0 12px',
    cursor: 'default',
    ':hover': { backgroundColor: 'var(--akHover)' },
  },
  vald: {
    backgroundColor: 'var(--akSel)',
    color: 'var(--akSelFg)',
    ':hover': { backgroundColor: 'var(--akSel)' },
    [systemfarger]: markeradISystemfarger,
  },
  tyst: { padding: '4px 12px', color: 'var(--colorNeutralForeground2)' },
});

/** Searches are logged (FRAGA-62): one for what was typed, not one for each key. Milliseconds. */
const searchPause = 200;

/** Another text is another search, logged anew; the same one is followed. */
const searchFor =
  (text: string) =>
  (before: { id: string; text: string }): { id: string; text: string } =>
    before.text === text ? before : { id: newId(), text };

type Traff = { id: string; grupp: string; run: () => void; innehall: ReactNode };

const commandHit = (id: CommandId): Traff => {
  const key = tangentFor(id);
  return {
    id,
    grupp: 'Kommandon',
    run: () => runCommandById(id),
    innehall: (
      <>
        {infoOf(id).namn}
        <span style={{ flexGrow: 1 }} />
        {key && <Tangent>{key}</Tangent>}
      </>
    ),
  };
};
const personHit = (person: PersonRad): Traff => ({
  id: person.personId,
  grupp: 'Kunder, sökt på datorn',
  run: () => void openKund(person.personId),
  innehall: (
    <>
      <PersonNamn {...person} />
      <span>{visatNummer(person)}</span>
      <span>{tidigareText(person)}</span>
      <span style={{ flexGrow: 1 }} />
      {person.skydd !== 'skyddadFolkbokforing' && <span>{alderText(person.alder)}</span>}
    </>
  ),
});

const notesHit = (text: string): Traff => ({
  id: 'anteckningar',
  grupp: 'Anteckningar',
  run: () => searchNotes(text),
  innehall: `Sök ”${text}” i anteckningar`,
});

/** Ctrl+K: kunder by the search grammar, the commands that can be run now, and the words among the notes; `>` shows commands alone. */
export function Kommandoruta() {
  const styles = useStyles();
  const [text, setText] = useState('');
  const [vald, setVald] = useState(0);
  const onlyCommands = text.startsWith('>');
  const [sokt, setSokt] = useState({ id: newId(), text: '' });
  /** The command that Enter meant, while the search that might name a person instead is under way. */
  const [vantar, setVantar] = useState<string>();
  const soktext = onlyCommands ? '' : text.trim();
  useEffect(() => {
    const timer = setTimeout(() => setSokt(searchFor(soktext)), searchPause);
    return () => clearTimeout(timer);
  }, [soktext]);
  const isAsked = sokt.text === soktext;
  const { data: svar, laddar } = useQuery('sok.person', sokt.text === '' || onlyCommands ? null : { ...sokt, arhundrade: 'alla' }, ['akt']);
  const ord = text.replace(/^>/, '').trim().toLocaleLowerCase('sv-SE');
  const commands = runnableCommands()
    .filter((id) => id !== 'kommandoruta' && infoOf(id).namn.toLocaleLowerCase('sv-SE').includes(ord))
    .map(commandHit);
  const others = soktext.length >= 2 ? [...commands, notesHit(soktext)] : commands;
  const persons = svar?.slag === 'traffar' ? svar.rader.slice(0, 30).map(personHit) : [];
  const hits = [...persons, ...others];
  const at = Math.min(vald, hits.length - 1);
  const run = (hit: Traff | undefined) => {
    if (!hit) return;
    closeDialog();
    hit.run();
  };
  useEffect(() => {
    if (vantar === undefined || !isAsked || laddar) return;
    setVantar(undefined);
    if (persons.length === 0) run(others.find(({ id }) => id === vantar));
  });
  const onKeyDown = (event: KeyboardEvent) => {
    // The persons are of what stood there before: Enter asks at once, and opens nobody whom the user has not seen.
    if (event.key === 'Enter' && (!isAsked || laddar)) {
      setSokt(searchFor(soktext));
      setVantar((vald === 0 ? others[0] : hits[at])?.id);
    } else if (event.key === 'Enter') run(hits[at]);
    else if (event.key === 'ArrowDown') setVald(Math.min(hits.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setVald(Math.max(0, at - 1));
    else return;
    event.preventDefault();
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && closeDialog()}>
      <DialogSurface className={styles.yta} aria-label="Sök kund eller kommando">
        <div className={styles.rad}>
          <Search20Regular />
          <input
            className={styles.text}
            role="combobox"
            aria-label="Sök kund eller kommando"
            aria-expanded="true"
            aria-controls="kommandoruta-lista"
            aria-activedescendant={hits[at] ? `traff-${hits[at].id}` : undefined}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setVald(0);
              setVantar(undefined);
            }}
            onKeyDown={onKeyDown}
          />
          <Tangent>Esc</Tangent>
        </div>
        <div className={styles.delar}>
          <div className={styles.lista}>
            {svar?.slag === 'hjalp' && commands.length === 0 && <div className={styles.tyst}>{sokhjalpOrd[svar.hjalp]}</div>}
            {svar?.slag === 'traffar' && persons.length + commands.length === 0 && (
              <div className={styles.tyst}>Ingen kund och inget kommando hittades.</div>
            )}
            <div id="kommandoruta-lista" role="listbox" aria-label="Träffar" className={styles.traffar}>
              {hits.map((hit, index) => (
                // biome-ignore lint/a11y/useFocusableInteractive: the combobox keeps the focus and names the option by aria-activedescendant.
                // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox answers the keys.
                <div
                  key={hit.id}
                  id={`traff-${hit.id}`}
                  role="option"
                  aria-selected={index === at}
                  ref={(row) => {
                    if (index === at) row?.scrollIntoView?.({ block: 'nearest' });
                  }}
                  onClick={() => run(hit)}
                >
                  {hit.grupp !== hits[index - 1]?.grupp && (
                    <div className={styles.grupp} aria-hidden="true">
                      {hit.grupp}
                    </div>
                  )}
                  <div className={mergeClasses(styles.post, index === at && styles.vald)}>{hit.innehall}</div>
                </div>
              ))}
            </div>
          </div>
          <div className={styles.hjalp}>
            <Sokexempel />
          </div>
        </div>
      </DialogSurface>
    </Dialog>
  );
}
