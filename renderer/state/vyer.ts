import type { CallInput, CallOutput, CallResult, VyName } from '../../shared/ipc/contract.ts';
import { behallVy, vyEfter } from '../../shared/ipc/vysvar.ts';
import { call } from './core.ts';

/** The latest of each view read, by what was asked. */
const lasta = new Map<string, { rev: string; vy: unknown }>();
/** Reads that are under way, and the one that begins after it: all who ask before it has begun share it. */
const lasningar = new Map<string, { nu: Promise<unknown>; nasta?: Promise<CallResult<VyName>> | undefined }>();

/**
 * Reads a view that begins after this call, so with all that was done before it. Only what changed since it was read last
 * comes from the core; what did not change is the same objects as before.
 */
export function readVy<N extends VyName>(name: N, input: CallInput<N>): Promise<CallResult<N>> {
  const key = `${name} ${JSON.stringify(input)}`;
  const las = lasningar.get(key) ?? { nu: Promise.resolve() };
  lasningar.set(key, las);
  las.nasta ??= las.nu.then(() => {
    las.nasta = undefined;
    const svar = fetchVy(key, name, input);
    las.nu = svar.finally(() => {
      if (!las.nasta) lasningar.delete(key);
    });
    return svar;
  });
  return las.nasta as Promise<CallResult<N>>;
}

async function fetchVy<N extends VyName>(key: string, name: N, input: CallInput<N>): Promise<CallResult<N>> {
  const fore = lasta.get(key);
  const svar = await call('vy.las', { name, input, ...(fore ? { har: fore.rev } : {}) } as CallInput<'vy.las'>);
  if (!svar.ok) return svar;
  const vy = vyEfter(fore?.vy, svar.value) as CallOutput<N>;
  behallVy(lasta, key, { rev: svar.value.rev, vy });
  return { ok: true, value: vy };
}

/** Nothing of an akt is left that is no longer here. */
export function forgetVyerOf(personId: string): void {
  for (const key of [...lasta.keys()]) if (key.includes(personId)) lasta.delete(key);
}
/** Nothing of what one user read is left for the next. */
export const forgetVyer = (): void => lasta.clear();
