import { dokumentLageResponse, limits } from '../../shared/protocol/protocol.ts';
import type { DocumentParts } from './document-parts.ts';
import type { DocumentRow } from './ports.ts';
import { TransportError } from './transport-error.ts';

/** When the server was last asked for all that it had received, and which one was asked for what another had. */
export type Dokumentfraga = { at: number; epoch: string | null };

/**
 * Whether the server, perhaps another than the one that told so, has what was received. One that it knows nothing of, and nothing here
 * names, is nobody's any more.
 * @param isAll also what this very server has told of before
 * @returns dropped: some are nobody's; unanswered: some are named here, and the server does not know them yet
 */
export async function askAgain(
  { blobs, documents, transport, isComplete, wait, signal }: DocumentParts,
  server: string,
  isAll: boolean,
): Promise<{ dropped: boolean; unanswered: boolean }> {
  const answer = { dropped: false, unanswered: false };
  const after = (id: string) => blobs.told(id, limits.dokumentIds, isAll ? undefined : server);
  for (let rows = after(''); rows.length > 0; rows = after(rows.at(-1)?.id ?? '')) {
    const ids = rows.map(({ id }) => id);
    const parsed = dokumentLageResponse.safeParse(await wait(transport.lage(ids, signal)));
    if (!parsed.success) throw new TransportError('The answer is not one of the protocol', { cause: parsed.error });
    const lagen = new Map(parsed.data.lagen.map(({ id, mottagen }) => [id, mottagen]));
    const filings = new Set(documents.filings().map(({ id }) => id));
    for (const row of rows) {
      const mottagen = lagen.get(row.id);
      if (mottagen !== undefined) tell(row, mottagen ? server : null);
      else if (row.mottagen === server) continue;
      else if (!isComplete() || documents.document(row.id) || filings.has(row.id)) answer.unanswered = true;
      else {
        blobs.dropDokument(row.id);
        answer.dropped = true;
      }
    }
  }
  return answer;

  function tell({ id, sha256, mottagen: before }: DocumentRow, mottagen: string | null): void {
    if (mottagen !== before) blobs.putDokument({ id, sha256, mottagen });
  }
}
