import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { farFelmarkeraUppfoljning } from '../../../shared/domain/uppfoljning/felmarkera.ts';
import { isPlanerad } from '../../../shared/domain/uppfoljning/records.ts';
import { nyttHinder, uppfoljningshinder } from '../../../shared/domain/uppfoljning/regler.ts';
import { beslutBakom } from '../../../shared/domain/verkstallighet/avslut.ts';
import { nyUppfoljningAv } from '../../../shared/ipc/utkastnyckel.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import { compare } from '../../../shared/util/compare.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { malutfallOrd, uppfoljningsutfallOrd } from '../../../shared/words/uppfoljning.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Hinderknapp } from '../../components/Hinderknapp.tsx';
import { idagNu } from '../../components/idag.ts';
import { Underrubrik } from '../../components/Postsida.tsx';
import { useAkt } from '../../state/akt.ts';
import { type Arendedialog, showArendedialog } from '../../state/arendedialog.ts';
import { useMaySave } from '../../state/formularkommando.ts';
import { useInloggad } from '../../state/session.ts';

const useStyles = makeStyles({
  innehall: { display: 'flex', flexDirection: 'column', gap: '8px' },
  lista: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  rad: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: '4px 8px', padding: '6px 0', borderTop: '1px solid var(--akHair)' },
  text: {
    ...{ flexGrow: 1, minWidth: 'min(260px, 100%)', flexBasis: '260px', overflowWrap: 'anywhere' },
    ...{ display: 'flex', flexDirection: 'column', gap: '2px' },
  },
  mal: { margin: 0, paddingLeft: '20px' },
  fri: { whiteSpace: 'pre-wrap' },
  fel: { textDecorationLine: 'line-through', color: 'var(--colorNeutralForeground3)' },
  knappar: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

type Props = { dialog: Arendedialog; onClose: () => void };

/** How a bifall is followed up, or each of those that a verkställighet carries out: what is planned, and what has been held. */
export function UppfoljningarDialog({ dialog, onClose }: Props) {
  const css = useStyles();
  const { data: akt } = useAkt(dialog.personId);
  if (!akt) return null;
  const verkstallighet = akt.verkstalligheter.find(({ id }) => id === dialog.id);
  const bakom = verkstallighet ? beslutBakom(verkstallighet, akt.bestallningar) : new Set([dialog.id]);
  const beslut = akt.beslut.filter(({ id }) => bakom.has(id));
  const { data: person } = akt.person;
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '760px' }}>
        <DialogBody>
          <DialogTitle>Uppföljningar</DialogTitle>
          <DialogContent className={css.innehall}>
            <span>{`${displayName(person)} ${formatPersonnummer(person.personnummer)}`}</span>
            {beslut.length === 0 && <EmptyState text="Verkställigheten hör inte till något beslut som kan följas upp." />}
            {beslut.map((one) => (
              <AvBeslut key={one.id} akt={akt} beslut={one} dialog={dialog} />
            ))}
          </DialogContent>
          <DialogActions>
            <Button size="small" onClick={onClose}>
              Stäng
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

type Beslutsprops = { akt: AktVy; beslut: AktVy['beslut'][number]; dialog: Arendedialog };

