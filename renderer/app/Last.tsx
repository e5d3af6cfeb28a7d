import { Button, makeStyles } from '@fluentui/react-components';
import { ordForFel } from '../../shared/words/fel.ts';
import { logOut } from '../state/session.ts';
import { syncNow } from '../state/status.ts';
import { NyServer } from './NyServer.tsx';

const useStyles = makeStyles({
  yta: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '12px', padding: '48px', maxWidth: '640px' },
  rubrik: { margin: 0, fontSize: '20px', fontWeight: 600 },
  knappar: { display: 'flex', gap: '8px' },
});

/** The window while nothing may be read: why, and what opens it again. */
export function Last({ last }: { last: 'kontot-stangt' | 'lasen-utgatt' }) {
  const css = useStyles();
  const { vad, gor } = ordForFel(last);
  return (
    <main className={css.yta}>
      <h1 className={css.rubrik}>{vad}</h1>
      <p>{gor}</p>
      <NyServer />
      <div className={css.knappar}>
        <Button appearance="primary" onClick={() => void syncNow()}>
          Försök igen
        </Button>
        <Button onClick={() => void logOut()}>Logga ut</Button>
      </div>
    </main>
  );
}
