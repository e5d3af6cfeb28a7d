import { Button, makeStyles } from '@fluentui/react-components';
import type { UtkorgPostDetalj } from '../../../shared/ipc/views.ts';
import { Handelseruta } from '../../components/Handelseruta.tsx';
import { useAkt, useKatalog } from '../../state/akt.ts';
import { postandringar } from '../../state/historikrader.ts';
import { namnuppslag } from '../../state/namnuppslag.ts';
import { isNotOpened, openKund } from '../../state/openKund.ts';
import { useQuery } from '../../state/query.ts';
import { useInloggad } from '../../state/session.ts';
import { hannFore } from './hannFore.ts';

const useStyles = makeStyles({
  del: { borderTop: '1px solid var(--akHair)', padding: '8px 0' },
  rubrik: { margin: 0, fontSize: '13px', fontWeight: 600 },
});

/**
 * What another person did that the refused command met, from the akt's history. The akt is read here only when it is open:
 * opening it is logged, and for a protected person asks for a reason (FRAGA-62).
 */
export function HannFore({ post, personId, now }: { post: UtkorgPostDetalj; personId: string; now: Date }) {
  const css = useStyles();
  const egenId = useInloggad()?.anvandareId;
  const { data, fel, readAgain } = useQuery('kund.historik', { personId }, [`akt:${personId}`, 'session']);
  const namn = namnuppslag(useAkt(personId).data, useKatalog().data);
  const handelse = data && hannFore(post, data, egenId);
  if (isNotOpened(fel)) {
    return (
      <div className={css.del}>
        <Button size="small" onClick={() => void openKund(personId, { stilla: true }).then((oppen) => oppen && readAgain())}>
          Öppna akten och se vad som har ändrats
        </Button>
      </div>
    );
  }
  if (!handelse) return null;
  return (
    <section className={css.del} aria-label="Vad som har ändrats">
      <h3 className={css.rubrik}>{handelse.anvandareId === egenId ? 'Ändrat av dig på en annan dator' : `Ändrat av ${handelse.namn}`}</h3>
      <Handelseruta handelse={handelse} poster={postandringar(handelse, namn)} now={now} />
    </section>
  );
}
