import { Felgrans } from '../components/Felgrans.tsx';
import { Bevakningsdialoger } from '../features/bevakningar/Bevakningsdialoger.tsx';
import { KopplaDialog } from '../features/eansokan/KopplaDialog.tsx';
import { HjalpDialog } from '../features/hjalp/HjalpDialog.tsx';
import { KrismappDialog } from '../features/kris/KrismappDialog.tsx';
import { Meddelandedialoger } from '../features/meddelanden/Meddelandedialoger.tsx';
import { RegistreraDialog } from '../features/registrera/RegistreraDialog.tsx';
import { TaUppDialog } from '../features/registrera/TaUppDialog.tsx';
import { KundlistaDialog } from '../features/sok/KundlistaDialog.tsx';
import { SenasteDialog } from '../features/sok/SenasteDialog.tsx';
import { SkalDialog } from '../features/sok/SkalDialog.tsx';
import { BevakningslistaDialog } from '../features/utskrift/BevakningslistaDialog.tsx';
import { closeArendedialog } from '../state/arendedialog.ts';
import { closeDialog, useDialog } from '../state/dialog.ts';
import { closeKoppla, useKoppla } from '../state/koppla.ts';
import { closeMeddelandedialog } from '../state/meddelanden.ts';
import { declineOpen } from '../state/openKund.ts';
import { closeRegistrera, useRegistrera } from '../state/registrera.ts';
import { AnnatFonster } from './AnnatFonster.tsx';
import { Kommandoruta } from './Kommandoruta.tsx';

/** The dialog that is open, if any; beside it the question for a reason, which opening a kund may ask at any time. */
export function Dialoger() {
  const { oppen, vilkas, kalender } = useDialog();
  const koppling = useKoppla((state) => state.oppen);
  const registrering = useRegistrera((state) => state.oppen);
  return (
    <Felgrans ruta={{ onClose: closeAll }}>
      {oppen === 'senaste' && <SenasteDialog />}
      {oppen === 'kundlista' && <KundlistaDialog />}
      {(oppen === 'hjalp' || oppen === 'lankar') && <HjalpDialog key={oppen} start={oppen === 'lankar' ? 'lankar' : 'tangenter'} />}
      {oppen === 'krismapp' && <KrismappDialog />}
      {oppen === 'kommandoruta' && <Kommandoruta />}
      {oppen === 'bevakningslista' && <BevakningslistaDialog vilkas={vilkas} kalender={kalender} onClose={closeDialog} />}
      {registrering && <RegistreraDialog registrering={registrering} onClose={closeRegistrera} />}
      {koppling !== null && <KopplaDialog key={koppling} eansokanId={koppling} />}
      <Meddelandedialoger />
      <Bevakningsdialoger />
      <SkalDialog />
      <TaUppDialog />
      <AnnatFonster />
    </Felgrans>
  );
}

function closeAll(): void {
  closeDialog();
  closeArendedialog();
  closeRegistrera();
  closeKoppla();
  closeMeddelandedialog();
  declineOpen();
}
