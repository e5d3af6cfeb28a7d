import type { WebContents } from 'electron';
import type { CoreWorkerOptions } from '../core/core-host.ts';

type SkrivarPort = NonNullable<CoreWorkerOptions['skrivare']>;
type Contents = Pick<WebContents, 'getPrintersAsync' | 'print'>;

const duplex = { nej: 'simplex', langsida: 'longEdge', kortsida: 'shortEdge' } as const;

/**
 * The printers of the computer through the window: what its page shows when it prints, the drawn pages alone, goes to the chosen one without
 * a dialog and without a file.
 * @param contents the window's, when there is one
 */
export const electronSkrivare = (contents: () => Contents | undefined): SkrivarPort => ({
  tar: 'sida',
  async lista() {
    const printers = (await contents()?.getPrintersAsync()) ?? [];
    return printers.map(({ name, displayName, options }) => ({
      id: name,
      namn: displayName || name,
      forvald: (options as { 'printer-is-default'?: unknown } | undefined)?.['printer-is-default'] === 'true',
    }));
  },
  skrivUt({ skrivare, antal, dubbelsidigt }) {
    return new Promise((resolve, reject) => {
      const window = contents();
      if (!window) return reject(Object.assign(new Error('no window'), { code: 'inget-fonster' }));
      const options = {
        silent: true,
        deviceName: skrivare,
        copies: antal,
        duplexMode: duplex[dubbelsidigt],
        margins: { marginType: 'none' as const },
      };
      window.print(options, (success, reason) => (success ? resolve() : reject(Object.assign(new Error('not printed'), { code: reason }))));
    });
  },
});
