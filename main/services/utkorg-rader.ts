import type { UtkorgRad } from '../../shared/ipc/views.ts';
import { faltRader } from '../../shared/words/faltrader.ts';
import { kodnamn } from '../../shared/words/kodnamn.ts';
import type { Katalog } from './katalog.ts';
import type { Replica } from './ports.ts';
import { namnPa } from './utkorg-vad-arende.ts';

/**
 * A command's input as label and value, so that what was refused can be read whole and done again (FRAGA-61): of every
 * version and shape, since a row may be older than this program. An id of nothing held is the command's own and is left out.
 */
export const inputRader = (input: unknown, replica: Replica, katalog: Katalog): UtkorgRad[] =>
  faltRader(
    input,
    (value, falt) => (falt === undefined ? namnPa(value, replica, katalog) : kodnamn(koder(replica, katalog), falt, value)),
    tysta,
  );

const koder = (replica: Replica, { enheter, mallar }: Katalog) => ({
  enheter,
  mallar,
  get instrument() {
    return replica.katalog('instrument').map(({ data }) => data);
  },
});

/** Bookkeeping that says nothing to a reader: the command's own new ids and revisions, and the person it stands beside. */
const tysta: ReadonlySet<string> = new Set([
  'personId',
  'id',
  'rev',
  'basRev',
  'bas',
  'sett',
  'gruppId',
  'bevakningId',
  'mottagenId',
  'sedd',
  'utlamningId',
  'forslagId',
  'franId',
  'valId',
  'notisId',
  'leveransId',
  // Of a computed bevakning, whose rule and days its row tells; of a search, which its name tells.
  'skjutningId',
  'nyckel',
  'sokningId',
  'parametrar',
  'bredvid',
  'sedda',
  'personkretsSedd',
  // Of drafts: what the form was filled from, and the ids it makes.
  'fylldFran',
  'ids',
  'franRad',
]);
