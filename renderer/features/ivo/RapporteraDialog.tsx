import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Ivolage } from '../../../shared/domain/klocka/ivo.ts';
import type { IvoradVy } from '../../../shared/ipc/ivo.ts';
import { kvartalsord } from '../../../shared/words/frist.ts';
import { bristOrd, ivolageText } from '../../../shared/words/ivo.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { Datumfalt } from '../../components/Datumfalt.tsx';
import { readDatum } from '../../components/datumtext.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { idagNu } from '../../components/idag.ts';
import { visatNamn } from '../../components/PersonNamn.tsx';
import { newId, runCommand } from '../../state/core.ts';
import { medAlla } from '../../state/medAlla.ts';

const useStyles = makeStyles({
  innehall: { display: 'flex', flexDirection: 'column', gap: '8px' },
  lista: { margin: 0, paddingLeft: '20px', maxHeight: '200px', overflowY: 'auto' },
  saknas: { color: 'var(--akRed)' },
});

/** What has fallen away has been reported already. */
export type AttRapportera = IvoradVy & { lage: Ivolage };
export const arAttRapportera = (rad: IvoradVy): rad is AttRapportera => !rad.rapport && rad.lage.slag !== 'bortfallen';

type Props = { rader: readonly AttRapportera[]; kvartal: string; onKlart: (fel: Ord | undefined) => void; onClose: () => void };

/** Marks rows as reported to IVO and the auditors: each is a mark of its own, with its receipt in Utkorg. */
export function RapporteraDialog({ rader, kvartal, onKlart, onClose }: Props) {
  const css = useStyles();
  const idag = idagNu();
  const [datum, setDatum] = useState(idag);
  const [kvitto, setKvitto] = useState('');
  // Of each row one id, so that trying again makes nothing twice.
  const [ids] = useState(() => new Map(rader.map(({ nyckel }) => [nyckel, newId()])));
  const last = readDatum(datum, idag, { framtid: false });
  const antal = rader.length === 1 ? 'beslutet' : `${rader.length} beslut`;
  const brister = rader.filter(({ saknas }) => saknas.length > 0).length;
  const mark = async () => {
    if (!last.ok) return;
    onClose();
    const fel = await medAlla(
      rader,
      ({ personId, beslutId, nyckel, lage, fran }) =>
        runCommand('ivo.rapportera', {
          ...{ personId, beslutId, tid: nyckel, kvartal, lage: lage.slag, fran, dag: last.dag, rapportId: ids.get(nyckel) ?? newId() },
          ...(lage.slag === 'verkstallt' || lage.slag === 'avslutat' ? { lagedag: lage.dag } : {}),
          ...(kvitto.trim() === '' ? {} : { kvitto: kvitto.trim() }),
        }),
      ({ person, beslutsdatum }) => `${visatNamn(person)} ${beslutsdatum}`,
    );
    onKlart(fel);
  };
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '560px' }}>
        <form
          noValidate
          aria-label={`Markera ${antal} som rapporterat`}
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            void mark();
          }}
        >
          <DialogBody>
            <DialogTitle>{`Markera ${antal} som rapporterat för ${kvartalsord(kvartal)}`}</DialogTitle>
            <DialogContent className={css.innehall}>
              <span>Rapporten själv lämnar du i IVO:s e-tjänst och till revisorerna. Här står sedan vem som gjorde det och när.</span>
              <ul className={css.lista}>
                {rader.map(({ nyckel, person, insats, beslutsdatum, lage, saknas }) => (
                  <li key={nyckel}>
                    {`${visatNamn(person)}, ${insats} ${beslutsdatum}: ${ivolageText(lage)}`}
                    {saknas.length > 0 && (
                      <span className={css.saknas}>{` (saknas: ${saknas.map((one) => bristOrd[one]).join(', ')})`}</span>
                    )}
                  </li>
                ))}
              </ul>
              {brister > 0 && (
                <ErrorBar
                  slag="warning"
                  vad={
                    brister === 1
                      ? 'Ett beslut saknar uppgifter som rapporten ska ha.'
                      : `${brister} beslut saknar uppgifter som rapporten ska ha.`
                  }
                  gor="Fyll i dem först om de finns. Är det redan rapporterat markerar du det ändå."
                />
              )}
              <Datumfalt etikett="Rapporterat den" text={datum} onText={setDatum} idag={idag} framtid={false} />
              <Field size="small" label="Kvitto" hint="Det nummer du fick, om du fick ett.">
                <Input value={kvitto} maxLength={80} onChange={(_, { value }) => setKvitto(value)} />
              </Field>
            </DialogContent>
            <DialogActions fluid>
              <Button size="small" onClick={onClose}>
                Avbryt
              </Button>
              <Button size="small" appearance="primary" type="submit" disabledFocusable={!last.ok}>
                Markera som rapporterat
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
