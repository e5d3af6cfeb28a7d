import { Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { alderText } from '../../../shared/domain/person/alder.ts';
import type { PersonRad, SenasteKund } from '../../../shared/ipc/views.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { PersonNamn, visatNamn, visatNummer } from '../../components/PersonNamn.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { nar } from '../../components/tid.ts';
import { useNow } from '../../components/useNow.ts';
import { closeDialog } from '../../state/dialog.ts';
import { openKund } from '../../state/openKund.ts';
import type { Query } from '../../state/query.ts';

const useStyles = makeStyles({
  yta: { maxWidth: '624px' },
  lista: {
    display: 'flex',
    height: 'min(285px, 45vh)',
    border: '1px solid var(--akHair)',
    borderRadius: 'var(--borderRadiusMedium)',
    overflow: 'hidden',
  },
});

const gone = 'Akten finns inte på den här datorn';

export type KundrutanProps = {
  rubrik: string;
  query: Query<SenasteKund[]>;
  tomText: string;
  /** Buttons; given the marked kund and the act of opening it. */
  knappar: (vald: SenasteKund | undefined, open: () => void) => ReactNode;
  children?: ReactNode;
};

/** A box of kunder to open one from: the latest, or the user's own list. Enter, OK and double click open (SOK-11). */
export function Kundrutan({ rubrik, query, tomText, knappar, children }: KundrutanProps) {
  const styles = useStyles();
  const now = useNow(60_000);
  const [vald, setVald] = useState<string | null>(null);
  const kunder = query.data ?? [];
  const marked = kunder.find(({ personId }) => personId === vald) ?? kunder[0];
  const open = ({ personId, person }: SenasteKund) => {
    if (!person) return;
    closeDialog();
    void openKund(personId);
  };
  return (
    <Dialog open onOpenChange={(_, { open: isOpen }) => !isOpen && closeDialog()}>
      <DialogSurface className={styles.yta}>
        <DialogBody>
          <DialogTitle>{rubrik}</DialogTitle>
          <DialogContent>
            {query.fel && <ErrorBar {...ordForFel(query.fel.code)} handling="Försök igen" onHandling={query.readAgain} />}
            {children}
            <div className={styles.lista}>
              {query.laddar && <SkeletonRows />}
              {query.data?.length === 0 && <EmptyState text={tomText} />}
              {kunder.length > 0 && (
                <DataTable
                  etikett={rubrik}
                  kolumner={columns(kunder, now)}
                  rader={kunder}
                  radId={({ personId }) => personId}
                  vald={marked?.personId ?? null}
                  onVald={setVald}
                  onOpen={open}
                  fokus
                />
              )}
            </div>
          </DialogContent>
          <DialogActions>{knappar(marked, () => marked && open(marked))}</DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

const nameOf = (kund: SenasteKund): string => (kund.person ? visatNamn(kund.person) : gone);
const cell = (draw: (person: PersonRad) => ReactNode) => (kund: SenasteKund) => (kund.person ? draw(kund.person) : '');

function columns(kunder: SenasteKund[], now: Date): Kolumn<SenasteKund>[] {
  const hasTimes = kunder.some(({ at }) => at !== undefined);
  return [
    {
      id: 'namn',
      namn: 'Namn',
      bredd: 'minmax(180px, 1fr)',
      draw: (kund) => (kund.person ? <PersonNamn {...kund.person} /> : gone),
      compare: (a, b) => compareSwedish(nameOf(a), nameOf(b)),
      tip: nameOf,
    },
    { id: 'personnummer', namn: 'Personnummer', bredd: '128px', draw: cell(visatNummer) },
    {
      id: 'alder',
      namn: 'Ålder',
      bredd: '64px',
      draw: cell((person) => (person.skydd === 'skyddadFolkbokforing' ? '' : alderText(person.alder))),
    },
    ...(hasTimes ? [{ id: 'at', namn: 'Öppnad', bredd: '132px', draw: ({ at }: SenasteKund) => (at ? nar(at, now) : '') }] : []),
  ];
}
