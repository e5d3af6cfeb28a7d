import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { bucketsOfAnvandare } from '../../shared/domain/buckets.ts';
import { personOfScope } from '../../shared/domain/scope.ts';
import type { StoredDokument } from '../store/blob-received.ts';
import type { SyncDependencies } from '../sync/dependencies.ts';
import type { CallerOf } from './caller.ts';
import { createFetches } from './fetches.ts';

/** What a caller has to do with a document. */
export type Said = StoredDokument & { reads: boolean };

/** Whose documents are whose, and who fetched them. */
export function createDokumentAccess({ store, clock }: Pick<SyncDependencies, 'store' | 'clock'>, callerOf: CallerOf) {
  const fetches = createFetches();
  return {
    /** Those that the caller reads or has filed. */
    async known(request: FastifyRequest, ids: string[]): Promise<Said[]> {
      const { tenant, anvandareId, actor } = await callerOf(request);
      const mine = new Set(bucketsOfAnvandare(actor));
      const all = await store.dokumentById(tenant, ids);
      return all
        .map((one) => ({ ...one, reads: one.buckets.some((bucket) => mine.has(bucket)) }))
        .filter(({ reads, skapadAv }) => reads || skapadAv === anvandareId);
    },
    /** FRAGA-62: one row a document and fetch; what goes on after a cut is the same fetch. */
    async logFetch(request: FastifyRequest, documents: Said[], from: number): Promise<void> {
      const { tenant, anvandareId } = await callerOf(request);
      const at = clock.now();
      const now = at.toISOString();
      const rows = documents
        .filter(({ id }) => !fetches.goesOn(`${tenant} ${anvandareId} ${id}`, from, at.getTime()))
        .map(({ id, scope }) => {
          const entry = { id: randomUUID(), at: now, action: 'last' as const, personId: personOfScope(scope) ?? null };
          return { ...entry, detail: `dokument ${id}` };
        });
      if (rows.length > 0) await store.appendAccess({ tenant, anvandareId, clientId: 'server', serverAt: now }, rows);
    },
  };
}
export type DokumentAccess = ReturnType<typeof createDokumentAccess>;
