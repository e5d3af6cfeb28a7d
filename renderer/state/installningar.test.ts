import { afterEach, expect, test } from 'vitest';
import { scriptedBackend } from '../testing/scripted-backend.ts';
import { startCore } from './core.ts';
import { forgetInstallningar, readInstallning, useInstallningar, writeInstallning } from './installningar.ts';

let stop = () => {};
afterEach(() => {
  forgetInstallningar();
  stop();
});

function slow() {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  stop = startCore(scriptedBackend({ 'installning.hamta': () => promise, 'installning.satt': () => null }));
  return resolve;
}
const shown = () => useInstallningar.getState().varden.a;

test('FORB-17 what is set while it is being read stays', async () => {
  const answer = slow();
  const read = readInstallning('a');
  writeInstallning('a', 'ny');
  answer('gammal');
  expect(await read).toBe('gammal');
  expect(shown()).toBe('ny');
});

test("FORB-17 an answer of the user before is not the next one's", async () => {
  const answer = slow();
  const read = readInstallning('a');
  forgetInstallningar();
  answer('annans');
  await read;
  expect(shown()).toBeUndefined();
});
