import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import type Database from 'better-sqlite3';

/** SQLCipher 4: pages of 4096 bytes that end with an IV of 16 and an HMAC-SHA512 of 64; the salt begins the file. */
export const pageSize = 4096;
export const macSize = 64;
export const saltSize = 16;
/** A damaged page proves nothing about the key: so many are asked before the key is blamed. */
const pagesToAsk = 64;

export type Key = Uint8Array | string;

/** @param key 256 bits, as bytes or as 64 hexadecimal digits */
export function keyBytes(key: Key): Buffer {
  const bytes = typeof key === 'string' ? Buffer.from(key, 'hex') : Buffer.from(key);
  if (bytes.length !== 32) throw new RangeError('The key of a replica has 256 bits');
  return bytes;
}

/** Says how the file is encrypted, and with which key: no derivation, the key is random already (ARCHITECTURE 7). */
export function unlock(db: Database.Database, key: Key): void {
  db.pragma(`cipher = 'sqlcipher'`);
  db.pragma('legacy = 4');
  // The salt is used for a new file alone; an older one's is read from the file.
  db.pragma(`key = "x'${keyBytes(key).toString('hex')}${saltOf(key).toString('hex')}'"`);
}

/**
 * The salt of a file begun with this key. Made from the key, so that it can be made again: it stands unprotected in the
 * file's first bytes, and without it not a page can be read. A key is random and of one replica: the salt adds nothing to it.
 */
const saltOf = (key: Key): Buffer => createHmac('sha256', keyBytes(key)).update('salt').digest().subarray(0, saltSize);

export type FileKind = 'none' | 'plaintext' | 'other';

export function fileKind(file: string): FileKind {
  const head = readAt(file, 0, 16);
  if (head === undefined || head.length === 0) return 'none';
  return head.toString('latin1') === 'SQLite format 3\0' ? 'plaintext' : 'other';
}

/**
 * True when some page of the file carries an authentic HMAC of this key: SQLite's own error is the same for a wrong key and
 * for a damaged first page, and the two are told to the user in different words.
 */
export function keyFits(file: string, key: Key): boolean {
  const salt = readAt(file, 0, saltSize);
  return salt !== undefined && salt.length === saltSize && someAuthenticPage(file, key, salt);
}

/**
 * Puts back a salt that was overwritten, when a page of the file proves that it is the right one.
 * @returns false when there was nothing to put back, or nothing that proves it; the file is then as it was
 */
export function restoreSalt(file: string, key: Key): boolean {
  const salt = saltOf(key);
  if (readAt(file, 0, saltSize)?.equals(salt) || !someAuthenticPage(file, key, salt)) return false;
  const handle = openSync(file, 'r+');
  try {
    writeSync(handle, salt, 0, saltSize, 0);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return true;
}

function someAuthenticPage(file: string, key: Key, salt: Buffer): boolean {
  const macKey = pbkdf2Sync(keyBytes(key), Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512');
  for (let number = 1; number <= pagesToAsk; number += 1) {
    const page = readAt(file, (number - 1) * pageSize, pageSize);
    if (page === undefined || page.length < pageSize) return false;
    const covered = page.subarray(number === 1 ? saltSize : 0, pageSize - macSize);
    const counter = Buffer.alloc(4);
    counter.writeUInt32LE(number);
    const mac = createHmac('sha512', macKey).update(covered).update(counter).digest();
    if (timingSafeEqual(mac, page.subarray(pageSize - macSize))) return true;
  }
  return false;
}

/** A file shorter than a page was cut, whatever its key. */
export const isCut = (file: string): boolean => (readAt(file, 0, pageSize)?.length ?? 0) < pageSize;

function readAt(file: string, position: number, length: number): Buffer | undefined {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const bytes = Buffer.alloc(Math.max(0, Math.min(length, fstatSync(handle).size - position)));
    return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, position));
  } finally {
    closeSync(handle);
  }
}
