import type { ReactNode } from 'react';
import { FelmarkeraBeslutDialog } from '../features/beslut/FelmarkeraBeslutDialog.tsx';
import { FelmarkeraPlanDialog } from '../features/beslut/FelmarkeraPlanDialog.tsx';
import { IndividuellPlanDialog } from '../features/beslut/IndividuellPlanDialog.tsx';
import { KopplaAnteckningDialog } from '../features/beslut/KopplaAnteckningDialog.tsx';
import { TagitDelDialog } from '../features/beslut/TagitDelDialog.tsx';
import { NyEfterAvbrottDialog } from '../features/bestallning/NyEfterAvbrottDialog.tsx';
import { TaBortBestallningDialog } from '../features/bestallning/TaBortBestallningDialog.tsx';
import { AndratDialog } from '../features/historik/AndratDialog.tsx';
import { HistorikDialog } from '../features/historik/HistorikDialog.tsx';
import { KlarInkomstDialog, KompletteraInkomstDialog } from '../features/inkomst/HanteraDialoger.tsx';
import { InkomstsvarDialog } from '../features/inkomst/InkomstsvarDialog.tsx';
import { SkickaBlankettDialog } from '../features/inkomst/SkickaBlankettDialog.tsx';
import { ErbjudandeDialog } from '../features/ivo/ErbjudandeDialog.tsx';
import { ErbjudandenDialog } from '../features/ivo/ErbjudandenDialog.tsx';
import { FelmarkeraErbjudandeDialog, FelmarkeraRapportDialog } from '../features/ivo/FelmarkeraDialoger.tsx';
import { UppgiftDialog } from '../features/ivo/UppgiftDialog.tsx';
import { AterkallaSamtyckeDialog } from '../features/kund/AterkallaSamtyckeDialog.tsx';
import { AvslutaGodkannandeDialog } from '../features/kund/AvslutaGodkannandeDialog.tsx';
import { EtjanstDialog } from '../features/kund/EtjanstDialog.tsx';
import { FelmarkeraSamtyckeDialog } from '../features/kund/FelmarkeraSamtyckeDialog.tsx';
import { GodkannandeDialog } from '../features/kund/GodkannandeDialog.tsx';
import { LamnaDialog } from '../features/kund/LamnaDialog.tsx';
import { SamtyckeDialog } from '../features/kund/SamtyckeDialog.tsx';
import { SankSkyddDialog } from '../features/kund/SankSkyddDialog.tsx';
import { ValkomstDialog } from '../features/kund/ValkomstDialog.tsx';
import { FelmarkeraMoteDialog } from '../features/mote/FelmarkeraMoteDialog.tsx';
import { MoteDialog } from '../features/mote/MoteDialog.tsx';
import { MotenDialog } from '../features/mote/MotenDialog.tsx';
import { StallInDialog } from '../features/mote/StallInDialog.tsx';
import { FelmarkeraUppfoljningDialog } from '../features/uppfoljning/FelmarkeraDialog.tsx';
import { PlaneraDialog } from '../features/uppfoljning/PlaneraDialog.tsx';
import { UppfoljningarDialog } from '../features/uppfoljning/UppfoljningarDialog.tsx';
import { UppfoljningDialog } from '../features/uppfoljning/UppfoljningDialog.tsx';
import { KlistraDialog } from '../features/utredning/KlistraDialog.tsx';
import { KopieraDialog } from '../features/utredning/KopieraDialog.tsx';
import { FelmarkeraHandlingDialog } from '../features/utskrift/FelmarkeraHandlingDialog.tsx';
import { AvslutaDialog } from '../features/verkstallighet/AvslutaDialog.tsx';
import { AvslutaFranvaroDialog } from '../features/verkstallighet/AvslutaFranvaroDialog.tsx';
import { BekraftaDialog } from '../features/verkstallighet/BekraftaDialog.tsx';
import { BytUtforareDialog } from '../features/verkstallighet/BytUtforareDialog.tsx';
import { FelmarkeraFranvaroDialog } from '../features/verkstallighet/FelmarkeraFranvaroDialog.tsx';
import { FranvaroDialog } from '../features/verkstallighet/FranvaroDialog.tsx';
import { OppnaIgenDialog } from '../features/verkstallighet/OppnaIgenDialog.tsx';
import { SkapaDialog } from '../features/verkstallighet/SkapaDialog.tsx';
import { UnderlagDialog } from '../features/verkstallighet/UnderlagDialog.tsx';
import { type Arendedialog, closeArendedialog, showArendedialog, useArendedialog } from '../state/arendedialog.ts';

/** The dialog that answers an entry of a node's menu over the kund's tab, whatever the work area shows. */
export function Arendedialoger({ personId }: { personId: string }): ReactNode {
  const oppen = useArendedialog((state) => state.oppen);
  return oppen?.personId === personId ? <Dialog key={`${oppen.post} ${oppen.id}`} {...oppen} /> : null;
}

