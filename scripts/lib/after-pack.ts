import type { AfterPackContext } from 'electron-builder';
import { fuses } from '../../main/security/fuses.ts';

/** Sets the fuses of the packaged program, from the one table that the tests read too. Called by electron-builder. */
export default async function afterPack(context: AfterPackContext): Promise<void> {
  await context.packager.addElectronFuses(context, fuses);
}
