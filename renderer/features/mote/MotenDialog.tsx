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
import { useState } from 'react';
import { farFelmarkeraMote } from '../../../shared/domain/mote/felmarkera.ts';
import { isPlanerat, motesslag } from '../../../shared/domain/mote/records.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { AktVy, KatalogVy, KundVy } from '../../../shared/ipc/views.ts';
import { compare } from '../../../shared/util/compare.ts';
import { svensktKlockslag } from '../../../shared/util/klockslag.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { Chip } from '../../components/Chip.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Exportdialog } from '../../components/export/Exportdialog.tsx';
import { Hinderknapp } from '../../components/Hinderknapp.tsx';
import { idagNu } from '../../components/idag.ts';
import { useAktdata } from '../../state/akt.ts';
import { showYta } from '../../state/arbetsyta.ts';
import { type Arendedialog, closeArendedialog, showArendedialog } from '../../state/arendedialog.ts';
import { call, runCommand } from '../../state/core.ts';
import { useMaySave } from '../../state/formularkommando.ts';
import { useInstallning } from '../../state/installningar.ts';
import { useQuery } from '../../state/query.ts';
import { useInloggad } from '../../state/session.ts';
import { ordForUtfall } from '../../state/utfallord.ts';
import { anteckna, journalFor } from './anteckna.ts';

const useStyles = makeStyles({
  innehall: { display: 'flex', flexDirection: 'column', gap: '8px' },
  lista: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  rad: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px 0',
    borderTop: '1px solid var(--akHair)',
    overflowWrap: 'anywhere',
  },
  forst: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', fontWeight: 600 },
  knappar: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});
type Post = AktVy['moten'][number];
const isText = (value: unknown): value is string => typeof value === 'string';

/** The kund's meetings and home visits: what is planned first, then what has been. */
export function MotenDialog({ dialog, onClose }: { dialog: Arendedialog; onClose: () => void }) {
  const css = useStyles();
  const { personId } = dialog;
  const { data } = useAktdata(personId);
  const { data: kund } = useQuery('kund.hamta', { personId }, [`akt:${personId}`]);
  const kan = useMaySave('mote');
  if (!data || !kund) return null;
  const moten = [...data.akt.moten].sort(
    (a, b) =>
      Number(isPlanerat(b.data)) - Number(isPlanerat(a.data)) ||
      (isPlanerat(a.data) ? 1 : -1) * compare(`${a.data.dag} ${a.data.fran}`, `${b.data.dag} ${b.data.fran}`) ||
      compare(a.id, b.id),
  );
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '760px' }}>
        <DialogBody>
          <DialogTitle>Möten och hembesök</DialogTitle>
          <DialogContent className={css.innehall}>
            <span>{`${displayName(kund.person)} ${formatPersonnummer(kund.person.personnummer)}`}</span>
            {kan && (
              <div className={css.knappar}>
                <Button
                  size="small"
                  icon={<Add20Regular />}
                  onClick={() => showArendedialog({ personId, post: 'mote', id: 'ny', efter: dialog })}
                >
                  Planera möte
                </Button>
              </div>
            )}
            {moten.length === 0 ? (
              <EmptyState text="Inget möte är planerat eller genomfört." />
            ) : (
              <ul className={css.lista} aria-label="Möten">
                {moten.map((post) => (
                  <Rad key={post.id} akt={data.akt} katalog={data.katalog} kund={kund} post={post} dialog={dialog} kan={kan} />
                ))}
              </ul>
            )}
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

type Radprops = { akt: AktVy; katalog: KatalogVy; kund: KundVy; post: Post; dialog: Arendedialog; kan: boolean };

