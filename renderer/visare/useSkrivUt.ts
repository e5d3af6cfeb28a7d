import { useState } from 'react';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { SkrivareVy } from '../../shared/ipc/views.ts';
import { ordForFel } from '../../shared/words/fel.ts';
import type { Ord } from '../../shared/words/ord.ts';
import { type Visarhinder, visarhinder, visarOrd } from '../../shared/words/visare.ts';
import { call } from '../state/core.ts';
import { withUtskriftssidor } from './utskriftssidor.ts';
import { type Visarfel, Visarhindrad } from './visarhindrad.ts';

export type Utskriftslage = { slag: 'vilar' } | { slag: 'skriver' } | { slag: 'utskriven'; vart: string } | { slag: 'fel'; ord: Ord };
type Jobb = Omit<CallInput<'dokument.skrivUt'>, 'skrivare'>;

/** Prints a document the way the computer's printers take it. It is logged before it is printed; one that cannot be drawn is neither. */
export function useSkrivUt() {
  const [lage, setLage] = useState<Utskriftslage>({ slag: 'vilar' });

  async function skrivUt(jobb: Jobb, { tar }: SkrivareVy, skrivare: { id: string; namn: string } | undefined): Promise<void> {
    setLage({ slag: 'skriver' });
    const send = () => call('dokument.skrivUt', { ...jobb, skrivare: tar === 'dialog' ? null : (skrivare?.id ?? null) });
    const viaDialog = async () => {
      const answer = await send();
      if (answer.ok) window.print();
      return answer;
    };
    try {
      const answer = tar === 'pdf' ? await send() : await withUtskriftssidor(jobb.kalla, tar === 'sida' ? send : viaDialog);
      const vart = tar === 'dialog' ? 'datorns utskriftsruta' : (skrivare?.namn ?? '');
      setLage(answer.ok ? { slag: 'utskriven', vart } : { slag: 'fel', ord: ordForFel(answer.error.code) });
    } catch (error) {
      setLage({ slag: 'fel', ord: ordFor(error instanceof Visarhindrad ? error.fel : 'visaren-stannade') });
    }
  }
  return { lage, skrivUt, glom: () => setLage({ slag: 'vilar' }) };
}

const isHinder = (fel: Visarfel): fel is Visarhinder => (visarhinder as readonly string[]).includes(fel);
const ordFor = (fel: Visarfel): Ord => (isHinder(fel) ? visarOrd[fel] : ordForFel(fel));
