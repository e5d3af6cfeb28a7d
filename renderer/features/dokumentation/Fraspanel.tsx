import { makeStyles } from '@fluentui/react-components';
import { TextAddT20Regular } from '@fluentui/react-icons';
import { type Ref, useId } from 'react';
import type { RichText } from '../../../shared/domain/text/text.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { useQuery } from '../../state/query.ts';

const useStyles = makeStyles({
  panel: { overflowY: 'auto', minWidth: 0, minHeight: 0, height: '100%', backgroundColor: 'var(--akHuvud)' },
  del: { padding: '8px 10px', borderBottom: '1px solid var(--akHair)' },
  rubrik: { margin: 0, fontSize: '13px', lineHeight: '18px', fontWeight: 600 },
  hint: { fontWeight: 400, color: 'var(--colorNeutralForeground3)' },
  hjalp: { margin: '4px 0 0', whiteSpace: 'pre-wrap' },
  lista: { listStyleType: 'none', margin: '4px 0 8px', padding: 0 },
  fras: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    width: '100%',
    minHeight: '24px',
    padding: '2px 10px',
    border: 0,
    font: 'inherit',
    color: 'inherit',
    textAlign: 'left',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: 'var(--akSel)', color: 'var(--akSelFg)' },
    '& svg': { flexShrink: 0 },
    ':focus-visible': { outline: '2px solid var(--colorStrokeFocus2)', outlineOffset: '-2px' },
  },
  ingen: { padding: '4px 10px', color: 'var(--colorNeutralForeground3)' },
});

type Props = {
  rubrikKod: string;
  /** Shown when the hammer is on. */
  hjalpfrastext: string | undefined;
  onInsert: (text: RichText) => void;
  listRef: Ref<HTMLUListElement>;
};

/** Hjälpfrastext and frastexter of the rubrik (FRAS-01 to FRAS-03): a click puts the phrase in at the caret. */
export function Fraspanel({ rubrikKod, hjalpfrastext, onInsert, listRef }: Props) {
  const css = useStyles();
  const id = useId();
  const { data: fraser, fel } = useQuery('frastext.lista', { rubrikKod }, ['katalog']);
  return (
    <aside className={css.panel} aria-label="Hjälp att skriva">
      {hjalpfrastext !== undefined && (
        <section className={css.del} aria-label="Hjälpfrastext">
          <h3 className={css.rubrik}>Hjälpfrastext</h3>
          <p className={css.hjalp}>{hjalpfrastext}</p>
        </section>
      )}
      <h3 id={id} className={css.rubrik} style={{ padding: '8px 10px 0' }}>
        Frastexter <span className={css.hint}>klick infogar</span>
      </h3>
      {fel && <ErrorBar {...ordForFel(fel.code)} />}
      {fraser?.length === 0 && <div className={css.ingen}>Inga frastexter för rubriken.</div>}
      <ul ref={listRef} className={css.lista} aria-labelledby={id}>
        {fraser?.map((fras) => (
          <li key={fras.id}>
            <button type="button" className={css.fras} onClick={() => onInsert(fras.text)}>
              <TextAddT20Regular aria-hidden />
              {fras.titel}
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}
