import type { BevakningRad, LagdBevakningRad } from '../../../shared/ipc/views.ts';
import { DataTable, type Kolumn, sortRows } from '../../components/DataTable.tsx';
import { isSortering, type Sortering } from '../../components/DataTableHead.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { idagNu } from '../../components/idag.ts';
import type { MenyRad } from '../../components/Kontextmeny.tsx';
import type { Arendedialog } from '../../state/arendedialog.ts';
import { useBredder } from '../../state/bredder.ts';
import { useInstallning } from '../../state/installningar.ts';
import { showBevakning, showNyBevakning } from '../../state/kamera.ts';
import { andra, klarmarkera, visaIgen } from './atgarder.ts';
import { FlyttaDialog } from './FlyttaDialog.tsx';
import { openHorTill } from './openHorTill.ts';
import { SkjutUppDialog } from './SkjutUppDialog.tsx';
import type { Urval } from './useUrval.ts';

/** What can be done with a row, by where it comes from. */
const menyFor: { [S in BevakningRad['slag']]: (rad: Extract<BevakningRad, { slag: S }>, urval: Urval, efter?: Arendedialog) => MenyRad[] } =
  {
    lagd: (rad, urval, efter) => {
      // With several ticked, what is chosen on one of them is done with all.
      const vilka = urval.valda.has(rad.id) ? urval.lagda : [rad];
      const flera = vilka.length > 1 ? ` (${vilka.length})` : '';
      const status = (namn: string, till: LagdBevakningRad['status']): MenyRad => ({
        ...{ id: till, namn: `${namn}${flera}` },
        onChoose: () => void urval.run(vilka, till === 'Klar' ? klarmarkera : andra({ status: till })),
      });
      return [
        { id: 'visa', namn: 'Visa bevakningen', tangent: 'Enter', onChoose: () => showBevakning(rad, 'bevakning', efter) },
        { id: 'oppna', namn: 'Öppna kunden', onChoose: () => void openHorTill(rad) },
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
    // Gone when what it is about is done: nothing of it is Klar, changed or taken away by hand.
    beraknad: (rad, urval, efter) => {
      const { uppskjuten } = rad;
      // With several ticked, what is chosen on one of them is done with all.
      const vilka = urval.valda.has(rad.id) ? urval.beraknade : [rad];
      return [
        { id: 'visa', namn: 'Visa bevakningen', tangent: 'Enter', onChoose: () => showRad(rad, efter) },
        { id: 'oppna', namn: 'Öppna kunden', onChoose: () => void openHorTill(rad) },
        vilka.length > 1
          ? { id: 'skjutUpp', namn: `Skjut upp … (${vilka.length})`, onChoose: () => urval.setSkjuts(vilka) }
          : { id: 'skjutUpp', namn: uppskjuten ? 'Ändra uppskjutningen …' : 'Skjut upp …', onChoose: () => showRad(rad, efter) },
        ...(uppskjuten && uppskjuten.till > idagNu()
          ? [{ id: 'visaIgen', namn: 'Visa igen i listan', onChoose: () => void urval.run([rad], visaIgen(uppskjuten)) }]
          : []),
      ];
    },
  };
const showRad = (rad: BevakningRad, efter?: Arendedialog): void =>
  showBevakning(rad, rad.slag === 'beraknad' ? 'frist' : 'bevakning', efter);

const hoppadeOrd = (antal: number) => ({
  vad: antal === 1 ? 'En beräknad bevakning är kvar.' : `${antal} beräknade bevakningar är kvar.`,
  gor: 'De försvinner när det de gäller är gjort. Skjut upp dem om de ska vänta.',
});

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
      {urval.hoppade > 0 && <ErrorBar slag="info" {...hoppadeOrd(urval.hoppade)} onClose={urval.forgetHoppade} />}
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
        onOpen={(rad) => showRad(rad, efter)}
        onDubbelklick={(rad) => void openHorTill(rad)}
        fokus={fokus}
        meny={(rad) => (rad.slag === 'lagd' ? menyFor.lagd(rad, urval, efter) : menyFor.beraknad(rad, urval, efter))}
      />
      {urval.flyttas && <FlyttaDialog urval={urval} rader={urval.flyttas} onClose={() => urval.setFlyttas(undefined)} />}
      {urval.skjuts && <SkjutUppDialog rader={urval.skjuts} onClose={() => urval.setSkjuts(undefined)} />}
    </>
  );
}
