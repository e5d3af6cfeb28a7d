import { useState } from 'react';
import { useCommand } from './keys.ts';

/**
 * Whether a rubrikträd is shown: beside the work area until Ctrl+B takes it away, and where there is little room in a drawer.
 * @param svarar false: another tree answers Ctrl+B
 */
export function useTradplats(smal: boolean, svarar = true) {
  const [ladaOppen, onLada] = useState(false);
  const [visas, setVisas] = useState(true);
  useCommand('tradAvPa', svarar ? () => (smal ? onLada(!ladaOppen) : setVisas(!visas)) : null);
  return { smal, visas, ladaOppen, onLada };
}
