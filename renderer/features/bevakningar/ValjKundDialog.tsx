import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { PersonRad } from '../../../shared/ipc/views.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { PersonNamn, visatNamn, visatNummer } from '../../components/PersonNamn.tsx';
import { call, newId } from '../../state/core.ts';
import { showNyBevakning } from '../../state/kamera.ts';
import { openKund } from '../../state/openKund.ts';
import { useQuery } from '../../state/query.ts';

const useStyles = makeStyles({
  innehall: { display: 'flex', flexDirection: 'column', gap: '8px' },
  sok: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  falt: { flexGrow: 1, minWidth: '160px' },
  lista: {
    display: 'flex',
    height: 'min(240px, 35vh)',
    border: '1px solid var(--akHair)',
    borderRadius: 'var(--borderRadiusMedium)',
    overflow: 'hidden',
  },
});

const kolumner: Kolumn<PersonRad>[] = [
  { id: 'namn', namn: 'Namn', bredd: 'minmax(160px, 1fr)', draw: (kund) => <PersonNamn {...kund} />, tip: visatNamn },
  { id: 'personnummer', namn: 'Personnummer', bredd: '128px', draw: visatNummer },
];
const hjalp: Ord = {
  vad: 'Det går inte att söka på det.',
  gor: 'Skriv ett personnummer, eller efternamn och förnamn, till exempel Ekström Linnea.',
};
const fler: Ord = { vad: 'Det finns fler träffar än de som visas.', gor: 'Skriv mer av namnet eller numret.' };

/** For whom a new bevakning is laid when no row tells: one of the latest kunder or of the kundlista, or whoever is searched for. She is opened by it. */
export function ValjKundDialog({ onClose }: { onClose: () => void }) {
  const css = useStyles();
  const { data: senaste = [] } = useQuery('kunder.senaste', {}, ['anvandare', 'akt']);
  const { data: egna = [] } = useQuery('kunder.lista', {}, ['anvandare', 'akt']);
  const [text, setText] = useState('');
  const [sokt, setSokt] = useState<{ text: string; rader: PersonRad[]; ord?: Ord | undefined }>();
  const [vald, setVald] = useState<string | null>(null);
  const kanda = new Map([...senaste, ...egna].flatMap(({ person }) => (person ? [[person.personId, person] as const] : [])));
  const rader = sokt?.rader ?? [...kanda.values()].sort((a, b) => compareSwedish(visatNamn(a), visatNamn(b)));
  const markerad = rader.find(({ personId }) => personId === vald) ?? (rader.length === 1 ? rader[0] : undefined);
  const choose = ({ personId }: PersonRad) => {
    onClose();
    const lagg = () => showNyBevakning(personId, { type: 'person', id: personId });
    void openKund(personId, { nodId: 'personuppgifter', sedan: lagg }).then((isOpen) => isOpen && lagg());
  };
  const search = async () => {
    const svar = await call('sok.person', { text, arhundrade: 'alla', id: newId() });
    setVald(null);
    if (!svar.ok) setSokt({ text, rader: [], ord: ordForFel(svar.error.code) });
    else if (svar.value.slag === 'hjalp') setSokt({ text, rader: [], ord: hjalp });
    else setSokt({ text, rader: svar.value.rader, ord: svar.value.fler ? fler : undefined });
  };
  const isNySokning = text.trim() !== '' && text !== sokt?.text;
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '560px' }}>
        <form
          noValidate
          aria-label="Ny bevakning: välj kund"
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            if (isNySokning) void search();
            else if (markerad) choose(markerad);
          }}
        >
          <DialogBody>
            <DialogTitle>Ny bevakning: välj kund</DialogTitle>
            <DialogContent className={css.innehall}>
              <span>Kunden öppnas, och bevakningen läggs på kunden. Ska den höra till ett beslut väljer du kameran vid beslutet.</span>
              <span className={css.sok}>
                <Input
                  size="small"
                  className={css.falt}
                  aria-label="Personnummer eller namn"
                  placeholder="Personnummer eller namn"
                  value={text}
                  onChange={(_, { value }) => setText(value)}
                />
                <Button size="small" onClick={() => void search()} disabledFocusable={text.trim() === ''}>
                  Sök
                </Button>
              </span>
              {sokt?.ord && <ErrorBar slag="info" {...sokt.ord} />}
              <div className={css.lista}>
                {rader.length === 0 ? (
                  <EmptyState text={sokt ? 'Ingen kund hittades.' : 'Sök efter kunden.'} />
                ) : (
                  <DataTable
                    etikett="Kunder"
                    kolumner={kolumner}
                    rader={rader}
                    radId={({ personId }) => personId}
                    vald={markerad?.personId ?? null}
                    onVald={setVald}
                    onOpen={choose}
                  />
                )}
              </div>
            </DialogContent>
            <DialogActions fluid>
              <Button size="small" onClick={onClose}>
                Avbryt
              </Button>
              <Button
                size="small"
                appearance="primary"
                disabledFocusable={!markerad || isNySokning}
                onClick={() => markerad && choose(markerad)}
              >
                Ny bevakning
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
