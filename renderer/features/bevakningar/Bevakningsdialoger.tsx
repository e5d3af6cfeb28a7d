import { type Arendedialog, closeArendedialog, showArendedialog, useArendedialog } from '../../state/arendedialog.ts';
import { BevakningDialog } from './BevakningDialog.tsx';
import { FristDialog } from './FristDialog.tsx';
import { KameraDialog } from './KameraDialog.tsx';
import { TaBortBevakningDialog } from './TaBortBevakningDialog.tsx';

/** The dialogs of bevakningar, over whatever tab is shown: lists of many kunder open them as a kund's own tab does. */
export function Bevakningsdialoger() {
  const oppen = useArendedialog((state) => state.oppen);
  return oppen && <EnDialog key={`${oppen.post} ${oppen.id}`} dialog={oppen} />;
}

function EnDialog({ dialog }: { dialog: Arendedialog }) {
  const { personId, post, id, fran, efter } = dialog;
  const onClose = () => (efter ? showArendedialog(efter) : closeArendedialog());
  if (post === 'bevakning')
    return <BevakningDialog personId={personId} id={id} {...(fran === undefined ? {} : { fran })} onClose={onClose} />;
  if (post === 'taBortBevakning') return <TaBortBevakningDialog personId={personId} bevakningId={id} onClose={onClose} />;
  if (post === 'frist') return <FristDialog personId={personId} id={id} onClose={onClose} />;
  return post === 'bevakningar' ? <KameraDialog dialog={dialog} onClose={onClose} /> : null;
}
