import { makeStyles } from '@fluentui/react-components';
import { Desktop16Regular } from '@fluentui/react-icons';
import { Chip } from './Chip.tsx';
import { nar } from './tid.ts';

const useStyles = makeStyles({
  ruta: { padding: '8px 0', borderBottom: '1px solid var(--akHair)' },
  huvud: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 8px' },
  tid: { fontVariantNumeric: 'tabular-nums' },
  vem: { color: 'var(--colorNeutralForeground2)' },
  post: { margin: '4px 0 0', padding: '0 0 0 12px' },
  rubrik: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px', color: 'var(--colorNeutralForeground2)' },
  falt: {
    display: 'grid',
    gridTemplateColumns: 'min(176px, 30%) minmax(0, 1fr)',
    gap: '2px 12px',
    margin: 0,
    padding: 0,
    '@media (max-width: 559px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  ord: { color: 'var(--colorNeutralForeground3)' },
  varde: { margin: 0, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
});

/** One field of a record that changed: `fran` absent when it was empty, `till` when it is; `utanVarden` when they are not kept here. */
export type Faltandring = { etikett: string; fran?: string; till?: string; utanVarden?: true };
/** One record that an event touched. `marke` says what a reader must not overlook. */
export type Postandring = { id: string; rubrik: string; op: string; ny: boolean; marke?: 'felmarkerat' | 'borttaget'; falt: Faltandring[] };
export type Handelseprops = {
  handelse: { at: string; vad: string; namn: string; osand: boolean };
  poster: readonly Postandring[];
  now: Date;
};

/** One event of the history: when, who, what was done, and each field from what to what. */
export function Handelseruta({ handelse, poster, now }: Handelseprops) {
  const css = useStyles();
  return (
    <article className={css.ruta} aria-label={`${handelse.vad}, ${handelse.namn}, ${nar(handelse.at, now)}`}>
      <div className={css.huvud}>
        <time className={css.tid} dateTime={handelse.at}>
          {nar(handelse.at, now)}
        </time>
        <strong>{handelse.vad}</strong>
        <span className={css.vem}>{handelse.namn}</span>
        {handelse.osand && (
          <Chip ton="gul" ikon={<Desktop16Regular aria-hidden />}>
            Finns bara här
          </Chip>
        )}
      </div>
      {poster.map((post) => (
        <section key={post.id} className={css.post} aria-label={post.rubrik}>
          <div className={css.rubrik}>
            <span>{`${post.rubrik}, ${post.op}`}</span>
            {post.marke && <Chip ton="rod">{post.marke}</Chip>}
          </div>
          <dl className={css.falt}>
            {post.falt.map((falt) => (
              <div key={falt.etikett} style={{ display: 'contents' }}>
                <dt className={css.ord}>{falt.etikett}</dt>
                <dd className={css.varde}>
                  <Varde {...falt} ny={post.ny} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </article>
  );
}

function Varde({ fran, till, utanVarden, ny }: Faltandring & { ny: boolean }) {
  if (utanVarden) return <>{ny ? 'finns, visas inte här' : 'ändrat, visas inte här'}</>;
  if (ny) return <>{till}</>;
  return (
    <>
      <span>{fran ?? 'tomt'}</span>
      {' → '}
      <strong>{till ?? 'tomt'}</strong>
    </>
  );
}
