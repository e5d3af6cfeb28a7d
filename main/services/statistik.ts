import { lasStatistik } from '../../shared/domain/behorighet.ts';
import { vardenAv } from '../../shared/domain/katalog/varden.ts';
import { gallande, senastInne, statistikdagar } from '../../shared/domain/statistik/perioder.ts';
import { beskrivningsfel } from '../../shared/domain/statistik/rader.ts';
import { register, type Statistikbeskrivning } from '../../shared/domain/statistik/records.ts';
import type { Leveranshinder, Statistikdel, Statistikval } from '../../shared/ipc/statistik.ts';
import { compare } from '../../shared/util/compare.ts';
import type { Katalog } from './katalog.ts';
import { type AsyncHandlers, CallFailure, type Handlers, nowOf, type ServicePorts, todayOf } from './service.ts';
import { type Aktdel, aktdel, carefully, genomBesluten, requireBeskrivning } from './statistik-kalla.ts';

/**
 * What is delivered to Socialstyrelsen (STAT-01 to -07), over this replica: what the user reads, and nothing else. It looks at each bifall, some at a
 * time, so that no call waits for it.
 */
export function statistikService(
  ports: ServicePorts,
  katalog: Katalog,
): Handlers<'statistik.hamta' | 'statistik.avbryt' | 'statistik.av'> & AsyncHandlers<'statistik.rakna'> {
  const { replica, clock, newId } = ports;
  const avbrutna = new Set<string>();
  const pagar = new Set<string>();
  return {
    'statistik.hamta': () => {
      requireRoll(ports);
      const alla = replica.katalog('statistikbeskrivning');
      const idag = todayOf(clock);
      const val = register.flatMap((one) =>
        statistikdagar(alla, one, idag).flatMap((dag): Statistikval[] => {
          const found = gallande(alla, one, dag);
          if (!found) return [];
          const fel = beskrivningsfel(found.data);
          return [
            { register: one, dag, senast: senastInne(found.data, dag), beskrivningId: found.id, ...(fel === undefined ? {} : { fel }) },
          ];
        }),
      );
      const valda = new Set(val.map(({ beskrivningId }) => beskrivningId));
      const beskrivningar = Object.fromEntries(alla.flatMap(({ id, data }) => (valda.has(id) ? [[id, data] as const] : [])));
      const leveranser = replica
        .katalog('statistikleverans')
        .map(({ id, data }) => ({ ...data, id }))
        .sort((a, b) => compare(b.av.at, a.av.at) || compare(b.id, a.id));
      return { val, beskrivningar, leveranser, hinder: leveranshinder(ports) };
    },
    'statistik.rakna': async ({ jobb, ...val }) => {
      requireRoll(ports);
      const { data: beskrivning } = requireBeskrivning(ports, val);
      // One at a time: the user has asked for another.
      for (const one of pagar) avbrutna.add(one);
      pagar.add(jobb);
      try {
        const detail = `Statistik: ${beskrivning.namn} ${val.dag}`;
        replica.logAccess({ id: newId(), at: nowOf(clock), action: 'sokt', personId: null, detail });
        const personIds: string[] = [];
        await genomBesluten(ports, katalog, beskrivning, jobb, (personId) => {
          personIds.push(personId);
          return !avbrutna.has(jobb);
        });
        if (avbrutna.has(jobb)) return { slag: 'avbruten' };
        return { slag: 'klar', personIds };
      } finally {
        pagar.delete(jobb);
        avbrutna.delete(jobb);
      }
    },
    'statistik.avbryt': ({ jobb }) => {
      if (pagar.has(jobb)) avbrutna.add(jobb);
      return null;
    },
    'statistik.av': ({ personIds, ...val }) => {
      requireRoll(ports);
      const { data: beskrivning } = requireBeskrivning(ports, val);
      return visade(personIds.flatMap((id) => carefully(replica, () => aktdel(ports, katalog, beskrivning, val, id)) ?? []));
    },
  };
}

/** Who delivers for the municipality. @throws CallFailure `finns-inte`: the list is not there for others */
export function requireRoll({ actor }: Pick<ServicePorts, 'actor'>): void {
  if (!lasStatistik(actor())) throw new CallFailure('finns-inte', 'statistik');
}

const visade = (delar: readonly Aktdel[]): Statistikdel => ({
  rader: delar.flatMap(({ person, rader }) => rader.map(({ varden: _, ...rad }) => ({ ...rad, person }))),
  utelamnade: delar.flatMap(({ person, utelamnade }) => utelamnade.map((one) => ({ ...one, person }))),
  summor: delar.flatMap(({ person, summor }) => summor.map((kod) => ({ personId: person.personId, kod }))),
});

/** Why the user cannot deliver here: a list is of the whole municipality, and of nobody less. */
export function leveranshinder({ replica, actor }: ServicePorts, beskrivning?: Statistikbeskrivning): Leveranshinder[] {
  const { enheter, skyddadBehorighet } = actor();
  const alla = vardenAv({ katalogLista: (type) => replica.katalog(type) }, 'enhet');
  const utan = alla.filter(({ kod, namn }) => !enheter.includes(kod ?? namn)).map(({ namn }) => namn);
  const fel = beskrivning && beskrivningsfel(beskrivning);
  return [
    ...(utan.length > 0 ? [{ kod: 'enheter' as const, namn: utan }] : []),
    ...(skyddadBehorighet ? [] : [{ kod: 'skyddade' as const }]),
    ...(replica.searchReady() ? [] : [{ kod: 'ofullstandig' as const }]),
    ...(fel ? [{ kod: 'beskrivning' as const, fel }] : []),
  ];
}
