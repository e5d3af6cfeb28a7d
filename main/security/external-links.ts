import type { Shell } from 'electron';

/**
 * Hosts that a link may lead to in the user's own browser (Electron's checklist, item 15). No screen links out yet: a host
 * is added with the screen that does.
 */
export const externalHosts: readonly string[] = [];

/** https only, the exact host, its own port, no user name that could hide another host. */
export function mayOpenExternally(text: string, hosts: readonly string[] = externalHosts): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' && hosts.includes(url.hostname) && url.port === '' && url.username === '' && url.password === '';
}

/** Opens what may be opened and nothing else; a browser that does not start is told to `report`. */
export function externalOpener(
  shell: Pick<Shell, 'openExternal'>,
  report: (error: unknown) => void,
  hosts = externalHosts,
): (url: string) => void {
  return (url) => {
    if (mayOpenExternally(url, hosts)) shell.openExternal(url).catch(report);
  };
}
