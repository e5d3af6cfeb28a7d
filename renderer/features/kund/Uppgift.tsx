import { makeStyles } from '@fluentui/react-components';
import { swedishDay } from '../../../shared/util/datum.ts';
import { Faktalista } from '../../components/Faktalista.tsx';
import { Hamtat } from '../../components/Hamtat.tsx';
import { Uppgiftstext } from '../../components/Uppgiftstext.tsx';
import { useQuery } from '../../state/query.ts';

const useStyles = makeStyles({ uppgift: { marginTop: '8px' } });

/** What came from another unit, whole, or what was handed to one: by whom, when, on what ground and why (OSL 10 and 26 kap.). */
export function Uppgift({ personId, id }: { personId: string; id: string }) {
  const css = useStyles();
  const svar = useQuery('uppgift.hamta', { personId, id }, [`akt:${personId}`, 'katalog']);
  return (
    <Hamtat svar={svar}>
      {(vy) =>
        vy && (
          <div className={css.uppgift}>
            <Faktalista
              rader={[
                ['Uppgift', vy.data.namn],
                [vy.slag === 'mottagen' ? 'Från' : 'Till', vy.enhet],
                ['Lämnad av', vy.data.lamnad.namn],
                ['Lämnad', swedishDay(vy.data.lamnad.at)],
                ['Grund', vy.data.grund],
                ['Skäl', vy.data.skal],
              ]}
            />
            {vy.slag === 'mottagen' ? (
              <section aria-label="Det som lämnades">
                <h3>Det som lämnades</h3>
                <Uppgiftstext innehall={vy.data.innehall} />
                <p>Det är en kopia som den var när den lämnades. Rättas den sedan hos {vy.enhet} syns det inte här.</p>
              </section>
            ) : (
              <p>{vy.enhet} har en egen kopia. Felmarkeras det som lämnades får de inte veta det av programmet: hör av dig till dem.</p>
            )}
          </div>
        )
      }
    </Hamtat>
  );
}
