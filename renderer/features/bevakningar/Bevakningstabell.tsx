import type { BevakningRad } from '../../../shared/ipc/views.ts';
import { DataTable, type Kolumn, sortRows } from '../../components/DataTable.tsx';
import type { Sortering } from '../../components/DataTableHead.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import type { MenyRad } from '../../components/Kontextmeny.tsx';
import type { Arendedialog } from '../../state/arendedialog.ts';
import { useBredder } from '../../state/bredder.ts';
import { useInstallning } from '../../state/installningar.ts';
import { showBevakning, showNyBevakning } from '../../state/kamera.ts';
import { openKund } from '../../state/openKund.ts';
import { andra, klarmarkera } from './atgarder.ts';
import { FlyttaDialog } from './FlyttaDialog.tsx';
import type { Urval } from './useUrval.ts';

/** The kund, at what the bevakning is about (BEV-04). */
export const openHorTill = ({ person, ref }: BevakningRad): void =>
  void openKund(person.personId, { nodId: ref.type === 'person' ? 'personuppgifter' : `${ref.type}/${ref.id}` });

/** What can be done with a row, by where it comes from. */
const menyFor: { [S in BevakningRad['slag']]: (rad: Extract<BevakningRad, { slag: S }>, urval: Urval, efter?: Arendedialog) => MenyRad[] } =
  {
    lagd: (rad, urval, efter) => {
      // With several ticked, what is chosen on one of them is done with all.
      const vilka = urval.valda.has(rad.id) ? urval.markerade : [rad];
      const flera = vilka.length > 1 ? ` (${vilka.length})` : '';
      const status = (namn: string, till: BevakningRad['status']): MenyRad => ({
        ...{ id: till, namn: `${namn}${flera}` },
        onChoose: () => void urval.run(vilka, till === 'Klar' ? klarmarkera : andra({ status: till })),
      });
      return [
        { id: 'visa', namn: 'Visa bevakningen', tangent: 'Enter', onChoose: () => showBevakning(rad, 'bevakning', efter) },
        { id: 'oppna', namn: 'Öppna kunden', onChoose: () => openHorTill(rad) },
        ...(rad.status === 'Klar'
          ? [status('Ta tillbaka Klar', 'Ej påbörjad')]
          : [
              status('Klar', 'Klar'),
              ...(['Pågår', 'Väntar'] as const).filter((one) => one !== rad.status).map((one) => status(one, one)),
              { id: 'flytta', namn: `Flytta till …${flera}`, onChoose: () => urval.setFlyttas(vilka) },
            ]),
        { id: 'ny', namn: 'Ny bevakning', onChoose: () => showNyBevakning(rad.person.personId, rad.ref, rad.id) },
        { id: 'taBort', namn: 'Ta bort …', onChoose: () => showBevakning(rad, 'taBortBevakning', efter) },
      ];
    },
  };

const isSortering = (value: unknown): value is Sortering =>
  typeof value === 'object' && value !== null && 'kolumn' in value && 'stigande' in value && typeof value.kolumn === 'string';
const efterDatum: Sortering = { kolumn: 'datum', stigande: true };

type Props = {
  etikett: string;
  /** Where its sorting and widths are remembered. */
  nyckel: string;
  rader: readonly BevakningRad[];
  kolumner: readonly Kolumn<BevakningRad>[];
  urval: Urval;
  /** Shown again when what was chosen here is closed. */
  efter?: Arendedialog;
  fokus?: boolean;
};

/** Rows of bevakningar: Enter shows one, double click opens the kund, and several can be dealt with at once. */
export function Bevakningstabell({ etikett, nyckel, rader, kolumner, urval, efter, fokus = false }: Props) {
  const [sortering, setSortering] = useInstallning(`sortering:${nyckel}`, efterDatum, isSortering);
  const bredder = useBredder(`bredder:${nyckel}`);
  return (
    <>
      {urval.fel && <ErrorBar {...urval.fel} onClose={urval.forgetFel} />}
      <DataTable
        etikett={etikett}
        kolumner={kolumner}
        rader={sortRows(rader, kolumner, sortering)}
        radId={({ id }) => id}
        vald={urval.vald}
        onVald={urval.setVald}
        flera={{ valda: urval.valda, onValda: urval.setValda }}
        bredder={bredder}
        ordning={{ sortering, onSortering: setSortering }}
        onOpen={(rad) => showBevakning(rad, 'bevakning', efter)}
        onDubbelklick={openHorTill}
        fokus={fokus}
        meny={(rad) => menyFor[rad.slag](rad, urval, efter)}
      />
      {urval.flyttas && <FlyttaDialog urval={urval} rader={urval.flyttas} onClose={() => urval.setFlyttas(undefined)} />}
    </>
  );
}
