import { randomUUID } from 'node:crypto';
import { anvandare, katalogRecords, personRecord, uuid } from '../../services/testing/records.ts';
import { createCore } from '../core.ts';
import { fileKeyStore } from '../file-key-store.ts';
import { coreServer } from './core-server.ts';

/** A program around a core, for `crash.test.ts` to kill: it makes the calls it is sent, and sends their answers. */
const dataDir = process.argv[2];
if (!dataDir || !process.send) throw new Error('usage: fork crash-child.ts FOLDER');
const server = coreServer([anvandare.handlaggare], [...katalogRecords, personRecord(uuid(101))]);
const core = createCore({
  dataDir,
  serverUrl: 'http://127.0.0.1:9',
  tenant: 'c1',
  keys: fileKeyStore(dataDir),
  newId: randomUUID,
  identity: server.identity,
  transportFactory: server.transport,
});
process.on('message', async ({ id, name, input }: { id: number; name: string; input: unknown }) =>
  process.send?.({ id, result: await core.call(name, input) }),
);