function Dialog(dialog: Arendedialog): ReactNode {
  const { personId, post, id, efter } = dialog;
  const gemensamt = { personId, onClose: () => (efter ? showArendedialog(efter) : closeArendedialog()) };
  switch (post) {
    case 'verkstallighetOppna':
      return <SkapaDialog {...gemensamt} />;
    case 'avslutaVerkstallighet':
      return <AvslutaDialog {...gemensamt} verkstallighetId={id} />;
    case 'oppnaVerkstallighetIgen':
      return <OppnaIgenDialog {...gemensamt} verkstallighetId={id} />;
    case 'bytUtforare':
      return <BytUtforareDialog {...gemensamt} verkstallighetId={id} />;
    case 'bekrafta':
      return <BekraftaDialog {...gemensamt} bestallningId={id} />;
    case 'felmarkeraBeslut':
      return <FelmarkeraBeslutDialog {...gemensamt} beslutId={id} />;
    case 'kopplaAnteckning':
      return <KopplaAnteckningDialog {...gemensamt} beslutId={id} />;
    case 'tagitDel':
      return <TagitDelDialog {...gemensamt} beslutId={id} />;
    case 'erbjudanden':
      return <ErbjudandenDialog dialog={dialog} onClose={gemensamt.onClose} />;
    case 'erbjudande':
      return <ErbjudandeDialog {...gemensamt} objekt={id} />;
    case 'felmarkeraErbjudande':
      return <FelmarkeraErbjudandeDialog {...gemensamt} id={id} />;
    case 'ivouppgift':
      return <UppgiftDialog {...gemensamt} beslutId={id} />;
    case 'felmarkeraIvorapport':
      return <FelmarkeraRapportDialog {...gemensamt} id={id} />;
    case 'uppfoljningar':
      return <UppfoljningarDialog dialog={dialog} onClose={gemensamt.onClose} />;
    case 'planeraUppfoljning':
      return <PlaneraDialog {...gemensamt} objekt={id} />;
    case 'uppfoljning':
      return <UppfoljningDialog {...gemensamt} objekt={id} />;
    case 'felmarkeraUppfoljning':
      return <FelmarkeraUppfoljningDialog {...gemensamt} id={id} />;
    case 'moten':
      return <MotenDialog dialog={dialog} onClose={gemensamt.onClose} />;
    case 'mote':
      return <MoteDialog {...gemensamt} objekt={id} />;
    case 'stallInMote':
      return <StallInDialog {...gemensamt} id={id} />;
    case 'felmarkeraMote':
      return <FelmarkeraMoteDialog {...gemensamt} id={id} />;
    case 'franvaro':
      return <FranvaroDialog {...gemensamt} objekt={id} />;
    case 'avslutaFranvaro':
      return <AvslutaFranvaroDialog {...gemensamt} id={id} />;
    case 'felmarkeraFranvaro':
      return <FelmarkeraFranvaroDialog {...gemensamt} id={id} />;
    case 'franvarounderlag':
      return <UnderlagDialog {...gemensamt} id={id} />;
    case 'samtycke':
      return <SamtyckeDialog {...gemensamt} objekt={id} />;
    case 'aterkallaSamtycke':
      return <AterkallaSamtyckeDialog {...gemensamt} id={id} />;
    case 'felmarkeraSamtycke':
      return <FelmarkeraSamtyckeDialog {...gemensamt} id={id} />;
    case 'etjanst':
      return <EtjanstDialog {...gemensamt} />;
    case 'godkannande':
      return <GodkannandeDialog {...gemensamt} objekt={id} />;
    case 'avslutaGodkannande':
      return <AvslutaGodkannandeDialog {...gemensamt} id={id} />;
    case 'valkomst':
      return <ValkomstDialog {...gemensamt} postId={id} />;
    case 'inkomstblankett':
      return <SkickaBlankettDialog {...gemensamt} />;
    case 'inkomstsvar':
      return <InkomstsvarDialog {...gemensamt} id={id} />;
    case 'kompletteraInkomst':
      return <KompletteraInkomstDialog {...gemensamt} id={id} />;
    case 'klarInkomst':
      return <KlarInkomstDialog {...gemensamt} id={id} />;
    case 'individuellPlan':
      return <IndividuellPlanDialog dialog={dialog} onClose={gemensamt.onClose} />;
    case 'felmarkeraIndividuellPlan':
      return <FelmarkeraPlanDialog {...gemensamt} id={id} />;
    case 'felmarkeraHandling':
      return <FelmarkeraHandlingDialog {...gemensamt} dokumentId={id} />;
    case 'lamnaTillEnhet':
      return <LamnaDialog {...gemensamt} objekt={id} />;
    case 'taBortBestallning':
      return <TaBortBestallningDialog {...gemensamt} bestallningId={id} />;
    case 'nyEfterAvbrott':
      return <NyEfterAvbrottDialog {...gemensamt} bestallningId={id} />;
    case 'sankSkydd':
      return <SankSkyddDialog {...gemensamt} />;
    case 'kopieraTexter':
      return <KopieraDialog {...gemensamt} utredningId={id} />;
    case 'klistraTexter':
      return <KlistraDialog {...gemensamt} utredningId={id} />;
    case 'andrat':
      return <AndratDialog {...gemensamt} />;
    case 'historik':
      // The kund's own node tells of the whole akt.
      return <HistorikDialog {...gemensamt} {...(id === personId ? {} : { id })} />;
    default:
      return null;
  }
}
