import { Button, makeStyles } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { swedishDay } from '../../../shared/util/datum.ts';
import { Faltrad } from '../../components/formular/Faltrad.tsx';
import { Valkontroll } from '../../components/formular/Valfalt.tsx';
import { useQuery } from '../../state/query.ts';
import type { Skrivvarden } from './skrivformular.ts';
import { useOppnad } from './useOppnad.ts';

const useStyles = makeStyles({
  falt: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  lista: { display: 'flex', flexWrap: 'wrap', gap: '4px', listStyleType: 'none', margin: 0, padding: 0 },
});

type Bilaga = Skrivvarden['bilagor'][number];
type Props = { personId: string; valda: Bilaga[]; onValda: (valda: Bilaga[]) => void };

/** Bifoga från akten: documents go straight from it, and no file passes the disk (FORB-68). */
export function Bilagefalt({ personId, valda, onValda }: Props) {
  const css = useStyles();
  const oppnad = useOppnad(personId);
  const { data } = useQuery('dokument.lista', personId !== '' && oppnad === personId ? { personId } : null, [`akt:${personId}`]);
  const val = (data ?? [])
    .filter(({ id, data: { felmarkerad } }) => !felmarkerad && !valda.some(({ dokumentId }) => dokumentId === id))
    .map(({ id, data: { rubrik, skapad } }) => ({ varde: id, namn: `${rubrik} (${swedishDay(skapad.at)})` }));
  return (
    <Faltrad
      falt="bilagor"
      etikett="Bilagor"
      tips={personId === '' ? 'Välj en kund, så kan handlingar ur akten bifogas.' : 'Handlingar ur kundens akt.'}
    >
      <div className={css.falt}>
        {valda.length > 0 && (
          <ul className={css.lista} aria-label="Valda bilagor">
            {valda.map((en) => (
              <li key={en.dokumentId}>
                <Button
                  size="small"
                  icon={<Dismiss16Regular />}
                  iconPosition="after"
                  aria-label={`Ta bort ${en.rubrik}`}
                  onClick={() => onValda(valda.filter((one) => one !== en))}
                >
                  {en.rubrik}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <Valkontroll
          namn="Bifoga från akten"
          tomText="Bifoga från akten"
          val={val}
          varde={undefined}
          avstangd={val.length === 0}
          onVarde={(id) => {
            const post = data?.find((one) => one.id === id);
            if (post) onValda([...valda, { personId, dokumentId: id, rubrik: post.data.rubrik }]);
          }}
        />
      </div>
    </Faltrad>
  );
}
