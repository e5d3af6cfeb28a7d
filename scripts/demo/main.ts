import { resolve } from 'node:path';
import { readArguments, usage } from './arguments.ts';
import { generateDemo } from './generate.ts';

const messages: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EACCES: 'no permission to write there',
  EPERM: 'no permission to write there',
  EROFS: 'the file system is read-only',
  EEXIST: 'there is a file of that name',
  ENOENT: 'no folder can be made there',
  ENOTDIR: 'a part of the path is a file',
};

const read = readArguments(process.argv.slice(2), new Date());
if (!read.ok) {
  console.error(`demo: ${read.error}\n\n${usage}`);
  process.exitCode = 2;
} else if (read.value === 'help') {
  console.log(usage);
} else {
  const started = performance.now();
  const out = resolve(read.value.out);
  const shown = process.stderr.isTTY && read.value.persons >= 5000;
  try {
    const onProgress = (persons: number): void => {
      if (shown) process.stderr.write(`\r${persons} persons…`);
    };
    const { persons, records, kommun } = generateDemo({ ...read.value, out, onProgress });
    if (shown) process.stderr.write('\r');
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${kommun}: ${persons} persons, ${records} records in ${out} (${seconds} s)`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const message = messages[code];
    if (message === undefined) throw error;
    console.error(`demo: cannot write in ${out}: ${message} (${code}). Nothing was changed there.`);
    process.exitCode = 1;
  }
}
