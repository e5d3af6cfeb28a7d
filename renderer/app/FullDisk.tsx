import { fullDiskOrd } from '../../shared/words/replik.ts';
import { ErrorBar } from '../components/ErrorBar.tsx';
import { useStatus } from '../state/status.ts';

/** Told wherever the user is, for as long as this computer can write nothing more. */
export function FullDisk() {
  return useStatus(({ status }) => status?.diskenFull) ? <ErrorBar {...fullDiskOrd} /> : null;
}
