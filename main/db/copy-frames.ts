import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { type Key, keyBytes } from './cipher.ts';

/** Begins every frame: after bytes that cannot be read, reading goes on at the next one. */
const mark = Buffer.from('AKT2');
const nonceSize = 12;
const tagSize = 16;
const headSize = mark.length + 4 + nonceSize;

/**
 * Frames of an encrypted file that is only appended to: mark, length, nonce, AES-256-GCM. Each can be read by itself, so that
 * bytes gone bad cost the frames they stand in.
 */
export function frameCodec(key: Key) {
  const own = createHmac('sha256', keyBytes(key)).update('second copy').digest();

  function decodeAt(bytes: Buffer, at: number): { content: unknown; end: number } | undefined {
    const begin = at + headSize;
    if (begin > bytes.length) return undefined;
    const end = begin + bytes.readUInt32LE(at + mark.length) + tagSize;
    if (end > bytes.length) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', own, bytes.subarray(begin - nonceSize, begin), { authTagLength: tagSize });
    decipher.setAuthTag(bytes.subarray(end - tagSize, end));
    const text = decipher.update(bytes.subarray(begin, end - tagSize));
    try {
      decipher.final();
    } catch {
      return undefined; // not authentic: these bytes are no frame
    }
    return { content: JSON.parse(text.toString('utf8')), end };
  }

  return {
    encode(content: unknown): Buffer {
      const text = Buffer.from(JSON.stringify(content));
      const length = Buffer.alloc(4);
      length.writeUInt32LE(text.length);
      const nonce = randomBytes(nonceSize);
      const cipher = createCipheriv('aes-256-gcm', own, nonce, { authTagLength: tagSize });
      return Buffer.concat([mark, length, nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
    },
    /** @returns what can be read, and whether that is all there was */
    decode(bytes: Buffer): { contents: unknown[]; whole: boolean } {
      const contents: unknown[] = [];
      let whole = true;
      for (let at = 0; at < bytes.length; ) {
        const frame = bytes.subarray(at, at + mark.length).equals(mark) ? decodeAt(bytes, at) : undefined;
        if (frame) {
          contents.push(frame.content);
          at = frame.end;
          continue;
        }
        whole = false;
        const next = bytes.indexOf(mark, at + 1);
        at = next < 0 ? bytes.length : next;
      }
      return { contents, whole };
    },
  };
}
