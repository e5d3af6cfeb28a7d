import { dokumentPutResponse } from '../../shared/protocol/protocol.ts';
import { DamagedDocument } from './damaged-document.ts';
import type { DocumentTransport, NamedDocument, SyncBlobs, Timers } from './ports.ts';
import { TransportError } from './transport-error.ts';

/** Bytes in one request: a piece is read at once, and no call waits longer for it than a frame. */
const pieceBytes = 1024 * 1024;
/** Pieces that bring nothing on, one after another: another's upload may be under way, for ever it is not. */
const mostIdle = 5;

export type Carrying = { blobs: SyncBlobs; transport: DocumentTransport; timers: Timers; signal: AbortSignal };

/** Sends what the server lacks of a document, from where it has come to. Resolves when the server has it, whole. */
export async function upload(
  { blobs, transport, timers, signal }: Carrying,
  { id, sha256, storlek }: Pick<NamedDocument, 'id' | 'sha256' | 'storlek'>,
): Promise<void> {
  let start = 0;
  // A large one may have come some way before; of a small one the whole goes at once.
  let bytes: Uint8Array = storlek > pieceBytes ? new Uint8Array() : pieceOf(blobs, sha256, start);
  for (let idle = 0; ; ) {
    const answer = dokumentPutResponse.safeParse(await transport.put(id, { start, all: storlek, bytes }, signal));
    if (!answer.success) throw new TransportError('The answer is not one of the protocol', { cause: answer.error });
    const { har, mottagen, skadat } = answer.data;
    if (mottagen) return;
    idle = har > start || bytes.length === 0 ? 0 : idle + 1;
    if (skadat || har > storlek) verifyOwn(blobs, sha256);
    if (skadat && idle > 1) throw new DamagedDocument('sent');
    if (idle > mostIdle) throw new TransportError('The server does not take the document');
    start = har;
    bytes = pieceOf(blobs, sha256, start);
    await timers.breathe();
  }
}

function pieceOf(blobs: SyncBlobs, sha256: string, from: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (const piece of blobs.read(sha256, from)) {
    pieces.push(piece);
    length += piece.length;
    if (length >= pieceBytes) break;
  }
  const [first = new Uint8Array()] = pieces;
  return (pieces.length > 1 ? Buffer.concat(pieces) : first).subarray(0, pieceBytes);
}

/** What came was not what it is called: on the way, or on this disk? @throws BlobError when here */
function verifyOwn(blobs: SyncBlobs, sha256: string): void {
  for (const _ of blobs.read(sha256));
}
