import type { FastifyInstance } from 'fastify';
import type { Vault } from '../blobs/vault.ts';
import type { Store } from '../store/store.ts';
import type { Act } from '../sync/act.ts';
import type { Clock } from '../util/clock.ts';
import { StartupError } from '../util/startup-error.ts';
import type { HandOver } from './hand-over.ts';
import { demoProvider } from './identity/demo.ts';
import { oidcProvider } from './identity/oidc.ts';
import type { IdentityProvider } from './identity/provider.ts';
import type { ProviderSettings } from './identity/provider-settings.ts';
import type { PortalMessages } from './messages.ts';
import { createPortalApp, type PortalLimits } from './portal-app.ts';
import type { Scanner } from './uploads/scanner.ts';
import { createTakeFiles } from './uploads/take-files.ts';

export type PortalSettings = {
  /** 0 = any free one. */
  port: number;
  /** Default: the server's. */
  host?: string | undefined;
  /** As browsers have it, where a proxy ends https in front: `https://minasidor.exempel.se`. */
  url?: string | undefined;
  /** Default: the municipality that the server was started for. */
  tenant?: string | undefined;
  providers?: readonly ProviderSettings[] | undefined;
  /** Where the providers' secrets are read from. */
  env?: NodeJS.ProcessEnv | undefined;
  limits?: Partial<PortalLimits> | undefined;
  /** What looks at files that citizens send. */
  scanner?: Scanner | undefined;
};

type On = { store: Store; clock: Clock; handOver: HandOver; act: Act; messages: PortalMessages; vault?: Vault | undefined };
type Options = { tenant: string; host: string; demo: boolean; trustProxy: boolean; logLevel: string };

/**
 * The portal, ready to listen.
 * @param port tells on which port it listens, once it does
 * @throws StartupError
 */
export async function openPortal(
  on: On,
  { port: _, url, providers = [], env = {}, limits, scanner }: PortalSettings,
  { tenant, host, demo, ...rest }: Options,
  port: () => number,
): Promise<FastifyInstance> {
  const at = url === undefined ? undefined : originOf(url);
  const origin = () => at ?? `http://${host.includes(':') ? `[${host}]` : host}:${port()}`;
  const ways: IdentityProvider[] = await Promise.all(providers.map((one) => oidcProvider(one, env, on.clock)));
  if (demo) ways.push(demoProvider(on.clock));
  const portal = { ...on, vault: on.vault, takeFiles: createTakeFiles(scanner), tenant, origin, providers: ways, demo };
  return createPortalApp(portal, { ...rest, secure: at?.startsWith('https:') ?? false, ...(limits ? { limits } : {}) });
}

function originOf(url: string): string {
  const at = URL.canParse(url) ? new URL(url) : undefined;
  const isTrial = at?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(at.hostname);
  if (!at || !(at.protocol === 'https:' || isTrial) || at.pathname !== '/' || at.search !== '')
    throw new StartupError('bad-setting', '--portal-url is an https address without a path, as citizens have it.');
  return at.origin;
}
