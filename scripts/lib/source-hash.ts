import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A hash of every file at and below `paths`, names and bytes: what a build was made from.
 * @param paths files and folders, relative to `root`; one that is not there counts as that
 */
export function sourceHash(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (path: string) => {
    const stats = statSync(join(root, path), { throwIfNoEntry: false });
    if (stats?.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`);
    } else if (!/\.test\.tsx?$/.test(path)) {
      hash.update(
        `${path}\0${
          stats
            ? createHash('sha256')
                .update(readFileSync(join(root, path)))
                .digest('hex')
            : 'none'
        }\n`,
      );
    }
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
}
