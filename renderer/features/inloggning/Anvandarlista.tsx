import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { AnvandarVal } from '../../../shared/ipc/views.ts';
import { markeradISystemfarger, systemfarger } from '../../components/systemfarger.ts';
import { nastaSomBorjar } from './typeAhead.ts';

const useStyles = makeStyles({
  lista: {
    overflowY: 'auto',
    minHeight: '120px',
    maxHeight: '340px',
    border: '1px solid var(--akHair)',
    borderRadius: 'var(--borderRadiusMedium)',
  },
  post: {
    display: 'flex',
    gap: '8px',
    minHeight: '28px',
    alignItems: 'center',
    padding: '0 10px',
    cursor: 'default',
    ':hover': { backgroundColor: 'var(--akHover)' },
  },
  vald: {
    backgroundColor: 'var(--akSel)',
    color: 'var(--akSelFg)',
    ':hover': { backgroundColor: 'var(--akSel)' },
    [systemfarger]: markeradISystemfarger,
  },
  namn: { fontWeight: 600, whiteSpace: 'nowrap' },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** A pause this long begins a new word. */
const pause = 1000;

type Props = { anvandare: AnvandarVal[]; vald: string; onVald: (id: string) => void; onChoose: (person: AnvandarVal) => void };

/** Who you are: arrows walk, letters find, Enter and double click sign in. */
export function Anvandarlista({ anvandare, vald, onVald, onChoose }: Props) {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const at = anvandare.findIndex(({ id }) => id === vald);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the marked row is scrolled to whenever it changes.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [vald]);
  useEffect(() => list.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const last = anvandare.length - 1;
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last, PageDown: at + 10, PageUp: at - 10 };
    let to = moves[event.key];
    const here = anvandare[at];
    if (event.key === 'Enter' && here) onChoose(here);
    else if (to === undefined && event.key.length === 1 && !event.ctrlKey && !event.altKey) {
      const now = event.timeStamp;
      typed.current = { text: now - typed.current.at > pause ? event.key : typed.current.text + event.key, at: now };
      to = nastaSomBorjar(anvandare, typed.current.text, at);
    } else if (to === undefined) return;
    event.preventDefault();
    const next = to === undefined ? undefined : anvandare[Math.max(0, Math.min(last, to))];
    if (next) onVald(next.id);
  };
  return (
    <div
      ref={list}
      role="listbox"
      aria-label="Användare"
      tabIndex={0}
      aria-activedescendant={`anvandare-${vald}`}
      className={styles.lista}
      onKeyDown={onKeyDown}
    >
      {anvandare.map((person) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the listbox keeps the focus and names the option by aria-activedescendant.
        // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox answers the keys.
        <div
          key={person.id}
          id={`anvandare-${person.id}`}
          role="option"
          aria-selected={person.id === vald}
          className={mergeClasses(styles.post, person.id === vald && styles.vald)}
          onClick={() => onVald(person.id)}
          onDoubleClick={() => onChoose(person)}
        >
          <span className={styles.namn}>{person.namn}</span>
          <span className={styles.text}>{[person.funktion ?? person.titel, person.organisation].filter(Boolean).join(' · ')}</span>
        </div>
      ))}
    </div>
  );
}
