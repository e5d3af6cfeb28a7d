import { z } from 'zod';
import { duger, isForeUtredningen, skickas } from '../beslut/utskick.ts';
import { defineCommand, olderInput, reject } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { id } from '../fields.ts';
import { aktScope } from '../scope.ts';

const utanRev = z.strictObject({
  personId: id,
  beslutId: id,
  anteckningId: id,
  /** The note that the form showed; null = none. */
  sedd: id.nullable(),
});
/** `rev`: the revision of the beslut that the form showed; absent in what an older program says, null for a beslut from before revisions. */
const input = utanRev.extend({ rev: id.nullable().optional() });

/**
 * Says which journal note tells of the exchange with the enhetschef who decided (DELEG-02): after it the beslut goes to the e-service. The note is the
 * utredning's own, and signed.
 */
export const kopplaAnteckning = defineCommand({
  name: 'beslut.kopplaAnteckning',
  version: 2,
  input,
  older: [olderInput(utanRev, (older) => older)],
  scope: ({ personId }) => aktScope(personId),
  need: ({ anteckningId }) => ({ ids: [anteckningId] }),
  enhet: enhetensPost('beslut', ({ beslutId }) => beslutId),
  decide(state, { beslutId, anteckningId, sedd, rev }) {
    const stored = state.get('beslut', beslutId);
    if (!stored) return reject('finns-inte', 'beslutId');
    if (stored.felmarkerad) return reject('redan-felmarkerat');
    const { utskick } = stored;
    if (utskick?.skickat) return reject('beslutet-skickat');
    if (!utskick || utskick.uteblivet || !skickas(state.katalogLista('insats'), stored)) return reject('beslutet-skickas-inte');
    // A note that was chosen for what was decided then is none of what a colleague has made of it since.
    if ((utskick.anteckningId ?? null) !== sedd || (rev !== undefined && (stored.rev ?? null) !== rev)) return reject('andrad-av-annan');
    const anteckning = state.get('anteckning', anteckningId);
    if (!anteckning) return reject('finns-inte', 'anteckningId');
    if (!anteckning.signerad) return reject('inte-signerad', 'anteckningId');
    if (anteckning.felmarkerad) return reject('redan-felmarkerad', 'anteckningId');
    const utredning = state.get('utredning', stored.utredningId);
    if (utredning && isForeUtredningen(anteckning, utredning)) return reject('anteckning-fore-utredningen', 'anteckningId');
    if (!utredning || !duger(anteckning, { id: stored.utredningId, data: utredning }))
      return reject('anteckning-annan-utredning', 'anteckningId');
    return [{ op: 'put', type: 'beslut', id: beslutId, data: { ...stored, utskick: { ...utskick, anteckningId } } }];
  },
});
