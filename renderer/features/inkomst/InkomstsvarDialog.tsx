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
import { useState } from 'react';
import type { Inkomstformular, Inkomstsvar } from '../../../shared/domain/inkomst/records.ts';
import { isUte } from '../../../shared/domain/inkomst/regler.ts';
import { summor } from '../../../shared/domain/inkomst/svar.ts';
import { displayName } from '../../../shared/domain/person/records.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { InkomstVy, KundVy } from '../../../shared/ipc/views.ts';
import { svenskTid, swedishDay } from '../../../shared/util/datum.ts';
import { kronorOrd } from '../../../shared/util/kronor.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { blankettlaget } from '../../../shared/words/inkomst.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { Faktalista } from '../../components/Faktalista.tsx';
import { idagNu } from '../../components/idag.ts';
import { Underrubrik } from '../../components/Postsida.tsx';
import { useKatalog } from '../../state/akt.ts';
import { showArendedialog } from '../../state/arendedialog.ts';
import { newId, runCommand } from '../../state/core.ts';
import { useMaySave } from '../../state/formularkommando.ts';
import { useQuery } from '../../state/query.ts';
import { ordForUtfall } from '../../state/utfallord.ts';

const useStyles = makeStyles({
  innehall: { display: 'flex', flexDirection: 'column', gap: '8px' },
  fot: { flexWrap: 'wrap', '& > *': { flexShrink: 0, maxWidth: '100%' } },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

type Props = { personId: string; id: string; onClose: () => void };

/** An inkomstblankett and what the kund told in it, for whoever handles the fee (INK-01): done with, completed, or taken back. */
export function InkomstsvarDialog({ personId, id, onClose }: Props) {
  const css = useStyles();
  const { data: kund } = useQuery('kund.hamta', { personId }, [`akt:${personId}`]);
  const { data: vy, fel } = useQuery('inkomst.hamta', { personId, blankettId: id }, [`akt:${personId}`, 'katalog', 'session']);
  if (!kund) return null;
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '760px' }}>
        <DialogBody>
          <DialogTitle>{vy ? `Inkomstblankett ${vy.blankett.data.ar}` : 'Inkomstblankett'}</DialogTitle>
          <DialogContent className={css.innehall} tabIndex={0}>
            <span>{`${displayName(kund.person)} ${formatPersonnummer(kund.person.personnummer)}`}</span>
            {fel && <ErrorBar {...ordForFel(fel.code)} />}
            {vy && <Innehall vy={vy} />}
          </DialogContent>
          {vy ? (
            <Atgarder kund={kund} vy={vy} onClose={onClose} />
          ) : (
            <DialogActions>
              <Button size="small" onClick={onClose}>
                Stäng
              </Button>
            </DialogActions>
          )}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Innehall({ vy: { blankett, formular, svar } }: { vy: InkomstVy }) {
  const css = useStyles();
  const { data } = blankett;
  const [senaste, ...tidigare] = svar;
  return (
    <>
      <Faktalista
        rader={[
          ['Läge', `${blankettlaget(data, idagNu())}${blankett.osand ? ', inte skickat till servern än' : ''}`],
          ['Lämnas in senast', data.sista],
          ['Skickad', `${swedishDay(data.skickad.at)} av ${data.skickad.namn}`],
          ['Återkallad', data.aterkallad && `${swedishDay(data.aterkallad.at)} av ${data.aterkallad.namn}`],
        ]}
      />
      {!senaste && <EmptyState text="Kunden har inte lämnat in blanketten." />}
      {senaste && formular && <Svar formular={formular} svar={senaste.data} rubrik="Svaret" />}
      {senaste && !formular && (
        <ErrorBar slag="warning" vad="Blankettens frågor finns inte här än." gor="Svaret visas när katalogen har hämtats." />
      )}
      {formular &&
        tidigare.map(({ id, data: ett }) => (
          <details key={id} className={css.text}>
            <summary>{`Tidigare svar, inlämnat ${svenskTid(ett.inlamnat)}`}</summary>
            <Svar formular={formular} svar={ett} rubrik="Tidigare svar" />
          </details>
        ))}
    </>
  );
}

function Svar({ formular, svar, rubrik }: { formular: Inkomstformular; svar: Inkomstsvar; rubrik: string }) {
  const { komplettering, klar } = svar;
  return (
    <>
      <Underrubrik>{rubrik}</Underrubrik>
      <Faktalista
        rader={[
          ['Inlämnat', svenskTid(svar.inlamnat)],
          ['Inkomster', svar.avstar && 'Lämnas inte. Kunden godtar den högsta avgiften.'],
          ['Komplettering', komplettering && `${swedishDay(komplettering.at)} av ${komplettering.namn}: ${komplettering.text}`],
          ['Klar', klar && `${swedishDay(klar.at)} av ${klar.namn}${klar.anteckning === undefined ? '' : `: ${klar.anteckning}`}`],
        ]}
      />
      {formular.delar.map((del) => {
        const { manad, ar } = summor(del, svar.svar);
        const rader = del.rader.flatMap((rad) => {
          const one = svar.svar.find(({ kod }) => kod === rad.kod);
          const text = one?.text === undefined ? undefined : (rad.val?.find(({ kod }) => kod === one.text)?.namn ?? one.text);
          const belopp = one?.kronor === undefined ? text : `${kronorOrd(one.kronor)} ${rad.slag === 'manad' ? 'per månad' : 'per år'}`;
          return belopp === undefined ? [] : [[rad.rubrik, belopp] as const];
        });
        if (rader.length === 0) return null;
        return (
          <div key={del.kod}>
            <Underrubrik>{del.rubrik}</Underrubrik>
            <Faktalista
              rader={[
                ...rader,
                ['Summa per månad', manad === undefined ? undefined : kronorOrd(manad)],
                ['Summa per år', ar === undefined ? undefined : kronorOrd(ar)],
              ]}
            />
          </div>
        );
      })}
      {svar.ovrigt !== undefined && <Faktalista rader={[['Övriga upplysningar', svar.ovrigt]]} />}
    </>
  );
}

function Atgarder({ kund: { personId }, vy, onClose }: { kund: KundVy; vy: InkomstVy; onClose: () => void }) {
  const css = useStyles();
  const kan = useMaySave('klarInkomst');
  const enheter = useKatalog().data?.egen.enheter ?? [];
  const [fragar, setFragar] = useState(false);
  const [sander, setSander] = useState(false);
  const [fel, setFel] = useState<Ord>();
  const { id, data } = vy.blankett;
  const min = kan && enheter.includes(data.avgiftsenhet);
  const show = (post: 'kompletteraInkomst' | 'klarInkomst') =>
    showArendedialog({ personId, post, id, efter: { personId, post: 'inkomstsvar', id } });
  async function aterkalla() {
    setSander(true);
    const utfall = await runCommand('inkomst.aterkalla', { personId, blankettId: id, basRev: data.rev, rev: newId() }, undefined, newId());
    setSander(false);
    setFragar(false);
    setFel(ordForUtfall(utfall));
  }
  return (
    <>
      {fel && <ErrorBar {...fel} />}
      {fragar && <span>Kunden kan inte längre fylla i blanketten. Det kunden hunnit skriva ser ingen. Året kan skickas på nytt.</span>}
      <DialogActions fluid className={css.fot}>
        <Button size="small" onClick={fragar ? () => setFragar(false) : onClose}>
          {fragar ? 'Nej, låt den vara' : 'Stäng'}
        </Button>
        {min && isUte(data.lage) && !fragar && (
          <Button size="small" onClick={() => setFragar(true)}>
            Återkalla blanketten
          </Button>
        )}
        {min && isUte(data.lage) && fragar && (
          <Button size="small" appearance="primary" disabledFocusable={sander} onClick={() => !sander && void aterkalla()}>
            Ja, återkalla
          </Button>
        )}
        {min && data.lage === 'inlamnad' && (
          <>
            <Button size="small" onClick={() => show('kompletteraInkomst')}>
              Be om komplettering
            </Button>
            <Button size="small" appearance="primary" onClick={() => show('klarInkomst')}>
              Markera som klar
            </Button>
          </>
        )}
      </DialogActions>
    </>
  );
}
