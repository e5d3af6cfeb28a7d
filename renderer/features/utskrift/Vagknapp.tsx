import { Button } from '@fluentui/react-components';
import type { Dokumentvag } from '../../../shared/domain/dokument/vag.ts';
import { vagOrd } from '../../../shared/words/dokumentfel.ts';
import { showDokumentation, showYta } from '../../state/arbetsyta.ts';

/** The way to where something that a document lacks is put right. */
export function Vagknapp({ personId, vag }: { personId: string; vag: Dokumentvag }) {
  const go = () => {
    if (vag.slag === 'beslut') showYta(personId, { slag: 'utredning', id: vag.utredningId, flik: 'beslut', beslutId: vag.beslutId });
    else {
      const { dokumentation, rubrikKod, anteckningId } = vag;
      showDokumentation(personId, dokumentation, { rubrikKod, ...(anteckningId === undefined ? {} : { anteckningId }), skriv: true });
    }
  };
  return (
    <Button size="small" onClick={go}>
      {vagOrd[vag.slag]}
    </Button>
  );
}
