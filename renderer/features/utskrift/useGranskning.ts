import { useCallback, useEffect, useRef, useState } from 'react';
import type { Dokumentval } from '../../../shared/domain/dokument/val.ts';
import type { Granskat } from '../../../shared/ipc/views.ts';
import type { CallError } from '../../backend/backend.ts';
import { call, onCoreEvent } from '../../state/core.ts';
import { touches } from '../../state/query.ts';

/** What was made to be looked at, of which choice. */
export type Granskning = {
  val: Dokumentval;
  svar: Granskat;
  /** Records have changed since: made now it would be another document. */
  andrad: boolean;
};

/**
 * Granska (UTSK-04): makes the chosen document, and keeps looking whether it would still be the same. What is shown is not replaced under the
 * user's eyes.
 */
export function useGranskning(scope: string) {
  const [granskning, setGranskning] = useState<Granskning>();
  const [fel, setFel] = useState<CallError>();
  const [vantar, setVantar] = useState(false);
  const latest = useRef<Granskning>(undefined);
  const asked = useRef(0);

  const show = useCallback((next: Granskning | undefined) => {
    latest.current = next;
    setGranskning(next);
  }, []);

  const granska = useCallback(
    async (val: Dokumentval): Promise<void> => {
      asked.current += 1;
      const mine = asked.current;
      setVantar(true);
      const answer = await call('dokument.granska', val);
      if (asked.current !== mine) return;
      setVantar(false);
      setFel(answer.ok ? undefined : answer.error);
      show(answer.ok ? { val, svar: answer.value, andrad: false } : undefined);
    },
    [show],
  );

  useEffect(() => {
    const again = async () => {
      const shown = latest.current;
      if (!shown) return;
      const answer = await call('dokument.granska', shown.val);
      if (latest.current !== shown) return;
      // What the user may no longer read is not left on the screen.
      if (!answer.ok) {
        show(undefined);
        return setFel(answer.error);
      }
      if (!isSame(shown.svar, answer.value)) return show({ ...shown, andrad: true });
      // The same document; what was left out of it may be another.
      if (JSON.stringify(shown.svar) !== JSON.stringify(answer.value)) show({ ...shown, svar: answer.value });
    };
    return onCoreEvent((event) => {
      if (touches(event, [scope, 'katalog'])) void again();
    });
  }, [scope, show]);

  return { granskning, fel, vantar, granska };
}

const isSame = (a: Granskat, b: Granskat): boolean =>
  a.ok && b.ok ? a.sha256 === b.sha256 : !a.ok && !b.ok && JSON.stringify(a.saknas) === JSON.stringify(b.saknas);
