import { expect, test, vi } from 'vitest';
import { startCentralServer } from '../e2e/fixtures/central-server.ts';
import { runSmoke } from './main.ts';

const { built } = vi.hoisted(() => ({ built: vi.fn<() => Promise<void>>() }));
vi.mock('../e2e/fixtures/build-once.ts', () => ({ default: built }));
vi.mock('../e2e/fixtures/central-server.ts', () => ({ startCentralServer: vi.fn() }));

test('on a fresh clone nothing is started before all that it runs of is built', async () => {
  built.mockRejectedValue(new Error('cannot be built'));
  await expect(runSmoke()).rejects.toThrow('cannot be built');
  expect(startCentralServer).not.toHaveBeenCalled();
});
