import { z } from 'zod';
import { defineCommand } from '../command.ts';
import { id } from '../fields.ts';
import { katalogScope } from '../scope.ts';
import { type Nattrapport, nattrapportfalt } from './records.ts';

/**
 * Tells systemförvaltare what a night came to, or that it could not go on: the server's own. One report a night; what is told later of the same
 * night takes its place, and that it could not go on is told of none that is done.
 */
export const rapporteraNatten = defineCommand({
  name: 'natt.rapportera',
  version: 1,
  input: z.strictObject({ rapportId: id, ...nattrapportfalt }),
  scope: () => katalogScope,
  iKatalogen: true,
  decide(state, { rapportId, ...rapport }) {
    const redan = state.katalog('nattrapport', rapportId);
    if (redan?.klar !== undefined && rapport.klar === undefined) return [];
    const data: Nattrapport = { ...rapport, borjade: redan?.borjade ?? rapport.borjade };
    return [{ op: 'put', type: 'nattrapport', id: rapportId, data }];
  },
});
