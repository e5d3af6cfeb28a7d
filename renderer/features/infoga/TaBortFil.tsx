import { useState } from 'react';
import type { SkannadFil, Sparadskanning } from '../../../shared/ipc/skanning.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { skanhinderOrd } from '../../../shared/words/skanning.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { call } from '../../state/core.ts';
import { redanSparad } from './Visning.tsx';

/** A file that was left when its document had been filed: it is taken out of the folder when the user says so. */
export function TaBortFil({ fil, sparad, onClose }: { fil: SkannadFil; sparad: Sparadskanning; onClose: () => void }) {
  const [fel, setFel] = useState<Ord>();
  const taBort = async () => {
    const svar = await call('skanning.taBort', { id: fil.id, dokumentId: sparad.dokumentId });
    if (!svar.ok) return setFel(ordForFel(svar.error.code));
    if (!svar.value.ok) return setFel(skanhinderOrd[svar.value.hinder]);
    onClose();
  };
  return (
    <ConfirmDialog oppen rubrik="Ta bort från mappen" bekrafta="Ta bort filen" onConfirm={() => void taBort()} onCancel={onClose}>
      {fel && <ErrorBar {...fel} />}
      <p>{`${fil.namn} tas bort från mappen för skannade dokument.`}</p>
      <p>{redanSparad(sparad)}</p>
    </ConfirmDialog>
  );
}
