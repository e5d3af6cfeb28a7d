import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { ArrowRight20Filled, BookOpen20Regular, Checkmark16Filled, Dismiss20Filled } from '@fluentui/react-icons';
import { memo, useEffect, useRef } from 'react';
import type { AnteckningVy } from '../../../shared/ipc/views.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { Chip } from '../../components/Chip.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RikText } from '../../components/RikText.tsx';
import type { Lasavsnitt } from './lasning.ts';

const useStyles = makeStyles({
  // What is read takes the room that is left, never from the writing pane: its size is the user's (FORB-17).
  vy: { display: 'flex', flexDirection: 'column', minHeight: 0, flexGrow: 1, flexBasis: 0 },
  huvud: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    minHeight: '32px',
    padding: '0 12px',
    flexShrink: 0,
    backgroundColor: 'var(--akHuvud)',
    borderBottom: '1px solid var(--akHair)',
  },
  rubrik: { margin: 0, fontSize: '13px', fontWeight: 600 },
  vad: { color: 'var(--colorNeutralForeground3)', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', flexGrow: 1 },
  hela: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    border: '1px solid transparent',
    borderRadius: 'var(--borderRadiusMedium)',
    height: '28px',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { backgroundColor: 'var(--akHover)' },
    '&[aria-pressed="true"]': { backgroundColor: 'var(--akSel)', color: 'var(--akSelFg)', '--akPurple': 'var(--akSelPurple)' },
  },
  rulle: { overflowY: 'auto', flexGrow: 1, minHeight: 0, padding: '8px 12px' },
  // A journal may hold thousands of notes: what is off the screen costs nothing.
  avsnitt: { contentVisibility: 'auto', containIntrinsicSize: 'auto 120px', marginBottom: '8px', maxWidth: '720px' },
  titel: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    margin: '0 0 6px',
    fontSize: '14px',
    lineHeight: '20px',
    fontWeight: 600,
  },
  not: { position: 'relative', marginBottom: '8px' },
  nothuvud: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', marginBottom: '4px' },
  nottitel: { fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
  fel: { border: '1px solid var(--akRed)', borderRadius: 'var(--borderRadiusMedium)', padding: '8px 36px 4px 10px' },
  kryss: { position: 'absolute', top: '4px', right: '6px', color: 'var(--akRed)' },
  orsak: { color: 'var(--akRed)', marginBottom: '6px' },
});

type Props = {
  avsnitt: readonly Lasavsnitt[];
  /** `Utredningsdokument, hela trädet`. */
  vad: string;
  hela: boolean;
  onHela: () => void;
  /** Notes whose newest words are a draft. */
  utkast: ReadonlySet<string>;
  /** Section or note to bring into view. */
  visa: string | null;
};

/** The read view (DOK-04): what is marked in the tree, or the whole of it by the purple arrow (SYM-10). */
export function Lasvy({ avsnitt, vad, hela, onHela, utkast, visa }: Props) {
  const css = useStyles();
  const rulle = useRef<HTMLElement>(null);
  useEffect(() => {
    const target = [...(rulle.current?.querySelectorAll<HTMLElement>('[data-las]') ?? [])].find((one) => one.dataset.las === visa);
    target?.scrollIntoView?.({ block: 'start' });
  }, [visa]);
  return (
    <section className={css.vy} aria-label="Läsvy" data-yta="lasvy">
      <div className={css.huvud}>
        <BookOpen20Regular aria-hidden />
        <h2 className={css.rubrik}>Läsvy</h2>
        <span className={css.vad} title={vad}>
          {vad}
        </span>
        <button type="button" className={css.hela} aria-pressed={hela} onClick={onHela} title="Öppna hela (Ctrl+Enter)">
          <ArrowRight20Filled aria-hidden style={{ color: 'var(--akPurple)' }} />
          Öppna hela
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled text must be reachable by keyboard */}
      <section ref={rulle} data-las-rulle className={css.rulle} tabIndex={0} aria-label={vad}>
        {avsnitt.length === 0 && <EmptyState text="Inget är skrivet här." />}
        {avsnitt.map((one) => (
          <section key={one.id} data-las={one.id} className={css.avsnitt} aria-label={one.titel}>
            <h3 className={css.titel}>
              {one.titel}
              {utkast.has(one.id) && <Chip ton="gul">Utkast</Chip>}
            </h3>
            {one.noter.map((note) => (
              <Not key={note.id} note={note} utkast={utkast.has(`anteckning/${note.id}`)} />
            ))}
          </section>
        ))}
      </section>
    </section>
  );
}

const Not = memo(function Not({ note, utkast }: { note: AnteckningVy; utkast: boolean }) {
  const css = useStyles();
  const { data } = note;
  const fel = data.felmarkerad;
  return (
    <article data-las={`anteckning/${note.id}`} className={mergeClasses(css.not, fel && css.fel)}>
      {fel && <Dismiss20Filled className={css.kryss} aria-label="Felmarkerad" role="img" />}
      <div className={css.nothuvud}>
        <span className={css.nottitel}>{[data.handelsedatum, data.titel].filter(Boolean).join(' ')}</span>
        {data.signerad && (
          <Chip ton="gron" ikon={<Checkmark16Filled aria-hidden />}>
            {`Signerad ${swedishDay(data.signerad.at)}, ${data.signerad.namn}`}
          </Chip>
        )}
        {!data.signerad && <Chip ton="gul">{`Inte signerad, sparad av ${data.sparad.namn}`}</Chip>}
        {utkast && <Chip ton="gul">Utkast</Chip>}
        {note.osand && <Chip>Endast här, inte skickad</Chip>}
      </div>
      {fel && <div className={css.orsak}>{`Felmarkerad ${swedishDay(fel.at)}, ${fel.namn}: ${fel.orsak}`}</div>}
      <RikText text={data.text} />
    </article>
  );
});
