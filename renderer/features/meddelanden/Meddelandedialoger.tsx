import { useMeddelandedialog } from '../../state/meddelanden.ts';
import { InfogaBilagaDialog } from './InfogaBilagaDialog.tsx';
import { InstallningarDialog } from './InstallningarDialog.tsx';
import { JournalforDialog } from './JournalforDialog.tsx';
import { SkrivDialog } from './SkrivDialog.tsx';

/** The dialog of messages that is open, if any: over whatever tab is shown. */
export function Meddelandedialoger() {
  const { skriver, journalfor, infogar, installningar } = useMeddelandedialog();
  if (skriver) return <SkrivDialog key={skriver.gruppId} skrivning={skriver} />;
  if (journalfor) return <JournalforDialog key={journalfor.meddelandeId} journalforing={journalfor} />;
  if (infogar) return <InfogaBilagaDialog key={infogar.dokumentId} infogning={infogar} />;
  return installningar ? <InstallningarDialog /> : null;
}
