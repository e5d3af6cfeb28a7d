import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { CallResult } from '../../../shared/ipc/contract.ts';
import type { BrevVy } from '../../../shared/ipc/views.ts';
import { dokumentfelText } from '../../../shared/words/dokumentfel.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { SkeletonRows } from '../../components/SkeletonRows.tsx';
import { call } from '../../state/core.ts';
import { Skrivarval } from '../../visare/Skrivarval.tsx';

type Props = { vy: BrevVy; skal: string | undefined; onClose: () => void };

/** Skriv ut: the message as a document of the municipality's, with who, when and the text unaltered (MEDD-14). */
export function SkrivUtBrev({ vy, skal, onClose }: Props) {
  const { meddelandeId, kund } = vy;
  const personId = kund?.personId;
  const [svar, setSvar] = useState<CallResult<'meddelande.handling'>>();
  useEffect(() => {
    let slut = false;
    const make = async () => {
      // What is printed of a kund is of her akt: it is opened, which the access log is told.
      const oppen = personId === undefined ? undefined : await call('kund.oppna', { personId, ...(skal === undefined ? {} : { skal }) });
      const gjord = oppen && !oppen.ok ? oppen : await call('meddelande.handling', { meddelandeId });
      if (!slut) setSvar(gjord);
    };
    void make();
    return () => {
      slut = true;
    };
  }, [meddelandeId, personId, skal]);
  const gjort = svar?.ok && svar.value.ok ? svar.value : undefined;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface style={{ maxWidth: '520px' }}>
        <DialogBody>
          <DialogTitle>Skriv ut meddelandet</DialogTitle>
          <DialogContent>
            {!svar && <SkeletonRows antal={4} />}
            {svar && !svar.ok && <ErrorBar {...ordForFel(svar.error.code)} />}
            {svar?.ok &&
              !svar.value.ok &&
              svar.value.saknas.map((fel) => <ErrorBar key={`${fel.kod} ${fel.ref}`} vad={dokumentfelText(fel)} gor="" />)}
            {gjort && (
              <Skrivarval
                slag="Meddelande"
                skydd={kund?.skydd ?? 'ingen'}
                vad={{ kalla: { slag: 'forhandsvisning', sha256: gjort.sha256 }, titel: gjort.rubrik, sidor: gjort.sidor }}
                hinder={undefined}
              />
            )}
          </DialogContent>
          <DialogActions>
            <Button size="small" onClick={onClose}>
              Stäng
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
