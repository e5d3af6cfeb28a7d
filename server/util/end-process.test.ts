import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const module = pathToFileURL(`${import.meta.dirname}/end-process.ts`).href;

test.each([
  ['when nothing is left', ''],
  ['though something is left', 'setInterval(() => undefined, 1_000_000);'],
])('a process ends with its code %s', (_, left) => {
  const code = `import { endProcess } from '${module}'; ${left} endProcess(3);`;
  expect(spawnSync(process.execPath, ['--input-type=module', '--eval', code], { timeout: 60_000 }).status).toBe(3);
});
