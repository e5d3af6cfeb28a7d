import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const isSource = (name: string): boolean => /\.[cm]?[jt]sx?$/.test(name);
const isFolder = (name: string): boolean => !name.startsWith('.') && !['node_modules', 'dist'].includes(name);

/** Every source file of the repository, by its path from the root with `/`. */
export function readSources(root: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory() && isFolder(entry.name)) walk(path);
      else if (entry.isFile() && isSource(entry.name)) found.set(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8'));
    }
  };
  walk(root);
  return found;
}
