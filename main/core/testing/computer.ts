import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { CallInput, CallName, CallResult, CoreEvent } from '../../../shared/ipc/contract.ts';
import { plusDygn } from '../../../shared/util/datum.ts';
import { anvandare, ids, katalogRecords, personRecord, utredningRecord, uuid } from '../../services/testing/records.ts';
import { type Core, createCore } from '../core.ts';
import type { CoreOptions } from '../core-options.ts';
import { fileKeyStore } from '../file-key-store.ts';
import type { LogEntry } from '../log.ts';
import { coreServer } from './core-server.ts';

export const anna = uuid(101);
export const draft = { nyckel: 'a', personId: anna, titel: 'Ny', data: 'halv mening' };
export const user = { anvandareId: ids.handlaggare };

/** A computer for tests: a folder for cores to work in one after the other, a server that can be cut off, and a clock. */
export function testComputer() {
  const folder = mkdtempSync(join(tmpdir(), 'aktnara-core-'));
  const server = coreServer(
    [anvandare.handlaggare, anvandare.kollega],
    [...katalogRecords, personRecord(anna), utredningRecord(anna, uuid(201))],
  );
  const logged: LogEntry[] = [];
  const open: Core[] = [];
  let now = new Date('2026-11-20T09:00:00.000Z');

  function start(over: Partial<CoreOptions> = {}) {
    const core = createCore({
      dataDir: folder,
      serverUrl: 'http://127.0.0.1:9',
      tenant: 'c1',
      keys: fileKeyStore(join(folder, 'nycklar')),
      clock: { now: () => now },
      identity: server.identity,
      transportFactory: server.transport,
      log: (entry) => logged.push(entry),
      ...over,
    });
    open.push(core);
    const heard: CoreEvent[] = [];
    core.subscribe((event) => heard.push(event));
    const call = <N extends CallName>(name: N, input: CallInput<N>) => core.call(name, input) as Promise<CallResult<N>>;
    return { core, heard, call };
  }

  return {
    folder,
    /** The user's replica. */
    file: join(folder, `replica-c1-${ids.handlaggare}.db`),
    server,
    logged,
    start,
    now: () => now,
    passDays(count: number): void {
      now = plusDygn(now, count);
    },
    async remove(): Promise<void> {
      for (const core of open.splice(0)) await core.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Resolves when sync says that all is fetched. */
export const synced = ({ call }: ReturnType<ReturnType<typeof testComputer>['start']>) =>
  expect
    .poll(async () => {
      const status = await call('status.hamta', {});
      return status.ok && status.value.hamtad !== null && status.value.fas === 'vilar';
    })
    .toBe(true);
