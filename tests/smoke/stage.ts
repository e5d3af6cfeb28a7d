import type { CentralServer } from '../e2e/fixtures/central-server.ts';
import type { Client } from '../e2e/fixtures/client.ts';

/** What the smoke test plays on. */
export type Stage = { server: CentralServer; tenant: string; newClient(): Promise<Client> };
