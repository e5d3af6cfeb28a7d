import type { UtkorgRad } from '../../shared/ipc/views.ts';
import { faltRader } from '../../shared/words/faltrader.ts';
import type { Katalog } from './katalog.ts';
import type { Replica } from './ports.ts';
import { namnPa } from './utkorg-vad-arende.ts';

/**
 * A command's input as label and value, so that what was refused can be read whole and done again (FRAGA-61): of every
 * version and shape, since a row may be older than this program. An id of nothing held is the command's own and is left out.
 */
export const inputRader = (input: unknown, replica: Replica, katalog: Katalog): UtkorgRad[] =>
  faltRader(input, (value) => namnPa(value, replica, katalog), tysta);

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
  'forslagId',
  'franId',
]);
