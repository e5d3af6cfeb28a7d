import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cupsSkrivare } from './cups.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aktnara-cups-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Commands in the place of CUPS’s own. */
function install(name: string, body: string): void {
  writeFileSync(join(folder, name), `#!${process.execPath}\n${body}`);
  chmodSync(join(folder, name), 0o755);
}
const lpstat = "console.log(process.argv[2] === '-e' ? 'Smartutskrift\\nPlan_3' : 'system default destination: Plan_3');";
const lp = `const fs = require('node:fs');
fs.writeFileSync(__dirname + '/args', JSON.stringify(process.argv.slice(2)));
fs.writeFileSync(__dirname + '/bytes', fs.readFileSync(0));`;
const path = () => `${folder}:${dirname(process.execPath)}`;
const jobb = { skrivare: 'Plan_3', antal: 2, dubbelsidigt: 'langsida' as const, bytes: Buffer.from('%PDF-1.7 planterat ord') };

test('UTSK-11 UTSK-14 the list shows every printer, with the system’s own choice', async () => {
  install('lpstat', lpstat);
  const skrivare = await cupsSkrivare({ path: path() });
  expect(await skrivare?.lista()).toEqual([
    { id: 'Smartutskrift', namn: 'Smartutskrift', forvald: false },
    { id: 'Plan_3', namn: 'Plan 3', forvald: true },
  ]);
});

test('UTSK-05 the document goes through a pipe, with copies and sides, under a name that says nothing', async () => {
  install('lpstat', lpstat);
  install('lp', lp);
  await (await cupsSkrivare({ path: path() }))?.skrivUt(jobb);
  expect(readFileSync(join(folder, 'bytes'))).toEqual(jobb.bytes);
  const args = JSON.parse(readFileSync(join(folder, 'args'), 'utf8'));
  expect(args).toEqual(['-d', 'Plan_3', '-n', '2', '-o', 'sides=two-sided-long-edge', '-t', 'Aktnara', '-']);
});

test('what is no printer’s name is not handed to the command', async () => {
  install('lpstat', lpstat);
  install('lp', lp);
  const skrivare = await cupsSkrivare({ path: path() });
  await expect(skrivare?.skrivUt({ ...jobb, skrivare: '-o raw' })).rejects.toMatchObject({ code: 'finns-inte' });
  expect(existsSync(join(folder, 'args'))).toBe(false);
});

test('a printer that refuses is told by its code, also when it reads nothing', async () => {
  install('lpstat', lpstat);
  install('lp', 'process.exit(3);');
  const skrivare = await cupsSkrivare({ path: path() });
  await expect(skrivare?.skrivUt({ ...jobb, bytes: Buffer.alloc(5_000_000) })).rejects.toMatchObject({ code: 'lp-3' });
});

test('a print server that does not answer keeps no program from opening', async () => {
  install('lpstat', 'setInterval(() => undefined, 60_000);');
  expect((await cupsSkrivare({ path: path() }))?.tar).toBe('pdf');
}, 15_000);

test('without CUPS there is no such port', async () => {
  expect(await cupsSkrivare({ path: folder })).toBeUndefined();
});
