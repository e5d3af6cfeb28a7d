import { Katalog } from '../../scripts/demo/katalog.ts';
import { Nummerforrad } from '../../scripts/demo/nummer.ts';
import { Random } from '../../scripts/demo/random.ts';
import type { Actor } from '../../shared/domain/command.ts';
import type { Insats } from '../../shared/domain/katalog/records.ts';
import type { Post } from '../../shared/domain/post.ts';
import { katalogScope } from '../../shared/domain/scope.ts';

export const today = '2026-11-20';

/** A record before the server has given it a version. */
export type Grundpost = { type: string; id: string; scope: string; schema: number; data: unknown };

/**
 * The municipality of resources/catalogue with the given insatser, a handläggare for each law, and staff at every utförare that
 * confirms its own orders.
 */
export function kommun(insatser: Post<Insats>[]) {
  const katalog = new Katalog();
  const random = new Random('kedjan');
  const [lss] = katalog.lssHandlaggare;
  if (!lss) throw new Error('the catalogue has no LSS-handläggare');
  const bistand = katalog.bistandshandlaggare;
  const personal = new Map<string, Actor>();
  for (const { id, data } of katalog.list('utforare')) {
    if (data.bekraftasAv !== 'utforare') continue;
    const finns = katalog.personalAt(id);
    const { funktionId: _, ...mall } = lss;
    const ny = {
      ...mall,
      id: random.uuid(1),
      namn: `Personal ${data.namn}`,
      titel: 'Samordnare',
      roller: ['utforare' as const],
      enheter: [],
      utforareId: id,
    };
    personal.set(id, finns ?? ny);
  }
  const kanda = new Set(katalog.users.map(({ id }) => id));
  const nya = [...personal.values()].filter(({ id }) => !kanda.has(id));
  const post = (type: string, { id, data }: Post<unknown>): Grundpost => ({ type, id, scope: katalogScope, schema: 1, data });
  const records = [
    ...katalog.records.filter(({ type }) => type !== 'insats'),
    ...insatser.map((one) => post('insats', one)),
    ...nya.map(({ id, ...data }) => post('anvandare', { id, data })),
  ] as Grundpost[];
  return { records, lss, bistand, personal, nummer: new Nummerforrad(today, random) };
}
export type Kommun = ReturnType<typeof kommun>;
