import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Tab,
  TabList,
} from '@fluentui/react-components';
import { CameraAdd20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { nyBevakningPa } from '../../../shared/ipc/utkastnyckel.ts';
import type { LagdBevakningRad } from '../../../shared/ipc/views.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { visatNamn, visatNummer } from '../../components/PersonNamn.tsx';
import { type Arendedialog, showArendedialog } from '../../state/arendedialog.ts';
import { useQuery } from '../../state/query.ts';
import { Bevakningstabell } from './Bevakningstabell.tsx';
import { Urvalsknappar } from './Knappar.tsx';
import { kolumner } from './kolumner.tsx';
import { isAttGora } from './lista.ts';
import { useUrval } from './useUrval.ts';

const useStyles = makeStyles({
  lista: { display: 'flex', flexDirection: 'column', gap: '8px' },
  tabell: { display: 'flex', flexDirection: 'column', height: 'min(280px, 40vh)', minHeight: '120px' },
  fot: { flexWrap: 'wrap', justifyContent: 'flex-end', '& > *': { flexShrink: 0 } },
});

type Props = { dialog: Arendedialog; onClose: () => void };

/** The camera at a part of the akt: the bevakningar connected to it, and a new one (BEV-05). */
export function KameraDialog({ dialog, onClose }: Props) {
  const css = useStyles();
  const { personId } = dialog;
  const ref = refAv(dialog.id);
  const scopes = [`akt:${personId}`, 'katalog', 'session'];
  const { data: underlag } = useQuery('bevakning.underlag', { personId, ref }, scopes);
  const { data, fel } = useQuery('bevakning.pa', { personId, ref }, scopes);
  const [visa, setVisa] = useState<'attGora' | 'klara'>('attGora');
  const rader = (data ?? []).filter((rad) => isAttGora(rad) === (visa === 'attGora'));
  const urval = useUrval(rader);
  const antal = (klara: boolean) => (data ?? []).filter((rad) => isAttGora(rad) !== klara).length;
  const ny = () => showArendedialog({ personId, post: 'bevakning', id: nyBevakningPa(ref), efter: dialog });
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '980px' }}>
        <DialogBody>
          <DialogTitle>Bevakningar</DialogTitle>
          <DialogContent className={css.lista}>
            {underlag && (
              <span>{`${visatNamn(underlag.person)} ${visatNummer(underlag.person)} · ${ref.type === 'person' ? 'allt i akten' : underlag.horTill}`}</span>
            )}
            {fel && <ErrorBar {...ordForFel(fel.code)} />}
            <TabList
              size="small"
              aria-label="Vilka"
              selectedValue={visa}
              onTabSelect={(_, { value }) => setVisa(value === 'klara' ? 'klara' : 'attGora')}
            >
              <Tab value="attGora">{`Att göra ${antal(false)}`}</Tab>
              <Tab value="klara">{`Klara ${antal(true)}`}</Tab>
            </TabList>
            {data && rader.length === 0 && <EmptyState text={visa === 'klara' ? 'Inget är klart än.' : 'Inga bevakningar.'} />}
            {rader.length > 0 && (
              <div className={css.tabell}>
                <Bevakningstabell
                  etikett="Bevakningar"
                  nyckel="kamera"
                  rader={rader}
                  kolumner={kolumnerFor(ref, visa)}
                  urval={urval}
                  efter={dialog}
                />
              </div>
            )}
          </DialogContent>
          <DialogActions fluid className={css.fot}>
            {visa === 'attGora' && rader.length > 0 && <Urvalsknappar urval={urval} />}
            <Button size="small" onClick={onClose}>
              Stäng
            </Button>
            <Button size="small" appearance="primary" icon={<CameraAdd20Regular />} onClick={ny}>
              Ny bevakning
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

type Ref = LagdBevakningRad['ref'];
const refAv = (id: string): Ref => {
  const [type, refId = ''] = id.split(':');
  return { type: type as Ref['type'], id: refId };
};
const kolumnerFor = ({ type }: Ref, visa: 'attGora' | 'klara') => [
  ...[kolumner.datum, kolumner.typ, kolumner.text],
  ...(type === 'person' ? [kolumner.horTill] : []),
  ...[kolumner.bevakasAv, visa === 'klara' ? kolumner.klar : kolumner.statusEllerGrund],
];
