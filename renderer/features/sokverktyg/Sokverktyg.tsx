import { makeStyles } from '@fluentui/react-components';
import type { SokverktygVy } from '../../../shared/ipc/sokverktyg.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Panel } from '../../components/Panel.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { useKatalog } from '../../state/akt.ts';
import { useVisadLista } from '../../state/navigering.ts';
import { useQuery } from '../../state/query.ts';
import { resultatlista, useSokverktyg } from '../../state/sokverktyg.ts';
import { Resultat } from './Resultat.tsx';
import { Sokformular } from './Sokformular.tsx';

const useStyles = makeStyles({
  sida: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    flexGrow: 1,
    minHeight: 0,
    padding: '8px',
    // Too low for both: the page scrolls.
    '@media (max-height: 560px)': { overflowY: 'auto' },
  },
  fraga: { flexShrink: 0, overflow: 'visible' },
});

/** The tab Sökverktyget (SVERK-01): the searches, what is chosen in them, and the tab Resultat at the bottom. */
export function Sokverktyg() {
  const css = useStyles();
  const svar = useQuery('sokverktyg.hamta', {}, ['katalog', 'anvandare', 'session']);
  const katalog = useKatalog();
  const korning = useSokverktyg((state) => state.korning);
  useVisadLista(resultatlista);
  const fel = svar.fel ?? katalog.fel;
  return (
    <div className={css.sida} data-yta="arbetsyta">
      <Panel rubrik="Sökverktyget" className={css.fraga}>
        {fel && <ErrorBar {...ordForFel(fel.code)} handling="Försök igen" onHandling={svar.readAgain} />}
        {!fel && (!svar.data || !katalog.data) && <SkeletonRows antal={2} />}
        {svar.data && isEmpty(svar.data) && (
          <EmptyState text="Kommunen har inte lagt in några sökningar än. Det gör systemförvaltningen i katalogen." />
        )}
        {svar.data && katalog.data && !isEmpty(svar.data) && <Sokformular vy={svar.data} katalog={katalog.data} />}
      </Panel>
      {korning && <Resultat key={korning.jobb} korning={korning} />}
    </div>
  );
}

const isEmpty = ({ sokningar, egna }: SokverktygVy): boolean => sokningar.length === 0 && egna.length === 0;
