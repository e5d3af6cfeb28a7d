import { Button, makeStyles } from '@fluentui/react-components';
import { Add20Regular, Warning20Regular } from '@fluentui/react-icons';
import { dagarHittills, dagarUtanKost, franvarohinder, gallerFranvaro, isLang } from '../../../shared/domain/franvaro/regler.ts';
import { raknasTom, senasteUnderlag, underlagsskal } from '../../../shared/domain/franvaro/underlag.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { compare } from '../../../shared/util/compare.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { Chip } from '../../components/Chip.tsx';
import { idagNu } from '../../components/idag.ts';
import { Underrubrik } from '../../components/Postsida.tsx';
import { type Dialogpost, showArendedialog } from '../../state/arendedialog.ts';
import { useInloggad } from '../../state/session.ts';
import { franvarotid } from './franvaroformular.ts';

const useStyles = makeStyles({
  lista: { listStyleType: 'none', margin: 0, padding: 0 },
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', padding: '4px 0', borderTop: '1px solid var(--akHair)' },
  text: { flexGrow: 1, flexBasis: '320px', overflowWrap: 'anywhere' },
  fel: { textDecorationLine: 'line-through', color: 'var(--colorNeutralForeground3)' },
});

type Props = { personId: string; post: AktVy['verkstalligheter'][number]; akt: AktVy; katalog: KatalogVy };

/** The frånvaro from a verkställighet, the latest first (PFRAN-12); with what its own staff do with them. */
export function FranvaroDel({ personId, post, akt, katalog }: Props) {
  const css = useStyles();
  const jag = useInloggad();
  const utforare = katalog.utforare.find(({ id }) => id === post.data.utforareId)?.data;
  const kan = jag ? franvarohinder(post.data, utforare, { ...jag, ...katalog.egen }) === undefined : false;
  const alla = akt.franvaron
    .filter(({ data }) => data.verkstallighetId === post.id)
    .sort((a, b) => compare(b.data.fran, a.data.fran) || compare(a.id, b.id));
  if (alla.length === 0 && !kan) return null;
  return (
    <>
      <Underrubrik>Frånvaro</Underrubrik>
      {kan && !post.data.aldrigPaborjad && (
        <div>
          <Button size="small" icon={<Add20Regular />} onClick={() => showArendedialog({ personId, post: 'franvaro', id: post.id })}>
            Lägg till frånvaro
          </Button>
        </div>
      )}
      {alla.length === 0 ? (
        <span>Ingen frånvaro är registrerad.</span>
      ) : (
        <ul className={css.lista} aria-label="Frånvaro">
          {alla.map((one) => (
            <Rad key={one.id} personId={personId} post={one} akt={akt} kan={kan} />
          ))}
        </ul>
      )}
    </>
  );
}

function Rad({ personId, post, akt, kan }: { personId: string; post: AktVy['franvaron'][number]; akt: AktVy; kan: boolean }) {
  const css = useStyles();
  const idag = idagNu();
  const { id, data, osand } = post;
  const galler = gallerFranvaro(data);
  const skal = underlagsskal(post, akt.franvarounderlag, idag);
  const skickat = senasteUnderlag(akt.franvarounderlag, id);
  const tom = raknasTom(data, idag);
  const knapp = (namn: string, dialog: Dialogpost) => (
    <Button size="small" aria-label={`${namn}: ${franvarotid(data)}`} onClick={() => showArendedialog({ personId, post: dialog, id })}>
      {namn}
    </Button>
  );
  return (
    <li className={css.rad}>
      <span className={css.text}>
        <span className={galler ? undefined : css.fel}>
          {[`${franvarotid(data)} ${data.orsak}${data.planerad ? ', planerad' : ''}`, data.beskrivning].filter(Boolean).join(': ')}
        </span>
        {galler &&
          ` · ${dagarHittills(data, idag)} dagar hittills, ${dagarUtanKost(data, { fran: data.fran, tom })} hela utan kost till och med ${tom}`}
        {data.felmarkering && ` Felmarkerad av ${data.felmarkering.namn}: ${data.felmarkering.orsak}`}
        {data.medVerkstallighet?.utgar && ' Blir inte av: verkställigheten är avslutad.'}
        {data.medVerkstallighet && !data.medVerkstallighet.utgar && ' Slutade med verkställigheten.'}
        {skickat &&
          ` Underlag skickat ${swedishDay(skickat.data.skickat.at)}: ${skickat.data.dagar} dagar, ${skickat.data.dagarUtanKost} utan kost.`}
      </span>
      {galler && isLang(data, idag) && (
        <Chip ton="gul" ikon={<Warning20Regular />}>
          Över 30 dagar
        </Chip>
      )}
      {osand && <Chip ton="gul">Inte skickad än</Chip>}
      {kan && galler && data.till === undefined && knapp('Avsluta', 'avslutaFranvaro')}
      {kan && galler && knapp('Ändra', 'franvaro')}
      {kan && skal && knapp(skickat ? 'Skicka rättat underlag' : 'Skicka underlag', 'franvarounderlag')}
      {kan && galler && knapp('Felmarkera', 'felmarkeraFranvaro')}
    </li>
  );
}
