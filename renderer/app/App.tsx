import { FluentProvider } from '@fluentui/react-components';
import { MotionBehaviourProvider } from '@fluentui/react-motion';
import { useEffect } from 'react';
import { Felgrans } from '../components/Felgrans.tsx';
import { teman } from '../components/theme.ts';
import { Inloggning } from '../features/inloggning/Inloggning.tsx';
import { forgetFonsterfraga } from '../state/annatFonster.ts';
import { closeArendedialog } from '../state/arendedialog.ts';
import { forgetBindningar } from '../state/bindning.ts';
import { forgetFritext } from '../state/fritext.ts';
import { forgetInstallningar, saveInstallningar } from '../state/installningar.ts';
import { forgetKopierat } from '../state/kopierat.ts';
import { forgetKundvyer } from '../state/kundvy.ts';
import { forgetNavigering } from '../state/navigering.ts';
import { forgetPlatser } from '../state/platsminne.ts';
import { closeRegistrera } from '../state/registrera.ts';
import { followSession, useInloggad } from '../state/session.ts';
import { forgetSokning } from '../state/sokning.ts';
import { forgetSokverktyg } from '../state/sokverktyg.ts';
import { forgetStatistik } from '../state/statistik.ts';
import { fetchStatus, followStatus } from '../state/status.ts';
import { forgetTabs, restoreTabs } from '../state/tabs.ts';
import { forgetVyer } from '../state/vyer.ts';
import { KarnaSaknas } from './KarnaSaknas.tsx';
import { Last } from './Last.tsx';
import { Shell } from './Shell.tsx';
import { useTema } from './tema.ts';

/** The whole window: signed out it is the sign-in, signed in the shell with the user's own tabs brought back. */
export function App() {
  const tema = useTema();
  const inloggad = useInloggad();
  const last = inloggad?.last;
  // Locked, nothing that was read is kept either; open again, it is read anew.
  const anvandareId = last ? undefined : inloggad?.anvandareId;

  useEffect(() => {
    const ends = [followSession(), followStatus()];
    const onHide = () => void saveInstallningar();
    window.addEventListener('pagehide', onHide);
    return () => {
      for (const end of ends) end();
      window.removeEventListener('pagehide', onHide);
    };
  }, []);

  useEffect(() => {
    if (anvandareId === undefined) return;
    // What was read before belongs to no user, or to the one before.
    forgetInstallningar();
    void fetchStatus();
    void restoreTabs();
    return () => {
      forgetTabs();
      forgetKundvyer();
      forgetPlatser();
      forgetBindningar();
      forgetVyer();
      forgetKopierat();
      forgetFonsterfraga();
      closeArendedialog();
      closeRegistrera();
      forgetSokning();
      forgetFritext();
      forgetSokverktyg();
      forgetStatistik();
      forgetNavigering();
    };
  }, [anvandareId]);

  return (
    <FluentProvider theme={teman[tema]}>
      {/* No motion is longer than 100 ms; Fluent's own are 250. */}
      <MotionBehaviourProvider value="skip">
        <div className="aktnara">
          <KarnaSaknas />
          <Felgrans fonster>{!inloggad ? <Inloggning /> : last ? <Last last={last} /> : <Shell />}</Felgrans>
        </div>
      </MotionBehaviourProvider>
    </FluentProvider>
  );
}
