import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { absolute, type Metric } from './metric.ts';

const child = fileURLToPath(new URL('./core-start-child.ts', import.meta.url));
const starts = 3;

/** Start of the core to its first answer over a replica of 1,000,000 records, and the memory of its whole process. */
export async function benchCoreStart(dataDir: string, userId: string): Promise<Metric[]> {
  const runs: { ms: number; mb: number }[] = [];
  for (let n = 0; n < starts; n += 1) runs.push(await startOnce(dataDir, userId));
  return [
    absolute('core-start', Math.max(...runs.map(({ ms }) => ms)), 'ms', 500),
    absolute('core-memory', Math.max(...runs.map(({ mb }) => mb)), 'MB', 250),
  ];
}

/** In a process of its own, so that nothing is warm and all its memory is the core's. */
async function startOnce(dataDir: string, userId: string): Promise<{ ms: number; mb: number }> {
  const process_ = spawn(process.execPath, [child, dataDir, userId], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  process_.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await new Promise<void>((resolve) => process_.on('exit', () => resolve()));
  return JSON.parse(said) as { ms: number; mb: number };
}
