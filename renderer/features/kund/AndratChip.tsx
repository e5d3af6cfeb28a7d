import { makeStyles } from '@fluentui/react-components';
import { History16Regular } from '@fluentui/react-icons';
import { Chip } from '../../components/Chip.tsx';
import { useAndrat } from '../../state/andrat.ts';
import { showArendedialog } from '../../state/arendedialog.ts';

const useStyles = makeStyles({
  knapp: {
    border: 0,
    padding: 0,
    minHeight: '24px',
    font: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    textDecorationLine: 'underline',
    color: 'inherit',
  },
});

/** How much others have done since the user looked at the kund before; what it was is a press away. Nothing when nothing is new. */
export function AndratChip({ personId }: { personId: string }) {
  const css = useStyles();
  const antal = useAndrat(personId).data?.length ?? 0;
  if (antal === 0) return null;
  return (
    <Chip ton="bla" ikon={<History16Regular aria-hidden />}>
      <button type="button" className={css.knapp} onClick={() => showArendedialog({ personId, post: 'andrat', id: personId })}>
        {antal === 1 ? '1 ändring sedan du tittade' : `${antal} ändringar sedan du tittade`}
      </button>
    </Chip>
  );
}
