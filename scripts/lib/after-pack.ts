import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type AfterPackContext, Arch } from 'electron-builder';
import { fuses } from '../../main/security/fuses.ts';

/**
 * Looks that what makes documents is in the packaged program, outside the archive, and sets the fuses, from the one table that the tests
 * read too. Called by electron-builder.
 */
export default async function afterPack(context: AfterPackContext): Promise<void> {
  const unpacked = join(context.packager.getResourcesDir(context.appOutDir), 'app.asar.unpacked');
  const library = documentsLibrary(unpacked, context.electronPlatformName, Arch[context.arch] ?? '');
  if (!existsSync(library))
    throw new Error(`${library} is missing: install it with npm install --no-save --os=... --cpu=... before packing`);
  await context.packager.addElectronFuses(context, fuses);
}

/** npm installs Typst's binary for its own computer alone; a package for another system needs that one's. */
export function documentsLibrary(unpacked: string, platform: string, arch: string): string {
  const kind = `${platform}-${arch}-${platform === 'win32' ? 'msvc' : 'gnu'}`;
  const scope = join(unpacked, 'node_modules', '@myriaddreamin');
  return join(scope, `typst-ts-node-compiler-${kind}`, `typst-ts-node-compiler.${kind}.node`);
}
