import { personOfScope } from '../../shared/domain/scope.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { Oppnade } from './oppnade.ts';
import type { Post } from './ports.ts';
import { CallFailure, type ServicePorts } from './service.ts';

type Kalla = CallInput<'dokument.las'>['kalla'];
/** What the bytes of a document are called, and whom it is about; null = several. `dokument` is its record, of one that is filed. */
export type Dokumentkalla = { sha256: string; personId: string | null; dokument?: { id: string; personId: string } };

/** Finds what a page asks for by name, of an akt that is open. @throws CallFailure `finns-inte` for what is not, or no longer, the user's to read */
export function dokumentkallor({ replica, documents }: Pick<ServicePorts, 'replica' | 'documents'>, oppnade: Oppnade) {
  function held(id: string): Post<'dokument'> & { personId: string } {
    const post = replica.record('dokument', id);
    const personId = post && personOfScope(post.scope);
    if (!post || personId === undefined) throw new CallFailure('finns-inte');
    oppnade.require(personId);
    return { ...post, personId };
  }
  function find(kalla: Kalla): Dokumentkalla {
    if (kalla.slag === 'dokument') {
      const { id, personId, data } = held(kalla.id);
      return { sha256: data.sha256, personId, dokument: { id, personId } };
    }
    const personId = documents?.forhandsvisningar.get(kalla.sha256);
    if (personId === undefined) throw new CallFailure('finns-inte');
    // A list of several kunder is of no akt.
    if (personId !== null) oppnade.require(personId);
    return { sha256: kalla.sha256, personId };
  }

  /**
   * What is to leave the screen, on paper or as a copy: of a protected person once the user has looked whose it is. Asked again when bytes have been
   * waited for: she may have been protected, or the right gone, meanwhile.
   */
  function findToLeave(kalla: Kalla, kontrollerad: boolean): Dokumentkalla {
    const found = find(kalla);
    const skydd = found.personId === null ? 'ingen' : replica.record('person', found.personId)?.data.skydd;
    if (skydd !== 'ingen' && !kontrollerad) throw new CallFailure('kontroll-kravs');
    return found;
  }

  return { held, find, findToLeave };
}
