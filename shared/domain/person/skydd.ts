import type { Person } from './records.ts';

type Skydd = Person['skydd'];
const styrka = { ingen: 0, sekretessmarkering: 1, skyddadFolkbokforing: 2 } as const satisfies Record<Skydd, number>;

/** A weaker protection than the other: what lowers it (FRAGA-62). */
export const isSvagareSkydd = (a: Skydd, b: Skydd): boolean => styrka[a] < styrka[b];

/** The stronger of two protections: what one source knows of is not taken away by another that does not (FRAGA-62). */
export const starkastSkydd = (a: Skydd, b: Skydd): Skydd => (styrka[a] >= styrka[b] ? a : b);
