import type { SkrivarPort, Skrivarrad, Utskriftsjobb } from '../services/ports.ts';

/** What the core's thread asks its host of printers, and is answered: only the host's process reaches them. */
export type SkrivarFraga = { id: number } & ({ lista: true } | { jobb: Utskriftsjobb });
export type SkrivarSvar = { id: number } & ({ rader: Skrivarrad[] } | { klart: true } | { problem: string });

/** The port on the core's side of the border. */
export function skrivareOver(tar: SkrivarPort['tar'], post: (fraga: SkrivarFraga) => void) {
  const waiting = new Map<number, { resolve: (svar: SkrivarSvar) => void; reject: (error: Error) => void }>();
  let asked = 0;
  const ask = (what: { lista: true } | { jobb: Utskriftsjobb }): Promise<SkrivarSvar> =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      post({ id: asked, ...what });
    });
  const port: SkrivarPort = {
    tar,
    async lista() {
      const svar = await ask({ lista: true });
      return 'rader' in svar ? svar.rader : [];
    },
    async skrivUt(jobb) {
      await ask({ jobb });
    },
  };
  return {
    port,
    answer(svar: SkrivarSvar): void {
      const one = waiting.get(svar.id);
      waiting.delete(svar.id);
      if ('problem' in svar) one?.reject(Object.assign(new Error('printer'), { code: svar.problem }));
      else one?.resolve(svar);
    },
  };
}

/** The host's answer to one question. Never rejects: what went wrong is its code, without words that may quote what is printed. */
export async function skrivarsvar(port: SkrivarPort, fraga: SkrivarFraga): Promise<SkrivarSvar> {
  const { id } = fraga;
  try {
    if ('lista' in fraga) return { id, rader: await port.lista() };
    await port.skrivUt(fraga.jobb);
    return { id, klart: true };
  } catch (error) {
    const { code } = (error ?? {}) as { code?: unknown };
    return { id, problem: typeof code === 'string' ? code : 'failed' };
  }
}
