import { dokumentkallor, loggtext } from './dokumentkalla.ts';
import type { Oppnade } from './oppnade.ts';
import { type AsyncHandlers, CallFailure, nowOf, type ServicePorts } from './service.ts';

/**
 * A copy outside the program (FORB-49), by the user's word: from then on it is not the program's to protect or remove. It stands in the access
 * log before it is written, offline too.
 */
export function sparaKopiaService(ports: ServicePorts, oppnade: Oppnade): AsyncHandlers<'dokument.sparaKopia'> {
  const { replica, clock, newId, documents, kopia } = ports;
  const { findToLeave } = dokumentkallor(ports, oppnade);
  return {
    'dokument.sparaKopia': async ({ kalla, titel, kontrollerad, mapp }) => {
      const { sha256, personId, dokument, utanSamtycke } = findToLeave(kalla, kontrollerad);
      if (!documents || !kopia) throw new CallFailure('kopian-skrevs-inte');
      kopia.require(mapp);
      const { bytes } = await documents.read(dokument ? { sha256, dokumentId: dokument.id } : { sha256 }, 0, Number.MAX_SAFE_INTEGER);
      findToLeave(kalla, kontrollerad);
      const delar = [titel, ...(dokument?.felmarkerat ? ['felmarkerat'] : []), 'kopia utanför programmet', `sha256 ${sha256.slice(0, 16)}`];
      const detail = loggtext(delar, utanSamtycke);
      replica.logAccess({ id: newId(), at: nowOf(clock), action: 'last', personId, detail }, 'innan');
      return { fil: await kopia.write(mapp, titel, bytes) };
    },
  };
}
