import { felmarkeratUnderlag } from '../../shared/domain/dokument/felmarkerat-underlag.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import type { DokumentVy } from '../../shared/ipc/views.ts';
import { aktState } from './akt-state.ts';
import { dokumentkallor } from './dokumentkalla.ts';
import type { Oppnade } from './oppnade.ts';
import type { Post } from './ports.ts';
import { type AsyncHandlers, CallFailure, type Handlers, type ServicePorts } from './service.ts';

/** The documents of an opened akt: what is known of them, and their bytes a piece at a time (VY-01). */
export function dokumentService(
  ports: ServicePorts,
  oppnade: Oppnade,
): Handlers<'dokument.lista' | 'dokument.hamta'> & AsyncHandlers<'dokument.las'> {
  const { replica } = ports;
  const { held, find } = dokumentkallor(ports, oppnade);
  const view = ({ id, data, pending }: Post<'dokument'>, personId: string): DokumentVy => {
    const lage = ports.documents?.lageOf(id);
    return { id, personId, data, osand: pending, ...(lage ? { lage } : {}) };
  };
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
      const felmarkerat = felmarkeratUnderlag(aktState(replica, post.scope), post.data);
      return { ...view(post, post.personId), ...(felmarkerat.length > 0 ? { felmarkeratUnderlag: felmarkerat } : {}) };
    },
    'dokument.las': async ({ kalla, fran, antal }) => {
      const { sha256, dokument } = find(kalla);
      const { documents } = ports;
      if (!documents) throw new CallFailure('databasen-skadad');
      if (dokument) oppnade.readDokument(dokument.personId, dokument.id);
      const of = dokument ? { sha256, dokumentId: dokument.id } : { sha256 };
      const { size, bytes } = await documents.read(of, fran, antal);
      // It may have taken its time to come: what was lost meanwhile is not shown.
      find(kalla);
      return { storlek: size, bytes: bytes.toString('base64') };
    },
  };
}
