import { Button, makeStyles } from '@fluentui/react-components';
import { Add16Filled } from '@fluentui/react-icons';
import { enhetsnamn } from '../../../shared/domain/katalog/enheter.ts';
import { farFelmarkeraSamtycke } from '../../../shared/domain/samtycke/felmarkera.ts';
import { gallerPa, isAktuellt } from '../../../shared/domain/samtycke/regler.ts';
import { isNyckel } from '../../../shared/ipc/utkastnyckel.ts';
import type { KundVy } from '../../../shared/ipc/views.ts';
import { compare } from '../../../shared/util/compare.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { andamalOrd, samtyckessattOrd } from '../../../shared/words/samtycke.ts';
import { Chip } from '../../components/Chip.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Hinderknapp } from '../../components/Hinderknapp.tsx';
import { idagNu } from '../../components/idag.ts';
import { useKatalog } from '../../state/akt.ts';
import { showYta } from '../../state/arbetsyta.ts';
import { showArendedialog } from '../../state/arendedialog.ts';
import { useMaySave } from '../../state/formularkommando.ts';
import { useInloggad } from '../../state/session.ts';
import { useUtkast } from '../../state/utkastlista.ts';

const useStyles = makeStyles({
  del: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: '120px' },
  knappar: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', alignItems: 'center', gap: '8px', paddingBottom: '8px' },
  lista: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: '4px 8px', padding: '8px 0', borderTop: '1px solid var(--akHair)' },
  text: {
    ...{ flexGrow: 1, minWidth: 'min(260px, 100%)', flexBasis: '260px', overflowWrap: 'anywhere' },
    ...{ display: 'flex', flexDirection: 'column', gap: '2px' },
  },
  forst: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', fontWeight: 600 },
  fel: { textDecorationLine: 'line-through', color: 'var(--colorNeutralForeground3)' },
  mer: { color: 'var(--colorNeutralForeground2)' },
});

/** The tab Samtycken (SAMT-01): what the kund has agreed to, what holds now first. */
export function SamtyckeDel({ kund }: { kund: KundVy }) {
  const css = useStyles();
  const { personId, samtycken } = kund;
  const kan = useMaySave('samtycke');
  const idag = idagNu();
  const paborjat = useUtkast().some(({ nyckel }) => isNyckel(nyckel, { form: 'samtycke', personId, objekt: 'ny' }));
  const rader = [...samtycken].sort(
    (a, b) =>
      Number(isAktuellt(b.data, idag)) - Number(isAktuellt(a.data, idag)) || compare(b.data.fran, a.data.fran) || compare(a.id, b.id),
  );
  return (
    <div className={css.del}>
      <div className={css.knappar}>
        {paborjat && <Chip ton="gul">Ett utkast är påbörjat</Chip>}
        {kan && (
          <Button size="small" icon={<Add16Filled />} onClick={() => showArendedialog({ personId, post: 'samtycke', id: 'ny' })}>
            Registrera samtycke
          </Button>
        )}
      </div>
      {rader.length === 0 ? (
        <EmptyState text="Inget samtycke är registrerat." />
      ) : (
        <ul className={css.lista} aria-label="Samtycken">
          {rader.map((post) => (
            <Rad key={post.id} kund={kund} post={post} kan={kan} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Rad({ kund, post: { id, data }, kan }: { kund: KundVy; post: KundVy['samtycken'][number]; kan: boolean }) {
  const css = useStyles();
  const jag = useInloggad();
  const { data: katalog } = useKatalog();
  const { personId } = kund;
  const { avser, till, fran, tom, hur, mottaget, registrerat, aterkallat, felmarkering, dokumentId, tillater, enhet } = data;
  const far = jag !== undefined && jag !== null && farFelmarkeraSamtycke(data, { id: jag.anvandareId, roller: jag.roller });
  const slag = laget(data, idagNu());
  return (
    <li className={css.rad}>
      <div className={css.text}>
        <span className={css.forst}>
          <span className={felmarkering && css.fel}>{`${avser}: ${till.namn}`}</span>
          <Chip ton={slag.ton}>{slag.namn}</Chip>
        </span>
        <span>{`${fran} – ${tom ?? 'tills vidare'}. ${tillater.map((one) => andamalOrd[one]).join('. ')}.`}</span>
        <span className={css.mer}>
          {`${samtyckessattOrd[hur]}, mottaget ${mottaget.dag} av ${mottaget.av}. Registrerat av ${registrerat.namn} ${swedishDay(registrerat.at)}.`}
          {kund.personkretsar.length > 1 && katalog && enhet !== undefined && ` ${enhetsnamn(katalog.vardelistor.enhet, enhet)}.`}
        </span>
        {aterkallat && (
          <span>
            {`Återkallat ${aterkallat.dag} av ${aterkallat.av}, ${samtyckessattOrd[aterkallat.hur].toLowerCase()}. Registrerat av ${aterkallat.registrerat.namn}.`}
          </span>
        )}
        {felmarkering && <span>{`Felmarkerat av ${felmarkering.namn}: ${felmarkering.orsak}`}</span>}
      </div>
      {dokumentId !== undefined && (
        <Button size="small" onClick={() => showYta(personId, { slag: 'handling', id: dokumentId })}>
          Visa dokumentet
        </Button>
      )}
      {kan && !felmarkering && (
        <>
          {!aterkallat && (
            <Button size="small" onClick={() => showArendedialog({ personId, post: 'aterkallaSamtycke', id })}>
              Återkalla
            </Button>
          )}
          <Hinderknapp
            namn="Felmarkera"
            hinder={far ? undefined : ordForAvslag('inte-forfattare').vad}
            onClick={() => showArendedialog({ personId, post: 'felmarkeraSamtycke', id })}
          />
        </>
      )}
    </li>
  );
}

function laget(data: KundVy['samtycken'][number]['data'], idag: string): { namn: string; ton: 'neutral' | 'gul' | 'gron' | 'rod' } {
  if (data.felmarkering) return { namn: 'Felmarkerat', ton: 'neutral' };
  if (gallerPa(data, idag)) return { namn: 'Gäller', ton: 'gron' };
  if (data.aterkallat && data.aterkallat.dag <= idag) return { namn: 'Återkallat', ton: 'rod' };
  return data.fran > idag ? { namn: 'Börjar senare', ton: 'neutral' } : { namn: 'Har upphört', ton: 'gul' };
}