function AvBeslut({ akt, beslut, dialog }: Beslutsprops) {
  const css = useStyles();
  const { personId } = akt;
  const kan = useMaySave('uppfoljning');
  const rubrik = `${beslut.data.beslutsnamn} ${beslut.data.beslutsdatum}`;
  const dagen = ({ data }: AktVy['uppfoljningar'][number]) => data.genomford?.dag ?? data.planerad ?? '';
  const rader = akt.uppfoljningar
    .filter(({ data }) => data.beslutId === beslut.id)
    .sort((a, b) => compare(dagen(b), dagen(a)) || compare(a.id, b.id));
  const hinder = uppfoljningshinder(beslut.data) && ordForAvslag(uppfoljningshinder(beslut.data)?.code ?? 'inget-bifall').vad;
  const planhinder = nyttHinder(beslut.data, idagNu());
  const show = (post: 'planeraUppfoljning' | 'uppfoljning') =>
    showArendedialog({ personId, post, id: nyUppfoljningAv(beslut.id), efter: dialog });
  return (
    <>
      <Underrubrik>{rubrik}</Underrubrik>
      {rader.length === 0 ? (
        <EmptyState text="Ingen uppföljning är planerad eller genomförd." />
      ) : (
        <ul className={css.lista} aria-label={`Uppföljningar av ${rubrik}`}>
          {rader.map((one) => (
            <Rad key={one.id} akt={akt} post={one} dialog={dialog} hinder={hinder} />
          ))}
        </ul>
      )}
      {kan && (
        <div className={css.knappar}>
          <Hinderknapp
            namn="Planera uppföljning"
            ikon={<Add20Regular />}
            hinder={planhinder && ordForAvslag(planhinder.code).vad}
            onClick={() => show('planeraUppfoljning')}
          />
          <Hinderknapp namn="Skriv in en genomförd" hinder={hinder} onClick={() => show('uppfoljning')} />
        </div>
      )}
    </>
  );
}

type Radprops = { akt: AktVy; post: AktVy['uppfoljningar'][number]; dialog: Arendedialog; hinder: string | undefined };

function Rad({ akt: { personId }, post: { id, data }, dialog, hinder }: Radprops) {
  const css = useStyles();
  const jag = useInloggad();
  const kan = useMaySave('uppfoljning');
  const { genomford: hallen, felmarkering, planerad } = data;
  const show = (post: 'planeraUppfoljning' | 'uppfoljning' | 'felmarkeraUppfoljning') =>
    showArendedialog({ personId, post, id, efter: dialog });
  const far = jag !== undefined && jag !== null && farFelmarkeraUppfoljning(data, { id: jag.anvandareId, roller: jag.roller });
  return (
    <li className={css.rad}>
      <div className={css.text}>
        <span className={felmarkering && css.fel}>
          {hallen
            ? `Genomförd ${hallen.dag}${planerad === undefined ? '' : `, planerad ${planerad}`}. ${hallen.hur}. ${uppfoljningsutfallOrd[hallen.utfall]}.`
            : `Planerad ${planerad ?? ''}${data.planeradAv ? ` av ${data.planeradAv.namn}` : ''}.`}
        </span>
        {hallen && (
          <>
            <span>{`Deltog: ${hallen.medVem.join(', ')}. Signerad av ${hallen.av.namn} ${swedishDay(hallen.av.at)}.`}</span>
            {hallen.mal.length > 0 && (
              <ul className={css.mal} aria-label={`Mål ${hallen.dag}`}>
                {hallen.mal.map(({ mal, utfall, kommentar }, nr) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: what is signed keeps its order, and two goals may be worded alike
                  <li key={nr}>{`${mal}: ${malutfallOrd[utfall].toLowerCase()}.${kommentar ? ` ${kommentar}` : ''}`}</li>
                ))}
              </ul>
            )}
            <span className={css.fri}>{hallen.sammanfattning}</span>
          </>
        )}
        {felmarkering && <span>{`Felmarkerad av ${felmarkering.namn}: ${felmarkering.orsak}`}</span>}
      </div>
      {kan && !felmarkering && (
        <>
          {isPlanerad(data) && (
            <>
              <Hinderknapp namn="Genomför" hinder={hinder} onClick={() => show('uppfoljning')} />
              <Hinderknapp namn="Flytta" hinder={hinder} onClick={() => show('planeraUppfoljning')} />
            </>
          )}
          <Hinderknapp
            namn="Felmarkera"
            hinder={far ? undefined : ordForAvslag('inte-forfattare').vad}
            onClick={() => show('felmarkeraUppfoljning')}
          />
        </>
      )}
    </li>
  );
}
