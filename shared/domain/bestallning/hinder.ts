import { bestallningFor } from '../beslut/bestallbart.ts';
import type { Beslut } from '../beslut/records.ts';
import type { RejectionCode } from '../command.ts';
import type { Insats } from '../katalog/records.ts';
import { insatsAv } from '../katalog/uppslag.ts';
import { isLass } from '../pagaende.ts';
import type { Post } from '../post.ts';
import type { Bestallning } from './records.ts';
import { gallandeBestallning } from './urval.ts';

/** Why nothing may be ordered of a beslut, whatever has been ordered already (BEST-GEN-01, BEST-KORT-03); undefined when it may. */
export function beslutshinder(beslut: Beslut, insatser: Post<Insats>[]): RejectionCode | undefined {
  if (beslut.utfall !== 'bifall' || beslut.felmarkerad) return 'inget-bifall';
  if (beslut.avslutad) return 'arendet-avslutat';
  if (isLass(beslut)) return 'bestalls-inte';
  if (!insatsAv(insatser, beslut)) return 'finns-inte-i-katalogen';
  return bestallningFor(insatser, beslut) ? undefined : 'bestalls-inte';
}

/** BEST-GEN-01, BEST-GEN-02: why a bifall may not be ordered; undefined when it may. */
export const bestallningshinder = (
  { id, data }: Post<Beslut>,
  insatser: Post<Insats>[],
  bestallningar: Post<Bestallning>[],
): RejectionCode | undefined => beslutshinder(data, insatser) ?? (gallandeBestallning(id, bestallningar) ? 'redan-bestallt' : undefined);
