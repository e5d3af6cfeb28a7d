import type { Actor } from '../../shared/domain/command.ts';
import { anvandarScope } from '../../shared/domain/scope.ts';
import { type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import { instantOf, workday } from './days.ts';
import type { DemoRecord, Katalog } from './katalog.ts';
import type { Profil } from './profil.ts';
import { Random } from './random.ts';
import { Scope } from './scope.ts';

/** Each handläggare's kundlista, latest kunder and own search, made by the commands that make them. */
export function* anvandarPoster(
  first: Profil[],
  { seed, today, katalog }: { seed: number; today: IsoDate; katalog: Katalog },
): Generator<DemoRecord> {
  for (const user of katalog.users) {
    const egna = first.filter((profil) => profil.handlaggare.id === user.id);
    if (egna.length > 0) yield* posterOf(user, egna, { seed, today, katalog });
  }
}

type Omgivning = { seed: number; today: IsoDate; katalog: Katalog };

function posterOf(user: Actor, egna: Profil[], { seed, today, katalog }: Omgivning): Iterable<DemoRecord> {
  const random = new Random(`${seed}/${user.id}`);
  const scope = new Scope(anvandarScope(user.id), katalog, random, today);
  const igar = workday(plusDagar(today, -1));
  const kundlista = egna.filter((_, index) => index % 2 === 0).slice(0, 12);
  kundlista.forEach(({ id }, index) => {
    scope.run('kundlista.laggTill', { personId: id }, user, instantOf(plusDagar(igar, -30 + index), 500));
  });
  egna.slice(0, 14).forEach(({ id }, index) => {
    scope.run('senaste.oppnad', { personId: id }, user, instantOf(igar, 400 + index * 25));
  });
  // One of the searches with oneself chosen in it: what most begin by keeping.
  const [upphor] = katalog.list('sokning').filter(({ data }) => data.villkor.some(({ falt }) => falt === 'giltigTom'));
  if (upphor) {
    const egen = { id: scope.newId(igar), namn: 'Mina beslut som upphör', sokningId: upphor.id, parametrar: { handlaggare: user.id } };
    scope.run('sokverktyg.spara', egen, user, instantOf(igar, 450));
  }
  return scope.records();
}
