import { expect, test } from 'vitest';
import { electronSkrivare } from './electron-skrivare.ts';

type Contents = NonNullable<ReturnType<Parameters<typeof electronSkrivare>[0]>>;
const jobb = { skrivare: 'plan3', antal: 2, dubbelsidigt: 'kortsida' as const };

/** A window that prints as it is told. */
function windowDouble(printed: (options: object) => [boolean, string]) {
  const jobs: object[] = [];
  const contents = {
    getPrintersAsync: async () => [
      { name: 'plan3', displayName: 'Skrivare plan 3', description: '', options: { 'printer-is-default': 'true' } },
      { name: 'smart', displayName: '', description: '', options: {} },
    ],
    print: (options: object, done: (success: boolean, reason: string) => void) => {
      jobs.push(options);
      done(...printed(options));
    },
  };
  return { jobs, contents: contents as unknown as Contents };
}

test('UTSK-11 the printers of the computer, by the names that users know', async () => {
  const { contents } = windowDouble(() => [true, '']);
  expect(await electronSkrivare(() => contents).lista()).toEqual([
    { id: 'plan3', namn: 'Skrivare plan 3', forvald: true },
    { id: 'smart', namn: 'smart', forvald: false },
  ]);
});

test('UTSK-05 what the page shows is printed on the chosen printer, without a dialog', async () => {
  const { jobs, contents } = windowDouble(() => [true, '']);
  const skrivare = electronSkrivare(() => contents);
  expect(skrivare.tar).toBe('sida');
  await skrivare.skrivUt(jobb);
  expect(jobs).toEqual([{ silent: true, deviceName: 'plan3', copies: 2, duplexMode: 'shortEdge', margins: { marginType: 'none' } }]);
});

test('a printer that fails, and a window that is gone, are told by a code', async () => {
  const { contents } = windowDouble(() => [false, 'Invalid printer settings']);
  await expect(electronSkrivare(() => contents).skrivUt(jobb)).rejects.toMatchObject({ code: 'Invalid printer settings' });
  await expect(electronSkrivare(() => undefined).skrivUt(jobb)).rejects.toMatchObject({ code: 'inget-fonster' });
  expect(await electronSkrivare(() => undefined).lista()).toEqual([]);
});
