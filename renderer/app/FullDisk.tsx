import { ErrorBar } from '../components/ErrorBar.tsx';
import { fullDiskOrd } from '../state/ord.ts';
import { useStatus } from '../state/status.ts';

/** Told wherever the user is, for as long as this computer can write nothing more. */
export function FullDisk() {
  return useStatus(({ status }) => status?.diskenFull) ? <ErrorBar {...fullDiskOrd} /> : null;
}
