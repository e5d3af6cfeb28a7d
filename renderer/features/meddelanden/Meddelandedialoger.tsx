import { useMeddelandedialog } from '../../state/meddelanden.ts';
import { InstallningarDialog } from './InstallningarDialog.tsx';
import { JournalforDialog } from './JournalforDialog.tsx';
import { SkrivDialog } from './SkrivDialog.tsx';

/** The dialog of messages that is open, if any: over whatever tab is shown. */
export function Meddelandedialoger() {
  const { skriver, journalfor, installningar } = useMeddelandedialog();
  if (skriver) return <SkrivDialog key={skriver.gruppId} skrivning={skriver} />;
  if (journalfor) return <JournalforDialog key={journalfor.meddelandeId} journalforing={journalfor} />;
  return installningar ? <InstallningarDialog /> : null;
}
