import { rulebook } from '../../shared/domain/rulebook/commands.ts';
import type { Vault } from '../blobs/vault.ts';
import type { Kir } from '../kir/kir.ts';
import { handOver } from '../portal/hand-over.ts';
import { createPortalMessages } from '../portal/messages.ts';
import { openPortal, type PortalSettings } from '../portal/open-portal.ts';
import { after, before, formTokenOf, idleMinutes, newSecret } from '../portal/sessions.ts';
import type { Store } from '../store/store.ts';
import { createAct } from '../sync/act.ts';
import type { Clock } from '../util/clock.ts';

export const portalOrigin = 'https://minasidor.exempel.se';
export type Medborgare = { personnummer: string; fornamn: string; efternamn: string };
export type Portalsvar = { status: number; text: string; till: string | undefined; headers: Record<string, unknown>; cookies: string[] };

/** The portal of a test's own municipality, as behind a proxy, and requests to it as browsers send them. */
export async function testPortal(
  store: Store,
  tenant: string,
  {
    clock,
    kir,
    vault,
    trustProxy = false,
    ...settings
  }: { clock: Clock; kir?: Kir; vault?: Vault; trustProxy?: boolean } & Partial<PortalSettings>,
) {
  const left: object[] = [];
  const act = createAct({ store, rulebook, clock, hooks: {} });
  const hand = handOver({ store, act, kir, clock, onLeft: (about) => left.push(about) });
  const app = await openPortal(
    { store, clock, handOver: hand, act, messages: createPortalMessages(store, act), vault },
    { port: 0, url: portalOrigin, ...settings },
    { tenant, host: '127.0.0.1', demo: true, trustProxy, logLevel: 'silent' },
    () => 0,
  );
  const now = () => clock.now().toISOString();
  /** For whom each session acts, as a page that it opens now would have it. */
  const actsBy = new Map<string, string>();

  async function ask(
    method: 'GET' | 'POST',
    path: string,
    secret?: string,
    form: Record<string, string> = {},
    headers: object = {},
    filer?: readonly File[],
  ): Promise<Portalsvar> {
    if (filer) return sendFiles(path, secret, form, filer);
    const response = await app.inject({
      method,
      url: path,
      headers: {
        ...(secret === undefined ? {} : { cookie: `__Host-session=${secret}` }),
        ...(method === 'POST' ? { origin: portalOrigin, 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...headers,
      },
      ...(method === 'POST'
        ? {
            payload: new URLSearchParams({
              ...(secret === undefined ? {} : { _token: formTokenOf(secret, actsBy.get(secret) ?? null) }),
              ...form,
            }).toString(),
          }
        : {}),
    });
    const { statusCode: status, body: text } = response;
    const set = response.headers['set-cookie'] ?? [];
    return { status, text, till: response.headers.location, headers: response.headers, cookies: Array.isArray(set) ? set : [set] };
  }

  /** As a browser sends a form with files. */
  async function sendFiles(
    path: string,
    secret: string | undefined,
    form: Record<string, string>,
    filer: readonly File[],
  ): Promise<Portalsvar> {
    const data = new FormData();
    const token = secret === undefined ? {} : { _token: formTokenOf(secret, actsBy.get(secret) ?? null) };
    for (const [name, value] of Object.entries({ ...token, ...form })) data.append(name, value);
    for (const fil of filer) data.append('bilagor', fil);
    const made = new Response(data);
    const response = await app.inject({
      ...{ method: 'POST', url: path, payload: Buffer.from(await made.arrayBuffer()) },
      headers: {
        ...{ origin: portalOrigin, 'content-type': made.headers.get('content-type') ?? '' },
        ...(secret === undefined ? {} : { cookie: `__Host-session=${secret}` }),
      },
    });
    const { statusCode: status, body: text } = response;
    return { status, text, till: response.headers.location, headers: response.headers, cookies: [] };
  }

  return {
    app,
    ask,
    hand,
    /** What was left for another time. */
    left,
    /** A session of somebody, as a sign-in makes it. @returns the browser's secret */
    async signIn(who: Medborgare, { endsIn = 60, godkannandeId }: { endsIn?: number; godkannandeId?: string } = {}): Promise<string> {
      const secret = newSecret();
      const times = { now: now(), ends: after(now(), endsIn), idleSince: before(now(), idleMinutes) };
      await store.beginPortalSession({ tenant, secret }, who, times);
      if (godkannandeId !== undefined) {
        await store.actInPortal({ tenant, secret }, godkannandeId);
        actsBy.set(secret, godkannandeId);
      }
      return secret;
    },
  };
}
