import { Button, Dialog, DialogActions, DialogSurface } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Brevmapp, BrevVy } from '../../../shared/ipc/views.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { closeMeddelandedialog } from '../../state/meddelanden.ts';
import { useQuery } from '../../state/query.ts';
import { Skalfraga } from './Skalfraga.tsx';

type Props = { meddelandeId: string; mapp: Brevmapp; skal?: string | undefined; rubrik: string; children: (vy: BrevVy) => ReactNode };

/** The message that a dialog is about, read: of one who is protected with the reason, asked anew where it was begun from a draft. */
export function LastBrev({ meddelandeId, mapp, skal: sagt, rubrik, children }: Props) {
  const [skal, setSkal] = useState(sagt);
  const { data, fel } = useQuery('meddelande.hamta', { meddelandeId, mapp, ...(skal === undefined ? {} : { skal }) }, ['meddelande']);
  if (data) return children(data);
  if (!fel) return null;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && closeMeddelandedialog()}>
      <DialogSurface style={{ maxWidth: '520px' }} aria-label={rubrik}>
        {fel.code === 'skal-kravs' ? <Skalfraga onSkal={setSkal} /> : <ErrorBar {...ordForFel(fel.code)} />}
        <DialogActions>
          <Button size="small" onClick={closeMeddelandedialog}>
            Stäng
          </Button>
        </DialogActions>
      </DialogSurface>
    </Dialog>
  );
}
