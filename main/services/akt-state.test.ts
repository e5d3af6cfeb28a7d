import { randomUUID } from 'node:crypto';
import { afterEach } from 'vitest';
import { stateContract } from '../../shared/domain/testing/state-contract.ts';
import { aktState } from './akt-state.ts';
import { anvandare } from './testing/records.ts';
import { servicesOn } from './testing/services.ts';

let close = () => {};
afterEach(() => close());

stateContract('over the replica, for services', (records, scope) => {
  const actor = { ...anvandare.handlaggare, id: randomUUID() };
  const services = servicesOn({ records, actor, clock: { now: () => new Date('2026-11-20T09:00:00.000Z') } });
  close = services.close;
  return aktState(services.replica, scope);
});
