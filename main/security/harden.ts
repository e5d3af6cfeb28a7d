import type { App, Session, Shell } from 'electron';
import { externalOpener } from './external-links.ts';
import { holdPage } from './navigation.ts';
import { cutNetwork } from './network.ts';
import { denyPermissions } from './permissions.ts';

/** Switches of the browser below: it talks to nobody by itself, and leaves no trace of the screen in a crash report. */
export const switches = ['disable-background-networking', 'disable-breakpad', 'disable-component-update', 'no-pings'] as const;

/** Before the app is ready: the sandbox for all windows, also ones made by mistake. */
export function hardenApp(
  app: Pick<App, 'enableSandbox' | 'on'> & { commandLine: Pick<App['commandLine'], 'appendSwitch'> },
  shell: Pick<Shell, 'openExternal'>,
  report: (message: string, cause?: unknown) => void,
  isAllowed: (url: string) => Promise<boolean>,
): void {
  app.enableSandbox();
  for (const name of switches) app.commandLine.appendSwitch(name);
  const open = externalOpener(shell, (error) => report('the browser did not open', error), isAllowed);
  app.on('web-contents-created', (_event, contents) => holdPage(contents, open));
}

/** Once the app is ready, for the one session there is. */
export function hardenSession(session: Session, development: boolean): void {
  denyPermissions(session);
  cutNetwork(session, development);
  session.on('will-download', (event) => event.preventDefault()); // nothing leaves the encrypted store as a file by the page's own doing
}
