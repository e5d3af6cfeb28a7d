import { dokumentkallor, loggtext } from './dokumentkalla.ts';
import type { Oppnade } from './oppnade.ts';
import { type AsyncHandlers, CallFailure, nowOf, type ServicePorts } from './service.ts';

/**
 * Printing (UTSK-05): the bytes that were granskade, or those of a filed document, and nothing else. Each print stands in the access log before
 * it is begun, offline too: what a printer has been given cannot be taken back.
 */
export function skrivUtService(ports: ServicePorts, oppnade: Oppnade): AsyncHandlers<'skrivare.lista' | 'dokument.skrivUt'> {
  const { replica, clock, newId, documents, skrivare: port } = ports;
  const { findToLeave } = dokumentkallor(ports, oppnade);
  return {
    'skrivare.lista': async () => ({ tar: port?.tar ?? 'dialog', skrivare: port ? await port.lista().catch(unreachable) : [] }),

    'dokument.skrivUt': async ({ kalla, titel, kontrollerad, skrivare, antal, dubbelsidigt }) => {
      const { sha256, personId, dokument, utanSamtycke } = findToLeave(kalla, kontrollerad);
      const bytes = port?.tar === 'pdf' && skrivare !== null ? await whole(sha256, dokument?.id) : undefined;
      if (bytes) findToLeave(kalla, kontrollerad);
      const delar = [titel, ...(dokument?.felmarkerat ? ['felmarkerat'] : []), `${antal} ex`, `sha256 ${sha256.slice(0, 16)}`];
      const detail = loggtext(delar, utanSamtycke);
      replica.logAccess({ id: newId(), at: nowOf(clock), action: 'utskriven', personId, detail }, 'innan');
      // The page's own dialog prints what the page shows.
      if (port && skrivare !== null) await port.skrivUt({ skrivare, antal, dubbelsidigt, ...(bytes ? { bytes } : {}) }).catch(unreachable);
      return null;
    },
  };

  async function whole(sha256: string, dokumentId: string | undefined): Promise<Uint8Array> {
    if (!documents) throw new CallFailure('databasen-skadad');
    const of = dokumentId === undefined ? { sha256 } : { sha256, dokumentId };
    return (await documents.read(of, 0, Number.MAX_SAFE_INTEGER)).bytes;
  }
}

/** What went wrong with a printer is said in words; the document is as it was. */
function unreachable(error: unknown): never {
  const { code } = (error ?? {}) as { code?: unknown };
  throw new CallFailure('skrivaren-svarar-inte', typeof code === 'string' ? code : undefined);
}
