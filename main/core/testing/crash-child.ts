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
type Message = { id: number; name: string; input: unknown };
async function answer({ id, name, input }: Message): Promise<void> {
  process.send?.({ id, result: await core.call(name, input) });
}
// What is thrown here ends the process, which the test sees.
process.on('message', (message: Message) => void answer(message));
