import type { DokumentVy } from '../../shared/ipc/views.ts';
import { swedishDay } from '../../shared/util/datum.ts';
import { ErrorBar } from '../components/ErrorBar.tsx';

type Props = { dokument: Pick<DokumentVy, 'data' | 'felmarkeratUnderlag'>; handling?: string; onHandling?: () => void };

/** Who has marked the document as wrong, when and why, or what it was made of; nothing of one that is right. */
export function Felmarkerat({ dokument: { data, felmarkeratUnderlag = [] }, ...handling }: Props) {
  const { felmarkerad } = data;
  if (felmarkerad) {
    const { namn, at, orsak } = felmarkerad;
    return <ErrorBar slag="warning" vad="Dokumentet är felmarkerat." gor={`${namn}, ${swedishDay(at)}: ${orsak}`} {...handling} />;
  }
  return felmarkeratUnderlag.length === 0 ? null : (
    <ErrorBar
      slag="warning"
      vad={`Det som dokumentet är gjort av har felmarkerats sedan dess: ${felmarkeratUnderlag.join(', ')}.`}
      gor="Dokumentet är som det var. Kontrollera innan du skriver ut det eller skickar det."
    />
  );
}
