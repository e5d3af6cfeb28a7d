import { Button, makeStyles } from '@fluentui/react-components';
import { Add16Filled } from '@fluentui/react-icons';
import { lasInkomster } from '../../../shared/domain/behorighet.ts';
import { ifyllnadshinder, isSen } from '../../../shared/domain/inkomst/regler.ts';
import { isNyckel } from '../../../shared/ipc/utkastnyckel.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';
import { compare } from '../../../shared/util/compare.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { blankettlaget } from '../../../shared/words/inkomst.ts';
import { Chip } from '../../components/Chip.tsx';
import { Hinderknapp } from '../../components/Hinderknapp.tsx';
import { idagNu } from '../../components/idag.ts';
import { useKatalog } from '../../state/akt.ts';
import { showArendedialog } from '../../state/arendedialog.ts';
import { blankettakt } from '../../state/blankettakt.ts';
import { useMaySave } from '../../state/formularkommando.ts';
import { useInloggad } from '../../state/session.ts';
import { useUtkast } from '../../state/utkastlista.ts';

const useStyles = makeStyles({
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  rubrik: { margin: 0, fontSize: '14px', lineHeight: '20px', fontWeight: 600 },
  knappar: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginLeft: 'auto' },
  lista: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  post: { padding: '8px 0', borderTop: '1px solid var(--akHair)' },
});

/** What the kund was sent of inkomstblanketter (INK-01): to those who handle fees how far each has come, to others that it was sent. */
export function InkomstDel({ kund }: { kund: KundVy }) {
  const css = useStyles();
  const { personId, inkomstblanketter } = kund;
  const kan = useMaySave('inkomstblankett');
  const roller = useInloggad()?.roller ?? [];
  const { data: katalog } = useKatalog();
  const utkast = useUtkast();
  const laser = lasInkomster({ roller });
  const idag = idagNu();
  const kod = ifyllnadshinder(blankettakt(kund), personId, idag);
  const rader = [...inkomstblanketter].sort((a, b) => b.data.ar - a.data.ar || compare(b.data.skickad.at, a.data.skickad.at));
  if (!kan && rader.length === 0) return null;
  return (
    <>
      <div className={css.rad}>
        <h2 className={css.rubrik}>Inkomstblanketter</h2>
        {utkast.some(({ nyckel }) => isNyckel(nyckel, { form: 'inkomstblankett', personId, objekt: 'ny' })) && (
          <Chip ton="gul">Ett utkast är påbörjat</Chip>
        )}
        <div className={css.knappar}>
          {kan && (
            <Hinderknapp
              namn="Skicka inkomstblankett"
              ikon={<Add16Filled />}
              hinder={kod && ordForAvslag(kod).vad}
              onClick={() => showArendedialog({ personId, post: 'inkomstblankett', id: 'ny' })}
            />
          )}
        </div>
      </div>
      {rader.length > 0 && (
        <ul className={css.lista} aria-label="Inkomstblanketter">
          {rader.map(({ id, data, osand }) => (
            <li key={id} className={`${css.rad} ${css.post}`}>
              <b>{data.ar}</b>
              {laser && (
                <Chip ton={isSen(data, idag) ? 'rod' : data.lage === 'klar' ? 'gron' : 'neutral'}>{blankettlaget(data, idag)}</Chip>
              )}
              {osand && <Chip ton="gul">Inte skickat till servern än</Chip>}
              <span>{`Skickad ${swedishDay(data.skickad.at)} av ${data.skickad.namn}, senast ${data.sista}.`}</span>
              {laser && katalog?.egen.enheter.includes(data.avgiftsenhet) && (
                <div className={css.knappar}>
                  <Button size="small" onClick={() => showArendedialog({ personId, post: 'inkomstsvar', id })}>
                    {`Öppna ${data.ar}`}
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
