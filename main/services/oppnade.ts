import type { DokumentationRef } from '../../shared/domain/anteckning/records.ts';
import { CallFailure, nowOf, type ServicePorts } from './service.ts';

/**
 * Which kunder the user has opened since signing in. Reading an akt any other way would pass the access log by (FRAGA-62),
 * so every view of an akt asks here first.
 */
export type Oppnade = ReturnType<typeof createOppnade>;

export function createOppnade({ replica, clock, newId }: ServicePorts) {
  const opened = new Set<string>();
  const read = new Set<string>();
  return {
    /** Logs the opening before anything of the akt is shown. */
    open(personId: string, skal: string | undefined): void {
      replica.logAccess({ id: newId(), at: nowOf(clock), action: 'oppnad', personId, detail: skal });
      opened.add(personId);
    },
    /** The user has opened the kund since signing in, with a reason where one is asked for. */
    isOpen: (personId: string): boolean => opened.has(personId),
    /** A person who has left this computer, by a lost right or otherwise, is no longer open: come back, they are opened anew. */
    require(personId: string): void {
      if (!replica.record('person', personId)) {
        opened.delete(personId);
        throw new CallFailure('finns-inte');
      }
      if (!opened.has(personId)) throw new CallFailure('finns-inte', 'inte-oppnad');
    },
    /** Logs that a dokumentation was read, the first time it is in this session. */
    readDokumentation(personId: string, { slag, id }: DokumentationRef): void {
      this.require(personId);
      if (read.has(id)) return;
      replica.logAccess({ id: newId(), at: nowOf(clock), action: 'last', personId, detail: `${slag}:${id}` });
      read.add(id);
    },
    /** The same of a document, with the first of its bytes. */
    readDokument(personId: string, id: string): void {
      this.require(personId);
      if (read.has(id)) return;
      replica.logAccess({ id: newId(), at: nowOf(clock), action: 'last', personId, detail: `dokument:${id}` });
      read.add(id);
    },
  };
}
