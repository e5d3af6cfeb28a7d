import { isAbsolute, relative, sep } from 'node:path';

/** Whether a folder is another or lies in it, both by their real paths. One that is called `..kopior` may lie within. */
export function liesWithin(folder: string, within: string): boolean {
  const from = relative(within, folder);
  return from !== '..' && !from.startsWith(`..${sep}`) && !isAbsolute(from);
}
