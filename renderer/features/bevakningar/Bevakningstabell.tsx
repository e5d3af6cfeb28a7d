import { useEffect, useMemo } from 'react';
import type { BevakningRad, LagdBevakningRad } from '../../../shared/ipc/views.ts';
import { DataTable, type Kolumn, sortRows } from '../../components/DataTable.tsx';
import { isSortering, type Sortering } from '../../components/DataTableHead.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { idagNu } from '../../components/idag.ts';
import type { MenyRad } from '../../components/Kontextmeny.tsx';
import type { Arendedialog } from '../../state/arendedialog.ts';
import { useBredder } from '../../state/bredder.ts';
import { useInstallning } from '../../state/installningar.ts';
import { showBevakning, showNyBevakningSom } from '../../state/kamera.ts';
import { feedNavigering, markPost, openPost, useVisadLista } from '../../state/navigering.ts';
import { andra, klarmarkera, visaIgen } from './atgarder.ts';
import { FlyttaDialog } from './FlyttaDialog.tsx';
import { openHorTill, platsFor } from './openHorTill.ts';
import { SkjutUppDialog } from './SkjutUppDialog.tsx';
import { gangen, type Urval } from './useUrval.ts';

type Meny = { urval: Urval; open: (rad: BevakningRad) => void; efter?: Arendedialog | undefined };
/** What can be done with a row, by where it comes from. */
const menyFor: { [S in BevakningRad['slag']]: (rad: Extract<BevakningRad, { slag: S }>, i: Meny) => MenyRad[] } = {
  lagd: (rad, { urval, open, efter }) => {
    // With several ticked, what is chosen on one of them is done with all.
    const vilka = urval.valda.has(rad.id) ? urval.lagda : [rad];
    const flera = vilka.length > 1 ? ` (${vilka.length})` : '';
    const status = (namn: string, till: LagdBevakningRad['status']): MenyRad => ({
      ...{ id: till, namn: `${namn}${flera}` },
      onChoose: () => void urval.run(vilka, till === 'Klar' ? klarmarkera : andra({ status: till })),
    });
    return [
      { id: 'visa', namn: 'Visa bevakningen', tangent: 'Enter', onChoose: () => showBevakning(rad, 'bevakning', efter) },
      { id: 'oppna', namn: 'Öppna kunden', onChoose: () => open(rad) },
      ...(rad.status === 'Klar'
        ? [status('Ta tillbaka Klar', 'Ej påbörjad')]
        : [
            status('Klar', 'Klar'),
            ...(['Pågår', 'Väntar'] as const).filter((one) => one !== rad.status).map((one) => status(one, one)),
            { id: 'flytta', namn: `Flytta till …${flera}`, onChoose: () => urval.setFlyttas(vilka) },
          ]),
      { id: 'ny', namn: 'Ny bevakning', onChoose: () => void showNyBevakningSom(rad) },
      { id: 'taBort', namn: 'Ta bort …', onChoose: () => showBevakning(rad, 'taBortBevakning', efter) },
    ];
  },
  // Gone when what it is about is done: nothing of it is Klar, changed or taken away by hand.
  beraknad: (rad, { urval, open, efter }) => {
    const { uppskjuten } = rad;
    // With several ticked, what is chosen on one of them is done with all.
    const vilka = urval.valda.has(rad.id) ? urval.beraknade : [rad];
    return [
      { id: 'visa', namn: 'Visa bevakningen', tangent: 'Enter', onChoose: () => showRad(rad, efter) },
      { id: 'oppna', namn: 'Öppna kunden', onChoose: () => open(rad) },
      vilka.length > 1
        ? { id: 'skjutUpp', namn: `Skjut upp … (${vilka.length})`, onChoose: () => urval.setSkjuts(vilka) }
        : { id: 'skjutUpp', namn: uppskjuten ? 'Ändra uppskjutningen …' : 'Skjut upp …', onChoose: () => showRad(rad, efter) },
      ...(uppskjuten && uppskjuten.till > idagNu()
        ? [{ id: 'visaIgen', namn: 'Visa igen i listan', onChoose: () => void urval.run([rad], visaIgen(uppskjuten)) }]
        : []),
      { id: 'ny', namn: 'Ny bevakning', onChoose: () => void showNyBevakningSom(rad) },
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
  /** What the tape-recorder buttons that walk it call it; absent = they do not (`useUrval`). */
  gang?: string;
};

/** Rows of bevakningar: Enter shows one, double click opens the kund, and several can be dealt with at once. */
export function Bevakningstabell({ etikett, nyckel, rader, kolumner, urval, efter, fokus = false, gang }: Props) {
  const [sortering, setSortering] = useInstallning(`sortering:${nyckel}`, efterDatum, isSortering);
  const bredder = useBredder(`bredder:${nyckel}`);
  const ordnade = useMemo(() => sortRows(rader, kolumner, sortering), [rader, kolumner, sortering]);
  useEffect(() => {
    if (gang === undefined) return;
    const poster = ordnade.map((rad) => ({ id: rad.id, personId: rad.person.personId, ...platsFor(rad) }));
    feedNavigering({ id: gangen, namn: gang, flik: 'bevakningar', poster });
  }, [ordnade, gang]);
  useVisadLista(gang === undefined ? undefined : gangen);
  const open = (rad: BevakningRad) => {
    if (gang === undefined) return void openHorTill(rad);
    markPost(gangen, rad.id);
    void openPost();
  };
  return (
    <>
      {urval.hoppade > 0 && <ErrorBar slag="info" {...hoppadeOrd(urval.hoppade)} onClose={urval.forgetHoppade} />}
      {urval.fel && <ErrorBar {...urval.fel} onClose={urval.forgetFel} />}
      <DataTable
        etikett={etikett}
        kolumner={kolumner}
        rader={ordnade}
        radId={({ id }) => id}
        vald={urval.vald}
        onVald={urval.setVald}
        flera={{ valda: urval.valda, onValda: urval.setValda }}
        bredder={bredder}
        ordning={{ sortering, onSortering: setSortering }}
        onOpen={(rad) => showRad(rad, efter)}
        onDubbelklick={open}
        fokus={fokus}
        meny={(rad) => (rad.slag === 'lagd' ? menyFor.lagd(rad, { urval, open, efter }) : menyFor.beraknad(rad, { urval, open, efter }))}
      />
      {urval.flyttas && <FlyttaDialog urval={urval} rader={urval.flyttas} onClose={() => urval.setFlyttas(undefined)} />}
      {urval.skjuts && <SkjutUppDialog rader={urval.skjuts} onClose={() => urval.setSkjuts(undefined)} />}
    </>
  );
}
