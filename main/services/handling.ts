import type { Byggd } from '../../shared/domain/dokument/ram.ts';
import type { Dokument } from '../../shared/domain/dokument/records.ts';
import type { Handling } from '../../shared/ipc/views.ts';
import { somDeAr } from './dokumentkalla.ts';
import { CallFailure, type ServicePorts } from './service.ts';

/**
 * A document that a command files with what else it does: made and stored on this computer while its form is open, and named among the session's
 * previews.
 * @throws CallFailure where it could not be made or stored
 */
export async function makeHandling(
  { replica, documents }: Pick<ServicePorts, 'replica' | 'documents'>,
  byggd: Byggd,
  { personId, underlag }: { personId: string; underlag: NonNullable<Dokument['underlag']> },
): Promise<Handling> {
  if (!documents) throw new CallFailure('databasen-skadad');
  if (!byggd.ok) return { ok: false, saknas: byggd.error };
  const om = somDeAr(replica, [personId]);
  const rendered = await documents.render(byggd.value);
  if (!rendered.ok) throw new CallFailure('dokument-gick-inte', rendered.error.code);
  const { sha256, storlek } = await documents.put([rendered.value.bytes]);
  documents.forhandsvisningar.set(sha256, { personId, om });
  const { titel, mall } = byggd.value;
  const typ = replica.record('mall', mall.id)?.data.dokumenttyp ?? mall.namn;
  return {
    ...{ ok: true, rubrik: titel, typ, sha256, storlek, sidor: rendered.value.pages },
    mall: { id: mall.id, version: String(mall.version) },
    underlag: [{ type: 'person', id: personId }, ...underlag],
  };
}
