import { Button, makeStyles } from '@fluentui/react-components';
import { Edit20Regular } from '@fluentui/react-icons';
import type { DokumentationVy } from '../../../shared/ipc/views.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { Chip } from '../../components/Chip.tsx';
import { showDokumentation } from '../../state/arbetsyta.ts';

const useStyles = makeStyles({
  rad: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    padding: '4px 12px',
    flexShrink: 0,
    borderBottom: '1px solid var(--akHair)',
  },
  text: { flexGrow: 1 },
});

/** Where it lies (VERK-09), and why the user may only read it, with the way to where they may write (ROLL-03, FORB-15). */
export function Lasmeddelande({ personId, vy }: { personId: string; vy: DokumentationVy }) {
  const css = useStyles();
  const { lasorsak, lssInsatser, organisation } = vy;
  if (!lasorsak && organisation === undefined) return null;
  return (
    <div className={css.rad}>
      {lasorsak && <Chip ton="bla">Läsläge</Chip>}
      <span className={css.text}>
        {organisation !== undefined && `Organisation: ${organisation}. `}
        {lasorsak && ordForAvslag(lasorsak).vad}
      </span>
      {lasorsak && lssInsatser && (
        <Button size="small" icon={<Edit20Regular />} onClick={() => showDokumentation(personId, lssInsatser)}>
          Skriv i LSS Insatser
        </Button>
      )}
    </div>
  );
}
