import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The product as it was at a commit, in a folder of its own with what it needs installed. */
export type Build = { root: string; remove(): void };

const here = fileURLToPath(new URL('../..', import.meta.url));

/** @param commit anything git knows */
export function checkOut(commit: string): Build {
  const root = mkdtempSync(join(tmpdir(), 'aktnara-bench-earlier-'));
  const remove = () => rmSync(root, { recursive: true, force: true });
  try {
    const archive = execFileSync('git', ['-C', here, 'archive', commit], { maxBuffer: 1 << 30 });
    execFileSync('tar', ['-x', '-C', root], { input: archive });
    const lock = (folder: string) => readFileSync(join(folder, 'package-lock.json'), 'utf8');
    if (lock(root) === lock(here)) symlinkSync(join(here, 'node_modules'), join(root, 'node_modules'));
    else execFileSync('npm', ['ci', '--silent', '--no-fund', '--no-audit'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    return { root, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
