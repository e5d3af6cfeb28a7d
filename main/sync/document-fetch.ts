import { DamagedDocument } from './damaged-document.ts';
import type { Carrying } from './document-upload.ts';
import type { NamedDocument } from './ports.ts';
import { TransportError } from './transport-error.ts';

/** Kept at once: each write is a transaction. */
const writeBytes = 1024 * 1024;

/**
 * Fetches what is missing of a document. Resolves when all is here and is what its name says, and that the server has it.
 * @param server its epoch
 */
export async function fetchDocument(
  { blobs, transport, timers, signal }: Carrying,
  { id, sha256, storlek }: NamedDocument,
  varfor: 'begard' | 'forhand',
  server: string,
): Promise<void> {
  let from = blobs.here(sha256);
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let isStored = false;
  const keep = () => {
    if (heldBytes === 0) return;
    const bytes = Buffer.concat(held);
    if (from === 0 && bytes.length === storlek) {
      held = [];
      heldBytes = 0;
      if (!blobs.storeWhole({ id, sha256, mottagen: server, bytes, varfor })) throw new DamagedDocument('fetched');
      isStored = true;
      return;
    }
    held = [];
    heldBytes = 0;
    blobs.append({ sha256, storlek, from, bytes, varfor });
    from += bytes.length;
  };
  if (from < storlek) {
    try {
      for await (const bytes of transport.get(id, from, signal)) {
        held.push(bytes);
        heldBytes += bytes.length;
        if (from + heldBytes > storlek) throw new DamagedDocument('fetched');
        if (heldBytes < writeBytes) continue;
        keep();
        await blobs.tidy();
        await timers.breathe();
      }
    } finally {
      // Also of one that was cut: the next time goes on from here.
      if (from + heldBytes <= storlek) keep();
    }
  }
  if (isStored) return;
  if (from < storlek) throw new TransportError('The answer was cut');
  const finishing = blobs.finish(sha256);
  let step = finishing.next();
  // Of a large document it takes its time, and calls are answered meanwhile.
  for (; !step.done; step = finishing.next()) await timers.breathe();
  if (!step.value) throw new DamagedDocument('fetched');
  blobs.putDokument({ id, sha256, mottagen: server });
}