function Rad({ akt, katalog, kund, post, dialog, kan }: Radprops) {
  const css = useStyles();
  const { personId } = akt;
  const { id, data } = post;
  const [fel, setFel] = useState<Ord>();
  const [sparar, setSparar] = useState(false);
  const deltar = deltagare(kund, katalog, data);
  const jag = useInloggad();
  const far = jag !== undefined && jag !== null && farFelmarkeraMote(data, { id: jag.anvandareId, roller: jag.roller });
  const planerat = isPlanerat(data);
  const journal = journalFor(akt, post);
  const motet = `${motesslag[data.slag]} ${data.dag} kl. ${[data.fran, data.till].flatMap((one) => (one === undefined ? [] : [svensktKlockslag(one)])).join('–')}`;
  const lage = data.felmarkering ? 'Felmarkerat' : data.installt ? 'Inställt' : data.hallet ? 'Genomfört' : 'Planerat';
  const hall = async () => setFel(ordForUtfall(await runCommand('mote.hall', { personId, moteId: id, sedd: data.rev })));
  const skriv = async () => {
    const kod = journal === undefined ? undefined : await anteckna(akt, journal, post, deltar);
    if (kod !== undefined) setFel(ordForFel(kod));
  };
  return (
    <li className={css.rad} aria-label={motet}>
      <span className={css.forst}>
        {motet}
        <Chip ton={data.felmarkering || data.installt ? 'rod' : data.hallet ? 'gron' : 'neutral'}>{lage}</Chip>
      </span>
      <span>{[data.plats && `Plats: ${data.plats}.`, `${data.syfte}`].filter(Boolean).join(' ')}</span>
      <span>{`Deltar: ${deltar.join(', ')}. Planerat av ${data.planerat.namn}.`}</span>
      {data.felmarkering && <span>{`Felmarkerat av ${data.felmarkering.namn}: ${data.felmarkering.orsak}`}</span>}
      {data.installt && <span>{`Inställt av ${data.installt.namn}: ${data.installt.orsak}`}</span>}
      {fel && <ErrorBar {...fel} />}
      {kan && (
        <div className={css.knappar}>
          {planerat && (
            <>
              <Button size="small" onClick={() => showArendedialog({ personId, post: 'mote', id, efter: dialog })}>
                Flytta eller ändra
              </Button>
              <Button
                size="small"
                onClick={() => {
                  closeArendedialog();
                  showYta(personId, { slag: 'utskrift', objekt: { type: 'mote', id } });
                }}
              >
                Kallelse
              </Button>
              <Hinderknapp
                namn="Genomfört"
                hinder={data.dag > idagNu() ? 'Mötet har inte varit än.' : undefined}
                onClick={() => void hall()}
              />
              <Button size="small" onClick={() => showArendedialog({ personId, post: 'stallInMote', id, efter: dialog })}>
                Ställ in
              </Button>
            </>
          )}
          {data.hallet && !data.felmarkering && (
            <Hinderknapp
              namn="Skriv anteckning"
              hinder={journal === undefined ? ordForAvslag('utredningen-avslutad').vad : undefined}
              onClick={() => void skriv()}
            />
          )}
          {!data.hallet && (
            <Button size="small" onClick={() => setSparar(true)}>
              Kalenderfil…
            </Button>
          )}
          {!data.felmarkering && (
            <Hinderknapp
              namn="Felmarkera"
              hinder={far ? undefined : ordForAvslag('inte-forfattare').vad}
              onClick={() => showArendedialog({ personId, post: 'felmarkeraMote', id, efter: dialog })}
            />
          )}
        </div>
      )}
      {sparar && <Kalenderdialog personId={personId} moteId={id} motet={motet} onClose={() => setSparar(false)} />}
    </li>
  );
}

function Kalenderdialog({ personId, moteId, motet, onClose }: { personId: string; moteId: string; motet: string; onClose: () => void }) {
  const [mapp, setMapp] = useInstallning('kopia:mapp', '', isText);
  return (
    <Exportdialog
      titel={`Kalenderfil: ${motet}`}
      mapp={mapp}
      onMapp={setMapp}
      skyddade={0}
      om={() => (
        <span>
          Filen öppnas i din egen kalender. Där står vad det är för slags möte och när, men inte med vem, var eller varför. Flyttas eller
          ställs mötet in sparar du filen igen och öppnar den på nytt.
        </span>
      )}
      spara={({ mapp: vald }) => call('mote.kalender', { personId, moteId, mapp: vald })}
      visaSvar={({ fil }) => ({
        slut: true,
        text: (
          <span role="status">
            Filen ligger i <strong>{fil}</strong>.
          </span>
        ),
      })}
      onClose={onClose}
    />
  );
}

/** Who is to be there, each by name. A contact that the user may not read is not named. */
function deltagare(
  { person, kontakter }: KundVy,
  katalog: KatalogVy,
  { enskild, kontaktIds, anvandareIds, andra }: Post['data'],
): string[] {
  return [
    ...(enskild ? [displayName(person)] : []),
    ...kontaktIds.map((one) => kontakter.find(({ id }) => id === one)?.data.namn ?? 'en kontakt som inte visas'),
    ...anvandareIds.map((one) => katalog.handlaggare.find(({ id }) => id === one)?.namn ?? 'en handläggare'),
    ...andra,
  ];
}
