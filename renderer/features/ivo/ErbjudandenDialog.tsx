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
import { bestallningFor } from '../../../shared/domain/beslut/bestallbart.ts';
import { farFelmarkera } from '../../../shared/domain/felmarkering.ts';
import { accepteratDen } from '../../../shared/domain/ivo/rad.ts';
import { arBestallt } from '../../../shared/domain/klocka/verkstallt.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import { nyttErbjudandeFor } from '../../../shared/ipc/utkastnyckel.ts';
import type { AktVy } from '../../../shared/ipc/views.ts';
import { compare } from '../../../shared/util/compare.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { svarText } from '../../../shared/words/ivo.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Hinderknapp } from '../../components/Hinderknapp.tsx';
import { useAkt, useKatalog } from '../../state/akt.ts';
import { showYta } from '../../state/arbetsyta.ts';
import { type Arendedialog, showArendedialog } from '../../state/arendedialog.ts';
import { useMaySave } from '../../state/formularkommando.ts';
import { useInloggad } from '../../state/session.ts';

const useStyles = makeStyles({
  innehall: { display: 'flex', flexDirection: 'column', gap: '8px' },
  lista: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  rad: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    padding: '6px 0',
    borderTop: '1px solid var(--akHair)',
  },
  text: { flexGrow: 1, minWidth: 'min(260px, 100%)', flexBasis: '260px', overflowWrap: 'anywhere' },
  fel: { textDecorationLine: 'line-through', color: 'var(--colorNeutralForeground3)' },
  fot: { flexWrap: 'wrap', justifyContent: 'flex-end', '& > *': { flexShrink: 0 } },
});

type Props = { dialog: Arendedialog; onClose: () => void };

/** What has been offered so that a bifall is carried out, the latest first, and what was answered. */
export function ErbjudandenDialog({ dialog, onClose }: Props) {
  const { data: akt } = useAkt(dialog.personId);
  const beslut = akt?.beslut.find(({ id }) => id === dialog.id);
  return akt && beslut ? <Lista akt={akt} beslut={beslut} dialog={dialog} onClose={onClose} /> : null;
}

function Lista({ akt, beslut, dialog, onClose }: Props & { akt: AktVy; beslut: AktVy['beslut'][number] }) {
  const css = useStyles();
  const { personId } = akt;
  const { data: person } = akt.person;
  const jag = useInloggad();
  const kan = useMaySave('erbjudande');
  const kanBestalla = useMaySave('bestallning');
  const { data: katalog } = useKatalog();
  const erbjudanden = akt.erbjudanden
    .filter(({ data }) => data.beslutId === beslut.id)
    .sort((a, b) => compare(b.data.datum, a.data.datum) || compare(a.id, b.id));
  // What was accepted is carried out by nobody until it is ordered.
  const accepterat = accepteratDen(erbjudanden.map(({ data }) => data));
  const attBestalla =
    accepterat !== undefined && katalog && bestallningFor(katalog.insatser, beslut.data) && !arBestallt(beslut, akt, accepterat);
  const bestall = () => {
    onClose();
    showYta(personId, { slag: 'utredning', id: beslut.data.utredningId, flik: 'bestallning', beslutId: beslut.id });
  };
  const show = (post: 'erbjudande' | 'felmarkeraErbjudande', id: string) => showArendedialog({ personId, post, id, efter: dialog });
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '760px' }}>
        <DialogBody>
          <DialogTitle>Erbjudanden</DialogTitle>
          <DialogContent className={css.innehall}>
            <span>
              {`${displayName(person)} ${formatPersonnummer(person.personnummer)} · ${beslut.data.beslutsnamn} ${beslut.data.beslutsdatum}`}
            </span>
            {attBestalla && (
              <ErrorBar
                slag="warning"
                vad={`Tackade ja ${accepterat}, men det är inte beställt.`}
                gor="Beslutet står som ej verkställt tills det är beställt och bekräftat."
                {...(kanBestalla ? { handling: 'Gör beställning', onHandling: bestall } : {})}
              />
            )}
            {erbjudanden.length === 0 ? (
              <EmptyState text="Inget erbjudande är inlagt. Det som har erbjudits, och svaret, hör till rapporten till IVO om beslutet inte verkställs i tid." />
            ) : (
              <ul className={css.lista} aria-label="Erbjudanden">
                {erbjudanden.map(({ id, data }) => (
                  <li key={id} className={css.rad}>
                    <span className={css.text}>
                      <span className={data.felmarkering && css.fel}>
                        {`${data.datum} ${data.vad}. Till ${data.till}, av ${data.lamnatAv}. ${svarText(data.svar)}.`}
                      </span>
                      {data.felmarkering && ` Felmarkerat av ${data.felmarkering.namn}: ${data.felmarkering.orsak}`}
                    </span>
                    {kan && !data.felmarkering && (
                      <>
                        <Button size="small" onClick={() => show('erbjudande', id)}>
                          {data.svar.slag === 'vantar' ? 'Skriv svar' : 'Ändra'}
                        </Button>
                        <Hinderknapp
                          namn="Felmarkera"
                          hinder={
                            jag && farFelmarkera(data.sparad.anvandareId, { id: jag.anvandareId, roller: jag.roller })
                              ? undefined
                              : ordForAvslag('inte-forfattare').vad
                          }
                          onClick={() => show('felmarkeraErbjudande', id)}
                        />
                      </>
                    )}
                  </li>
                ))}
              </ul>
            )}
          </DialogContent>
          <DialogActions fluid className={css.fot}>
            <Button size="small" onClick={onClose}>
              Stäng
            </Button>
            {kan && !beslut.data.felmarkerad && (
              <Button
                size="small"
                appearance="primary"
                icon={<Add20Regular />}
                onClick={() => show('erbjudande', nyttErbjudandeFor(beslut.id))}
              >
                Nytt erbjudande
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
