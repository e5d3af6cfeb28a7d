import { felOrd } from '../../shared/words/fel.ts';
import { ErrorBar } from '../components/ErrorBar.tsx';
import { useCore } from '../state/core.ts';

/** The core itself is away (it crashed, or the web host was stopped): calls wait, and the user is told. */
export function KarnaSaknas() {
  const svarar = useCore(({ karnanSvarar }) => karnanSvarar);
  return svarar ? null : <ErrorBar slag="warning" {...felOrd['karnan-stoppad']} />;
}
