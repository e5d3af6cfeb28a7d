import { aktScope, personOfScope } from '../../shared/domain/scope.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { DokumentVy } from '../../shared/ipc/views.ts';
import type { Oppnade } from './oppnade.ts';
import type { Post } from './ports.ts';
import { type AsyncHandlers, CallFailure, type Handlers, type ServicePorts } from './service.ts';

/** The documents of an opened akt: what is known of them, and their bytes a piece at a time (VY-01). */
export function dokumentService(
  ports: ServicePorts,
  oppnade: Oppnade,
): Handlers<'dokument.lista' | 'dokument.hamta'> & AsyncHandlers<'dokument.las'> {
  const { replica } = ports;
  /** @throws CallFailure `finns-inte` for one that is not, or no longer, the user's to read */
  function held(id: string): Post<'dokument'> & { personId: string } {
    const post = replica.record('dokument', id);
    const personId = post && personOfScope(post.scope);
    if (!post || personId === undefined) throw new CallFailure('finns-inte');
    oppnade.require(personId);
    return { ...post, personId };
  }
  /** What its bytes are called, of an akt that is open. */
  function source(kalla: CallInput<'dokument.las'>['kalla']): { sha256: string; dokument?: { id: string; personId: string } } {
    if (kalla.slag === 'dokument') {
      const { id, personId, data } = held(kalla.id);
      return { sha256: data.sha256, dokument: { id, personId } };
    }
    const personId = ports.documents?.forhandsvisningar.get(kalla.sha256);
    if (personId === undefined) throw new CallFailure('finns-inte');
    // A list of several kunder is of no akt.
    if (personId !== null) oppnade.require(personId);
    return { sha256: kalla.sha256 };
  }

  return {
    'dokument.lista': ({ personId }) => {
      oppnade.require(personId);
      return replica
        .inScope(aktScope(personId), 'dokument')
        .map((post) => view(post, personId))
        .sort((a, b) => b.data.skapad.at.localeCompare(a.data.skapad.at) || b.id.localeCompare(a.id));
    },
    'dokument.hamta': ({ id }) => {
      const post = held(id);
      return view(post, post.personId);
    },
    'dokument.las': async ({ kalla, fran, antal }) => {
      const { sha256, dokument } = source(kalla);
      const { documents } = ports;
      if (!documents) throw new CallFailure('databasen-skadad');
      if (dokument) oppnade.readDokument(dokument.personId, dokument.id);
      const of = dokument ? { sha256, dokumentId: dokument.id } : { sha256 };
      const { size, bytes } = await documents.read(of, fran, antal);
      // It may have taken its time to come: what was lost meanwhile is not shown.
      source(kalla);
      return { storlek: size, bytes: bytes.toString('base64') };
    },
  };
}

const view = ({ id, data, pending }: Post<'dokument'>, personId: string): DokumentVy => ({
  id,
  personId,
  data,
  osand: pending,
});
