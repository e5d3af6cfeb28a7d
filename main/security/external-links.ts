import type { Shell } from 'electron';

/**
 * What may lead out of the program at all (Electron's checklist, item 15): a page by https, without a port or a user name that could hide another host; a
 * mail address without what would fill in more than whom it is to; a phone number.
 */
export function isSafeLink(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.protocol === 'mailto:') return /^mailto:[a-z0-9._+-]+@[a-z0-9.-]+$/i.test(text);
  if (url.protocol === 'tel:') return /^tel:\+?\d{3,20}$/.test(text);
  return url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
}

/**
 * Opens in the user's own browser, or mail program, what is safe and allowed and nothing else; one that does not start is told to `report`.
 * @param isAllowed the addresses are the municipality's: the core answers by its catalogue, and no to whoever is not signed in
 */
export function externalOpener(
  shell: Pick<Shell, 'openExternal'>,
  report: (error: unknown) => void,
  isAllowed: (url: string) => Promise<boolean>,
): (url: string) => void {
  const open = async (url: string) => {
    if (isSafeLink(url) && (await isAllowed(url))) await shell.openExternal(url);
  };
  return (url) => void open(url).catch(report);
}
