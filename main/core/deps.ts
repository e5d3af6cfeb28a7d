import { mkdirSync } from 'node:fs';
import { v7 } from 'uuid';
import { bindInThread } from '../binder/binder.ts';
import { freeBytesOf } from '../blobs/room.ts';
import { DocumentsWorker } from '../documents/documents-worker.ts';
import { scanInThread } from '../scan/scan-in-thread.ts';
import { createDocumentTransport } from '../sync/document-transport.ts';
import { createHttpTransport } from '../sync/http-transport.ts';
import { createKirRequest } from '../sync/kir-request.ts';
import { platformTimers } from '../sync/platform-timers.ts';
import type { Binder, CoreOptions, Scanner } from './core-options.ts';
import { createEvents } from './events.ts';
import { httpIdentity } from './identity.ts';
import { leaseDays } from './lease.ts';
import { consoleLog, describeError } from './log.ts';

export type CoreDeps = ReturnType<typeof coreDeps>;

/** The options with the platform's own parts where none were given. */
export function coreDeps(options: CoreOptions) {
  // It becomes part of file names and of paths.
  if (!/^[a-z0-9-]{1,40}$/.test(options.tenant)) throw new RangeError('tenant: lower-case letters, digits and hyphens');
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const log = options.log ?? consoleLog;
  return {
    clock: { now: () => new Date() },
    newId: () => v7(),
    timers: platformTimers,
    random: Math.random,
    identity: httpIdentity(options),
    transportFactory: createHttpTransport,
    documentTransportFactory: createDocumentTransport,
    freeBytes: freeBytesOf(options.dataDir),
    kirFactory: createKirRequest,
    hooks: undefined,
    skrivare: undefined,
    documentRenderer: new DocumentsWorker(),
    scanner: scanInThread as Scanner,
    binder: bindInThread as Binder,
    fritext: undefined,
    ...options,
    leaseDays: options.leaseDays ?? leaseDays,
    log,
    events: createEvents((error) => log({ event: 'listener', ...describeError(error) })),
  };
}
