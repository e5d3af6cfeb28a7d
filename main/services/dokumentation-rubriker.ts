import type { DokumentationRef } from '../../shared/domain/anteckning/records.ts';
import type { Rubrik } from '../../shared/domain/katalog/records.ts';
import { rubrikTitel } from '../../shared/domain/katalog/rubrik-titel.ts';
import { rubrikerFor } from '../../shared/domain/katalog/rubriker.ts';
import type { Katalog } from './katalog.ts';
import type { Replica } from './ports.ts';

/** The rubriker that a dokumentation has today. */
export function rubrikerOf(replica: Replica, katalog: Katalog, { slag, id }: DokumentationRef): Rubrik[] {
  const typ = slag === 'utredning' ? replica.record('utredning', id)?.data.typ : undefined;
  return rubrikerFor(katalog.mallar, slag, typ);
}

/** What a note in a dokumentation is headed by. */
export const titelOf = (replica: Replica, katalog: Katalog, ref: DokumentationRef, rubrikKod: string): string =>
  rubrikTitel(rubrikerOf(replica, katalog, ref), rubrikKod);
