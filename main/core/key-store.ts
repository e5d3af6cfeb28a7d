/**
 * Where the keys of the replicas are kept. Electron's host wraps them with the operating system's own store; the web host
 * keeps them in files ({@link ./file-key-store.ts}).
 */
export interface KeyStore {
  /** The keys lie unprotected beside the data: for trial, and the session says so. */
  readonly provkorning: boolean;
  /** The 256-bit key of that name: 32 random bytes, made the first time it is asked for. */
  get(name: string): Promise<Uint8Array>;
}

export const keyBytes = 32;

/** The key store's own word for what is wrong, if it has one; a message text may name the user's folders. */
export function keyProblem(error: unknown): string {
  const { problem, code } = (error ?? {}) as { problem?: unknown; code?: unknown };
  if (typeof problem === 'string') return problem;
  return code === 'ENOSPC' ? 'disken-full' : 'nyckeln-kan-inte-lasas';
}
