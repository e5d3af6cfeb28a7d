import type { Frastext, Insats, Rubrikmall, Utforare } from '../../shared/domain/katalog/records.ts';
import { vardenAv } from '../../shared/domain/katalog/varden.ts';
import type { Fristregel } from '../../shared/domain/klocka/records.ts';
import type { TradKatalog } from '../../shared/domain/rubriktrad/trad.ts';
import { katalogScope } from '../../shared/domain/scope.ts';
import { compareSwedish } from '../../shared/util/compare.ts';
import type { Replica } from './ports.ts';

/** What services read of the catalogue over and over. */
export type Katalog = TradKatalog & {
  readonly mallar: Rubrikmall[];
  readonly insatser: { id: string; data: Insats }[];
  readonly fristregler: { id: string; data: Fristregel }[];
  organisationNamn(id: string): string | undefined;
  /** In the order they are offered. */
  readonly frastexter: { id: string; data: Frastext }[];
  /** It is read anew when it is next asked. */
  forget(): void;
};

/** Catalogue values, kept until a catalogue record changes: an akt's tree needs them for each of its labels. */
export function createKatalog(replica: Replica): Katalog {
  let held: ReturnType<typeof read> | undefined;
  const forget = () => {
    held = undefined;
  };
  replica.onChange((scopes) => {
    if (scopes.includes(katalogScope)) forget();
  });
  const values = () => {
    held ??= read(replica);
    return held;
  };
  return {
    get mallar() {
      return values().mallar;
    },
    get frastexter() {
      return values().frastexter;
    },
    get enheter() {
      return values().enheter;
    },
    utforare: (id) => values().utforare.get(id),
    utforareNamn: (id) => values().utforare.get(id)?.namn ?? 'okänd utförare',
    get insatser() {
      return values().insatser;
    },
    get fristregler() {
      return values().fristregler;
    },
    organisationNamn: (id) => values().organisationer.get(id),
    forget,
  };
}

const dataById = <T>(posts: { id: string; data: T }[]): Map<string, T> => new Map(posts.map(({ id, data }) => [id, data]));

const read = (replica: Replica) => ({
  insatser: replica.katalog('insats').map(({ id, data }): { id: string; data: Insats } => ({ id, data })),
  fristregler: replica.katalog('fristregel').map(({ id, data }) => ({ id, data })),
  mallar: replica.katalog('rubrikmall').map(({ data }) => data),
  enheter: vardenAv({ katalogLista: (type) => replica.katalog(type) }, 'enhet'),
  utforare: dataById<Utforare>(replica.katalog('utforare')),
  organisationer: new Map(replica.katalog('organisation').map(({ id, data }) => [id, data.namn])),
  frastexter: replica
    .katalog('frastext')
    .map(({ id, data }) => ({ id, data }))
    .sort((a, b) => a.data.ordning - b.data.ordning || compareSwedish(a.data.titel, b.data.titel)),
});
