import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, vi } from 'vitest';
import { keepRunning } from './kept-process.ts';

/** Time that passes only where it is waited for. */
function noTime() {
  let now = 0;
  const waited: number[] = [];
  return {
    waited,
    pass: (ms: number) => {
      now += ms;
    },
    now: () => now,
    async wait(ms: number) {
      waited.push(ms);
      now += ms;
    },
  };
}
const run = async (program: string) => {
  const child = spawn(process.execPath, ['-e', program], { stdio: 'ignore' });
  await once(child, 'spawn');
  return child;
};
const endless = 'setInterval(() => {}, 1e6)';

it('one that ends by itself is started again with growing pauses, and each time is told with how it ended', async () => {
  const time = noTime();
  const told: unknown[] = [];
  let starts = 0;
  const start = () => {
    starts += 1;
    if (starts === 4) throw new Error('its files are held');
    return run(starts < 7 ? 'process.exit(3)' : endless);
  };
  const kept = await keepRunning(
    async () => start(),
    (error) => told.push(error),
    time,
  );
  await vi.waitFor(() => expect(starts).toBe(7), { timeout: 60_000 });
  await kept.end((child) => void child.kill());
  expect(time.waited).toEqual([250, 500, 1000, 2000, 4000, 5000]);
  const ended = expect.objectContaining({ code: '3' });
  expect(told).toEqual([ended, ended, ended, new Error('its files are held'), ended, ended]);
});

it('one that has run for long is started again at once; ended by its keeper it is not', async () => {
  const time = noTime();
  const told: unknown[] = [];
  const children: Awaited<ReturnType<typeof run>>[] = [];
  const kept = await keepRunning(
    async () => {
      const child = await run(endless);
      children.push(child);
      return child;
    },
    (error) => told.push(error),
    time,
  );
  time.pass(60_000);
  children[0]?.kill('SIGKILL');
  await vi.waitFor(() => expect(children).toHaveLength(2), { timeout: 60_000 });
  await kept.end((child) => void child.kill('SIGTERM'));
  expect(time.waited).toEqual([]);
  expect(told).toEqual([expect.objectContaining({ code: 'SIGKILL' })]);
  expect(children).toHaveLength(2);
});
