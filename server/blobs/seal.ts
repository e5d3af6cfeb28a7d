import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM with a nonce by chance: 2^32 of them by one key at most. `about` binds it to its place: what is sealed for another does not open.
 * @returns nonce, sealed bytes, tag: pieces of one
 */
export function seal(key: Buffer, bytes: Uint8Array, about: string): Buffer[] {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(about));
  return [nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()];
}

/** @throws when it was changed, cut, or sealed by another key or for another place */
export function unseal(key: Buffer, sealed: Buffer, about: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  const bytes = decipher.update(sealed.subarray(nonceBytes, -tagBytes));
  // GCM keeps nothing back; what it says is whether the tag holds.
  decipher.final();
  return bytes;
}
