import { expect, test } from 'vitest';
import type { SkrivarPort, Utskriftsjobb } from '../services/ports.ts';
import { type SkrivarFraga, skrivareOver, skrivarsvar } from './skrivare.ts';

const jobb: Utskriftsjobb = { skrivare: 'plan3', antal: 1, dubbelsidigt: 'nej' };
const rad = { id: 'plan3', namn: 'Plan 3', forvald: true };

/** Both sides of the border, with what passes it cloned as threads do. */
function border(host: SkrivarPort) {
  const over = skrivareOver(host.tar, (fraga: SkrivarFraga) => {
    void skrivarsvar(host, structuredClone(fraga)).then((svar) => over.answer(structuredClone(svar)));
  });
  return over.port;
}

test('the core lists and prints through its host', async () => {
  const jobs: Utskriftsjobb[] = [];
  const port = border({ tar: 'pdf', lista: async () => [rad], skrivUt: async (one) => void jobs.push(one) });
  expect(await Promise.all([port.lista(), port.skrivUt({ ...jobb, bytes: new Uint8Array([1, 2]) })])).toEqual([[rad], undefined]);
  expect(jobs).toEqual([{ ...jobb, bytes: new Uint8Array([1, 2]) }]);
});

test('what goes wrong at the host comes back as a code, and no word of it', async () => {
  const fail = (error: unknown) => Promise.reject(error);
  const port = border({ tar: 'sida', lista: () => fail(new Error('hemligt')), skrivUt: () => fail({ code: 'lp-1' }) });
  await expect(port.lista()).rejects.toMatchObject({ code: 'failed', message: 'printer' });
  await expect(port.skrivUt(jobb)).rejects.toMatchObject({ code: 'lp-1' });
});
