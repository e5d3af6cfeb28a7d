import { makeStyles } from '@fluentui/react-components';
import { ErrorCircle16Filled } from '@fluentui/react-icons';
import type { Granskat } from '../../../shared/ipc/views.ts';
import { dokumentfelText } from '../../../shared/words/dokumentfel.ts';
import { Vagknapp } from './Vagknapp.tsx';

const useStyles = makeStyles({
  yta: { padding: '12px', overflowY: 'auto' },
  rubrik: { margin: '0 0 8px', fontSize: '14px', fontWeight: 600 },
  lista: { display: 'flex', flexDirection: 'column', gap: '8px', margin: 0, padding: 0, listStyle: 'none', maxWidth: '640px' },
  rad: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  ikon: { color: 'var(--akRed)', flexShrink: 0, marginTop: '2px' },
  text: { flexGrow: 1 },
});

/** All that a document lacks, each with the way to where it is put right (FL 31–33 §§). */
export function Saknas({ personId, saknas }: { personId: string | undefined; saknas: Extract<Granskat, { ok: false }>['saknas'] }) {
  const css = useStyles();
  return (
    <div className={css.yta} role="alert">
      <h3 className={css.rubrik}>Dokumentet kan inte färdigställas</h3>
      <ul className={css.lista}>
        {saknas.map((fel) => (
          <li key={`${fel.kod} ${fel.ref ?? ''}`} className={css.rad}>
            <ErrorCircle16Filled className={css.ikon} aria-hidden />
            <span className={css.text}>{dokumentfelText(fel)}</span>
            {fel.vag && personId !== undefined && <Vagknapp personId={personId} vag={fel.vag} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
