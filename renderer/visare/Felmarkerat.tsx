import type { Dokument } from '../../shared/domain/dokument/records.ts';
import { swedishDay } from '../../shared/util/datum.ts';
import { ErrorBar } from '../components/ErrorBar.tsx';

type Props = { felmarkerad: Dokument['felmarkerad']; handling?: string; onHandling?: () => void };

/** Who has marked the document as wrong, when and why; nothing of one that is right. */
export function Felmarkerat({ felmarkerad, ...handling }: Props) {
  if (!felmarkerad) return null;
  const { namn, at, orsak } = felmarkerad;
  return <ErrorBar slag="warning" vad="Dokumentet är felmarkerat." gor={`${namn}, ${swedishDay(at)}: ${orsak}`} {...handling} />;
}
