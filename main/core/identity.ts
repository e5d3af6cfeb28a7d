import type { z } from 'zod';
import { id } from '../../shared/domain/fields.ts';
import { anvandare } from '../../shared/domain/katalog/records.ts';
import { demoUsersResponse, type ProtocolErrorCode, paths, protocolError, signInResponse } from '../../shared/protocol/protocol.ts';

const signedIn = signInResponse.extend({ anvandare: anvandare.extend({ id }) });
export type SignedIn = z.infer<typeof signedIn>;
export type DemoUsers = z.infer<typeof demoUsersResponse>;

/** `unreachable`: no usable answer, which is what working offline means. `refused`: the server answered no. */
export type IdentityAnswer<T> = { ok: true; value: T } | { ok: false; reason: 'unreachable' | 'refused'; code?: ProtocolErrorCode };

/** Who may sign in. The server's demo sign-in today; OIDC later, behind the same port. Each waits so many milliseconds for an answer. */
export interface Identity {
  users(waitMs: number): Promise<IdentityAnswer<DemoUsers>>;
  signIn(anvandareId: string, waitMs: number): Promise<IdentityAnswer<SignedIn>>;
}

/** Milliseconds: `brief` where the work can go on without the network, `long` where it cannot. */
export const patience = { brief: 4_000, long: 15_000 };

const refusals: readonly ProtocolErrorCode[] = ['unauthorised', 'forbidden', 'wrong-tenant', 'demo-only', 'not-found'];

export function httpIdentity(options: { serverUrl: string; tenant: string; fetch?: typeof fetch }): Identity {
  const { serverUrl, tenant } = options;
  const base = `${serverUrl.replace(/\/$/, '')}/t/${encodeURIComponent(tenant)}/v1`;

  async function ask<T>(schema: z.ZodType<T>, path: string, waitMs: number, init: RequestInit): Promise<IdentityAnswer<T>> {
    let status: number;
    let body: unknown;
    try {
      const response = await (options.fetch ?? fetch)(base + path, { ...init, signal: AbortSignal.timeout(waitMs) });
      status = response.status;
      body = await response.json();
    } catch {
      // No route, no name, no answer in time, or a body that is not the server's (a captive portal): all are "no server".
      return { ok: false, reason: 'unreachable' };
    }
    if (status === 200) {
      const parsed = schema.safeParse(body);
      return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: 'unreachable' };
    }
    const code = protocolError.safeParse(body).data?.error.code;
    if (code === undefined) return { ok: false, reason: 'unreachable' };
    return { ok: false, reason: refusals.includes(code) ? 'refused' : 'unreachable', code };
  }

  return {
    users: (waitMs) => ask(demoUsersResponse, paths.demoUsers, waitMs, { method: 'GET' }),
    signIn: (anvandareId, waitMs) =>
      ask(signedIn, paths.demoSignIn, waitMs, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ anvandareId }),
      }),
  };
}
