import type { BindPort } from '../../main/services/ports.ts';
import type { Bindfel } from '../../shared/ipc/bindning.ts';
import { fail, ok } from '../../shared/util/result.ts';

export type Provbindare = BindPort;

/** A binder that makes the names, pages and passwords of its parts into the bundle: that PDFs come out is tried where they are bound. */
export function provbindare(over: Partial<BindPort> = {}) {
  const bundna: string[] = [];
  const port: BindPort = {
    bind: async (kallor, val, { onSteg }) => {
      onSteg({ steg: 'laser', klart: 0, av: kallor.length });
      for (const { namn, bytes, losenord } of kallor) {
        const text = Buffer.from(bytes).toString();
        const kod: Bindfel | undefined = text.includes('trasig')
          ? 'skadad'
          : text.includes('låst')
            ? losenord === undefined
              ? 'losenord-behovs'
              : losenord === 'hemligt'
                ? undefined
                : 'fel-losenord'
            : undefined;
        if (kod) return fail({ kod, namn });
      }
      const text = kallor.map(({ titel, sidor }) => `${titel}[${sidor ?? 'alla'}]`).join(' + ');
      if (val.titel !== '') bundna.push(text);
      const delar = kallor.map(({ bytes }) => ({
        sidor: 2,
        anmarkningar: Buffer.from(bytes).includes('signerad') ? [{ slag: 'signerad' as const }, { slag: 'otaggad' as const }] : [],
      }));
      return ok({ bytes: Buffer.from(`${val.titel}: ${text}`), omslag: val.framsida ? 1 : 0, delar, taggad: false });
    },
    toPdf: async () => fail('okant-format'),
    framsteg: () => undefined,
    andas: () => Promise.resolve(),
    ...over,
  };
  return { port, bundna };
}
